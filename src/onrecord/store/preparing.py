"""Making a file ready: a record of this version, opened as its folder allows."""

import os
from pathlib import Path

from sqlalchemy import Engine

from onrecord.errors import RecordInaccessible
from onrecord.store.database import Database, Mode, keep_a_log
from onrecord.store.migrating import bring_up_to_date, is_up_to_date


def ready_to_write(path: Path, patience: float) -> Engine:
    """Give an engine for a file that is made, or brought up to date, where need be.

    Nothing is written to a file that turns out to be no record.
    """
    database = Database(path, Mode.WRITE, patience)
    engine = database.engine()
    try:
        if not is_up_to_date(engine, path):
            keep_a_log(database)
            bring_up_to_date(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def ready_to_read(path: Path, patience: float) -> Engine:
    """Give an engine for a file to which nothing is written."""
    mode = _reading_mode(path)
    engine = Database(path, mode, patience).engine()
    try:
        if not is_up_to_date(engine, path):
            _update_first(path, mode, patience)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _update_first(path: Path, mode: Mode, patience: float) -> None:
    """Bring a record of an earlier version, or one just begun, up to date before it is read."""
    if mode is not Mode.READ:
        reason = "it is of an earlier onrecord and must be brought up to date first"
        raise RecordInaccessible(os.fspath(path), reason)
    ready_to_write(path, patience).dispose()


def _reading_mode(path: Path) -> Mode:
    """Give the way of reading that the permissions of the file and its folder allow."""
    if os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK):
        return Mode.READ
    log = path.with_name(path.name + "-wal")
    return Mode.SHARED if log.exists() and log.stat().st_size else Mode.FROZEN
