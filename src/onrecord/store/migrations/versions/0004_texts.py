"""Texts of plans, point by point."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    _texts()
    _points()


def _text(*names: str) -> list["sa.Column[str]"]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _optional(*names: str) -> list["sa.Column[str]"]:
    return [sa.Column(name, sa.Text) for name in names]


def _texts() -> None:
    op.create_table(
        "plan_texts",
        sa.Column("text", sa.Integer, nullable=False),
        sa.Column("document", sa.Integer, nullable=False),
        *_text("text_id", "plan", "version", "names"),
        *_optional("dated", "title"),
        *_text("reader", "recorded_at"),
        *_optional("superseded_at"),
        sa.PrimaryKeyConstraint("text", name="plan_texts_key"),
        sa.UniqueConstraint("text_id", name="plan_texts_one_text_id"),
        sa.ForeignKeyConstraint(["document"], ["documents.document"], name="plan_texts_document"),
    )
    op.create_index("plan_texts_by_document", "plan_texts", ["document"])


def _points() -> None:
    places = ("start", "end", "clean_start", "clean_end", "sentence", "paragraph")
    op.create_table(
        "plan_points",
        sa.Column("text", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        *_text("point_id", "kind", "path"),
        *_optional("number", "parent", "option"),
        *_text("bracketing", "state"),
        *_optional("category"),
        *(sa.Column(name, sa.Integer) for name in places),
        *_text("exact", "words"),
        sa.PrimaryKeyConstraint("text", "place", name="plan_points_key"),
        sa.ForeignKeyConstraint(["text"], ["plan_texts.text"], name="plan_points_text"),
        sqlite_with_rowid=False,
    )
    op.create_index("plan_points_by_point_id", "plan_points", ["point_id"])
