"""Attributions as they are decoded, and who gets what where two claim the same words."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.extract.tagger.confidence import Evidence

Range = tuple[int, int]
"""Word pieces `[first, last)`."""


@dataclass(frozen=True)
class Found:
    """One attribution in pieces, with its probability of being right in [0, 1]."""

    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    evidence: Evidence
    confidence: float


def settle(found: Iterable[Found]) -> list[Found]:
    """Give the attributions whose contents share no piece with a surer one's.

    First a part that two of them claim goes to the one whose cue stands nearer, where the other has
    more to say: `Oslo said A. Bonn said B.` must not give A and B to Oslo.
    """
    items = list(found)
    claims = _Claims(items)
    taken: set[int] = set()
    kept = []
    for item in sorted(map(claims.settled, items), key=lambda item: (-item.confidence, item.cue)):
        places = {at for first, last in item.content for at in range(first, last)}
        if not places & taken:
            kept.append(item)
            taken |= places
    return kept


class _Claims:
    """Who claims which part: found by place, since a part reaches no further than a window."""

    def __init__(self, items: Sequence[Found]) -> None:
        parts = sorted((part, item.cue) for item in items for part in item.content)
        self._parts = parts
        self._firsts = [part[0] for part, _ in parts]
        self._reach = max((part[1] - part[0] for part, _ in parts), default=0)

    def settled(self, item: Found) -> Found:
        """Give an attribution without the parts that stand nearer to another's cue.

        One that would have no part left keeps them all.
        """
        if len(item.content) == 1:
            return item
        mine = tuple(part for part in item.content if not self._nearer(item.cue, part))
        return replace(item, content=mine) if mine else item

    def _nearer(self, cue: Range, part: Range) -> bool:
        low = bisect_left(self._firsts, part[0] - self._reach)
        high = bisect_left(self._firsts, part[1])
        return any(
            theirs[1] > part[0] and other != cue and _away(other, part) < _away(cue, part)
            for theirs, other in self._parts[low:high]
        )


def _away(cue: Range, part: Range) -> int:
    return max(part[0] - cue[1], cue[0] - part[1], 0)
