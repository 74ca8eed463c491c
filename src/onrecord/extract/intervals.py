"""Stretches of a text found by place: sorted, none overlapping another."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from onrecord.record import Span

T = TypeVar("T")


class Intervals(Generic[T]):
    """Items that each cover a stretch of their own; look-ups take logarithmic time.

    >>> lines = Intervals(["a", "bb"], {"a": Span(0, 1), "bb": Span(3, 5)}.__getitem__)
    >>> lines.meeting(Span(0, 4)), lines.at(4), lines.at(2)
    (['a', 'bb'], 'bb', None)
    """

    def __init__(self, items: Iterable[T], span_of: Callable[[T], Span]) -> None:
        self.items = sorted(items, key=span_of)
        spans = [span_of(item) for item in self.items]
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def meeting(self, span: Span) -> list[T]:
        """Give the items that share a character with a stretch, in text order."""
        return self.items[
            bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)
        ]

    def at(self, place: int) -> T | None:
        """Give the item that covers a place, None if there is none."""
        found = self.meeting(Span(place, place + 1))
        return found[0] if found else None

    def after(self, place: int) -> T | None:
        """Give the first item that begins at a place or after it."""
        index = bisect_left(self._starts, place)
        return self.items[index] if index < len(self.items) else None

    def before(self, place: int) -> T | None:
        """Give the last item that ends at a place or before it."""
        index = bisect_right(self._ends, place)
        return self.items[index - 1] if index else None
