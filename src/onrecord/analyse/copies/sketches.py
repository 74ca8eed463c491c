"""Sketches of documents, and an index that finds those which may be copies of one another.

A sketch holds hashes of chosen runs of words (winnowing: Schleimer, Wilkerson, Aiken, SIGMOD 2003)
and of names and numbers. Whether two documents are compared depends on their sketches and days
alone, not on what else is on record, so that the order in which documents come changes nothing;
only where more than `CANDIDATES` documents are like one, the likest of them stand for the others.
"""

from array import array
from collections.abc import Iterable, Iterator
from datetime import date
from zlib import crc32

from onrecord.analyse.copies.limits import (
    CANDIDATES,
    DAYS,
    SKETCH_RUN,
    SKETCH_SHARE,
    SKETCH_WINDOW,
    VERSION,
)
from onrecord.analyse.copies.relations import may_be_rewritten
from onrecord.analyse.copies.runs import Runs
from onrecord.analyse.copies.texts import Text
from onrecord.record import Sketch


def sketch(text: Text) -> Sketch:
    """Give the sketch of a text."""
    runs = zip(*(text.plain[start:] for start in range(SKETCH_RUN)), strict=False)
    hashes = [crc32(" ".join(run).encode()) for run in runs]
    names = {crc32(fact.encode()) for fact in text.facts}
    return Sketch(text.doc_id, VERSION, _sorted(winnowed(hashes)), _sorted(names))


def winnowed(hashes: list[int]) -> set[int]:
    """Give the smallest hash of every window: of a run that two texts share both choose the same.

    >>> sorted(winnowed([7, 3, 9, 8, 2, 6]))
    [2, 3]
    """
    last = max(len(hashes) - SKETCH_WINDOW, 0)
    return {min(hashes[at : at + SKETCH_WINDOW]) for at in range(last + 1)} if hashes else set()


def _sorted(hashes: Iterable[int]) -> "array[int]":
    return array("I", sorted(hashes))


class Index:
    """Sketches to be asked for those like a new one."""

    def __init__(self) -> None:
        self._sketches: list[Sketch] = []
        self._on_day: dict[date | None, list[int]] = {}
        self._runs = Runs()

    def add(self, sketch: Sketch, published: date | None) -> None:
        """Take a sketch in."""
        self._on_day.setdefault(published, []).append(len(self._sketches))
        self._sketches.append(sketch)
        self._runs.add(sketch.runs)

    def like(self, sketch: Sketch, published: date | None) -> list[str]:
        """Give the ids of the documents that are to be compared with one, the likest first."""
        shared = self._sharing(sketch)
        chosen = {place: share for place, share in shared if share >= SKETCH_SHARE}
        names = set(sketch.names)
        for place in self._near(published):
            if place not in chosen and may_be_rewritten(names, set(self._sketches[place].names)):
                chosen[place] = 0.0
        ids = {place: self._sketches[place].doc_id for place in chosen}
        ranked = sorted(chosen, key=lambda place: (-chosen[place], ids[place]))
        return [ids[place] for place in ranked if ids[place] != sketch.doc_id][:CANDIDATES]

    def _sharing(self, sketch: Sketch) -> Iterator[tuple[int, float]]:
        """Give who has runs of a sketch, and which share of the smaller of the two."""
        for place, count in self._runs.shared(sketch.runs).items():
            least = min(len(sketch.runs), len(self._sketches[place].runs))
            yield place, count / max(least, 1)

    def _near(self, published: date | None) -> Iterator[int]:
        """Give who appeared about the same day."""
        if published:
            first = published.toordinal() - DAYS
            for day in range(max(first, 1), min(first + 2 * DAYS, date.max.toordinal()) + 1):
                yield from self._on_day.get(date.fromordinal(day), ())
