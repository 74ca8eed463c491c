"""What the log of rulings makes of the current entries of one file, made anew with either.

A person's decision holds the entry as it was decided on. Where the machine's current reading has
the same, its own row is shown, marked. Where it reads otherwise or not at all, the entry as decided
is written beside it, in a reading of its own, and stands in its place. The machine's rows are never
touched.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row
from sqlalchemy.dialects.sqlite import insert as insert_or_not

from onrecord.errors import NotVerbatim
from onrecord.record import Document, Log, Reading, ReviewState, Ruling, Span, identify, replay
from onrecord.store import loading, schema
from onrecord.store.answers import Kind
from onrecord.store.attaching import Known, attached
from onrecord.store.mapping.anchors import Columns
from onrecord.store.mapping.readings import IN_READINGS
from onrecord.store.mapping.reviews import ruling
from onrecord.store.mapping.snapshots import (
    IDS,
    Differences,
    Json,
    Thawing,
    about,
    carried,
    differences,
    main_words,
    snapshot,
)
from onrecord.store.queries import findings
from onrecord.store.queries import reviews as questions
from onrecord.store.schema import PEOPLE
from onrecord.store.writing import NewReading, erase_reading, write_reading


@dataclass(frozen=True, slots=True)
class Found:
    """An entry of the machine's current reading: its key, its place among its kind, itself."""

    key: int
    place: int
    entry: Any


@dataclass(frozen=True, slots=True)
class Subject:
    """What was decided about: its row, the rulings on it, and the entry as last decided.

    `entry` is None where the current text does not have its words.
    """

    row: Row[Any]
    log: Log
    result: Json
    entry: Any

    @property
    def state(self) -> ReviewState:
        """What its rulings make of it."""
        return self.log.state

    @property
    def last(self) -> Ruling:
        """The last ruling in force."""
        return self.log.standing[-1]


class NewPlace(NamedTuple):
    """Where a person's entry is written: the id of its reading, the document, the place."""

    reading_id: str
    document: int
    place: int


