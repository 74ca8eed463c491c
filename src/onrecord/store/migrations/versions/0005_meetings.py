"""Meetings and deadlines."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

PROVENANCE = ("extractor", "version", "rule_id")


def upgrade() -> None:
    dates = ("date", "date_min", "date_max")
    _table(
        "meetings",
        ("type", "status"),
        ("track", "host", "place", *dates, "told_by", "reported_on"),
    )
    op.create_index("meetings_by_date_min", "meetings", ["date_min"])
    days = ("due", "due_min", "due_max", "moved_from")
    _table(
        "deadlines",
        ("step",),
        ("set_by", "act_required", *days, "firmness", "announced_on", "told_by", "reported_on"),
    )
    op.create_index("deadlines_by_due_min", "deadlines", ["due_min"])


def _table(name: str, always: tuple[str, ...], optional: tuple[str, ...]) -> None:
    op.create_table(
        name,
        sa.Column("entry", sa.Integer, nullable=False),
        *_texts(always, nullable=False),
        *_texts(optional, nullable=True),
        *_texts(PROVENANCE, nullable=False),
        sa.Column("model", sa.Text),
        sa.Column("confidence", sa.Double),
        sa.Column("reviewed_by", sa.Text),
        sa.PrimaryKeyConstraint("entry", name=f"{name}_key"),
        sa.ForeignKeyConstraint(["entry"], ["entries.entry"], name=f"{name}_entry"),
    )


def _texts(names: tuple[str, ...], *, nullable: bool) -> list["sa.Column[Any]"]:
    return [sa.Column(name, sa.Text, nullable=nullable) for name in names]
