"""Who else is meant: names of bodies and pronouns for persons that are no sources."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed, Word
from onrecord.extract.quotes import Quote
from onrecord.extract.speakers.candidates import (
    LOOKED_AT,
    NEAR,
    SINGULAR,
    Candidate,
    agrees,
)
from onrecord.extract.speakers.findings import SpokenBy
from onrecord.record import ActorSchema, MentionKind, Span

BACK = 2
"""Sentences that such a pronoun reaches back: no cue tells that it is a person who speaks."""
HOLDING = frozenset({ActorSchema.PERSON, ActorSchema.UNNAMED_SOURCE})
"""Whose mentions may hold the name of a body: `[Kremlin] spokesman Pavel Orlin`."""


def free(known: Mapping[Span, SpokenBy], bodies: Iterable[SpokenBy]) -> Iterator[SpokenBy]:
    """Give the mentions of bodies that stand beside all others, or inside one of a person."""
    ordered = sorted(known.values(), key=lambda item: item.span)
    ends = _furthest(ordered)
    for body in bodies:
        at = bisect_left(ordered, body.span.end, key=lambda item: item.span.start)
        first = bisect_left(ends, body.span.start + 1)
        around = [item for item in ordered[first:at] if item.span.meets(body.span)]
        if all(_holds(item, body) for item in around):
            yield body


def _furthest(ordered: Iterable[SpokenBy]) -> list[int]:
    """Give how far the mentions up to each one reach."""
    ends: list[int] = []
    for item in ordered:
        ends.append(max(item.span.end, ends[-1] if ends else 0))
    return ends


def _holds(item: SpokenBy, body: SpokenBy) -> bool:
    longer = item.span.holds(body.span) and item.span != body.span
    return longer and item.speaker is not None and item.speaker.schema in HOLDING


class Bystanders:
    """Reads the pronouns for single persons outside quotations."""

    def __init__(
        self, parsed: Parsed, quotes: Intervals[Quote], candidates: Iterable[Candidate]
    ) -> None:
        self._parsed = parsed
        self._quotes = quotes
        self._candidates = sorted(candidates, key=lambda one: one.start)

    def read(self, known: Mapping[Span, SpokenBy]) -> Iterator[SpokenBy]:
        """Give the pronouns that no source is, with the person of most weight before them."""
        for word in self._parsed.words:
            span = Span(word.start, word.end)
            if word.lower not in SINGULAR or span in known or self._quotes.at(word.start):
                continue
            if best := self._best(word):
                basis = f"“{word.lower}” goes back to {best.speaker.name}"
                yield SpokenBy(span, MentionKind.PRONOUN, best.speaker, basis)

    def _best(self, word: Word) -> Candidate | None:
        at = bisect_left(self._candidates, word.start, key=lambda one: one.start)
        near = [
            one
            for one in self._candidates[max(0, at - LOOKED_AT) : at]
            if one.sentence >= word.sentence - BACK and agrees(one, word.lower)
        ]
        return max(near, key=lambda one: (_weight(one, word), one.start), default=None)


def _weight(one: Candidate, word: Word) -> float:
    return one.weight - NEAR * (word.sentence - one.sentence)
