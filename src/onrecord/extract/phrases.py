"""Rows of words found in a text: `frozen .. assets`, `rul* out`.

A word with `*` stands for all words that begin so, `..` for up to four words between two others.
Looking up takes linear time, whatever the text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

GAP = 4
STEM = 3
"""Letters that a stem has at least: by them rows are looked up."""


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """The words of a row, and what they stand for."""

    words: tuple[str, ...]
    meaning: T


@dataclass(frozen=True, slots=True)
class Met(Generic[T]):
    """A row met at the words `[first, last)`."""

    row: Row[T]
    first: int
    last: int


class Phrases(Generic[T]):
    """Rows of words by their first.

    >>> rows = Phrases[str]()
    >>> rows.enter("rul* out", "refusal")
    >>> [met.row.meaning for met in rows.met(["she", "ruled", "out", "talks"])]
    ['refusal']
    """

    def __init__(self) -> None:
        self._exact: dict[str, list[Row[T]]] = {}
        self._stems: dict[str, list[Row[T]]] = {}

    def enter(self, words: str, meaning: T) -> None:
        """Add a row."""
        row = Row(tuple(words.lower().split()), meaning)
        first = row.words[0]
        if first.endswith("*"):
            self._stems.setdefault(first[:STEM], []).append(row)
        else:
            self._exact.setdefault(first, []).append(row)

    def met(self, lowers: Sequence[str]) -> Iterator[Met[T]]:
        """Give the longest row met at each word, the words in small letters."""
        for at in range(len(lowers)):
            if best := self.at(lowers, at):
                yield best

    def at(self, lowers: Sequence[str], at: int) -> Met[T] | None:
        """Give the longest row that begins at a word."""
        best: Met[T] | None = None
        lower = lowers[at]
        for rows in (self._exact.get(lower, ()), self._stems.get(lower[:STEM], ())):
            for row in rows:
                last = _matched(lowers, at, row.words)
                if last and (best is None or len(row.words) > len(best.row.words)):
                    best = Met(row, at, last)
        return best


def _matched(lowers: Sequence[str], at: int, words: Sequence[str]) -> int | None:
    """Give where a row that begins at a word ends, None where it does not go on."""
    place, wide = at, 0
    for wanted in words:
        if wanted == "..":
            wide = GAP
            continue
        reach = range(place, min(place + wide + 1, len(lowers)))
        found = next((i for i in reach if _is(lowers[i], wanted)), None)
        if found is None:
            return None
        place, wide = found + 1, 0
    return place


def _is(lower: str, wanted: str) -> bool:
    return lower.startswith(wanted[:-1]) if wanted.endswith("*") else lower == wanted
