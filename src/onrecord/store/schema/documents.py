"""The tables of documents: bytes, texts, what surrounds them, and the negotiations."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from onrecord.store.schema.columns import always, key, metadata, of, one_current, place

UNKNOWN_DAY = "9999-12-31"
"""Stands for an unknown day of publication in `order_day`, so that such documents come last."""

files = Table(
    "files",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""The bytes as published, once each."""

file_names = Table(
    "file_names",
    metadata,
    Column("sha256", Text, ForeignKey("files.sha256"), primary_key=True),
    Column("name", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""The names under which bytes were seen."""

processes = Table(
    "processes",
    metadata,
    Column("process_id", Text, primary_key=True),
    always("name"),
)

process_parties = Table(
    "process_parties",
    metadata,
    Column("process_id", Text, ForeignKey("processes.process_id"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("actor_id", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""`role` is `party` or `third_party`."""

file_processes = Table(
    "file_processes",
    metadata,
    Column("sha256", Text, ForeignKey("files.sha256"), primary_key=True),
    Column("process_id", Text, ForeignKey("processes.process_id"), primary_key=True),
    Index(None, "process_id"),
    sqlite_with_rowid=False,
)
"""The negotiations that a document belongs to, whichever reader gave its text."""

documents = Table(
    "documents",
    metadata,
    key("document"),
    Column("doc_id", Text, nullable=False),
    Column("sha256", Text, ForeignKey("files.sha256"), nullable=False),
    Column("superseded_at", Text),
    always("order_day"),
    Column("published_min", Text),
    Column("published_max", Text),
    always("media_type"),
    always("reader"),
    always("encoding"),
    always("url_status"),
    Column("language", Text),
    always("edits"),
    always("paragraphs"),
    always("raw_text"),
    always("clean_text"),
    UniqueConstraint("doc_id"),
    Index(None, "sha256"),
    one_current("documents", "sha256"),
    Index(None, "order_day", "doc_id"),
)
"""One text of one file. `edits` and `paragraphs` are JSON lists: they are only ever read whole.

The long columns stand last, so that SQLite finds the short ones without reading them.
"""

details = Table(
    "details",
    metadata,
    of("documents.document", key=True),
    Column("role", Text, primary_key=True),
    Column("part", Integer, primary_key=True),
    always("value"),
    Column("field", Text),
    Column("precision", Text),
    Column("zone", Text),
    Column("target", Text),
    *place(),
    Column("exact", Text),
    sqlite_with_rowid=False,
)
"""The metadata of documents; `role` is the field of `Metadata`, `part` numbers several values."""

noise = Table(
    "noise",
    metadata,
    of("documents.document", key=True),
    Column("place", Integer, primary_key=True),
    always("kind"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    always("fix"),
    Column("fix_text", Text),
    sqlite_with_rowid=False,
)
