"""Connections to SQLite files: how they are opened, begun, and how their errors are told."""

import os
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from sqlalchemy import Connection, Engine, ExceptionContext, QueuePool, create_engine, event

from onrecord.errors import NotARecord, OnrecordError, RecordBusy, RecordInaccessible

BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
DAMAGED = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT}
REFUSED = {
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_NOLFS,
    sqlite3.SQLITE_AUTH,
}
PRIMARY = 0xFF
"""The low byte of SQLite's extended result codes is the primary one."""

PAUSE = 0.02
"""Seconds between two tries to turn on the log: about as long as another process needs for it."""


class Mode(Enum):
    """How a file is opened; the values are parameters of SQLite's file addresses."""

    WRITE = "mode=rwc"
    """For reading and writing; made if it is not there."""

    READ = "mode=rw"
    """For reading in a folder that can be written, where SQLite keeps its log beside the file.

    Writing is refused by `query_only`. With `mode=ro` SQLite would leave its log files behind.
    """

    SHARED = "mode=ro"
    """For reading in a folder that cannot be written, while another process has the log open."""

    FROZEN = "mode=ro&immutable=1"
    """For reading in a folder that cannot be written, from a file that has no log."""


@dataclass(frozen=True, slots=True)
class Database:
    """A file, how it is opened, and how many seconds others may hold it."""

    path: Path
    mode: Mode
    patience: float

    def engine(self) -> Engine:
        """Give an engine whose errors are onrecord's and whose writers wait for one another."""
        engine = create_engine(
            "sqlite://", creator=self.connect, poolclass=QueuePool, max_overflow=-1
        )
        event.listen(engine, "begin", _begin)
        event.listen(engine, "handle_error", self._tell)
        return engine

    def connect(self) -> sqlite3.Connection:
        """Give a connection whose transactions begin and end where we say, not where Python does.

        `synchronous = NORMAL`: with a write-ahead log a power cut cannot damage the file; it may
        take the last documents, which are read again. FULL waits for the disk at each one: only
        what people decide is worth that, see `writing`.
        """
        connection = sqlite3.connect(
            f"{self.path.resolve().as_uri()}?{self.mode.value}",
            uri=True,
            timeout=self.patience,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA query_only = {self.mode is not Mode.WRITE:d}")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _tell(self, context: ExceptionContext) -> None:
        """Say a SQLite error in onrecord's words, if it is one of the file and not of the code."""
        if isinstance(context.original_exception, sqlite3.Error):
            told = self.told(context.original_exception)
            if told:
                raise told from context.original_exception

    def told(self, error: sqlite3.Error) -> OnrecordError | None:
        """Give the error in onrecord's words, None if it is a mistake in the code."""
        code = getattr(error, "sqlite_errorcode", 0) & PRIMARY
        if code in BUSY:
            return RecordBusy(os.fspath(self.path))
        if code in DAMAGED:
            return NotARecord(os.fspath(self.path), str(error))
        if code in REFUSED:
            return RecordInaccessible(os.fspath(self.path), str(error))
        return None


def _begin(connection: Connection) -> None:
    """Begin a transaction; one that will write takes the lock at once, so that it need not fail."""
    options = connection.get_execution_options()
    if options.get("writes", False):
        level = "FULL" if options.get("durable", False) else "NORMAL"
        connection.exec_driver_sql(f"PRAGMA synchronous = {level}")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql("BEGIN")


def writing(engine: Engine, *, durable: bool = False) -> Engine:
    """Give the engine for transactions that write.

    `durable` waits for the disk at each: for what people decide, which cannot be read again.
    """
    return engine.execution_options(writes=True, durable=durable)


def keep_a_log(database: Database) -> None:
    """Turn on the write-ahead log, which the file then remembers.

    SQLite does not wait for others here, so we do: two processes may make one record at once.
    """
    deadline = time.monotonic() + database.patience
    with closing(database.connect()) as connection:
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.Error as error:
                told = database.told(error)
                if not isinstance(told, RecordBusy) or time.monotonic() > deadline:
                    raise told or error from error
                time.sleep(PAUSE)
            else:
                return
