"""What people decide about entries, beside what the machine read."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

MACHINES = sa.text("superseded_at IS NULL AND extractor <> 'people'")


def text(*names: str) -> list["sa.Column[str]"]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def optional(*names: str) -> list["sa.Column[str]"]:
    return [sa.Column(name, sa.Text) for name in names]


def number(name: str) -> "sa.Column[int]":
    return sa.Column(name, sa.Integer, nullable=False)


def truth(name: str) -> "sa.Column[bool]":
    return sa.Column(name, sa.Boolean, nullable=False)


def key(table: str, name: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(name, name=f"{table}_key")


def refers(table: str, name: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([name], [f"{target}.{name}"], name=f"{table}_{name}")


def index(table: str, name: str) -> None:
    op.create_index(f"{table}_by_{name}", table, [name])


def upgrade() -> None:
    _subjects()
    _rulings()
    _reviewed()
    index("statements", "source")
    op.drop_index("readings_one_current_document", "readings")
    op.create_index(
        "readings_one_current_document",
        "readings",
        ["document"],
        unique=True,
        sqlite_where=MACHINES,
        postgresql_where=MACHINES,
    )


def _subjects() -> None:
    op.create_table(
        "subjects",
        number("subject"),
        *text("subject_id", "kind", "sha256", "doc_id", "entry_id", "words"),
        key("subjects", "subject"),
        sa.UniqueConstraint("subject_id", name="subjects_one_subject_id"),
        refers("subjects", "sha256", "files"),
    )
    index("subjects", "sha256")
    index("subjects", "entry_id")


def _rulings() -> None:
    op.create_table(
        "rulings",
        number("ruling"),
        *text("ruling_id"),
        number("subject"),
        *text("action", "entry_id"),
        *optional("field", "before", "value", "of"),
        *text("note", "decided_by", "decided_at"),
        *optional("result"),
        key("rulings", "ruling"),
        sa.UniqueConstraint("ruling_id", name="rulings_one_ruling_id"),
        refers("rulings", "subject", "subjects"),
    )
    index("rulings", "subject")


def _reviewed() -> None:
    op.create_table(
        "reviewed",
        number("entry"),
        number("subject"),
        *text("state"),
        truth("hidden"),
        *text("ruling_id", "decided_by", "decided_at"),
        *optional("machine"),
        truth("found"),
        key("reviewed", "entry"),
        refers("reviewed", "entry", "entries"),
        refers("reviewed", "subject", "subjects"),
    )
    index("reviewed", "subject")
