"""The door to a record."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import NotARecord, RecordMissing
from onrecord.store.contract import Store

if TYPE_CHECKING:
    from onrecord.store.sqlite import SqliteStore

PATIENCE = 30.0
"""Seconds to wait for another writer: longer than the transaction of the largest document takes."""


def now() -> datetime:
    """Give the time, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Opening:
    """How to open: the clock that tells `recorded_at`, the seconds to wait for other writers.

    `remembers` is for those who look at a record for long: whole lists are read once, and then
    only what changed.
    """

    clock: Callable[[], datetime] = now
    patience: float = PATIENCE
    remembers: bool = False


PLAIN = Opening()


def open_record(path: str | Path, *, create: bool = True, how: Opening = PLAIN) -> Store:
    """Open the record in this file for reading and writing; `create` makes one where none is.

    A record of an earlier onrecord is brought up to date.

    Raises:
        RecordMissing: there is none and `create` is false.
        NotARecord: the file is something else, or damaged.
        RecordTooNew: a later onrecord has written it.
        RecordBusy: another process holds it for too long.
        RecordInaccessible: the operating system refuses to read or write.
    """
    from onrecord.store.preparing import ready_to_write  # noqa: PLC0415 - SQLAlchemy loads late

    file = _checked(path, create=create)
    return _kind(how)(ready_to_write(file, how.patience), how.clock)


def open_existing(path: str | Path, how: Opening = PLAIN) -> Store:
    """Open the record in this file for queries alone, which write nothing.

    Works in folders that cannot be written, too. Only a record of an earlier onrecord is written
    to, once, to bring it up to date.

    Raises:
        RecordMissing: there is no such file.
        NotARecord, RecordTooNew, RecordBusy, RecordInaccessible: as `open_record`.
    """
    from onrecord.store.preparing import ready_to_read  # noqa: PLC0415 - SQLAlchemy loads late

    file = _checked(path, create=False)
    return _kind(how)(ready_to_read(file, how.patience), how.clock)


def _kind(how: Opening) -> "type[SqliteStore]":
    """Give the kind of store that is asked for."""
    if how.remembers:
        from onrecord.store.remembering.store import RememberingStore  # noqa: PLC0415 - NumPy loads

        return RememberingStore
    from onrecord.store.sqlite import SqliteStore  # noqa: PLC0415 - SQLAlchemy loads late

    return SqliteStore


def _checked(path: str | Path, *, create: bool) -> Path:
    """Give the path if a record is, or may come to be, there."""
    file = Path(path)
    if file.is_dir():
        raise NotARecord(os.fspath(path), "it is a folder")
    if not create and not file.exists():
        raise RecordMissing(os.fspath(path))
    return file
