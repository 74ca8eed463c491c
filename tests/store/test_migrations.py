"""The migrations build exactly the schema that is declared."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, text

from onrecord.record import Process
from onrecord.store import Added, StatementFilter, open_existing, open_record
from onrecord.store.migrating import FOLDER
from onrecord.store.schema import APPLICATION, REVISION, TRIGGERS, metadata
from onrecord.store.search import INDEXES, VIEWS
from tests.store.dumps import dump
from tests.store.samples import sample

FIRST = Path(__file__).parent / "fixtures" / "record_0001.db.gz"
"""A record as the first version wrote it: samples 1 to 3, the second read twice."""

TALKS = Process("pro-0123456789abcdef", "Selun valley talks", ("act-1", "act-2"), ("act-3",))


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
        for statement in (*VIEWS.values(), *INDEXES.values(), *TRIGGERS.values()):
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
    assert {*VIEWS, *INDEXES, *TRIGGERS, *metadata.tables} <= wanted.keys()
    assert definitions(migrated) == wanted


def test_the_numbers_are_those_that_the_code_knows(migrated: Connection) -> None:
    assert ScriptDirectory(str(FOLDER)).get_heads() == [REVISION]
    assert migrated.execute(text("PRAGMA application_id")).scalar_one() == APPLICATION
    assert migrated.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """Give a record of the first version."""
    path = tmp_path / "first.db"
    path.write_bytes(gzip.decompress(FIRST.read_bytes()))
    return path


def test_a_record_of_the_first_version_loses_nothing(first: Path) -> None:
    samples = (sample(1), sample(2), sample(3, statements=1))
    with open_existing(first) as store:
        for each in samples:
            doc_id = each.document.doc_id
            assert store.document(doc_id) == each.document
            assert store.content(doc_id) == each.content
            assert store.reading(doc_id) == each.reading
        assert store.processes(samples[0].document.doc_id) == (TALKS,)
        notes = store.readings(samples[1].document.doc_id)
        assert sorted(note.extractor for note in notes) == ["sample 0", "sample 1"]
        assert len(list(store.statements(StatementFilter(text="table")))) > 0
        assert store.check() == []


def test_a_record_of_the_first_version_is_the_same_as_one_made_now(
    first: Path, tmp_path: Path
) -> None:
    added = (sample(1), sample(2, extractor="sample 0"), sample(2), sample(3, statements=1))
    with open_record(tmp_path / "now.db") as now, open_record(first) as migrated:
        for each, processes in zip(added, ([TALKS], [], [], []), strict=True):
            now.add(*each.parts, processes=processes)
        assert dump(migrated) == dump(now)
        assert migrated.add(*sample(1).parts) is Added.UNCHANGED
        assert migrated.add(*sample(4).parts) is Added.NEW


def test_a_migrated_record_has_the_declared_schema(first: Path, declared: Connection) -> None:
    open_record(first).close()
    engine = create_engine(f"sqlite:///{first}")
    with engine.connect() as connection:
        assert definitions(connection) == definitions(declared)
    engine.dispose()
