"""What a record that remembers keeps, each part read when it is first asked for."""

from collections.abc import Callable, Collection, Iterator
from itertools import groupby
from threading import RLock
from typing import Any

from sqlalchemy import Connection, Engine

from onrecord.record import Imprint
from onrecord.store import loading
from onrecord.store.mapping.documents import imprint
from onrecord.store.mapping.stances import stand
from onrecord.store.queries import queues
from onrecord.store.queries import remembering as questions
from onrecord.store.remembering.choosing import Desk
from onrecord.store.remembering.columns import Columns, Reads
from onrecord.store.remembering.kept import Frame, Frames, Ids, Kept
from onrecord.store.remembering.people import Actors, Appearances, Seen, Variant
from onrecord.store.remembering.queue import Asks, Queue
from onrecord.store.selections import Changed

ROWS_AT_ONCE = 10_000
Stands = tuple[Any, str | None]
"""An outline as it stands today, and the day from which a later version has the same."""


class Memory:
    """The parts; whoever asks holds `lock` and renews what he needs."""

    def __init__(self, engine: Engine, changed: Callable[[int], Changed]) -> None:
        self._engine, self.changed, self.lock = engine, changed, RLock()
        self.frames = Frames(self._frames)
        self.imprints: Kept[Imprint] = Kept(self._imprints)
        self.stands: Kept[Stands] = Kept(self._stands)
        self.actors = Actors(self._actors)
        self.appearances = Appearances(self._appearances)
        self.columns = Columns(Reads(*map(self._asking, (questions.told, questions.taken))))
        self.queue = Queue(Asks(*map(self._asking, (queues.waiting_of, queues.positions_of))))
        self._entries: dict[str, Kept[Any]] = {}
        self._desk: tuple[tuple[int, ...], Desk] | None = None

    def entries(self, field: str) -> Kept[Any]:
        """Give the entries of a field of readings, up to date."""
        if field not in self._entries:
            self._entries[field] = Kept(lambda ids: self._found(field, ids))
        kept = self._entries[field]
        kept.renew(self.changed)
        return kept

    def statements(self) -> int:
        """Give how many statements there are today, without putting them in order."""
        self.frames.renew(self.changed)
        self.columns.renew(self.changed)
        return self.columns.count(self.frames.ordered)

    def desk(self) -> Desk:
        """Give the statements in columns, up to date."""
        for part in (self.frames, self.imprints):
            part.renew(self.changed)
        self.columns.renew(self.changed)
        state = (self.frames.version, self.imprints.version, self.columns.version)
        if self._desk is None or self._desk[0] != state:
            frames = self.frames.ordered
            outlets = [self._outlet(frame) for frame in frames]
            arranged = self.columns.arranged(frames)
            self._desk = state, Desk(self.columns, frames, outlets, arranged)
        return self._desk[1]

    def _outlet(self, frame: Frame) -> str | None:
        return next((each.outlet for each in self.imprints.of(frame.doc_id)), None)

    def _rows(self, connection: Connection, question: Any) -> Iterator[Any]:
        for rows in loading.batches(connection, question, ROWS_AT_ONCE):
            yield from rows

    def _frames(self, ids: Ids) -> Iterator[tuple[str, Frame]]:
        with self._engine.connect() as connection:
            for row in self._rows(connection, questions.frames(ids)):
                yield row.doc_id, Frame.of(row)

    def _imprints(self, ids: Ids) -> Iterator[tuple[str, Imprint]]:
        with self._engine.connect() as connection:
            for row in self._rows(connection, questions.imprints(ids)):
                yield row.doc_id, imprint(row)

    def _stands(self, ids: Ids) -> Iterator[tuple[str, Stands]]:
        with self._engine.connect() as connection:
            for row in self._rows(connection, questions.stands(ids)):
                yield row.doc_id, (stand(row), row.carried_on)

    def _actors(self, ids: Ids) -> Iterator[tuple[str, Variant]]:
        same: dict[Variant, Variant] = {}
        with self._engine.connect() as connection:
            rows = self._rows(connection, questions.actors_named(ids))
            for (doc_id, _, *own), named in groupby(rows, key=lambda row: row[:6]):
                made = Variant._make((*own, tuple(row.name for row in named)))
                yield doc_id, same.setdefault(made, made)

    def _appearances(self, ids: Ids) -> Iterator[tuple[str, Seen]]:
        counts: dict[tuple[str, str, str | None, str | None], list[int]] = {}
        with self._engine.connect() as connection:
            for place, table in enumerate(questions.APPEARING):
                for row in self._rows(connection, questions.appearances(table, ids)):
                    counts.setdefault(tuple(row), [0, 0])[place] += 1
        for (doc_id, actor_id, day, carried_on), (mentions, statements) in counts.items():
            yield doc_id, Seen(actor_id, day, carried_on, mentions, statements)

    def _asking(self, question: Callable[[Ids], Any]) -> Callable[[Ids], Iterator[Any]]:
        """Give what asks a question of documents."""

        def ask(ids: Ids) -> Iterator[Any]:
            with self._engine.connect() as connection:
                yield from self._rows(connection, question(ids))

        return ask

    def _found(self, field: str, ids: Ids) -> Iterator[tuple[str, Any]]:
        table, make = loading.FIELDS[field]
        with self._engine.connect() as connection:
            question = questions.entries_shown(table, ids)
            yield from loading.found(
                connection, question, lambda row, words: (words.doc_id, make(row, words))
            )


def parts(keys: Collection[int]) -> Iterator[list[int]]:
    """Give keys in their order, as many at a time as one question may ask for."""
    wanted, size = list(keys), loading.ENTRIES_AT_ONCE
    return (wanted[first : first + size] for first in range(0, len(wanted), size))
