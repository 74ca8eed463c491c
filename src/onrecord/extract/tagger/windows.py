"""The stretches of word pieces that the network sees at once: whole paragraphs, as many as fit."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from onrecord.extract.tagger.pieces import Ints

SIZE = 254
"""Word pieces of a window: 256 with the two marks at its ends. Attention costs the square of it."""
OVERLAP = 96
"""Pieces that two windows share where one paragraph fills more than a window."""


class Window(NamedTuple):
    """The pieces `[first, last)` that are seen, of which `[own_first, own_last)` are told of."""

    first: int
    last: int
    own_first: int
    own_last: int


def windows(paragraph: Ints, first_size: int = SIZE, size: int = SIZE) -> list[Window]:
    """Give the windows over the pieces of paragraphs, `paragraph` numbering each piece's.

    `first_size` bounds the first window: training varies it, so that a paragraph is seen with
    other ones before it.
    """
    edges = np.flatnonzero(np.diff(paragraph, prepend=-1, append=-2)).tolist()
    found: list[Window] = []
    start, limit = 0, first_size
    for before, after in pairwise(edges):
        if after - start > limit and before > start:
            found.append(Window(start, before, start, before))
            start, limit = before, size
        if after - start > limit:
            found.extend(_cut(start, after, size))
            start, limit = after, size
    if start < len(paragraph):
        found.append(Window(start, len(paragraph), start, len(paragraph)))
    return found


def alone(paragraph: Ints) -> list[Window]:
    """Give windows that hold one paragraph each, or a part of one."""
    edges = np.flatnonzero(np.diff(paragraph, prepend=-1, append=-2)).tolist()
    return [window for first, last in pairwise(edges) for window in _cut(first, last, SIZE)]


def _cut(start: int, end: int, size: int) -> Iterator[Window]:
    """Cut one long paragraph into windows that overlap; a piece is told of where it is central."""
    count = -(-(end - start - OVERLAP) // (size - OVERLAP)) if end - start > size else 1
    step = (end - start - OVERLAP) / count
    for number in range(count):
        first = start + round(number * step)
        last = end if number == count - 1 else min(first + size, end)
        own_first = first if number == 0 else first + OVERLAP // 2
        own_last = end if number == count - 1 else start + round((number + 1) * step) + OVERLAP // 2
        yield Window(max(first, last - size), last, own_first, own_last)
