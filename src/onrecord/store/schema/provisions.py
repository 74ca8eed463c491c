"""The table of provisions."""

from sqlalchemy import Boolean, Column, Double, Index, Integer, Table, Text

from onrecord.store.schema.columns import always, metadata, of

provisions = Table(
    "provisions",
    metadata,
    of("entries.entry", key=True),
    always("plan_id"),
    always("plan_label"),
    Column("lineage", Text),
    Column("plan_version", Text),
    always("plan_names"),
    Column("version_ambiguous", Boolean, nullable=False),
    Column("object_id", Text),
    Column("number", Integer),
    Column("category", Text),
    always("modality"),
    always("text_state"),
    Column("condition_id", Text),
    Column("statement_id", Text),
    Column("reported_by", Text),
    Column("reported_on", Text),
    always("extractor"),
    always("version"),
    always("rule_id"),
    Column("model", Text),
    Column("confidence", Double),
    Column("reviewed_by", Text),
    Index(None, "plan_id"),
)
"""`plan_names` are the words of the label without case and diacritics, a blank before each, to be
found by their beginnings. Obligors, beneficiaries, further categories and amounts are links.
"""