class Projection:
    """Makes anew what the log makes of one file."""

    def __init__(self, connection: Connection, document: Document, at: str) -> None:
        self._connection, self._document, self._at = connection, document, at
        self._written: dict[str, int] = {}

    def renew(self) -> None:
        """Write what people's rulings make of the current readings of the file."""
        rows = self._connection.execute(questions.subjects_of_file(self._document.sha256)).all()
        if not rows:
            return
        digest = self._document.sha256
        self._connection.execute(questions.reviews_of_file(digest))
        written = self._connection.execute(questions.peoples_readings(digest))
        self._written = {row.reading_id: row.reading for row in written}
        current = questions.machines_reading(self._document.doc_id)
        keys = self._connection.execute(current).one()
        subjects = list(self._decided(rows))
        kinds = sorted({subject.row.kind for subject in subjects})
        entries = {kind: self._read(kind, keys.reading) for kind in kinds}
        pairs = self._attached(subjects, entries)
        for subject in subjects:
            own = _Place(keys.document, entries[subject.row.kind], pairs.get(subject.row.subject))
            self._write(subject, own)
        self._let_fall(subjects, pairs, keys.reading)
        for reading in self._written.values():
            erase_reading(self._connection, reading)

    def _decided(self, rows: Iterable[Row[Any]]) -> Iterator[Subject]:
        """Give the subjects on which a ruling is in force."""
        log = self._connection.execute(questions.log_of_file(self._document.sha256)).all()
        by_subject = attrgetter("subject")
        groups = {key: list(own) for key, own in groupby(sorted(log, key=by_subject), by_subject)}
        for row in rows:
            own = groups[row.subject]
            found = replay(map(ruling, own))
            if found.standing:
                results = {each.ruling_id: each.result for each in own}
                result = json.loads(results[found.standing[-1].ruling_id])
                yield Subject(row, found, result, self._thawed(row.kind, result))

    def _thawed(self, kind: str, result: Json) -> Any:
        try:
            return Thawing(result["doc_id"], self._document).entry(kind, result["entry"])
        except NotVerbatim:
            return None

    def _read(self, kind: str, reading: int) -> list[Found]:
        """Give the machine's current entries of a kind."""
        table, make = loading.FIELDS[IN_READINGS[Kind(kind)]]
        question = findings.entries_of_reading(table, reading)
        keys = self._connection.execute(question).all()
        made = loading.found(self._connection, question, make)
        return [
            Found(row.entry, place, entry)
            for place, (row, entry) in enumerate(zip(keys, made, strict=True))
        ]

    def _attached(
        self, subjects: Iterable[Subject], entries: dict[str, list[Found]]
    ) -> dict[int, Found]:
        """Give the machine's entry of each subject by the subject's key."""
        by_key = {found.key: found for group in entries.values() for found in group}
        known = [_known(kind, found) for kind, group in entries.items() for found in group]
        pairs = attached(map(self._known, subjects), known)
        return {subject: by_key[entry] for subject, entry in pairs.items()}

    def _known(self, subject: Subject) -> Known:
        """Give what a subject is known by: the words first decided on, and those it has now."""
        row, first = subject.row, json.loads(subject.row.words)
        words = [Thawing(row.doc_id, self._document).spans(first["words"])]
        if subject.entry is not None:
            words.append(_spans(subject.entry))
        return Known(row.subject, row.kind, row.entry_id, tuple(words), tuple(first["about"]))

    def _write(self, subject: Subject, at: "_Place") -> None:
        """Write what a subject makes of the machine's entry, and the person's beside it."""
        found, entry, kind = at.found, subject.entry, subject.row.kind
        rejected = subject.state is ReviewState.REJECTED
        other: Differences = ()
        if entry is not None:
            entry = carried(entry, kind, found.entry if found else None, self._document)
            other = differences(kind, found.entry, entry) if found else ()
        replaced = entry is not None and (not found or (bool(other) and not rejected))
        if found and (entry is not None or rejected):
            self._mark(subject, found.key, hidden=rejected or replaced, machine=_json(other))
        if replaced:
            key = self._write_entry(subject, entry, at)
            there = found is not None
            self._mark(subject, key, hidden=rejected, machine=_json(other), found=there)

    def _write_entry(self, subject: Subject, entry: Any, at: "_Place") -> int:
        """Write a person's entry in a reading of its own, if it is not there, and give its key."""
        doc_id, kind = self._document.doc_id, subject.row.kind
        place, own = at.of(entry), subject.row.subject_id
        reading_id = identify("rdg", doc_id, PEOPLE, own, place, json.dumps(snapshot(entry)))
        reading = self._written.pop(reading_id, None)
        if reading is None:
            reading = self._write_reading(subject, entry, NewPlace(reading_id, at.document, place))
        key: int = self._connection.execute(questions.entry_in(reading, kind)).scalar_one()
        return key

    def _write_reading(self, subject: Subject, entry: Any, at: NewPlace) -> int:
        """Write a reading of one person's entry and of the actors that he named."""
        doc_id, kind = self._document.doc_id, subject.row.kind
        thawing = Thawing(subject.result["doc_id"], self._document)
        actors = tuple(thawing.entry("actor", each) for each in subject.result["actors"])
        held: dict[str, Any] = {IN_READINGS[Kind(kind)]: (entry,), "actors": actors}
        columns: Columns = {
            "reading_id": at.reading_id,
            "document": at.document,
            "extractor": PEOPLE,
            "published_on": None,
            "refused": None,
            "recorded_at": self._at,
        }
        new = NewReading(self._document, Reading(doc_id, PEOPLE, **held), columns, at.place)
        return write_reading(self._connection, new)

    def _mark(self, subject: Subject, key: int, **marks: bool | str | None) -> None:
        """Write what people made of an entry; what was written of it before stands."""
        last = subject.last
        row = {
            "entry": key,
            "subject": subject.row.subject,
            "state": subject.state,
            "ruling_id": last.ruling_id,
            "decided_by": last.by,
            "decided_at": last.at,
            "machine": None,
            "found": True,
            **marks,
        }
        self._connection.execute(insert_or_not(schema.reviewed).on_conflict_do_nothing(), row)

    def _let_fall(
        self, subjects: Iterable[Subject], pairs: Mapping[int, Found], reading: int
    ) -> None:
        """Reject what was read from rejected statements alone, if nobody decided on it himself."""
        fallen = {
            pairs[subject.row.subject].entry.statement_id: subject
            for subject in subjects
            if subject.state is ReviewState.REJECTED
            and subject.row.kind == Kind.STATEMENT
            and subject.row.subject in pairs
        }
        if fallen:
            for question in (questions.read_from, questions.conditions_of):
                for row in self._connection.execute(question(fallen.keys(), reading)).all():
                    self._mark(fallen[row.statement_id], row.entry, hidden=True)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a person's entry belongs: in which document, among which entries, in whose place."""

    document: int
    entries: list[Found]
    found: Found | None

    def of(self, entry: Any) -> int:
        """Give the place of an entry among its kind: that of the last that begins before it.

        Before the first it is -1.
        """
        if self.found:
            return self.found.place
        first = min(_spans(entry))
        return max((it.place for it in self.entries if min(_spans(it.entry)) <= first), default=-1)


def _json(other: Differences) -> str | None:
    return json.dumps(other, ensure_ascii=False) if other else None


def _spans(entry: Any) -> tuple[Span, ...]:
    return tuple(anchor.span for anchor in main_words(entry))


def _known(kind: str, found: Found) -> Known:
    """Give what an entry of the machine is known by."""
    entry = found.entry
    return Known(found.key, kind, getattr(entry, IDS[kind]), (_spans(entry),), about(entry))
