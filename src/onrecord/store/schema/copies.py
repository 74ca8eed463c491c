"""The tables of how documents hang together; all of it can be made anew from the texts."""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, Table

from onrecord.store.schema.columns import always, metadata, of

sketches = Table(
    "sketches",
    metadata,
    of("documents.document", key=True),
    always("made_by"),
    Column("runs", LargeBinary, nullable=False),
    Column("names", LargeBinary, nullable=False),
)
"""What documents are found by; hashes are 32-bit numbers, the smaller byte first, sorted."""

relations = Table(
    "relations",
    metadata,
    Column("later", Integer, ForeignKey("documents.document"), primary_key=True),
    Column("earlier", Integer, ForeignKey("documents.document"), primary_key=True),
    always("kind"),
    Column("score", Float, nullable=False),
    always("reason"),
    Column("credited", Boolean, nullable=False),
    always("passages"),
    Index(None, "earlier"),
    sqlite_with_rowid=False,
)
"""What a document is to an earlier one. `passages` is a JSON list: it is only ever read whole."""
