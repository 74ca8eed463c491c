"""What waits for a decision as columns of numbers: how urgent it is follows from all documents."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from threading import RLock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.record import WEIGHTS, Reason, Waiting
from onrecord.store.answers import Kind
from onrecord.store.filters import QueueFilter
from onrecord.store.queries.queues import ON_SCALE, OWN, kinds_of
from onrecord.store.remembering.columns import NONE, Numbers, Rows, Terms
from onrecord.store.remembering.kept import MANY, Frame, Ids
from onrecord.store.selections import Changed

Column = NDArray[Any]
Table = dict[str, Column]
Mask = NDArray[np.bool_]

WAITING = {
    "doc": np.int64,
    "kind": np.int64,
    "entry": np.int64,
    "place": np.int64,
    "doubt": np.float64,
    "reasons": np.int64,
    "who": np.int64,
    "about": np.int64,
}
"""The columns of what waits: texts by their numbers, `about` the trail of a stance."""
POSITIONS = {"doc": np.int64, "about": np.int64, "position": np.int64}
"""The columns of stances: on which trail, and which position of the holder's own."""
KINDS = sorted(finding.kind for finding in kinds_of(QueueFilter()))
STRIDE = 64
"""Of so many rows one tells what most of the others need not be compared with."""
SCALE = sorted(ON_SCALE)
"""Positions by name: the ends of a trail are the first and the last of them."""


@dataclass(frozen=True)
class Asks:
    """How what waits is asked for, and how the stances that others hang on."""

    waiting: Callable[[Ids], Rows]
    positions: Callable[[Ids], Rows]


@dataclass(frozen=True)
class Line:
    """All that waits, with how urgent it is and why; `frame` is its document's place."""

    waiting: Table
    frame: Numbers
    reasons: Mapping[Reason, Mask]
    urgency: Column

    def first(self, wanted: QueueFilter, mask: Mask) -> list[list[int]]:
        """Give rows, the most urgent first, as far as is wanted; equals stand together."""
        rows, end = np.flatnonzero(mask), _end(wanted)
        if end is not None and end < len(rows):
            for step in (STRIDE, 1):  # what a part of the rows leaves out, all leave out
                rows = rows[self.urgency[rows] >= _least(self.urgency[rows[::step]], end)]
        names = ("kind", "place")
        keys = [-self.urgency[rows], self.frame[rows], *(self.waiting[n][rows] for n in names)]
        order = np.lexsort(keys[::-1])
        ordered = np.stack([key[order] for key in keys])
        starts = np.flatnonzero(np.any(np.diff(ordered, axis=1, prepend=np.nan), axis=0))
        count = len(starts) if end is None else int(np.searchsorted(starts, end))
        edges = [*starts.tolist(), len(rows)][: count + 1]
        found = rows[order[: edges[-1]]].tolist() if edges else []
        return [found[first:last] for first, last in pairwise(edges)]


def _least(urgency: Column, end: int) -> float:
    """Give the least that one of the `end` most urgent has, no more where there are fewer."""
    last = len(urgency) - end
    if last <= 0:
        return -np.inf
    return float(np.partition(urgency, last)[last]) if end else np.inf


def _end(wanted: QueueFilter) -> int | None:
    return None if wanted.limit is None else wanted.offset + wanted.limit


