"""The tables of meetings and deadlines, each row what one document says of one."""

from sqlalchemy import Column, Double, Index, Table, Text

from onrecord.store.schema.columns import always, metadata, of

meetings = Table(
    "meetings",
    metadata,
    of("entries.entry", key=True),
    always("type"),
    always("status"),
    Column("track", Text),
    Column("host", Text),
    Column("place", Text),
    Column("date", Text),
    Column("date_min", Text),
    Column("date_max", Text),
    Column("told_by", Text),
    Column("reported_on", Text),
    always("extractor"),
    always("version"),
    always("rule_id"),
    Column("model", Text),
    Column("confidence", Double),
    Column("reviewed_by", Text),
    Index(None, "date_min"),
)
"""`date_min` and `date_max` are the first and last day of `date`, empty without one."""

deadlines = Table(
    "deadlines",
    metadata,
    of("entries.entry", key=True),
    always("step"),
    Column("set_by", Text),
    Column("act_required", Text),
    Column("due", Text),
    Column("due_min", Text),
    Column("due_max", Text),
    Column("moved_from", Text),
    Column("firmness", Text),
    Column("announced_on", Text),
    Column("told_by", Text),
    Column("reported_on", Text),
    always("extractor"),
    always("version"),
    always("rule_id"),
    Column("model", Text),
    Column("confidence", Double),
    Column("reviewed_by", Text),
    Index(None, "due_min"),
)
"""`due_min` and `due_max` are the first and last day of `due`, empty without one."""
