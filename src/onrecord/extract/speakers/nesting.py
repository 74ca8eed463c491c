"""Whose words a source stands in: `Lee said [Roe] believed …`, `“[I] think …,” Lee said`."""

from collections.abc import Sequence

from onrecord.extract.findings import Attribution
from onrecord.record import Span

OPEN = 8
"""Contents around one source that are looked at: more would be a slip of the finder."""


def outer_of(found: Sequence[Attribution]) -> list[int | None]:
    """Give for each attribution the number of the one whose content holds its source, if any."""
    parts = [(part, number) for number, item in enumerate(found) for part in item.content]
    parts.sort(key=lambda pair: (pair[0].start, -pair[0].end))
    outer: list[int | None] = [None] * len(found)
    opened: list[tuple[Span, int]] = []
    at = 0
    for source, number in sorted((item.source, n) for n, item in enumerate(found) if item.source):
        while at < len(parts) and parts[at][0].start <= source.start:
            opened.append(parts[at])
            at += 1
        while opened and opened[-1][0].end <= source.start:
            opened.pop()
        outer[number] = _innermost(opened, found, number)
    return outer


def _innermost(
    opened: Sequence[tuple[Span, int]], found: Sequence[Attribution], number: int
) -> int | None:
    source = found[number].source
    assert source is not None
    for part, holder in opened[: -OPEN - 1 : -1]:
        other = found[holder].source
        if holder != number and part.holds(source) and not (other and other.meets(source)):
            return holder
    return None
