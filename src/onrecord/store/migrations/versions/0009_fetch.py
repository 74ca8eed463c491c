"""Articles over time: versions, notices, what was purged, and what is watched."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

Columns = list["sa.Column[Any]"]


def text(*names: str) -> Columns:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def optional(*names: str) -> Columns:
    return [sa.Column(name, sa.Text) for name in names]


def number(*names: str) -> Columns:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def key(table: str, *names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names, name=f"{table}_key")


def refers(table: str, name: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([name], [target], name=f"{table}_{name}")


def index(table: str, name: str) -> None:
    op.create_index(f"{table}_by_{name}", table, [name])


def upgrade() -> None:
    _versions()
    _notices()
    _tombstones()
    _watching()


def _versions() -> None:
    op.create_table(
        "versions",
        *text("sha256", "article"),
        *optional("created", "fetched_on", "known_on", "left_on"),
        *text("seen_at"),
        key("versions", "sha256"),
        refers("versions", "sha256", "files.sha256"),
        sqlite_with_rowid=False,
    )
    index("versions", "article")
    op.create_table(
        "carried",
        *number("entry"),
        *text("carried_on"),
        key("carried", "entry"),
        refers("carried", "entry", "entries.entry"),
    )


def _notices() -> None:
    places = ("start", "end", "clean_start", "clean_end", "sentence", "paragraph")
    op.create_table(
        "notices",
        *number("document", "part"),
        *text("kind"),
        *optional("about"),
        *(sa.Column(name, sa.Integer) for name in places),
        *text("exact"),
        key("notices", "document", "part"),
        refers("notices", "document", "documents.document"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "notice_targets",
        *number("document", "part"),
        *text("doc_id"),
        key("notice_targets", "document", "part", "doc_id"),
        refers("notice_targets", "document", "documents.document"),
        sqlite_with_rowid=False,
    )
    index("notice_targets", "doc_id")


def _tombstones() -> None:
    op.create_table(
        "tombstones",
        *text("doc_id", "sha256", "text_sha256"),
        *optional("article_sha256"),
        *text("reason", "purged_by", "purged_at"),
        key("tombstones", "doc_id"),
    )
    for name in ("sha256", "text_sha256", "article_sha256"):
        index("tombstones", name)


def _watching() -> None:
    op.create_table(
        "assignments",
        *text("sha256", "process_id", "reason"),
        key("assignments", "sha256", "process_id"),
        refers("assignments", "sha256", "files.sha256"),
        refers("assignments", "process_id", "processes.process_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "visits",
        *text("url"),
        *optional("listed_by", "listed_as", "etag", "last_modified"),
        *text("outcome", "reason"),
        *number("failures"),
        *text("first_at", "visited_at", "due_at"),
        key("visits", "url"),
        sqlite_with_rowid=False,
    )
    index("visits", "listed_by")
    op.create_table(
        "alerts",
        *number("alert"),
        *text("alert_id", "kind", "title", "words"),
        *optional("doc_id", "entry_id"),
        *text("raised_at"),
        *optional("sent_at"),
        key("alerts", "alert"),
    )
    op.create_index("alerts_one_alert_id", "alerts", ["alert_id"], unique=True)
