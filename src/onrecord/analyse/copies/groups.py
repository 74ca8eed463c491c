"""Things that belong together, put together pair by pair."""

from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """Groups of things; the first of a group is the one that was named first when it was joined.

    >>> groups = Groups()
    >>> groups.join("Strand Chronicle", "Chronicle")
    >>> groups.first("Chronicle")
    'Strand Chronicle'
    """

    def __init__(self) -> None:
        self._first: dict[T, T] = {}
        self._members: dict[T, list[T]] = {}

    def join(self, one: T, other: T) -> None:
        """Put the groups of two things together."""
        kept, merged = self.first(one), self.first(other)
        if kept != merged:
            moved = self._members.pop(merged, [merged])
            self._members.setdefault(kept, [kept]).extend(moved)
            self._first.update(dict.fromkeys(moved, kept))

    def first(self, one: T) -> T:
        """Give the first of the group of a thing, the thing itself where it is alone."""
        return self._first.get(one, one)

    def members(self, one: T) -> list[T]:
        """Give the group of a thing."""
        first = self.first(one)
        return self._members.get(first, [first])

    def __iter__(self) -> Iterator[list[T]]:
        return iter(self._members.values())
