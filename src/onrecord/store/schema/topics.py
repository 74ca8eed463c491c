"""The table of what statements are about."""

from sqlalchemy import Column, Double, Index, Table, Text

from onrecord.store.schema.columns import always, metadata, of

topics = Table(
    "topics",
    metadata,
    of("entries.entry", key=True),
    always("object_id"),
    always("object_kind"),
    always("label"),
    Column("lineage", Text),
    Column("object_version", Text),
    Column("category", Text),
    always("object_names"),
    always("statement_id"),
    always("extractor"),
    always("version"),
    always("rule_id"),
    Column("model", Text),
    Column("confidence", Double),
    Column("reviewed_by", Text),
    Index(None, "statement_id"),
    Index(None, "object_id"),
)
"""The columns of what is spoken of are those of `stances`."""
