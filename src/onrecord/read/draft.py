"""Drafts: a published text on its way to the clean one, every step of it still mapped back."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from onrecord.record import Edit, Span
from onrecord.spans import OffsetMap, composed


@dataclass(frozen=True)
class Draft:
    """A published text and the edits made so far, sorted and disjoint."""

    raw: str
    edits: tuple[Edit, ...] = ()

    @cached_property
    def map(self) -> OffsetMap:
        """The way back to the published text."""
        return OffsetMap(self.raw, self.edits)

    @property
    def text(self) -> str:
        """The text as it stands now."""
        return self.map.clean

    def edited(self, edits: Iterable[Edit]) -> "Draft":
        """Give the next draft; these edits count in the text as it stands now."""
        return Draft(self.raw, composed(self.map, self.edits, tuple(edits)))

    def published(self, span: Span) -> Span:
        """Give the published stretch of a stretch of the text as it stands now."""
        return self.map.to_raw(span)

    def whole(self, span: Span) -> Span:
        """Give the published stretch together with the marks that were cut on either side."""
        start, end = self.map.to_raw(span)
        before, after = self._cuts
        while start in before:
            start = before[start]
        while end in after:
            end = after[end]
        return Span(start, end)

    @cached_property
    def _cuts(self) -> tuple[dict[int, int], dict[int, int]]:
        """Give the beginnings of what was cut by their ends, and the ends by their beginnings."""
        cut = [edit for edit in self.edits if not edit.replacement and edit.start < edit.end]
        return {edit.end: edit.start for edit in cut}, {edit.start: edit.end for edit in cut}
