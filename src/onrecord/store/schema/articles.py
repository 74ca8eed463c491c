"""The tables of articles over time: versions, notices, tombstones; and of watching them."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from onrecord.store.schema.columns import always, key, metadata, of, place

versions = Table(
    "versions",
    metadata,
    Column("sha256", Text, ForeignKey("files.sha256"), primary_key=True),
    always("article"),
    Column("created", Text),
    Column("fetched_on", Text),
    Column("known_on", Text),
    Column("left_on", Text),
    always("seen_at"),
    Index(None, "article"),
    sqlite_with_rowid=False,
)
"""Bytes as versions of one article, which is named by the one spelling of its address.

`known_on` is empty for the first version, `left_on` (the next one's `known_on`) for the last.
"""

carried = Table(
    "carried",
    metadata,
    of("entries.entry", key=True),
    always("carried_on"),
)
"""Entries of which a later version of the article has the same words, and from which day.

Follows from the readings of the article's versions, and is made anew with each of them.
"""

notices = Table(
    "notices",
    metadata,
    of("documents.document", key=True),
    Column("part", Integer, primary_key=True),
    always("kind"),
    Column("about", Text),
    *place(),
    always("exact"),
    sqlite_with_rowid=False,
)
"""The words by which a document takes something back."""

notice_targets = Table(
    "notice_targets",
    metadata,
    of("documents.document", key=True),
    Column("part", Integer, primary_key=True),
    Column("doc_id", Text, primary_key=True),
    Index(None, "doc_id"),
    sqlite_with_rowid=False,
)
"""The documents on record that a notice is about."""

tombstones = Table(
    "tombstones",
    metadata,
    Column("doc_id", Text, primary_key=True),
    always("sha256"),
    always("text_sha256"),
    Column("article_sha256", Text),
    always("reason"),
    always("purged_by"),
    always("purged_at"),
    Index(None, "sha256"),
    Index(None, "text_sha256"),
    Index(None, "article_sha256"),
)
"""What stays of purged documents: digests, so that they are known if they come again."""

assignments = Table(
    "assignments",
    metadata,
    Column("sha256", Text, ForeignKey("files.sha256"), primary_key=True),
    Column("process_id", Text, ForeignKey("processes.process_id"), primary_key=True),
    always("reason"),
    sqlite_with_rowid=False,
)
"""Why a document belongs to a negotiation, where a rule decided it."""

visits = Table(
    "visits",
    metadata,
    Column("url", Text, primary_key=True),
    Column("listed_by", Text),
    Column("listed_as", Text),
    Column("etag", Text),
    Column("last_modified", Text),
    always("outcome"),
    always("reason"),
    Column("failures", Integer, nullable=False),
    always("first_at"),
    always("visited_at"),
    always("due_at"),
    Index(None, "listed_by"),
    sqlite_with_rowid=False,
)
"""What is known of each address that was fetched: what came of it, and when it is due again."""

alerts = Table(
    "alerts",
    metadata,
    key("alert"),
    Column("alert_id", Text, nullable=False),
    always("kind"),
    always("title"),
    always("words"),
    Column("doc_id", Text),
    Column("entry_id", Text),
    always("raised_at"),
    Column("sent_at", Text),
    Index("alerts_one_alert_id", "alert_id", unique=True),
)
"""What a user asked to be told, once each; `sent_at` is empty while a message could not be sent."""
