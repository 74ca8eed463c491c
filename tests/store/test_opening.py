"""Records are opened, or it is said why not; reading them writes nothing."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.errors import (
    NotARecord,
    RecordBusy,
    RecordInaccessible,
    RecordMissing,
    RecordTooNew,
)
from onrecord.store import Added, Counts, Opening, open_existing, open_record
from tests.store.dumps import dump
from tests.store.samples import sample

HURRIED = Opening(patience=0.1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a record with one document, closed."""
    path = tmp_path / "a record #1? 100%.db"
    with open_record(path) as store:
        store.add(*sample(1).parts)
    return path


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Give all files of a folder with their bytes and times of change."""
    return {each.name: (each.read_bytes(), each.stat().st_mtime_ns) for each in folder.iterdir()}


def test_a_record_that_is_not_there_is_made_for_writing_alone(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    for opening in (open_existing, lambda path: open_record(path, create=False)):
        with pytest.raises(RecordMissing):
            opening(path)
    assert not path.exists()
    with open_record(path) as store:
        assert store.counts() == Counts()
        assert store.check() == []
    with open_record(str(path), create=False) as store:
        assert store.counts() == Counts()


@pytest.mark.parametrize(
    "content", [b"hi", b"A text.\n" * 1000, b"SQLite format 3\x00" + b"\xff" * 4080]
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    before = state(tmp_path)
    for opening in (open_existing, open_record):
        with pytest.raises(NotARecord):
            opening(path)
    assert state(tmp_path) == before


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE moz_places (url)")
    before = state(tmp_path)
    for opening in (open_existing, open_record):
        with pytest.raises(NotARecord, match="another program"):
            opening(path)
    assert state(tmp_path) == before


def test_a_folder_is_refused(tmp_path: Path) -> None:
    for opening in (open_existing, open_record):
        with pytest.raises(NotARecord, match="folder"):
            opening(tmp_path)
    with pytest.raises(RecordInaccessible):
        open_record(tmp_path / "no such folder" / "record.db")


def test_a_damaged_record_is_refused_or_its_damage_found(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)
    with pytest.raises(NotARecord):
        open_existing(path)


def test_a_record_of_a_later_onrecord_is_refused_and_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = state(path.parent)
    for opening in (open_existing, open_record):
        with pytest.raises(RecordTooNew) as refused:
            opening(path)
        assert refused.value.revision == "9999"
    assert state(path.parent) == before


def test_a_record_held_by_another_is_busy_for_writers_and_open_to_readers(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with open_record(path, how=HURRIED) as store, pytest.raises(RecordBusy):
            store.add(*sample(2).parts)
        with open_existing(path, how=HURRIED) as store:
            assert store.counts().documents == 1
        other.execute("ROLLBACK")


def test_a_record_held_by_another_from_its_first_moment_is_busy(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(RecordBusy):
            open_record(path, how=HURRIED)


def test_reading_a_record_changes_no_file(path: Path) -> None:
    before = state(path.parent)
    with open_existing(path) as store:
        assert len(dump(store)) > 1000
        assert store.check() == []
        with pytest.raises(RecordInaccessible):
            store.add(*sample(2).parts)
    assert state(path.parent) == before


def test_adding_a_known_document_changes_no_file(path: Path) -> None:
    before = path.read_bytes()
    with open_record(path) as store:
        assert store.add(*sample(1).parts) is Added.UNCHANGED
    assert path.read_bytes() == before


def test_a_file_that_was_just_begun_is_an_empty_record(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    path.touch()
    with open_existing(path) as store:
        assert store.counts() == Counts()


UNPRIVILEGED = """
import os, sys
import onrecord.store.checking
from onrecord.errors import RecordInaccessible
from onrecord.store import open_existing, open_record
from onrecord.store.sqlite import SqliteStore
from onrecord.store.preparing import ready_to_read
from tests.store.samples import sample

if os.geteuid() == 0:
    os.setuid(65534)
with open_existing(sys.argv[1]) as store:
    print(store.counts().documents, len(list(store.statements())), store.check())
try:
    with open_record(sys.argv[1]) as store:
        store.add(*sample(2).parts)
except RecordInaccessible as error:
    print("refused")
"""


def test_a_record_in_a_folder_that_cannot_be_written_can_be_read(path: Path) -> None:
    folder = Path("/tmp" if os.name == "posix" else path.parent) / f"onrecord {os.getpid()}"
    folder.mkdir()
    copy = shutil.copy(path, folder)
    Path(copy).chmod(0o444)
    folder.chmod(0o555)
    try:
        told = subprocess.run(
            [sys.executable, "-c", UNPRIVILEGED, copy],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        )
        assert (told.stdout, told.stderr) == ("1 3 []\nrefused\n", "")
        assert [each.name for each in folder.iterdir()] == [path.name]
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
