"""Which documents are copies, edits and rewrites of which."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "sketches",
        sa.Column("document", sa.Integer, nullable=False),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("runs", sa.LargeBinary, nullable=False),
        sa.Column("names", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("document", name="sketches_key"),
        sa.ForeignKeyConstraint(["document"], ["documents.document"], name="sketches_document"),
    )
    op.create_table(
        "relations",
        sa.Column("later", sa.Integer, nullable=False),
        sa.Column("earlier", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("credited", sa.Boolean, nullable=False),
        sa.Column("passages", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("later", "earlier", name="relations_key"),
        sa.ForeignKeyConstraint(["later"], ["documents.document"], name="relations_later"),
        sa.ForeignKeyConstraint(["earlier"], ["documents.document"], name="relations_earlier"),
        sqlite_with_rowid=False,
    )
    op.create_index("relations_by_earlier", "relations", ["earlier"])