class Queue:
    """Everything that waits; whoever asks holds `lock`. Documents that changed are read again."""

    def __init__(self, asks: Asks) -> None:
        self._asks, self._seen, self._version = asks, 0, 0
        self.lock = RLock()
        self.docs, self._actors, self._trails = Terms(), Terms(), Terms()
        self._waiting, self._positions = _table(WAITING, ()), _table(POSITIONS, ())
        self._line: tuple[object, Line] | None = None

    def renew(self, changed: Callable[[int], Changed]) -> None:
        """Read again what changed."""
        found = changed(self._seen)
        if found.number == self._seen:
            return
        few = found.doc_ids if self._seen and len(found.doc_ids) < MANY else None
        waiting = _table(WAITING, map(self._waits, self._asks.waiting(few)))
        positions = _table(POSITIONS, map(self._position, self._asks.positions(few)))
        gone = self.docs.known(found.doc_ids)
        self._waiting = waiting if few is None else _replaced(self._waiting, waiting, gone)
        self._positions = positions if few is None else _replaced(self._positions, positions, gone)
        self._seen = found.number
        self._version += 1

    def _waits(self, row: Sequence[Any]) -> tuple[Any, ...]:
        doc_id, kind, entry, place, doubt, reasons, who, about = row
        trail = None if about is None else f"{who} {about}"
        own = (self._actors.number(who), self._trails.number(trail))
        return (
            self.docs.number(doc_id),
            KINDS.index(Kind(kind)),
            entry,
            place,
            doubt,
            reasons,
            *own,
        )

    def _position(self, row: Sequence[Any]) -> tuple[int, ...]:
        doc_id, holder, object_id, position = row
        place = NONE if position is None else SCALE.index(position)
        return self.docs.number(doc_id), self._trails.number(f"{holder} {object_id}"), place

    def line(self, frames: tuple[int, Sequence[Frame]], parties: frozenset[str]) -> Line:
        """Give what waits among documents, in their order and of a version, to these parties."""
        version, ordered = frames
        state = (self._version, version, parties)
        if self._line is None or self._line[0] != state:
            self._line = state, self._made(ordered, parties)
        return self._line[1]

    def _made(self, ordered: Sequence[Frame], parties: frozenset[str]) -> Line:
        places = np.full(len(self.docs) + 1, NONE, np.int64)
        known = {doc_id: number for number, doc_id in enumerate(self.docs.texts)}
        for place, frame in enumerate(ordered):
            if (number := known.get(frame.doc_id)) is not None:
                places[number] = place
        reasons = self._reasons(parties)
        importance = 1 + sum(mask * WEIGHTS[reason] for reason, mask in reasons.items())
        urgency = importance * self._waiting["doubt"]
        return Line(self._waiting, places[self._waiting["doc"]], reasons, urgency)

    def _reasons(self, parties: frozenset[str]) -> dict[Reason, Mask]:
        """Tell of each row which reasons it has."""
        own, about = self._waiting["reasons"], self._waiting["about"]
        found: dict[Reason, Mask] = {it: (own >> bit & 1) == 1 for bit, it in enumerate(OWN)}
        moves, sole = self._of_trails()
        found[Reason.MOVES] = moves[about] & (about != NONE)
        found[Reason.SOLE] = sole[about] & (about != NONE)
        found[Reason.PARTY] = np.isin(self._waiting["who"], self._actors.known(parties))
        return found

    def _of_trails(self) -> tuple[Mask, Mask]:
        """Tell of each trail whether its holder's own positions differ, and whether it is one."""
        trail, position = self._positions["about"], self._positions["position"]
        size = len(self._trails) + 1
        lows, highs = np.full(size, len(SCALE)), np.full(size, NONE)
        own = position != NONE
        np.minimum.at(lows, trail[own], position[own])
        np.maximum.at(highs, trail[own], position[own])
        return lows < highs, np.bincount(trail, minlength=size) == 1

    def waits(
        self, line: Line, groups: Iterable[list[int]], ids: Mapping[int, str]
    ) -> list[Waiting]:
        """Give rows of a line with their ids, equals by these."""
        entry = line.waiting["entry"]
        ordered = (
            (ids[int(entry[row])], row)
            for group in groups
            for row in sorted(group, key=lambda it: ids[int(entry[it])])
        )
        return [
            Waiting(
                KINDS[line.waiting["kind"][row]],
                id_,
                self.docs.texts[line.waiting["doc"][row]],
                float(line.waiting["doubt"][row]),
                tuple(each for each in Reason if each in line.reasons and line.reasons[each][row]),
            )
            for id_, row in ordered
        ]


def _table(columns: Mapping[str, type], rows: Iterable[Sequence[Any]]) -> Table:
    """Give rows as columns."""
    parts = list(zip(*rows, strict=True)) or [()] * len(columns)
    return {name: np.array(part, columns[name]) for name, part in zip(columns, parts, strict=True)}


def _replaced(old: Table, new: Table, gone: Numbers) -> Table:
    """Give the rows of the other documents, and the new ones."""
    kept = ~np.isin(old["doc"], gone)
    return {name: np.concatenate((old[name][kept], new[name])) for name in old}
