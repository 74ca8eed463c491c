"""Writing rulings: each in one transaction with what it makes of the entries."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, insert

from onrecord.errors import (
    AlreadyOnRecord,
    AmbiguousId,
    DecisionOutdated,
    NoSuchEntry,
    NotForReview,
    NothingDecided,
    RulingBuiltUpon,
)
from onrecord.record import Action, Actor, Document, Log, Ruling, identify, replay
from onrecord.store import looking, schema
from onrecord.store.answers import Case, Kind
from onrecord.store.mapping.readings import FINDINGS
from onrecord.store.mapping.reviews import ruling
from onrecord.store.mapping.snapshots import Json, about, main_words, snapshot
from onrecord.store.projecting import Projection
from onrecord.store.queries import findings
from onrecord.store.queries import reviews as questions
from onrecord.store.search import storable
from onrecord.store.writing import free_key

REVIEWABLE = frozenset(finding.kind for finding in FINDINGS) - {Kind.ACTOR, Kind.OFFICE}
"""The kinds that stand in the words of one document; actors are merged and split instead."""

TABLES = {finding.kind: finding.table for finding in FINDINGS}
Placed = tuple[Case, Row[Any] | None]
"""A case with the subject that its rulings are on, None where there is none yet."""


class Rulings:
    """The log of one record in one transaction."""

    def __init__(self, connection: Connection, at: str = "") -> None:
        self._connection, self._at = connection, at

    def case(self, entry_id: str) -> Case:
        """Give what an id, or its beginning, leads to: an entry of today, or one of the log.

        Raises:
            NoSuchEntry: nothing, today or in the log.
            AmbiguousId: several entries.
            NotForReview: an entry that is not decided on in this way.
        """
        return self._placed(entry_id)[0]

    def _placed(self, entry_id: str) -> Placed:
        try:
            found = looking.find(self._connection, entry_id)
        except NoSuchEntry:
            return self._lost(entry_id)
        if found.kind not in REVIEWABLE:
            raise NotForReview(found.id, found.kind)
        question = findings.entries_with_id(TABLES[found.kind], found.id)
        row = self._connection.execute(question).first()
        if row is None:
            return self._lost(found.id)
        own = self._connection.execute(questions.subject_of_entry(row.entry)).one_or_none()
        own = own or self._subject(row.id)
        log = self.log(own)
        entry = looking.entry(self._connection, found)
        return Case(found.kind, row.id, row.doc_id, self._seen(row.doc_id, log), log, entry), own

    def _seen(self, doc_id: str, log: Log) -> str:
        """Give what stands for the state of an entry."""
        if log.standing:
            return log.standing[-1].ruling_id
        reading = self._connection.execute(questions.machines_reading(doc_id)).one()
        reading_id: str = reading.reading_id
        return reading_id

    def _lost(self, entry_id: str) -> Placed:
        """Give what an id led to when it was decided on."""
        rows = self._connection.execute(questions.subjects_called(storable(entry_id))).all()
        if not rows or len(entry_id.rpartition("-")[2]) < looking.FEWEST_DIGITS:
            raise NoSuchEntry(entry_id)
        if len(rows) > 1:
            raise AmbiguousId(entry_id, tuple(row.entry_id for row in rows))
        now = self._connection.execute(questions.entry_of_subject(rows[0].subject)).first()
        return self._placed(now.id) if now else (self._orphan(rows[0]), rows[0])

    def _orphan(self, subject: Row[Any]) -> Case:
        """Give the case of a subject that no entry stands for today."""
        log = self.log(subject)
        seen = log.standing[-1].ruling_id if log.standing else ""
        return Case(Kind(subject.kind), subject.entry_id, subject.doc_id, seen, log)

    def orphans(self) -> list[Case]:
        """Give what people decided about and no entry stands for today."""
        rows = self._connection.execute(questions.orphans()).all()
        return [case for case in map(self._orphan, rows) if case.log.standing]

    def _subject(self, entry_id: str) -> Row[Any] | None:
        """Give the subject that was made for an entry of this id."""
        return self._connection.execute(questions.subject_made_for(entry_id)).one_or_none()

    def log(self, subject: Row[Any] | None) -> Log:
        """Give what is in force on a subject."""
        return self.log_of(subject.subject_id) if subject else Log((), ())

    def log_of(self, subject_id: str) -> Log:
        """Give what is in force on the subject with this id."""
        return replay(self.rulings(subject_id))

    def history(self, entry_id: str) -> list[Ruling]:
        """Give the rulings on an entry, in the order in which they were made.

        Raises:
            NoSuchEntry, AmbiguousId, NotForReview: as `case`.
        """
        subject = self._placed(entry_id)[1]
        return self.rulings(subject.subject_id) if subject else []

    def rulings(self, subject_id: str | None = None) -> list[Ruling]:
        """Give the rulings on a subject, or all, in the order in which they were made."""
        question = questions.log_of(subject_id) if subject_id else questions.log()
        return [ruling(row) for row in self._connection.execute(question)]

    def rule(self, given: Ruling, entry: Any, actors: Sequence[Actor], seen: str | None) -> Ruling:
        """Write a ruling that makes this of an entry, and what follows from it.

        Raises:
            NoSuchEntry: there is no such entry, today or in the log.
            AlreadyOnRecord: it is to be added and is there.
            DecisionOutdated: it is not in the state that was seen.
        """
        own = self._own(given, seen)
        document = self._document(given.doc_id)
        subject_id = own.subject_id if own else identify("sub", given.kind, given.entry_id)
        key = own.subject if own else self._make_subject(subject_id, given, entry, document)
        named = {actor.actor_id: snapshot(actor) for actor in actors}
        result = {
            "doc_id": document.doc_id,
            "entry": snapshot(entry),
            "actors": list({**self._named(subject_id), **named}.values()),
        }
        made = replace(given, subject_id=subject_id, at=self._at)
        return self._write(made, key, document.sha256, json.dumps(result, ensure_ascii=False))

    def _named(self, subject_id: str) -> dict[str, Json]:
        """Give the actors that came with the decisions in force on a subject."""
        log = self.log_of(subject_id)
        if not log.standing:
            return {}
        question = questions.result_of(log.standing[-1].ruling_id)
        result: Json = json.loads(self._connection.execute(question).scalar_one())
        return {actor["actor_id"]: actor for actor in result["actors"]}

    def _own(self, given: Ruling, seen: str | None) -> Row[Any] | None:
        """Give the subject of a ruling, None where it is the first on its entry."""
        if given.action is not Action.ADD:
            case, subject = self._placed(given.entry_id)
            if seen is not None and seen != case.seen:
                raise DecisionOutdated(case.entry_id, *_last(case.log))
            return subject
        same = findings.entries_with_id(TABLES[Kind(given.kind)], given.entry_id)
        if self._connection.execute(same).first():
            raise AlreadyOnRecord(given.entry_id)
        return self._subject(given.entry_id)

    def take_back(self, given: Ruling) -> Ruling:
        """Undo or redo: the last on the entry that is named, else the last of the person.

        Raises:
            NothingDecided: there is nothing to be undone or done again.
            RulingBuiltUpon: somebody else has decided on the entry since.
        """
        subject = self._placed(given.entry_id)[1] if given.entry_id else None
        if given.entry_id and not subject:
            raise NothingDecided(given.action, given.by, given.entry_id)
        all_ = self.rulings(subject.subject_id if subject else None)
        target = _target(replay(all_), given)
        of = next(each for each in all_ if each.ruling_id == target)
        subject = self._connection.execute(questions.subject(of.subject_id)).one()
        made = replace(
            given,
            kind=of.kind,
            entry_id=of.entry_id,
            doc_id=of.doc_id,
            of=target,
            subject_id=of.subject_id,
            at=self._at,
        )
        return self._write(made, subject.subject, subject.sha256, None)

    def _document(self, doc_id: str) -> Document:
        return next(iter(looking.document(self._connection, doc_id)))

    def _make_subject(self, id_: str, given: Ruling, entry: Any, document: Document) -> int:
        key = free_key(self._connection, schema.subjects.c.subject)
        words = {"about": about(entry), "words": [snapshot(each) for each in main_words(entry)]}
        row = {
            "subject": key,
            "subject_id": id_,
            "kind": given.kind,
            "sha256": document.sha256,
            "doc_id": document.doc_id,
            "entry_id": given.entry_id,
            "words": json.dumps(words, ensure_ascii=False),
        }
        self._connection.execute(insert(schema.subjects), row)
        return key

    def _write(self, made: Ruling, subject: int, sha256: str, result: str | None) -> Ruling:
        """Write a line of the log and make anew what the log makes of the file."""
        before = self.rulings(made.subject_id)
        last = before[-1].ruling_id if before else None
        content = (made.action, made.entry_id, made.field, made.value, made.of, made.note)
        ruling_id = identify("rul", made.subject_id, last, *content, made.by, made.at)
        made = replace(made, ruling_id=ruling_id)
        row = {
            "ruling_id": ruling_id,
            "subject": subject,
            "action": made.action,
            "entry_id": made.entry_id,
            "field": made.field,
            "before": made.before,
            "value": made.value,
            "of": made.of,
            "note": made.note,
            "decided_by": made.by,
            "decided_at": made.at,
            "result": result,
        }
        self._connection.execute(insert(schema.rulings), row)
        current = self._connection.execute(questions.current_text(sha256)).scalar_one()
        Projection(self._connection, self._document(current), self._at).renew()
        return made


def _target(log: Log, given: Ruling) -> str:
    """Give the id of the ruling to be undone, or done again: anybody's where an entry is named."""
    undo = given.action is Action.UNDO
    rulings = log.standing if undo else log.undone
    own = [each for each in rulings if given.entry_id or each.by == given.by]
    if not own:
        raise NothingDecided(given.action, given.by, given.entry_id)
    target = own[-1]
    if not undo:
        return target.of or ""
    last = log.last_of(target.subject_id) or target
    if last is not target:
        raise RulingBuiltUpon(target.entry_id, last.by, last.at)
    return target.ruling_id


def _last(log: Log) -> tuple[str, str]:
    """Give who decided last, and when; nothing where nobody has."""
    return (log.standing[-1].by, log.standing[-1].at) if log.standing else ("", "")
