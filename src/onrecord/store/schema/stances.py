"""The tables of stances and conditions."""

from sqlalchemy import Boolean, Column, Double, Index, Table, Text

from onrecord.store.schema.columns import always, metadata, of

stances = Table(
    "stances",
    metadata,
    of("entries.entry", key=True),
    always("holder"),
    always("object_id"),
    always("object_kind"),
    always("label"),
    Column("lineage", Text),
    Column("object_version", Text),
    Column("category", Text),
    always("object_names"),
    always("value"),
    always("basis"),
    Column("aspect", Text),
    Column("as_of", Text),
    Column("as_of_min", Text),
    Column("as_of_max", Text),
    Column("reported_on", Text),
    Column("reported_by", Text),
    Column("version_ambiguous", Boolean, nullable=False),
    always("extractor"),
    always("version"),
    always("rule_id"),
    Column("model", Text),
    Column("confidence", Double),
    Column("reviewed_by", Text),
    Index(None, "holder"),
    Index(None, "object_id"),
)
"""`as_of_min` and `as_of_max` are as `said_min` and `said_max` of statements.

`object_names` are the words of the label and the category without case and diacritics, a blank
before each, to be found by their beginnings.
"""

conditions = Table(
    "conditions",
    metadata,
    of("entries.entry", key=True),
    always("type"),
    Column("actor_id", Text),
    Column("statement_id", Text),
    always("extractor"),
    always("version"),
    always("rule_id"),
    Column("model", Text),
    Column("confidence", Double),
    Column("reviewed_by", Text),
)
