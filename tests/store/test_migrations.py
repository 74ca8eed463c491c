"""The migrations build exactly the schema that is declared."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, text

from onrecord.store import open_record
from onrecord.store.migrating import FOLDER
from onrecord.store.schema import APPLICATION, REVISION, metadata
from onrecord.store.search import INDEXES, VIEWS


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[Connection]:
    """Give a connection to a record as the migrations build it."""
    path = tmp_path / "record.db"
    open_record(path).close()
    yield from connected(create_engine(f"sqlite:///{path}"))


@pytest.fixture
def declared() -> Iterator[Connection]:
    """Give a connection to a database as the schema declares it."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        metadata.create_all(connection)
        for statement in (*VIEWS.values(), *INDEXES.values()):
            connection.execute(text(statement))
    yield from connected(engine)


def connected(engine: Engine) -> Iterator[Connection]:
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def is_of_search(name: str | None) -> bool:
    return name is not None and any(name == it or name.startswith(f"{it}_") for it in INDEXES)


def definitions(connection: Connection) -> dict[str, str]:
    """Give the definition of everything, white space and quotation marks of names apart."""
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    found = {row.name: " ".join(row.sql.replace('"', "").split()) for row in rows}
    return {name: sql for name, sql in found.items() if name != "alembic_version"}


def test_alembic_finds_no_difference(migrated: Connection) -> None:
    context = MigrationContext.configure(
        migrated,
        opts={"include_name": lambda name, type_, _: type_ != "table" or not is_of_search(name)},
    )
    assert compare_metadata(context, metadata) == []


def test_the_definitions_are_the_same_words(migrated: Connection, declared: Connection) -> None:
    wanted = definitions(declared)
    assert {*VIEWS, *INDEXES, *metadata.tables} <= wanted.keys()
    assert definitions(migrated) == wanted


def test_the_numbers_are_those_that_the_code_knows(migrated: Connection) -> None:
    assert ScriptDirectory(str(FOLDER)).get_heads() == [REVISION]
    assert migrated.execute(text("PRAGMA application_id")).scalar_one() == APPLICATION
    assert migrated.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"
