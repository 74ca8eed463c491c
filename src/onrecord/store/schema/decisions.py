"""The table of what people decided."""

from sqlalchemy import Index, Table

from onrecord.store.schema.columns import always, key, metadata

decisions = Table(
    "decisions",
    metadata,
    key("decision"),
    always("verdict"),
    always("one"),
    always("other"),
    always("reason"),
    always("decided_by"),
    always("decided_at"),
    Index(None, "one", "other"),
)
"""Decisions on pairs of actors, in the order in which they were made; none is ever changed."""
