"""Rows: passages of two texts that belong together, and what became of them."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from onrecord.analyse.alignment.differences import Piece, difference, plain, wording
from onrecord.record import Bracketing, Point, TextState


class Relation(StrEnum):
    """What became of a passage from one text to the other."""

    SAME = "same"
    MOVED = "moved"
    CHANGED = "changed"
    MERGED = "merged"
    SPLIT = "split"
    ADDED = "added"
    DROPPED = "dropped"


class StateChange(StrEnum):
    """What became of the marks that a wording is not agreed: square brackets and options."""

    CLEARED = "cleared"
    OPENED = "opened"
    FEWER_BRACKETS = "fewer_brackets"
    MORE_BRACKETS = "more_brackets"
    DELETED = "deleted"


@dataclass(frozen=True)
class Row:
    """Passages that belong together, in text order; one side is empty where it has none.

    `moved` tells that it stands in another order, or under another heading, than those around it;
    a moved passage whose words differ, too, has the relation `changed`. `renumbered` tells that one
    labelled passage became one with another label. `similarity` in [0, 1] is what the two sides
    have in common, 0 where one is empty.
    """

    left: tuple[Point, ...]
    right: tuple[Point, ...]
    moved: bool = False
    renumbered: bool = False
    similarity: float = 0.0

    @cached_property
    def relation(self) -> Relation:
        """What became of it."""
        if not self.left or not self.right:
            return Relation.DROPPED if self.left else Relation.ADDED
        if len(self.left) != len(self.right):
            return Relation.MERGED if len(self.left) > len(self.right) else Relation.SPLIT
        if self.same_marks:
            return Relation.MOVED if self.moved else Relation.SAME
        return Relation.CHANGED

    @cached_property
    def same_words(self) -> bool:
        """Tell whether both sides say the same, brackets apart."""
        return wording(self.left_words) == wording(self.right_words)

    @cached_property
    def same_marks(self) -> bool:
        """Tell whether both sides say the same, with the same brackets."""
        return plain(self.left_words) == plain(self.right_words)

    @property
    def left_words(self) -> str:
        """The words of the left side."""
        return " ".join(point.words for point in self.left)

    @property
    def right_words(self) -> str:
        """The words of the right side."""
        return " ".join(point.words for point in self.right)

    @cached_property
    def state(self) -> StateChange | None:
        """What became of brackets and options, None where nothing did or one side is empty."""
        if not self.left or not self.right:
            return None
        if any(p.state is TextState.DELETED for p in self.right):
            was = any(p.state is TextState.DELETED for p in self.left)
            return None if was else StateChange.DELETED
        before, after = _marks(self.left), _marks(self.right)
        if before == after:
            return None
        if not after or not before:
            return StateChange.OPENED if after else StateChange.CLEARED
        return StateChange.FEWER_BRACKETS if after < before else StateChange.MORE_BRACKETS

    @cached_property
    def difference(self) -> tuple[Piece, ...]:
        """The words of both sides in one row: the same, taken out, put in."""
        return difference(self.left_words, self.right_words)


def _marks(points: tuple[Point, ...]) -> int:
    """Count the marks that a wording is not agreed: its brackets, those around it, its option."""
    return sum(
        point.words.count("[") + (point.bracketing is Bracketing.WHOLE) + (point.option is not None)
        for point in points
    )
