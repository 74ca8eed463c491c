"""Levels: what stands in what, from the labels and the indentation of lines."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.read.outline.labels import Label, words

SAME_INDENT = 1
"""Columns in which the lines of one level may differ: drafts are set by hand."""

DEEPEST = 24
"""Levels that may be open at once; treaties have up to eight."""


@dataclass(slots=True)
class Level:
    """An open level: its style and last value, its column, and the passage that opened it."""

    style: str
    value: int
    indent: int
    point: int
    head: bool = False
    option: bool = False
    mark: int = 0


class Levels:
    """The levels that are open at a line, the outermost first."""

    def __init__(self) -> None:
        self.open: list[Level] = []

    @property
    def innermost(self) -> int | None:
        """The passage in which the next label would stand if it began a list."""
        return self.open[-1].point if self.open else None

    def head(self, style: str, *, mark: int) -> None:
        """Make room for a heading: it ends everything of its own level and below.

        `mark` is the depth of a Markdown heading, 0 where it is none.
        """
        while self.open and not self.open[-1].head:
            self.open.pop()
        if style in words("outermost") or style in {"note", "named"}:
            self.open.clear()
        same = [i for i, level in enumerate(self.open) if level.style == style]
        deep = [i for i, level in enumerate(self.open) if mark and level.mark >= mark]
        named = [i for i, level in enumerate(self.open) if level.style in {"note", "named"}]
        if cuts := [*same[-1:], *deep[:1], *named[:1]]:
            del self.open[min(cuts) :]

    def end_preamble(self, unlabelled: Mapping[int | None, int]) -> None:
        """End a preamble that has had its recitals when the points of the text begin."""
        if self.open and self.open[-1].style == "named" and unlabelled[self.open[-1].point] > 1:
            self.open.pop()

    def option(self, found: Label, indent: int) -> tuple[str, int]:
        """Make room for an option, and give the style and the value it counts with."""
        self._outdent(indent)
        for index in reversed(range(len(self.open))):
            level = self.open[index]
            following = [r for r in found.readings if r == (level.style, level.value + 1)]
            if level.option and following:
                del self.open[index:]
                return following[0]
        return _begun(found)

    def number(self, found: Label, indent: int) -> tuple[str, int] | None:
        """Make room for a numbered point, and give the style and the value it counts with.

        None where the label begins no list and goes on with none: `A.` of a name.
        """
        self._outdent(indent)
        best = self._sibling(found, indent)
        if best is None:
            return None if found.is_letter and not found.first else _begun(found)
        index, reading = best
        del self.open[index:]
        return reading

    def _sibling(self, found: Label, indent: int) -> tuple[int, tuple[str, int]] | None:
        """Give the level that a label goes on with: the next value of a list, or its style alone.

        A list that begins anew under an option is the option's own.
        """
        fitting: list[tuple[bool, int, tuple[str, int]]] = []
        for index in reversed(range(len(self.open))):
            level = self.open[index]
            if level.head:
                break
            for style, value in found.readings:
                apart = level.indent < indent - SAME_INDENT
                if level.style == style and not apart:
                    fitting.append((value in {level.value, level.value + 1}, index, (style, value)))
            if level.option and found.first:
                break
        if not fitting:
            return None
        _, index, reading = max(fitting, key=lambda each: (each[0], each[1]))
        return index, reading

    def _outdent(self, indent: int) -> None:
        """End the levels of points that stand further right."""
        while self.open and not self.open[-1].head and self.open[-1].indent > indent + SAME_INDENT:
            self.open.pop()

    def holder(self, indent: int) -> int | None:
        """Give the passage in which a line without label stands."""
        for level in reversed(self.open):
            left = level.indent < indent - SAME_INDENT
            if level.head or left or (level.option and level.indent <= indent + SAME_INDENT):
                return level.point
        return None

    def enter(self, level: Level) -> None:
        """Open a level; the deepest gives way where there are too many."""
        del self.open[DEEPEST - 1 :]
        self.open.append(level)


def _begun(found: Label) -> tuple[str, int]:
    """Give the reading in which a label begins a list, else the first."""
    begins = [reading for reading in found.readings if reading[1] == 1]
    return (begins or list(found.readings))[0]
