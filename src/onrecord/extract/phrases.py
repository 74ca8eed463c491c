"""Rows of words found in a text: `frozen .. assets`, `rul* out`.

A word with `*` stands for all words that begin so, `..` for up to four words between two others.
Looking up takes linear time, whatever the text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

GAP = 4
STEM, LONG = 3, 5
"""Letters by which rows are looked up: those that a stem has at least, and those that most have."""


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
        self._short: dict[str, list[Row[T]]] = {}
        self._long: dict[str, list[Row[T]]] = {}

    def enter(self, words: str, meaning: T) -> None:
        """Add a row."""
        row = Row(tuple(words.lower().split()), meaning)
        first = row.words[0]
        stem = first.removesuffix("*")
        if stem == first:
            self._exact.setdefault(first, []).append(row)
        elif len(stem) >= LONG:
            self._long.setdefault(stem[:LONG], []).append(row)
        else:
            self._short.setdefault(stem[:STEM], []).append(row)

    def met(self, lowers: Sequence[str]) -> Iterator[Met[T]]:
        """Give the longest row met at each word, the words in small letters."""
        for rows in self.all_met(lowers):
            yield max(rows, key=lambda met: len(met.row.words))

    def all_met(self, lowers: Sequence[str]) -> Iterator[list[Met[T]]]:
        """Give all rows met at each word at which any begins, in the order they were entered."""
        exact, short, long = self._exact, self._short, self._long
        for at, lower in enumerate(lowers):
            if lower in exact or lower[:LONG] in long or lower[:STEM] in short:
                near = (
                    exact.get(lower, ()),
                    long.get(lower[:LONG], ()),
                    short.get(lower[:STEM], ()),
                )
                matched = ((row, _matched(lowers, at, row.words)) for rows in near for row in rows)
                if found := [Met(row, at, last) for row, last in matched if last]:
                    yield found


def _matched(lowers: Sequence[str], at: int, words: Sequence[str]) -> int | None:
    """Give where a row that begins at a word ends, None where it does not go on."""
    place, wide, length = at, 0, len(lowers)
    for wanted in words:
        if wanted == "..":
            wide = GAP
            continue
        last = min(place + wide, length - 1)
        while place <= last and not _is(lowers[place], wanted):
            place += 1
        if place > last:
            return None
        place, wide = place + 1, 0
    return place


def _is(lower: str, wanted: str) -> bool:
    return lower == wanted or (wanted[-1] == "*" and lower.startswith(wanted[:-1]))
