"""What people decide about actors."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    names = ("verdict", "one", "other", "reason", "decided_by", "decided_at")
    op.create_table(
        "decisions",
        sa.Column("decision", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in names),
        sa.PrimaryKeyConstraint("decision", name="decisions_key"),
    )
    op.create_index("decisions_by_one_other", "decisions", ["one", "other"])
