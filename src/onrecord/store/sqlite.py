"""The store in a SQLite file."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Engine, Row

from onrecord.errors import NoSuchEntry
from onrecord.record import (
    Actor,
    Appearance,
    Document,
    Imprint,
    Office,
    Process,
    Reading,
    Stance,
    Stand,
    Statement,
    Voice,
)
from onrecord.store import checking, loading, looking
from onrecord.store.adding import Adding, Addition
from onrecord.store.answers import Added, Counts, Entry, Found, Known, Problem, ReadingNote
from onrecord.store.articles import SqliteArticles
from onrecord.store.browsing import Browsing
from onrecord.store.copies import CopiesInSqlite
from onrecord.store.database import writing
from onrecord.store.filters import (
    ALL_ACTORS,
    ALL_DOCUMENTS,
    ALL_ENTRIES,
    ALL_STANCES,
    ALL_STATEMENTS,
    ActorFilter,
    DocumentFilter,
    EntryFilter,
    StanceFilter,
    StatementFilter,
)
from onrecord.store.mapping.actors import office
from onrecord.store.mapping.days import stamp
from onrecord.store.mapping.identities import appearances
from onrecord.store.queries import actors as actor_questions
from onrecord.store.queries import documents as document_questions
from onrecord.store.queries import findings
from onrecord.store.queries import identities as identity_questions
from onrecord.store.queries import stances as stance_questions
from onrecord.store.queries.conditions import Question
from onrecord.store.reviewing import SqliteReviews
from onrecord.store.texts import Shelf


class SqliteStore(Shelf, CopiesInSqlite, Browsing, SqliteArticles, SqliteReviews):
    """A record in a SQLite file; what each method promises stands in `contract.Store`."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        super().__init__(engine, clock)
        self._writer = writing(engine)

    def add(
        self,
        document: Document,
        content: bytes,
        reading: Reading,
        processes: Iterable[Process] = (),
    ) -> Added:
        """Keep a document, its original bytes and its reading, and say what that changed."""
        addition = Addition(document, content, reading, tuple(processes))
        with self._writer.begin() as connection:
            return Adding(connection, stamp(self._clock())).add(addition)

    def documents(self, wanted: DocumentFilter = ALL_DOCUMENTS) -> Iterator[Document]:
        """Give the documents."""
        with self._engine.connect() as connection:
            question = document_questions.documents_wanted(wanted, self._ids(wanted.process))
            yield from loading.documents(connection, question)

    def imprints(self, wanted: DocumentFilter = ALL_DOCUMENTS) -> Iterator[Imprint]:
        """Give where and when the documents appeared."""
        with self._engine.connect() as connection:
            question = document_questions.imprints(wanted, self._ids(wanted.process))
            yield from loading.imprints(connection, question)

    def known(self, sha256: str) -> Known | None:
        """Give what is known of the bytes with this digest, None where they were not read."""
        with self._engine.connect() as connection:
            return looking.known(connection, sha256)

    def document(self, doc_id: str) -> Document:
        """Give one document, a superseded one too."""
        with self._engine.connect() as connection:
            for document in looking.document(connection, doc_id):
                return document
            raise looking.missing(connection, doc_id)

    def names(self, doc_id: str) -> tuple[str, ...]:
        """Give the names under which the document's bytes were seen, sorted."""
        rows = self._rows_about(doc_id, document_questions.names_of(doc_id))
        return tuple(row.name for row in rows)

    def content(self, doc_id: str) -> bytes:
        """Give the document's bytes as they were published."""
        (row,) = self._rows_about(doc_id, document_questions.content_of(doc_id))
        return bytes(row.content)

    def reading(self, doc_id: str) -> Reading:
        """Give the document's current reading."""
        with self._engine.connect() as connection:
            question = document_questions.latest_reading_of(doc_id)
            for row in connection.execute(question).all():
                return loading.reading(connection, row)
        raise NoSuchEntry(doc_id)

    def readings(self, doc_id: str) -> tuple[ReadingNote, ...]:
        """Give the history of a document's readings, in the order in which they were recorded."""
        rows = self._rows_about(doc_id, document_questions.readings_of(doc_id))
        return tuple(loading.note(row) for row in rows)

    def statements(self, wanted: StatementFilter = ALL_STATEMENTS) -> Iterator[Statement]:
        """Give the statements."""
        question = findings.statements_wanted(wanted, self._ids(wanted.process))
        return self._found("statements", question)

    def voices(self, wanted: EntryFilter = ALL_ENTRIES) -> Iterator[Voice]:
        """Give who is heard in which document."""
        rows = self._rows(findings.voices(wanted, self._ids(wanted.process)))
        return (Voice(row.actor_id, row.doc_id, bool(row.declined)) for row in rows)

    def stances(self, wanted: StanceFilter = ALL_STANCES) -> Iterator[Stance]:
        """Give the stances."""
        question = stance_questions.stances_wanted(wanted, self._ids(wanted.process))
        return self._found("stances", question)

    def stands(self, wanted: StanceFilter = ALL_STANCES) -> Iterator[Stand]:
        """Give the outlines of the stances."""
        question = stance_questions.stands_wanted(wanted, self._ids(wanted.process))
        with self._engine.connect() as connection:
            yield from loading.stands(connection, question)

    def stances_with(self, ids: Iterable[str]) -> Iterator[Stance]:
        """Give the stances with these ids."""
        for some in loading.parts(ids):
            yield from self._found("stances", stance_questions.stances_with(some))

    def stances_from(self, statement_id: str) -> Iterator[Stance]:
        """Give the stances that were read from a statement."""
        return self._found("stances", stance_questions.stances_read_from(statement_id))

    def actors(self, wanted: ActorFilter = ALL_ACTORS) -> Iterator[Actor]:
        """Give the actors by name and id, each with its names from all documents."""
        question = actor_questions.actors_wanted(wanted, self._ids(wanted.process))
        with self._engine.connect() as connection:
            actors = loading.actors_of_all(connection, question)
            end = None if wanted.limit is None else wanted.offset + wanted.limit
            yield from islice(actors, wanted.offset, end)

    def actors_with(self, ids: Iterable[str]) -> Iterator[Actor]:
        """Give the actors with these ids."""
        for some in loading.parts(ids):
            with self._engine.connect() as connection:
                question = actor_questions.actors_with(some)
                yield from loading.actors_of_all(connection, question)

    def appearances(
        self, as_of: date | None = None, process: str | None = None
    ) -> tuple[Appearance, ...]:
        """Give how often and when each actor appears, by actor id."""
        rows = self._rows(identity_questions.appearances(as_of, self._ids(process)))
        return tuple(appearances(rows))

    def offices(self) -> Iterator[Office]:
        """Give the offices, each once, by title, organization and id."""
        return (office(row) for row in self._rows(findings.offices_known()))

    def find(self, prefix: str) -> Found:
        """Give the entry whose id begins so, with its kind part or without."""
        with self._engine.connect() as connection:
            return looking.find(connection, prefix)

    def entry(self, found: Found) -> Entry:
        """Give the entry itself."""
        with self._engine.connect() as connection:
            return looking.entry(connection, found)

    def counts(self) -> Counts:
        """Give how many entries of each kind there are."""
        with self._engine.connect() as connection:
            return looking.counts(connection)

    def check(self) -> list[Problem]:
        """Give everything in the record that is not as it must be, nothing if all is well."""
        return list(checking.problems(self._engine))

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        """Give the store itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go of the database."""
        self.close()

    def _rows_about(self, doc_id: str, question: Question) -> Sequence[Row[Any]]:
        """Give all rows about a document.

        Raises:
            NoSuchEntry: there is none: the document is not there.
        """
        rows = self._rows(question)
        if not rows:
            raise NoSuchEntry(doc_id)
        return rows
