"""The tables of readings and of what they found."""

from sqlalchemy import (
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from onrecord.store.schema.columns import always, key, metadata, of, one_current, place

readings = Table(
    "readings",
    metadata,
    key("reading"),
    Column("reading_id", Text, nullable=False),
    of("documents.document"),
    always("extractor"),
    Column("published_on", Text),
    Column("refused", Text),
    always("recorded_at"),
    Column("superseded_at", Text),
    UniqueConstraint("reading_id"),
    Index(None, "document"),
    one_current("readings", "document", among=" AND extractor <> 'people'"),
)
"""Runs of an extractor over a document; a database has at most one current one for each.

What people corrected or added stands in readings of the extractor `people`, one for each entry.
"""

entries = Table(
    "entries",
    metadata,
    key("entry"),
    of("readings.reading"),
    always("kind"),
    Column("place", Integer, nullable=False),
    always("id"),
    always("digits"),
    UniqueConstraint("reading", "kind", "place"),
    Index(None, "digits"),
)
"""Everything a reading found: its kind, its place among its kind, its id.

`digits` is the id without its kind part, to be found by its beginning. The kind `source` is a
statement's source that is not among the reading's mentions.
"""

anchors = Table(
    "anchors",
    metadata,
    of("entries.entry", key=True),
    Column("role", Text, primary_key=True),
    Column("part", Integer, primary_key=True),
    *place(),
    always("exact"),
    sqlite_with_rowid=False,
)
"""The words of entries: `role` says which words, `part` numbers them."""

links = Table(
    "links",
    metadata,
    of("entries.entry", key=True),
    Column("role", Text, primary_key=True),
    Column("part", Integer, primary_key=True),
    always("id"),
    Index(None, "id"),
    sqlite_with_rowid=False,
)
"""The ids of other entries that an entry refers to: `role` says as what, `part` numbers them."""

actors = Table(
    "actors",
    metadata,
    of("entries.entry", key=True),
    always("schema"),
    Column("country", Text),
    Column("speaks_for", Text),
)
"""Actors as single readings give them; queries put them together by their id."""

actor_names = Table(
    "actor_names",
    metadata,
    key("actor_name"),
    Column("entry", Integer, ForeignKey("actors.entry"), nullable=False),
    Column("part", Integer, nullable=False),
    always("name"),
    UniqueConstraint("entry", "part"),
)
"""The names of actors: part 0 is the name, the others are the aliases."""

offices = Table(
    "offices",
    metadata,
    of("entries.entry", key=True),
    always("title"),
    Column("organization", Text),
)

occupancies = Table(
    "occupancies",
    metadata,
    of("entries.entry", key=True),
    always("office_id"),
    always("actor_id"),
    Column("start", Text),
    Column("end", Text),
)

mentions = Table(
    "mentions",
    metadata,
    of("entries.entry", key=True),
    always("kind"),
    Column("actor_id", Text),
    Column("literal_place", Boolean, nullable=False),
    always("basis"),
    Index(None, "actor_id"),
)

statements = Table(
    "statements",
    metadata,
    of("entries.entry", key=True),
    Column("source", Integer, ForeignKey("mentions.entry")),
    Column("actor_id", Text),
    always("form"),
    always("speech_act"),
    always("reporter_distance"),
    always("sourcing_level"),
    Column("said_on", Text),
    Column("said_on_basis", Text),
    Column("said_min", Text),
    Column("said_max", Text),
    Column("reported_on", Text),
    Column("flag_unnamed_opinion", Boolean, nullable=False),
    Column("nested_in", Text),
    always("extractor"),
    always("version"),
    always("rule_id"),
    Column("model", Text),
    Column("confidence", Double),
    Column("reviewed_by", Text),
    always("gist"),
    Column("certainty_source", Text),
    Column("certainty_author", Text),
    Column("conditional", Boolean),
    Index(None, "actor_id"),
    Index(None, "source"),
    Index(None, "said_min"),
    Index(None, "said_max"),
)
"""`said_min` and `said_max` are the first and last day of `said_on`, or else of `reported_on`.

An open end is 0001-01-01 or 9999-12-31; both are empty where nothing bounds the statement.
Without the index of `source` taking out one corrected statement would search all of them.
`certainty_source`, `certainty_author` and `conditional` are all empty where nobody asked for it.
"""

times = Table(
    "times",
    metadata,
    of("entries.entry", key=True),
    always("type"),
    Column("edtf", Text),
    always("timex_value"),
    always("rule"),
    Column("mod", Text),
    Column("function", Text),
    Column("role", Text, nullable=False, server_default="none"),
    Column("role_basis", Text),
)

money = Table(
    "money",
    metadata,
    of("entries.entry", key=True),
    Column("amount", Double, nullable=False),
    Column("upper", Double),
    Column("currency", Text),
    always("qualifier"),
    always("currency_basis"),
)

quantities = Table(
    "quantities",
    metadata,
    of("entries.entry", key=True),
    Column("number", Double, nullable=False),
    Column("upper", Double),
    always("unit"),
    always("qualifier"),
)
