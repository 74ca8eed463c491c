"""Which of many documents have runs of words of another: their hashes, sorted where it pays."""

from array import array
from collections import Counter
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint32]

PASSES = 20
"""Hashes may be passed through as often, on the whole, before all are sorted: about what it costs.
One new document passes through those of a large record once, and nothing is sorted for it."""

LOW = 0xFFFF
"""The bits of a hash by which those are told at once that no run of a document can be."""


class Runs:
    """The runs of documents, numbered from 0 as they come; no document has a run twice."""

    def __init__(self) -> None:
        self._sizes: list[int] = []
        self._sorted = 0
        self._hashes: Hashes = np.zeros(0, np.uint32)
        self._owners: Hashes = np.zeros(0, np.uint32)
        self._late: list[Hashes] = []
        self._passed = 0

    def add(self, runs: "array[int]") -> None:
        """Take the runs of the next document in."""
        self._sizes.append(len(runs))
        self._late.append(np.frombuffer(runs, np.uint32))

    def shared(self, runs: "array[int]") -> "Counter[int]":
        """Give how many of these runs, sorted, each document has that has any."""
        own = np.frombuffer(runs, np.uint32)
        if not len(own):
            return Counter()
        counts = self._among_late(own)
        first, last = (np.searchsorted(self._hashes, own, side) for side in ("left", "right"))
        for start, end in zip(first, last, strict=True):
            counts.update(self._owners[start:end].tolist())
        return counts

    def _among_late(self, own: Hashes) -> "Counter[int]":
        if not self._late:
            return Counter()
        late = np.concatenate(self._late)
        self._passed += len(late)
        if self._passed > PASSES * (len(late) + len(self._hashes)):
            self._sort(late)
            return Counter()
        self._late = [late]
        possible = np.zeros(LOW + 1, np.bool_)
        possible[own & LOW] = True
        places = np.flatnonzero(possible[late & LOW])
        nearest = np.minimum(np.searchsorted(own, late[places]), len(own) - 1)
        ends = list(accumulate(self._sizes[self._sorted :]))
        owners = np.searchsorted(ends, places[own[nearest] == late[places]], "right")
        return Counter((owners + self._sorted).tolist())

    def _sort(self, late: Hashes) -> None:
        sizes = self._sizes[self._sorted :]
        numbers = np.arange(self._sorted, len(self._sizes), dtype=np.uint32)
        hashes = np.concatenate([self._hashes, late])
        owners = np.concatenate([self._owners, np.repeat(numbers, sizes)])
        order = np.argsort(hashes, kind="stable")
        self._hashes, self._owners = hashes[order], owners[order]
        self._sorted, self._late, self._passed = len(self._sizes), [], 0
