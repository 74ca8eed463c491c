"""Statements inside statements, and what the outer one's sourcing makes of the inner one's."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.record import Anchor, SourcingLevel, Statement

TOLD = frozenset(
    {
        SourcingLevel.UNNAMED_DESCRIBED,
        SourcingLevel.UNNAMED_BARE,
        SourcingLevel.MEDIA_REPORTS,
        SourcingLevel.AGENTLESS,
    }
)
"""Levels that what is told on them cannot rise above."""


def as_told(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Give each statement that unnamed people, media or nobody tell of on their sourcing.

    `Two officials said Lee had promised to sign` does not put Lee on the record.
    """
    by_id = {statement.statement_id: statement for statement in statements}
    for statement in statements:
        outer = by_id.get(statement.nested_in or "")
        told = statement if outer is None else replace(statement, chain=_chained(statement, outer))
        if outer and outer.sourcing_level in TOLD:
            yield replace(told, sourcing_level=outer.sourcing_level)
        else:
            yield told


def _chained(inner: Statement, outer: Statement) -> tuple[Anchor, ...]:
    """Give the chain of a statement that another one tells of: that one's source comes after."""
    tellers = (*((outer.source.anchor,) if outer.source else ()), *outer.chain)
    return (*inner.chain, *(anchor for anchor in tellers if anchor not in inner.chain))


def nested(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Mark each statement that stands wholly in the content of another with the smallest such.

    In text order an outer statement's content begins before the inner one's cue: those whose
    content is still open are all that must be looked at.
    """
    parts = sorted(
        (part.start, part.end, number)
        for number, statement in enumerate(statements)
        for part in statement.content
    )
    starts = [start for start, _, _ in parts]
    reach = max((end - start for start, end, _ in parts), default=0)
    for number, inner in enumerate(statements):
        cue = inner.cue
        if cue is None:
            yield inner
            continue
        near = parts[bisect_left(starts, cue.start - reach) : bisect_right(starts, cue.start)]
        outer = {n for _, end, n in near if n != number and end >= cue.end}
        holders = [statements[n] for n in sorted(outer) if _inside(inner, statements[n])]
        holder = min(holders, key=_length, default=None)
        yield replace(inner, nested_in=holder.statement_id) if holder else inner


def _inside(inner: Statement, outer: Statement) -> bool:
    parts = [inner.cue, *inner.content]
    return all(
        any(whole.span.holds(part.span) for whole in outer.content) for part in parts if part
    )


def _length(statement: Statement) -> int:
    return sum(part.end - part.start for part in statement.content)
