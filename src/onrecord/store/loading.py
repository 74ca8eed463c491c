"""From answers of the database to the record, a batch at a time."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Table

from onrecord.record import Actor, Document, Imprint, Process, Reading, Stand
from onrecord.store import schema
from onrecord.store.answers import ReadingNote
from onrecord.store.mapping import (
    actors,
    amounts,
    occasions,
    plans,
    provisions,
    stances,
    statements,
    topics,
)
from onrecord.store.mapping.anchors import RowsByRole, Words
from onrecord.store.mapping.days import moment
from onrecord.store.mapping.details import Details
from onrecord.store.mapping.documents import document, imprint
from onrecord.store.mapping.processes import process
from onrecord.store.queries import actors as actor_questions
from onrecord.store.queries import documents as document_questions
from onrecord.store.queries import findings, processes
from onrecord.store.queries.conditions import Question

T = TypeVar("T")
Key = TypeVar("Key", str, int)
Make = Callable[[Row[Any], Words], T]
Rows = Sequence[Row[Any]]

ENTRIES_AT_ONCE = 200
"""Entries whose anchors are fetched together: few enough for the oldest limit of 999 variables."""

OUTLINES_AT_ONCE = 2000
"""Entries without words in memory together."""

DOCUMENTS_AT_ONCE = 20
"""Documents in memory together: with the largest that are read, some hundred megabytes."""


def batches(connection: Connection, question: Question, size: int) -> Iterator[Rows]:
    """Give the rows of an answer, so many at a time."""
    answer = connection.execution_options(yield_per=size).execute(question)
    yield from answer.partitions(size)


def found(connection: Connection, question: Question, make: Make[T]) -> Iterator[T]:
    """Give the entries that a question is answered with."""
    texts = Texts(connection)
    for rows in batches(connection, question, ENTRIES_AT_ONCE):
        sources = {row.source for row in rows if getattr(row, "source", None)}
        keys = {row.entry for row in rows} | sources
        anchors = RowsByRole(connection.execute(findings.anchors_of(keys)))
        links = RowsByRole(connection.execute(findings.links_of(keys)))
        texts.expect(row.document for row in rows)
        for row in rows:
            yield make(row, Words(row.doc_id, texts.of(row.document), anchors, links))


class Texts:
    """Published texts; some are kept, because entries come document by document."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kept: dict[int, str] = {}
        self._expected: list[int] = []

    def expect(self, keys: Iterable[int]) -> None:
        """Say which documents will be asked for next, in this order."""
        self._expected = list(dict.fromkeys(keys))

    def of(self, key: int) -> str:
        """Give the published text of the document with this key."""
        if key not in self._kept:
            place = self._expected.index(key) if key in self._expected else 0
            next_ = self._expected[place : place + DOCUMENTS_AT_ONCE]
            rows = self._connection.execute(document_questions.texts_of({key, *next_}))
            self._kept = {row.document: row.raw_text for row in rows}
        return self._kept[key]


def documents(connection: Connection, question: Question) -> Iterator[Document]:
    """Give the documents that a question is answered with."""
    for rows in batches(connection, question, DOCUMENTS_AT_ONCE):
        keys = [row.document for row in rows]
        details = by_document(connection.execute(document_questions.details_of(keys)))
        noise = by_document(connection.execute(document_questions.noise_of(keys)))
        for row in rows:
            own = Details(details[row.document], row.doc_id, row.raw_text)
            yield document(row, own, noise[row.document])


def imprints(connection: Connection, question: Question) -> Iterator[Imprint]:
    """Give where and when the documents appeared that a question is answered with."""
    for rows in batches(connection, question, OUTLINES_AT_ONCE):
        yield from map(imprint, rows)


def stands(connection: Connection, question: Question) -> Iterator[Stand]:
    """Give the outlines of the stances that a question is answered with."""
    for rows in batches(connection, question, OUTLINES_AT_ONCE):
        yield from map(stances.stand, rows)


def parts(ids: Iterable[Key]) -> Iterator[list[Key]]:
    """Give the ids or keys, each once, as many at a time as one question may ask for."""
    wanted, size = sorted(set(ids)), ENTRIES_AT_ONCE
    return (wanted[first : first + size] for first in range(0, len(wanted), size))


def by_document(rows: Iterable[Row[Any]]) -> dict[int, list[Row[Any]]]:
    """Give the rows of each document."""
    groups: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        groups[row.document].append(row)
    return groups


def actors_of_all(connection: Connection, question: Question) -> Iterator[Actor]:
    """Give the actors that a question is answered with, each put together from its rows."""
    rows = (row for batch in batches(connection, question, ENTRIES_AT_ONCE) for row in batch)
    for _, own in groupby(rows, key=attrgetter("id")):
        yield actors.actor_of_all(own)


def reading(connection: Connection, row: Row[Any]) -> Reading:
    """Give a reading with everything that it found."""
    return Reading(
        doc_id=row.doc_id,
        extractor=row.extractor,
        published_on=row.published_on,
        refused=row.refused,
        actors=_actors(connection, row.reading),
        **{
            field: tuple(found(connection, findings.entries_of_reading(table, row.reading), make))
            for field, (table, make) in FIELDS.items()
        },
    )


FIELDS: dict[str, tuple[Table, Make[Any]]] = {
    "statements": (schema.statements, statements.statement),
    "mentions": (schema.mentions, actors.mention),
    "offices": (schema.offices, lambda row, _: actors.office(row)),
    "occupancies": (schema.occupancies, actors.occupancy),
    "times": (schema.times, amounts.time),
    "money": (schema.money, amounts.money),
    "quantities": (schema.quantities, amounts.quantity),
    "stances": (schema.stances, stances.stance),
    "conditions": (schema.conditions, stances.condition),
    "plans": (schema.plan_claims, plans.plan_claim),
    "topics": (schema.topics, topics.topic),
    "meetings": (schema.meetings, occasions.meeting),
    "deadlines": (schema.deadlines, occasions.deadline),
    "provisions": (schema.provisions, provisions.provision),
}
"""Where the fields of a reading are kept and how they are made; actors differ, see `_actors`."""


def _actors(connection: Connection, reading: int) -> tuple[Actor, ...]:
    """Give the actors of one reading."""
    rows = connection.execute(actor_questions.actors_of_reading(reading))
    return tuple(actors.actor(own) for _, own in groupby(rows, key=attrgetter("entry")))


def note(row: Row[Any]) -> ReadingNote:
    """Give the line of a reading in its document's history."""
    return ReadingNote(
        reading_id=row.reading_id,
        doc_id=row.doc_id,
        extractor=row.extractor,
        published_on=row.published_on,
        recorded_at=moment(row.recorded_at),
        superseded_at=moment(row.superseded_at) if row.superseded_at else None,
    )


def known_processes(connection: Connection, question: Question) -> tuple[Process, ...]:
    """Give the negotiations that a question is answered with."""
    parties = connection.execute(processes.all_parties()).all()
    return tuple(process(row, parties) for row in connection.execute(question))
