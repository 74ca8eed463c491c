"""Adding a document: one transaction that changes the least."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, func, select, text, update
from sqlalchemy.dialects.sqlite import insert as insert_or_not

from onrecord.record import Document, Process, Reading
from onrecord.store import schema, search
from onrecord.store.answers import Added
from onrecord.store.mapping.anchors import Columns
from onrecord.store.mapping.details import detail_rows
from onrecord.store.mapping.documents import document_row, noise_rows
from onrecord.store.mapping.processes import party_rows, process_row
from onrecord.store.mapping.readings import reading_row
from onrecord.store.projecting import Projection
from onrecord.store.purging import refuse_purged
from onrecord.store.queries.conditions import MACHINES
from onrecord.store.queries.copies import without_relations
from onrecord.store.revising import Revising
from onrecord.store.writing import NewReading, free_key, write, write_reading


@dataclass(frozen=True, slots=True)
class Addition:
    """A document with its bytes, its reading and its negotiations.

    Raises:
        ValueError: the bytes are not the document's, or the reading is of another document.
    """

    document: Document
    content: bytes
    reading: Reading
    processes: tuple[Process, ...] = ()

    def __post_init__(self) -> None:
        doc_id = self.document.doc_id
        if sha256(self.content).hexdigest() != self.document.sha256:
            raise ValueError(f"the bytes given are not those of {doc_id}")
        read = {
            self.reading.doc_id,
            *(each.doc_id for each in self.reading.statements),
            *(each.doc_id for each in self.reading.stances),
            *(each.doc_id for each in self.reading.conditions),
            *(each.doc_id for each in self.reading.plans),
            *(each.doc_id for each in self.reading.topics),
            *(each.doc_id for each in self.reading.provisions),
            *(each.doc_id for each in self.reading.meetings),
            *(each.doc_id for each in self.reading.deadlines),
        }
        if read != {doc_id}:
            raise ValueError(f"the reading is not one of {doc_id}")


class Versions(NamedTuple):
    """A table in which one row is current among its siblings and the others are superseded."""

    table: Table
    key: ColumnElement[int]
    id: ColumnElement[str]


DOCUMENTS = Versions(schema.documents, schema.documents.c.document, schema.documents.c.doc_id)
READINGS = Versions(schema.readings, schema.readings.c.reading, schema.readings.c.reading_id)


class Turn(NamedTuple):
    """What came of making a row the current one.

    `key` is None where the row is still to be written, `stays` true where it was current before,
    `first` where there was none among its siblings.
    """

    key: int | None
    stays: bool
    first: bool


class Adding:
    """Adds documents in one transaction, at one time."""

    def __init__(self, connection: Connection, at: str) -> None:
        self.connection, self._at = connection, at

    def add(self, addition: Addition) -> Added:
        """Write what is new, supersede what is replaced, and say what that changed.

        Raises:
            NotVerbatim: an anchor's words are not the document's.
            Purged: the same bytes or the same text were purged.
        """
        refuse_purged(self.connection, addition.document)
        self.keep_file(addition)
        document, reading = addition.document, addition.reading
        same_bytes = schema.documents.c.sha256 == document.sha256
        text_turn = self._take_turn(DOCUMENTS, document.doc_id, same_bytes)
        key = text_turn.key or self._write_document(document)
        same_text = and_(schema.readings.c.document == key, MACHINES)
        turn = self._take_turn(READINGS, reading.reading_id, same_text)
        if text_turn.key and not turn.stays:
            self._describe_again(document, key)
        if turn.key is None:
            own = {"document": key, "recorded_at": self._at, **reading_row(reading)}
            write_reading(self.connection, NewReading(document, reading, own))
        if text_turn.stays and turn.stays:
            return Added.UNCHANGED
        Revising(self.connection).again(document.sha256)
        Projection(self.connection, document, self._at).renew()
        return Added.NEW if text_turn.first else Added.READ_AGAIN

    def _take_turn(self, versions: Versions, id_: str, siblings: ColumnElement[bool]) -> Turn:
        """Make the row with this id the current one among its siblings, if it is there."""
        superseded_at = versions.table.c.superseded_at
        own = select(versions.key, superseded_at).where(versions.id == id_)
        row = self.connection.execute(own).one_or_none()
        if row and row.superseded_at is None:
            return Turn(row[0], stays=True, first=False)
        others = update(versions.table).where(siblings, superseded_at.is_(None))
        replaced = self.connection.execute(others.values(superseded_at=self._at)).rowcount
        if row:
            again = update(versions.table).where(versions.id == id_)
            self.connection.execute(again.values(superseded_at=None))
        return Turn(row[0] if row else None, stays=False, first=not (row or replaced))

    def keep_file(self, addition: Addition) -> None:
        """Write bytes, name and negotiations as far as they are not known."""
        digest = addition.document.sha256
        self._write_new(schema.files, [{"sha256": digest, "content": addition.content}])
        self._write_new(schema.file_names, [{"sha256": digest, "name": addition.document.name}])
        for process in addition.processes:
            self._keep_process(process)
            self._write_new(schema.process_parties, party_rows(process))
            member = {"sha256": digest, "process_id": process.process_id}
            self._write_new(schema.file_processes, [member])

    def _keep_process(self, process: Process) -> None:
        """Write a negotiation; of spellings of one name the first by alphabet stands."""
        row = insert_or_not(schema.processes).values(**process_row(process))
        smaller = func.min(schema.processes.c.name, row.excluded.name)
        self.connection.execute(
            row.on_conflict_do_update(index_elements=["process_id"], set_={"name": smaller})
        )

    def _write_document(self, document: Document) -> int:
        """Write a document and what surrounds it, and give its key."""
        key = free_key(self.connection, DOCUMENTS.key)
        write(self.connection, schema.documents, [{"document": key, **document_row(document)}])
        self._describe(document, key)
        return key

    def _describe_again(self, document: Document, key: int) -> None:
        """Write what a new reading comes with: metadata and cleaning of the same text.

        They are the reader's view of the document, as the day that the user gives is: with the
        reading that takes its turn they take theirs.
        """
        own = {"document": key}
        self.connection.execute(text(search.DROP_DOCUMENT), own)
        for forget in without_relations(key):
            self.connection.execute(forget)
        for table in (schema.details, schema.noise):
            self.connection.execute(delete(table).where(table.c.document == key))
        row = update(schema.documents).where(schema.documents.c.document == key)
        self.connection.execute(row.values(**document_row(document)))
        self._describe(document, key)

    def _describe(self, document: Document, key: int) -> None:
        """Write what surrounds a document's text, and make its words known to search."""
        own = {"document": key}
        write(self.connection, schema.details, [{**own, **row} for row in detail_rows(document)])
        write(self.connection, schema.noise, [{**own, **row} for row in noise_rows(document)])
        self.connection.execute(text(search.ADD_DOCUMENT), own)

    def _write_new(self, table: Table, rows: Sequence[Columns]) -> None:
        """Write the rows that are not there."""
        if rows:
            self.connection.execute(insert_or_not(table).on_conflict_do_nothing(), rows)
