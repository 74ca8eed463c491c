"""Mentions are found by their actor, for who speaks of whom."""

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_index("mentions_by_actor_id", "mentions", ["actor_id"])
