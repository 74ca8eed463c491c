"""The table of what documents say of plans."""

from sqlalchemy import Boolean, Column, Double, Index, Integer, Table, Text

from onrecord.store.schema.columns import always, metadata, of

plan_claims = Table(
    "plan_claims",
    metadata,
    of("entries.entry", key=True),
    always("object_id"),
    always("object_kind"),
    always("label"),
    Column("lineage", Text),
    Column("object_version", Text),
    Column("category", Text),
    always("object_names"),
    always("aspect"),
    always("instrument"),
    Column("sponsor", Text),
    always("sponsor_key"),
    Column("own", Boolean, nullable=False),
    always("status"),
    Column("statement_id", Text),
    Column("said_by", Text),
    Column("said_on", Text),
    Column("reported_on", Text),
    Column("actor_id", Text),
    Column("number", Integer),
    Column("qualifier", Text),
    Column("on_day", Text),
    Column("route", Text),
    Column("mark", Text),
    always("extractor"),
    always("version"),
    always("rule_id"),
    Column("model", Text),
    Column("confidence", Double),
    Column("reviewed_by", Text),
    Index(None, "lineage"),
)
"""The columns of what is spoken of are those of `stances`; `on_day` is EDTF."""
