"""Alerts: what the user asked to be told, each once, in the record's words and the source's.

An alert's id follows from what it is about. A statement that several versions or outlets print in
the same words is told once, as is a deadline that many articles name.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from onrecord.record import (
    Alert,
    AlertKind,
    Document,
    TimeRole,
    identify,
)
from onrecord.record.edtf import bounds
from onrecord.show.plain import one_line
from onrecord.show.standing import Standings
from onrecord.store import EntryFilter, StanceFilter, StatementFilter, Store

WORDS = 500
"""Characters of the source's words that an alert carries."""

SENTENCE = re.compile(r"[^.!?\n]{1,1000}(?:[.!?](?!\s)[^.!?\n]{0,1000}){0,50}[.!?]?[”’\"')\]]{0,3}")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user wants to be told.

    `actors` are names of whom every new statement is told; `days` is how long before a deadline it
    is told, None for no deadlines. `process` is the negotiation that shifts and deadlines are of.
    """

    actors: tuple[str, ...] = ()
    shifts: bool = False
    days: int | None = None
    revisions: bool = False
    notices: bool = False
    process: str | None = None


def of_document(store: Store, document: Document, wishes: Wishes) -> Iterator[Alert]:
    """Give the alerts that a document which just came in gives cause for."""
    yield from _statements(store, document, wishes.actors)
    if wishes.days is not None:
        yield from _moves(document)
    if wishes.revisions:
        yield from _revisions(store, document)
    if wishes.notices:
        yield from _notices(store, document)


def of_record(store: Store, wishes: Wishes, today: date) -> Iterator[Alert]:
    """Give the alerts that the record as a whole gives cause for today."""
    if wishes.shifts:
        yield from _shifts(store, wishes.process)
    if wishes.days is not None:
        yield from _deadlines(store, wishes, today)


def raised(store: Store, found: Iterable[Alert], *, silent: bool = False) -> Iterator[Alert]:
    """Keep alerts and give those that are new; with `silent` they count as told."""
    for alert in found:
        if store.raise_alert(alert):
            if silent:
                store.sent(alert.alert_id)
            else:
                yield alert


def begin(store: Store, wishes: Wishes, today: date) -> None:
    """Count as told what the record holds when it is watched for shifts the first time."""
    mark = Alert(identify("alr", "begun", "shift"), AlertKind.SHIFT, "watched from here on", "")
    if wishes.shifts and store.raise_alert(mark):
        store.sent(mark.alert_id)
        for _ in raised(store, of_record(store, replace(wishes, days=None), today), silent=True):
            pass


def _source(document: Document) -> str:
    about = document.metadata
    outlet = about.publisher.value if about.publisher else document.name
    return f"{outlet}, {document.published_on or 'day unknown'}"


def _statements(store: Store, document: Document, actors: Iterable[str]) -> Iterator[Alert]:
    for name in actors:
        wanted = StatementFilter(actor=name, doc_id=document.doc_id, review=False)
        for statement in store.statements(wanted):
            said = " ".join(part.exact for part in statement.content)
            yield Alert(
                alert_id=identify("alr", "statement", name.casefold(), " ".join(said.split())),
                kind=AlertKind.STATEMENT,
                title=f"{name}: {one_line(statement.gist, 120)}",
                words=f"“{one_line(said, WORDS)}” ({_source(document)})",
                doc_id=document.doc_id,
                entry_id=statement.statement_id,
            )


def _shifts(store: Store, process: str | None) -> Iterator[Alert]:
    asked = Standings(store, StanceFilter(process=process))
    found = asked.shifts()
    stands = [stand for shift in found for stand in (shift.before, shift.after)]
    words, names = asked.words(stands), asked.background(stands)
    for shift in found:
        after = words.get(shift.after.stance_id)
        if after is None:
            continue
        value = f"{shift.before.value.value} → {shift.after.value.value}".replace("_", " ")
        said = " … ".join(anchor.exact for anchor in after.evidence)
        key = (shift.holder, shift.object.object_id, shift.before.value, shift.after.value)
        yield Alert(
            alert_id=identify("alr", "shift", *key, shift.after.as_of or shift.after.reported_on),
            kind=AlertKind.SHIFT,
            title=f"{names.name(shift.holder)} on {shift.object.label}: {value}",
            words=f"“{one_line(said, WORDS)}” ({names.source(after)})",
            doc_id=after.doc_id,
            entry_id=after.stance_id,
        )


def _deadlines(store: Store, wishes: Wishes, today: date) -> Iterator[Alert]:
    """Give the days of deadlines that lie near, one alert a day."""
    last = today + timedelta(days=wishes.days or 0)
    told: set[date] = set()
    for time in store.times(EntryFilter(process=wishes.process)):
        day = _last_day(time.edtf) if time.role is TimeRole.DUE else None
        if day is None or not today <= day <= last or day in told:
            continue
        document = store.document(time.anchor.doc_id)
        words = sentence_at(document, time.anchor.clean_start) or time.anchor.exact
        if _tells_of_a_move(words):
            continue  # the day may be the one that it was moved from
        told.add(day)
        yield Alert(
            alert_id=identify("alr", "deadline", wishes.process, day.isoformat()),
            kind=AlertKind.DEADLINE,
            title=f"A deadline is near: {day.isoformat()}",
            words=f"“{one_line(words, WORDS)}” ({_source(document)})",
            doc_id=document.doc_id,
            entry_id=time.time_id,
        )


def _last_day(edtf: str | None) -> date | None:
    try:
        return bounds(edtf)[1] if edtf else None
    except ValueError:
        return None


def _moves(document: Document) -> Iterator[Alert]:
    """Give the sentences that tell that a deadline moved."""
    for words in sentences(document):
        if _tells_of_a_move(words):
            yield Alert(
                alert_id=identify("alr", "moved", " ".join(words.split())),
                kind=AlertKind.DEADLINE_MOVED,
                title="A deadline may have moved",
                words=f"“{one_line(words, WORDS)}” ({_source(document)})",
                doc_id=document.doc_id,
            )


def _tells_of_a_move(words: str) -> bool:
    """Tell whether a sentence speaks of a deadline, and of its being moved."""
    plain = f" {' '.join(re.findall('[a-z-]+', words.casefold()))} "
    return all(any(f" {each} " in plain for each in _words()[name]) for name in ("things", "moves"))


def _revisions(store: Store, document: Document) -> Iterator[Alert]:
    versions = [each.doc_id for each in store.versions(document.doc_id)]
    if document.doc_id not in versions[1:]:
        return
    before = versions[versions.index(document.doc_id) - 1]
    ids = {each.statement_id for each in store.reading(before).statements}
    left = len(ids & store.left_behind(before))
    title = document.metadata.title
    yield Alert(
        alert_id=identify("alr", "revision", before, document.doc_id),
        kind=AlertKind.REVISION,
        title=f"An article changed: {one_line(title.value if title else document.name, 120)}",
        words=f"{left} of its statements are no longer there ({_source(document)})",
        doc_id=document.doc_id,
        entry_id=before,
    )


def _notices(store: Store, document: Document) -> Iterator[Alert]:
    for notice in store.notices():
        if notice.doc_id == document.doc_id:
            yield Alert(
                alert_id=identify("alr", "notice", notice.kind, notice.anchor.exact),
                kind=AlertKind.NOTICE,
                title=f"A {notice.kind} was printed",
                words=f"“{one_line(notice.anchor.exact, WORDS)}” ({_source(document)})",
                doc_id=document.doc_id,
            )


def sentences(document: Document) -> Iterator[str]:
    """Give the sentences of a document's clean text, cut at full stops before a blank."""
    for paragraph in document.paragraphs:
        text = document.clean_text[paragraph.start : paragraph.end]
        for match in SENTENCE.finditer(text):
            yield match[0].strip()


def sentence_at(document: Document, place: int | None) -> str | None:
    """Give the sentence at a place of the clean text."""
    for paragraph in document.paragraphs:
        if place is not None and paragraph.start <= place < paragraph.end:
            text = document.clean_text[paragraph.start : paragraph.end]
            for match in SENTENCE.finditer(text):
                if match.start() <= place - paragraph.start < match.end():
                    return match[0].strip()
    return None


@cache
def _words() -> dict[str, tuple[str, ...]]:
    content = files("onrecord.watch").joinpath("alerts.toml").read_text(encoding="utf-8")
    return {name: tuple(words) for name, words in tomllib.loads(content).items()}
