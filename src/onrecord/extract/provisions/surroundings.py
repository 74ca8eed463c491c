"""What provisions are read from, and which amounts and conditions are theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Word
from onrecord.extract.stances import Ground
from onrecord.record import Anchor, Condition, Money, Quantity, Reading, Span

PURPOSES = frozenset({"for", "to", "toward", "towards", "into"})
REACH = 8
"""Words behind a sum in which its purpose begins."""
MOST = 20
"""Conditions of one sentence that are looked at: hostile text may hold hundreds."""


@dataclass(frozen=True)
class Surroundings:
    """The ground of a document, and what else was found in it: amounts and conditions."""

    ground: Ground
    reading: Reading

    def sums(self, span: Span) -> Sequence[Money]:
        """Give the sums inside a clean stretch."""
        return self._sums.meeting(span)

    def numbers(self, span: Span) -> Sequence[Quantity]:
        """Give the quantities inside a clean stretch."""
        return self._numbers.meeting(span)

    def condition(self, span: Span) -> str | None:
        """Give the condition whose if or then shares words with a clean stretch."""
        sentence = self.ground.parsed.word_at(span.start).sentence
        near = self._conditions.get(sentence, ())[:MOST]
        return next((item.condition_id for place, item in near if place.meets(span)), None)

    @cached_property
    def _sums(self) -> Intervals[Money]:
        return Intervals(self.reading.money, lambda item: clean_span(item.anchor))

    @cached_property
    def _numbers(self) -> Intervals[Quantity]:
        return Intervals(self.reading.quantities, lambda item: clean_span(item.anchor))

    @cached_property
    def _conditions(self) -> dict[int, list[tuple[Span, Condition]]]:
        found: dict[int, list[tuple[Span, Condition]]] = {}
        for item in self.reading.conditions:
            for anchor in (item.demand, item.consequence):
                if anchor:
                    place = clean_span(anchor)
                    sentence = self.ground.parsed.word_at(place.start).sentence
                    found.setdefault(sentence, []).append((place, item))
        return found


def clean_span(anchor: Anchor) -> Span:
    """Give the clean span of an anchor that was made from one."""
    return Span(anchor.clean_start or 0, anchor.clean_end or 0)


def names_purpose(words: Sequence[Word], sum_: Span, *, category: bool) -> bool:
    """Tell whether the words of a provision say what a sum in them is for (rule 3 of section 4).

    They do by a category of the codebook, or by `for`, `to` and the like behind the sum. `must pay
    $5 billion` does not.
    """
    behind = [word for word in words if word.start >= sum_.end][:REACH]
    return category or any(
        word.lower in PURPOSES and place + 1 < len(behind) for place, word in enumerate(behind)
    )
