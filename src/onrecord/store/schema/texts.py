"""The tables of texts of plans."""

from sqlalchemy import Column, Index, Integer, Table, Text, UniqueConstraint

from onrecord.store.schema.columns import always, key, metadata, of, place

plan_texts = Table(
    "plan_texts",
    metadata,
    key("text"),
    of("documents.document"),
    always("text_id"),
    always("plan"),
    always("version"),
    always("names"),
    Column("dated", Text),
    Column("title", Text),
    always("reader"),
    always("recorded_at"),
    Column("superseded_at", Text),
    UniqueConstraint("text_id"),
    Index(None, "document"),
)
"""The text of a version of a plan in one document, as one reader read it.

`names` are the words of plan and version without case and diacritics, a blank before each. The
text of the same document under the same names supersedes the earlier one.
"""

plan_points = Table(
    "plan_points",
    metadata,
    of("plan_texts.text", key=True),
    Column("place", Integer, primary_key=True),
    always("point_id"),
    always("kind"),
    always("path"),
    Column("number", Text),
    Column("parent", Text),
    Column("option", Text),
    always("bracketing"),
    always("state"),
    Column("category", Text),
    *place(),
    always("exact"),
    always("words"),
    Index(None, "point_id"),
    sqlite_with_rowid=False,
)
"""The passages of a text in order, each with its anchor."""
