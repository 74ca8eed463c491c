"""What every part of a store in a SQLite file needs to answer questions."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, Row

from onrecord.record import Process
from onrecord.store import loading
from onrecord.store.queries import processes as process_questions
from onrecord.store.queries.conditions import Question


class SqliteAsking:
    """A file, a clock, and short questions to the file."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._engine, self._clock = engine, clock

    def processes(self, doc_id: str | None = None) -> tuple[Process, ...]:
        """Give the negotiations by name and id, all of them or those a document belongs to."""
        known = process_questions
        question = known.all_processes() if doc_id is None else known.processes_of(doc_id)
        with self._engine.connect() as connection:
            return loading.known_processes(connection, question)

    def _rows(self, question: Question) -> Sequence[Row[Any]]:
        """Give all rows of a short answer."""
        with self._engine.connect() as connection:
            return connection.execute(question).all()

    def _ids(self, process: str | None) -> tuple[str, ...] | None:
        """Give the ids of the negotiations with this id or name, None if none is asked for."""
        if process is None:
            return None
        name = process.casefold()
        return tuple(
            known.process_id
            for known in self.processes()
            if process == known.process_id or name == known.name.casefold()
        )
