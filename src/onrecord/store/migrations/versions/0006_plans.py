"""What documents say of plans, and what statements are about."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

Columns = list["sa.Column[Any]"]


def text(*names: str) -> Columns:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def optional(*names: str) -> Columns:
    return [sa.Column(name, sa.Text) for name in names]


def provenance() -> Columns:
    confidence: sa.Column[Any] = sa.Column("confidence", sa.Double)
    named = (*text("extractor", "version", "rule_id"), *optional("model"))
    return [*named, confidence, *optional("reviewed_by")]


def upgrade() -> None:
    _topics()
    op.create_table(
        "plan_claims",
        sa.Column("entry", sa.Integer, nullable=False),
        *text("object_id", "object_kind", "label"),
        *optional("lineage", "object_version", "category"),
        *text("object_names", "aspect", "instrument"),
        *optional("sponsor"),
        *text("sponsor_key"),
        sa.Column("own", sa.Boolean, nullable=False),
        *text("status"),
        *optional("statement_id", "said_by", "said_on", "reported_on", "actor_id"),
        sa.Column("number", sa.Integer),
        *optional("qualifier", "on_day", "route", "mark"),
        *provenance(),
        sa.PrimaryKeyConstraint("entry", name="plan_claims_key"),
        sa.ForeignKeyConstraint(["entry"], ["entries.entry"], name="plan_claims_entry"),
    )
    op.create_index("plan_claims_by_lineage", "plan_claims", ["lineage"])


def _topics() -> None:
    op.create_table(
        "topics",
        sa.Column("entry", sa.Integer, nullable=False),
        *text("object_id", "object_kind", "label"),
        *optional("lineage", "object_version", "category"),
        *text("object_names", "statement_id"),
        *provenance(),
        sa.PrimaryKeyConstraint("entry", name="topics_key"),
        sa.ForeignKeyConstraint(["entry"], ["entries.entry"], name="topics_entry"),
    )
    for name in ("statement_id", "object_id"):
        op.create_index(f"topics_by_{name}", "topics", [name])
