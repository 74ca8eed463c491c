"""Which documents changed last, so that answers kept in memory can be brought up to date."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

KEY = "SELECT doc_id FROM documents WHERE document = {row}.document"
BYTES = "SELECT doc_id FROM documents WHERE sha256 = {row}.sha256"
ENTRY = (
    "SELECT doc_id FROM entries JOIN readings ON readings.reading = entries.reading"
    " JOIN documents ON documents.document = readings.document WHERE entries.entry = {row}.entry"
)
OWNERS = {
    "SELECT {row}.doc_id": ("documents",),
    KEY: ("readings", "sketches", "notices", "plan_texts"),
    ENTRY: ("reviewed", "carried"),
    BYTES: ("versions", "file_names", "file_processes", "assignments"),
}


def upgrade() -> None:
    op.create_table(
        "changes",
        sa.Column("change", sa.Integer, nullable=False),
        sa.Column("doc_id", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("change", name="changes_key"),
        sa.UniqueConstraint("doc_id", name="changes_one_doc_id"),
        sqlite_autoincrement=True,
    )
    op.execute("INSERT INTO changes (doc_id) SELECT doc_id FROM documents ORDER BY document")
    for owners, tables in OWNERS.items():
        for table in tables:
            for event, row in (("insert", "NEW"), ("update", "NEW"), ("delete", "OLD")):
                own = owners.format(row=row)
                body = f"DELETE FROM changes WHERE doc_id IN ({own});"  # noqa: S608 - our own names
                body += f" INSERT INTO changes (doc_id) {own};"
                op.execute(
                    f"CREATE TRIGGER {table}_{event}_changes AFTER {event} ON {table}"
                    f" BEGIN {body} END"
                )
