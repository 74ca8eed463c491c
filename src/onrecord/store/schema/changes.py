"""The table of changes, by which whoever keeps answers knows which documents to ask for again."""

from sqlalchemy import Column, Integer, Table, Text, UniqueConstraint

from onrecord.store.schema.columns import metadata

changes = Table(
    "changes",
    metadata,
    Column("change", Integer, primary_key=True),
    Column("doc_id", Text, nullable=False),
    UniqueConstraint("doc_id"),
    sqlite_autoincrement=True,
)
"""The last change of each document, of what was read in it, and of what people made of that.

Numbers only ever grow. A document that was purged stays here by its id, as in `tombstones`.
"""

_OF_KEY = "SELECT doc_id FROM documents WHERE document = {row}.{column}"
_OF_BYTES = "SELECT doc_id FROM documents WHERE sha256 = {row}.sha256"
_OF_ENTRY = """SELECT doc_id FROM entries
    JOIN readings ON readings.reading = entries.reading
    JOIN documents ON documents.document = readings.document
    WHERE entries.entry = {row}.entry"""
_OWNERS = {
    "documents": "SELECT {row}.doc_id",
    "readings": _OF_KEY,
    "sketches": _OF_KEY,
    "notices": _OF_KEY,
    "plan_texts": _OF_KEY,
    "reviewed": _OF_ENTRY,
    "carried": _OF_ENTRY,
    "versions": _OF_BYTES,
    "file_names": _OF_BYTES,
    "file_processes": _OF_BYTES,
    "assignments": _OF_BYTES,
}
"""Which documents a row of each table belongs to. What else there is of a document is only ever
written together with a row of these."""

_ROWS = {"insert": "NEW", "update": "NEW", "delete": "OLD"}
_TRIGGER = (
    "CREATE TRIGGER {table}_{event}_changes AFTER {event} ON {table} BEGIN"
    " DELETE FROM changes WHERE doc_id IN ({owners});"
    " INSERT INTO changes (doc_id) {owners}; END"
)
"""Not `INSERT OR REPLACE`: what the writer wants done about conflicts would hold here, too."""


def _trigger(table: str, event: str) -> str:
    owners = " ".join(_OWNERS[table].format(row=_ROWS[event], column="document").split())
    return _TRIGGER.format(table=table, event=event, owners=owners)


TRIGGERS = {
    f"{table}_{event}_changes": _trigger(table, event) for table in _OWNERS for event in _ROWS
}
"""What writes the numbers: the database itself, so that no writer can forget to."""
