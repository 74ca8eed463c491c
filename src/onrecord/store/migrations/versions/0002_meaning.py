"""What statements mean: stances, conditions, certainty, and what happens at a time."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

Columns = list["sa.Column[Any]"]
Type = type[sa.types.TypeEngine[Any]]


def text(*names: str) -> Columns:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def optional(*names: str, type_: Type = sa.Text) -> Columns:
    return [sa.Column(name, type_) for name in names]


def number(*names: str, type_: Type = sa.Integer) -> Columns:
    return [sa.Column(name, type_, nullable=False) for name in names]


def provenance() -> Columns:
    return [
        *text("extractor", "version", "rule_id"),
        *optional("model"),
        *optional("confidence", type_=sa.Double),
        *optional("reviewed_by"),
    ]


def key(table: str, *names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names, name=f"{table}_key")


def refers(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["entry"], ["entries.entry"], name=f"{table}_entry")


def index(table: str, name: str) -> None:
    op.create_index(f"{table}_by_{name}", table, [name])


def upgrade() -> None:
    certainty = (
        *optional("certainty_source", "certainty_author"),
        *optional("conditional", type_=sa.Boolean),
    )
    for column in certainty:
        op.add_column("statements", column)
    role = sa.Column("role", sa.Text, nullable=False, server_default="none")
    for column in (role, *optional("role_basis")):
        op.add_column("times", column)
    _links()
    _stances()
    _conditions()


def _links() -> None:
    op.create_table(
        "links",
        *number("entry"),
        *text("role"),
        *number("part"),
        *text("id"),
        key("links", "entry", "role", "part"),
        refers("links"),
        sqlite_with_rowid=False,
    )
    index("links", "id")


def _stances() -> None:
    op.create_table(
        "stances",
        *number("entry"),
        *text("holder", "object_id", "object_kind", "label"),
        *optional("lineage", "object_version", "category"),
        *text("object_names", "value", "basis"),
        *optional("aspect", "as_of", "as_of_min", "as_of_max", "reported_on", "reported_by"),
        *number("version_ambiguous", type_=sa.Boolean),
        *provenance(),
        key("stances", "entry"),
        refers("stances"),
    )
    index("stances", "holder")
    index("stances", "object_id")


def _conditions() -> None:
    op.create_table(
        "conditions",
        *number("entry"),
        *text("type"),
        *optional("actor_id", "statement_id"),
        *provenance(),
        key("conditions", "entry"),
        refers("conditions"),
    )
