"""What the declarations of tables share: names of constraints, and forms of columns."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Text,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "%(table_name)s_by_%(column_0_N_name)s",
        "uq": "%(table_name)s_one_%(column_0_N_name)s",
        "fk": "%(table_name)s_%(column_0_name)s",
        "pk": "%(table_name)s_key",
    }
)


def key(name: str) -> Column[int]:
    """Give a column that is the table's own number."""
    return Column(name, Integer, primary_key=True)


def of(target: str, *, key: bool = False) -> Column[int]:
    """Give a column that refers to the numbered row of another table, as part of the key or not."""
    name = target.partition(".")[2]
    return Column(name, Integer, ForeignKey(target), primary_key=key, nullable=False)


def always(name: str) -> Column[str]:
    """Give a column of text that is always there."""
    return Column(name, Text, nullable=False)


def one_current(table: str, siblings: str, among: str = "") -> Index:
    """Give an index that lets no two rows of the same siblings be current.

    `among` is SQL that leaves out rows of which any number may be current.
    """
    current = text(f"superseded_at IS NULL{among}")
    return Index(
        f"{table}_one_current_{siblings}",
        siblings,
        unique=True,
        sqlite_where=current,
        postgresql_where=current,
    )


def place() -> list[Column[int]]:
    """Give the columns of an anchor's offsets, empty where a detail has no anchor."""
    names = ("start", "end", "clean_start", "clean_end", "sentence", "paragraph")
    return [Column(name, Integer) for name in names]
