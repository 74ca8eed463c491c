"""The statements of a record as columns of numbers: a row a statement, in text order.

What pages choose, count and order by stands here; the words stay in the database.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.store.remembering.kept import MANY, Frame, Ids
from onrecord.store.selections import Changed

Numbers = NDArray[np.int64]
Rows = Iterable[Sequence[Any]]

NONE = -1
"""Stands for no day and for nobody."""

_NOBODY: Numbers = np.array([NONE], np.int64)

NAMES = ("doc", "entry", "actor", "act", "level", "first", "last", "doubtful")
"""The columns of statements: keys of texts, the key of the entry, days as ordinals."""

PAIRS = ("entry", "value", "object")
"""The columns of stances by the statement that they were read from."""


class Terms:
    """Numbers for texts, the same for equal ones."""

    def __init__(self) -> None:
        self._numbers: dict[str | None, int] = {None: NONE}
        self.texts: list[str] = []

    def number(self, text: str | None) -> int:
        """Give the number of a text, a new one for a new text."""
        found = self._numbers.get(text)
        if found is None:
            found = self._numbers[text] = len(self.texts)
            self.texts.append(text or "")
        return found

    def known(self, texts: Iterable[str]) -> Numbers:
        """Give the numbers of those texts that have one."""
        numbers = (self._numbers.get(text) for text in texts)
        return np.array([n for n in numbers if n is not None], np.int64)

    def of(self, text: str) -> int | None:
        """Give the number of a text, None where it has none."""
        return self._numbers.get(text)

    def text(self, number: int) -> str | None:
        """Give the text of a number."""
        return None if number == NONE else self.texts[number]

    def __len__(self) -> int:
        return len(self.texts)


def ordinal(day: str | None) -> int:
    """Give a day as a number."""
    return NONE if day is None else date.fromisoformat(day).toordinal()


@dataclass
class Reads:
    """How the rows of statements and of their stances are asked for."""

    told: Callable[[Ids], Rows]
    taken: Callable[[Ids], Rows]


@dataclass
class Columns:
    """All statements that are shown today, and the stances that were read from them."""

    reads: Reads
    docs: Terms = field(default_factory=Terms)
    actors: Terms = field(default_factory=Terms)
    acts: Terms = field(default_factory=Terms)
    levels: Terms = field(default_factory=Terms)
    values: Terms = field(default_factory=Terms)
    objects: Terms = field(default_factory=Terms)
    _rows: dict[str, Numbers] = field(default_factory=lambda: _empty(NAMES))
    _pairs: dict[str, Numbers] = field(default_factory=lambda: _empty((*PAIRS, "doc")))
    _ranked: tuple[Sequence[str], Numbers] = field(default_factory=lambda: ((), _NOBODY))
    _seen: int = 0
    version: int = 0

    def renew(self, changed: Callable[[int], Changed]) -> None:
        """Read again what changed; the new rows come after the others until `arrange` is asked."""
        found = changed(self._seen)
        if found.number == self._seen:
            return
        few = found.doc_ids if self._seen and len(found.doc_ids) < MANY else None
        rows = _table(NAMES, (self._numbers(row) for row in self.reads.told(few)))
        pairs = _table(PAIRS, (self._pair(row) for row in self.reads.taken(few)))
        pairs["doc"] = _docs_of(pairs["entry"], rows)
        gone = self.docs.known(found.doc_ids)
        self._rows = rows if few is None else _replaced(self._rows, rows, gone)
        self._pairs = pairs if few is None else _replaced(self._pairs, pairs, gone)
        self._seen = found.number
        self.version += 1

    def _numbers(self, row: Sequence[Any]) -> tuple[int, ...]:
        doc_id, entry, actor_id, act, level, first, last, doubtful = row
        return (
            self.docs.number(doc_id),
            entry,
            self.actors.number(actor_id),
            self.acts.number(act),
            self.levels.number(level),
            ordinal(first),
            ordinal(last),
            doubtful,
        )

    def _pair(self, row: Sequence[Any]) -> tuple[int, ...]:
        entry, value, object_id = row
        return entry, self.values.number(value), self.objects.number(object_id)

    def ranked(self, names: Sequence[str]) -> Numbers:
        """Give the place of each actor among names, `NONE` for who is not among them.

        One more stands at the end, for nobody. Those of the last names are remembered.
        """
        kept, found = self._ranked
        if kept is not names or len(found) != len(self.actors) + 1:
            places = {name: place for place, name in reversed(list(enumerate(names)))}
            own = [places.get(text, NONE) for text in self.actors.texts]
            found = np.array([*own, NONE], np.int64)
            self._ranked = (names, found)
        return found

    def count(self, frames: Iterable[Frame]) -> int:
        """Give how many statements these documents have."""
        counts = np.bincount(self._rows["doc"], minlength=len(self.docs))
        return int(counts[self.docs.known(frame.doc_id for frame in frames)].sum())

    def arranged(self, frames: Sequence[Frame]) -> "Arranged":
        """Give the rows in text order, as the documents are ordered today."""
        ranks = np.full(len(self.docs) + 1, NONE, np.int64)
        known = {doc_id: number for number, doc_id in enumerate(self.docs.texts)}
        for place, frame in enumerate(frames):
            number = known.get(frame.doc_id)
            if number is not None:
                ranks[number] = place
        own = ranks[self._rows["doc"]]
        order = np.argsort(own, kind="stable")
        order = order[own[order] != NONE]
        rows = {name: column[order] for name, column in self._rows.items()}
        rows["frame"] = own[order]
        return Arranged(rows, _placed(self._pairs, rows["entry"]))


@dataclass(frozen=True)
class Arranged:
    """The rows in text order; `frame` is the place of each row's document among the documents.

    `pairs` has `row`, `value` and `object`, each different pair of a row and a stance once.
    """

    rows: dict[str, Numbers]
    pairs: dict[str, Numbers]

    def __len__(self) -> int:
        return len(self.rows["entry"])


def _empty(names: Iterable[str]) -> dict[str, Numbers]:
    return {name: np.zeros(0, np.int64) for name in names}


def _table(names: Sequence[str], rows: Iterable[tuple[int, ...]]) -> dict[str, Numbers]:
    """Give rows as columns."""
    table = np.array(list(rows), np.int64).reshape(-1, len(names))
    return {name: np.ascontiguousarray(table[:, place]) for place, name in enumerate(names)}


def _replaced(
    old: dict[str, Numbers], new: dict[str, Numbers], gone: Numbers
) -> dict[str, Numbers]:
    """Give the rows of the other documents, and the new ones."""
    kept = ~np.isin(old["doc"], gone)
    return {name: np.concatenate((old[name][kept], new[name])) for name in old}


def _docs_of(entries: Numbers, rows: dict[str, Numbers]) -> Numbers:
    """Give the document of each entry, `NONE` where it is not among the rows."""
    return _looked_up(entries, rows["entry"], rows["doc"])


def _looked_up(wanted: Numbers, keys: Numbers, values: Numbers) -> Numbers:
    """Give the value of each wanted key, `NONE` where there is no such key."""
    if not len(keys):
        return np.full(len(wanted), NONE, np.int64)
    order = np.argsort(keys, kind="stable")
    places = np.minimum(np.searchsorted(keys, wanted, sorter=order), len(keys) - 1)
    found = order[places]
    return np.where(keys[found] == wanted, values[found], NONE)


def _placed(pairs: dict[str, Numbers], entries: Numbers) -> dict[str, Numbers]:
    """Give the pairs by the row of their statement."""
    row = _looked_up(pairs["entry"], entries, np.arange(len(entries)))
    shown = row != NONE
    return {"row": row[shown], "value": pairs["value"][shown], "object": pairs["object"][shown]}
