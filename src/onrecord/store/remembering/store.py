"""A store for those who look at a record for long: it remembers what whole lists are made of."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from typing import Any

import numpy as np
from sqlalchemy import Engine

from onrecord.record import (
    Actor,
    Appearance,
    Imprint,
    SourcingLevel,
    Stand,
    Statement,
    Waiting,
)
from onrecord.store import loading, search
from onrecord.store.filters import (
    ALL_ACTORS,
    ALL_DOCUMENTS,
    ALL_STANCES,
    ALL_WAITING,
    ActorFilter,
    DocumentFilter,
    EntryFilter,
    QueueFilter,
    StanceFilter,
)
from onrecord.store.queries import ids as id_questions
from onrecord.store.queries import remembering as questions
from onrecord.store.queries.browsing import VOUCHED
from onrecord.store.queries.conditions import Page
from onrecord.store.queries.queues import PARTIES, kinds_of
from onrecord.store.queries.spoken_of import speaking_of
from onrecord.store.remembering.choosing import Desk, Mask
from onrecord.store.remembering.columns import NONE
from onrecord.store.remembering.kept import Frame, carried
from onrecord.store.remembering.memory import Memory, parts
from onrecord.store.remembering.queue import KINDS, Line
from onrecord.store.selections import Crowd, Facet, OutletSourcing, Selection
from onrecord.store.sqlite import SqliteStore


class RememberingStore(SqliteStore):
    """A record in a SQLite file whose answers are those of `SqliteStore`, many times faster.

    What is asked for in words, of one document, or by whom is spoken of, is asked of the file.
    """

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        super().__init__(engine, clock)
        self._memory = Memory(engine, self.changed)

    def imprints(self, wanted: DocumentFilter = ALL_DOCUMENTS) -> Iterator[Imprint]:
        """Give where and when the documents appeared."""
        if wanted.text is not None:
            return super().imprints(wanted)
        ids, memory = self._ids(wanted.process), self._memory
        with memory.lock:
            memory.frames.renew(self.changed)
            memory.imprints.renew(self.changed)
            frames = memory.frames.wanted(wanted, ids)
            found = [each for frame in frames for each in memory.imprints.of(frame.doc_id)]
        return _page(found, wanted)

    def days(self, process: str | None = None) -> list[tuple[date, int]]:
        """Give the days by which documents were surely published, and how many by each."""
        last = (frame.published_max for frame in self._frames(ALL_DOCUMENTS, process))
        counted = Counter(day for day in last if day is not None)
        return [(date.fromisoformat(day), count) for day, count in sorted(counted.items())]

    def articles_count(self, wanted: DocumentFilter) -> int:
        """Give how many documents a filter wants, whatever its page."""
        if wanted.text is not None:
            return super().articles_count(wanted)
        return len(self._frames(wanted, wanted.process))

    def _frames(self, wanted: DocumentFilter, process: str | None) -> list[Frame]:
        ids, memory = self._ids(process), self._memory
        with memory.lock:
            memory.frames.renew(self.changed)
            return list(memory.frames.wanted(wanted, ids))

    def actors(self, wanted: ActorFilter = ALL_ACTORS) -> Iterator[Actor]:
        """Give the actors by name and id, each with its names from all documents."""
        if wanted.name is not None or wanted.process is not None:
            return super().actors(wanted)
        with self._memory.lock:
            self._memory.actors.renew(self.changed)
            return _page(self._memory.actors.all, wanted)

    def actors_with(self, ids: Iterable[str]) -> Iterator[Actor]:
        """Give the actors with these ids."""
        with self._memory.lock:
            self._memory.actors.renew(self.changed)
            return self._memory.actors.having(ids)

    def imprints_with(self, ids: Iterable[str]) -> Mapping[str, Imprint]:
        """Give where and when the documents with these ids appeared, superseded ones too."""
        wanted, memory = set(ids), self._memory
        with memory.lock:
            memory.imprints.renew(self.changed)
            found = {each.doc_id: each for id_ in wanted for each in memory.imprints.of(id_)}
        left = wanted - found.keys()
        return {**found, **super().imprints_with(left)} if left else found

    def appearances(
        self, as_of: date | None = None, process: str | None = None
    ) -> tuple[Appearance, ...]:
        """Give how often and when each actor appears, by actor id."""
        ids, memory = self._ids(process), self._memory
        with memory.lock:
            memory.frames.renew(self.changed)
            memory.appearances.renew(self.changed)
            if as_of is None and process is None:
                return tuple(memory.appearances.all())
            return tuple(memory.appearances.by(memory.frames.known(as_of, ids), as_of))

    def stands(self, wanted: StanceFilter = ALL_STANCES) -> Iterator[Stand]:
        """Give the outlines of the stances."""
        whole = replace(wanted, limit=None, offset=0)
        if whole != StanceFilter(process=wanted.process, as_of=wanted.as_of):
            yield from super().stands(wanted)
            return
        ids, by, memory = self._ids(wanted.process), wanted.as_of, self._memory
        with memory.lock:
            memory.frames.renew(self.changed)
            memory.stands.renew(self.changed)
            found = (
                replace(stand, left_out=False) if stand.left_out and later else stand
                for frame in memory.frames.known(by, ids)
                for later in (bool(by and frame.left_on and frame.left_on > by.isoformat()),)
                for stand, carried_on in memory.stands.of(frame.doc_id)
                if not carried(by, carried_on)
            )
            wanted_ones = list(_page(found, wanted))
        yield from wanted_ones

    def _entries(self, field: str, wanted: EntryFilter) -> Iterator[Any]:
        """Give the entries of a field of readings that a filter wants."""
        if wanted.doc_id is not None or wanted.states or field not in REMEMBERED:
            return super()._entries(field, wanted)
        ids, memory = self._ids(wanted.process), self._memory
        with memory.lock:
            memory.frames.renew(self.changed)
            kept = memory.entries(field)
            frames = memory.frames.wanted(wanted, ids)
            found = [each for frame in frames for each in kept.of(frame.doc_id)]
        return _page(found, wanted)

    def _chosen(self, wanted: Selection) -> tuple[Desk, Mask]:
        """Give the statements in columns, and which of them are chosen."""
        ids, memory = self._ids(wanted.process), self._memory
        asked = [] if wanted.text is None else [search.statements_found(wanted.text)]
        asked += [] if wanted.spoken_of is None else [speaking_of(wanted.spoken_of)]
        asked += [VOUCHED] if wanted.confirmed else []
        found = None
        for question in asked:
            with self._engine.connect() as connection:
                keys = np.fromiter(connection.execute(question).scalars(), np.int64)
            found = keys if found is None else np.intersect1d(found, keys)
        with memory.lock:
            desk = memory.desk()
            known = memory.frames.known(wanted.as_of, ids)
            return desk, desk.chosen(wanted, known, found)

    def selected(self, wanted: Selection) -> Iterator[Statement]:
        """Give the statements that a selection chooses."""
        desk, mask = self._chosen(wanted)
        _, make = loading.FIELDS["statements"]
        for some in parts(desk.ordered(wanted, mask).tolist()):
            with self._engine.connect() as connection:
                question = questions.statements_at(some)
                own = loading.found(
                    connection, question, lambda row, words: (row.entry, make(row, words))
                )
                made = dict(own)
            yield from (made[key] for key in some if key in made)

    def selected_count(self, wanted: Selection) -> int:
        """Give how many statements a selection chooses."""
        if wanted == Selection():
            with self._memory.lock:
                return self._memory.statements()
        return int(self._chosen(wanted)[1].sum())

    def facets(self, wanted: Selection, among: Sequence[Facet]) -> dict[Facet, dict[str, int]]:
        """Give how many chosen statements there are of each value."""
        if not among:
            return {}
        desk, mask = self._chosen(wanted)
        return {facet: desk.counts(facet, mask) for facet in among}

    def crowds(self, wanted: Selection, unit: int | None = None) -> list[Crowd]:
        """Give how many chosen statements each actor made between the same two days."""
        desk, mask = self._chosen(wanted)
        return desk.crowds(mask, unit)

    def sourcing_of_outlets(self, wanted: Selection) -> list[OutletSourcing]:
        """Give how many chosen statements each outlet has at each level of sourcing."""
        desk, mask = self._chosen(wanted)
        found = desk.by_outlet_and_level(mask)
        return [
            OutletSourcing(outlet, SourcingLevel(level), count)
            for (level, outlet), count in found.items()
        ]

    def waiting(self, wanted: QueueFilter = ALL_WAITING) -> Iterator[Waiting]:
        """Give what waits for a decision, the most urgent first."""
        line, mask = self._line(wanted)
        groups = line.first(wanted, mask)
        keys = line.waiting["entry"][[row for group in groups for row in group]]
        ids: dict[int, str] = {}
        for some in parts(keys.tolist()):
            ids |= {row.entry: row.id for row in self._rows(id_questions.ids_at(some))}
        found = self._memory.queue.waits(line, groups, ids)
        return _page(found, wanted)

    def waiting_counts(self, wanted: QueueFilter = ALL_WAITING) -> dict[str, int]:
        """Give how much of each kind waits for a decision."""
        line, mask = self._line(wanted)
        counts = np.bincount(line.waiting["kind"][mask], minlength=len(KINDS)).tolist()
        return {finding.kind: counts[KINDS.index(finding.kind)] for finding in kinds_of(wanted)}

    def _line(self, wanted: QueueFilter) -> tuple[Line, Mask]:
        """Give all that waits, and which of it is wanted."""
        ids, memory, queue = self._ids(wanted.process), self._memory, self._memory.queue
        parties = frozenset(row.actor_id for row in self._rows(PARTIES))
        with memory.lock:
            memory.frames.renew(self.changed)
            version, ordered = memory.frames.version, memory.frames.ordered
            known = None if ids is None else set(memory.frames.known(None, ids))
        with queue.lock:
            queue.renew(self.changed)
            line = queue.line((version, ordered), parties)
        mask = line.frame != NONE
        if wanted.doc_id is not None:
            mask &= line.waiting["doc"] == queue.docs.of(wanted.doc_id)
        if known is not None:
            among = [*(frame in known for frame in ordered), False]
            mask &= np.array(among, np.bool_)[line.frame]
        own = [KINDS.index(finding.kind) for finding in kinds_of(wanted)]
        return line, mask & np.isin(line.waiting["kind"], own)


REMEMBERED = frozenset({"occupancies", "meetings", "deadlines", "plans"})
"""The fields that pages ask for as a whole."""


def _page(found: Iterable[Any], wanted: Page) -> Iterator[Any]:
    """Give the part of an answer that is wanted."""
    end = None if wanted.limit is None else wanted.offset + wanted.limit
    return islice(iter(found), wanted.offset, end)
