"""Writing readings, the machine's and people's: their rows, and their words for the search."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, select, text

from onrecord.record import Document, Reading
from onrecord.store import schema, search
from onrecord.store.mapping.anchors import Columns
from onrecord.store.mapping.readings import sheet
from onrecord.store.mapping.sheet import Keys


@dataclass(frozen=True, slots=True)
class NewReading:
    """A reading to be written: of which document, with which columns, from which place on."""

    document: Document
    reading: Reading
    columns: Columns
    place: int = 0


def write_reading(connection: Connection, new: NewReading) -> int:
    """Write a reading and everything that it found, and give its key.

    Raises:
        NotVerbatim: an anchor's words are not the document's.
    """
    keys = Keys(
        reading=free_key(connection, schema.readings.c.reading),
        entry=free_key(connection, schema.entries.c.entry),
        actor_name=free_key(connection, schema.actor_names.c.actor_name),
        place=new.place,
    )
    write(connection, schema.readings, [{"reading": keys.reading, **new.columns}])
    rows = sheet(new.document, new.reading, keys).rows
    for table in schema.metadata.sorted_tables:
        write(connection, table, rows.get(table, []))
    connection.execute(text(search.ADD_STATEMENTS), {"reading": keys.reading})
    connection.execute(text(search.ADD_NAMES), {"first": keys.actor_name})
    return keys.reading


def erase_reading(connection: Connection, reading: int) -> None:
    """Take a reading out again that follows from the log of rulings; no other is ever erased."""
    connection.execute(text(search.DROP_STATEMENTS), {"reading": reading})
    connection.execute(text(search.DROP_NAMES), {"reading": reading})
    own = select(schema.entries.c.entry).where(schema.entries.c.reading == reading)
    for table in reversed(schema.metadata.sorted_tables):
        if "entry" in table.c and table is not schema.entries:
            connection.execute(delete(table).where(table.c.entry.in_(own)))
    for table in (schema.entries, schema.readings):
        connection.execute(delete(table).where(table.c.reading == reading))


def free_key(connection: Connection, key: ColumnElement[int]) -> int:
    """Give the first free number of a column; no other writer can take it meanwhile."""
    last: int | None = connection.execute(select(func.max(key))).scalar_one()
    return (last or 0) + 1


def write(connection: Connection, table: Table, rows: Sequence[Columns]) -> None:
    """Write rows, if there are any."""
    if rows:
        connection.execute(insert(table), rows)
