"""Provisions of plans."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    def text(*names: str, nullable: bool = False) -> "list[sa.Column[str]]":
        return [sa.Column(name, sa.Text, nullable=nullable) for name in names]

    op.create_table(
        "provisions",
        sa.Column("entry", sa.Integer, nullable=False),
        *text("plan_id", "plan_label"),
        *text("lineage", "plan_version", nullable=True),
        *text("plan_names"),
        sa.Column("version_ambiguous", sa.Boolean, nullable=False),
        *text("object_id", nullable=True),
        sa.Column("number", sa.Integer),
        *text("category", nullable=True),
        *text("modality", "text_state"),
        *text("condition_id", "statement_id", "reported_by", "reported_on", nullable=True),
        *text("extractor", "version", "rule_id"),
        *text("model", nullable=True),
        sa.Column("confidence", sa.Double),
        *text("reviewed_by", nullable=True),
        sa.PrimaryKeyConstraint("entry", name="provisions_key"),
        sa.ForeignKeyConstraint(["entry"], ["entries.entry"], name="provisions_entry"),
    )
    op.create_index("provisions_by_plan_id", "provisions", ["plan_id"])
