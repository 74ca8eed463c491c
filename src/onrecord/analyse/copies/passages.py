"""What corresponds in two texts: sentence by sentence, in the same words or in others."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import log

from onrecord.analyse.copies.limits import (
    PASSAGE_ALIKE,
    PASSAGE_COMMON,
    PASSAGE_KEPT,
    PASSAGE_WORDS,
    RUN,
)
from onrecord.analyse.copies.texts import Sentence, Text
from onrecord.record import SharedPassage, Span

Place = tuple[int, int]
"""The first and the last sentence of a passage."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A sentence, and the share of its words that stand in runs of the other text."""

    sentence: Sentence
    share: float

    @property
    def same(self) -> bool:
        """Tell whether it stands in the other text in the same words."""
        enough = self.share * len(self.sentence.words) >= PASSAGE_WORDS
        return self.share == 1.0 or (self.share >= PASSAGE_KEPT and enough)


class Pair:
    """Two texts, the earlier and the later, side by side."""

    def __init__(self, earlier: Text, later: Text) -> None:
        self.earlier, self.later = earlier, later

    @cached_property
    def in_runs(self) -> tuple[list[bool], list[bool]]:
        """Which words of the earlier and of the later text stand in runs that both have."""
        both = self.earlier.different_runs & self.later.different_runs
        return _in_runs(self.earlier, both), _in_runs(self.later, both)

    @cached_property
    def kept(self) -> tuple[list[Kept], list[Kept]]:
        """How much of each sentence of the earlier and of the later text the other has."""
        return _kept(self.earlier, self.in_runs[0]), _kept(self.later, self.in_runs[1])

    @cached_property
    def weights(self) -> dict[str, float]:
        """What each word is worth that both texts may tell: the rarer in them the more.

        The name of the man whom all is about stands in every other sentence and tells little.
        """
        sentences = (*self.earlier.sentences, *self.later.sentences)
        counts = Counter(stem for sentence in sentences for stem in sentence.told)
        return {stem: log(1 + len(sentences) / count) for stem, count in counts.items()}

    def weight(self, told: Iterable[str]) -> float:
        """Give what words are worth together."""
        return sum(self.weights[stem] for stem in told)

    def passages(self, *, rewritten: bool) -> list[SharedPassage]:
        """Give what corresponds to the sentences of the later text in the earlier one.

        Without `rewritten` only what stands there in the same words.
        """
        found = []
        for kept in self.kept[1]:
            place = self._place_of_runs(kept.sentence) if kept.same else None
            if place is None and rewritten:
                place = self._place_of_likest(kept.sentence)
            if place:
                found.append(self._passage(kept, place))
        return found

    def _passage(self, kept: Kept, place: Place) -> SharedPassage:
        sentences = self.earlier.sentences[place[0] : place[1] + 1]
        told = frozenset().union(*(sentence.told for sentence in sentences))
        own = kept.sentence.told
        alike = self._share(own & told, own) if own else 0.0
        span = Span(sentences[0].span.start, sentences[-1].span.end)
        return SharedPassage(span, kept.sentence.span, round(kept.share, 3), round(alike, 3))

    def _share(self, common: Iterable[str], of: Iterable[str]) -> float:
        """Give the share by weight, which counts few words."""
        return self.weight(common) / max(self.weight(of), 1e-9)

    def _place_of_runs(self, sentence: Sentence) -> Place | None:
        """Give where most of a sentence's runs of words stand in the earlier text."""
        last = max(sentence.first + len(sentence.words) - RUN + 1, sentence.first)
        runs = self.later.runs[sentence.first : last]
        places = (self.earlier.sentence_of.get(run) for run in runs)
        counts = Counter(place for place in places if place is not None)
        if not counts:
            return None
        best, _ = min(counts.items(), key=lambda item: (-item[1], item[0]))
        return best, best + 1 if counts.get(best + 1) else best

    def _place_of_likest(self, sentence: Sentence) -> Place | None:
        """Give the one or two sentences of the earlier text that tell most of what one tells."""
        told = [each.told & sentence.told for each in self.earlier.sentences]
        following = [*told[1:], frozenset[str]()]
        both = [one | other for one, other in zip(told, following, strict=True)]
        weights = [self.weight(common) for common in both]
        best = max(range(len(both)), key=lambda at: (weights[at], -at), default=None)
        if best is None or len(both[best]) < PASSAGE_COMMON:
            return None
        if self._share(both[best], sentence.told) < PASSAGE_ALIKE:
            return None
        if both[best] == told[best]:
            return best, best
        return (best + 1, best + 1) if both[best] == following[best] else (best, best + 1)


def _kept(text: Text, marks: list[bool]) -> list[Kept]:
    found = []
    for sentence in text.sentences:
        own = marks[sentence.first : sentence.first + len(sentence.words)]
        found.append(Kept(sentence, sum(own) / len(own)))
    return found


def _in_runs(text: Text, both: frozenset[tuple[str, ...]]) -> list[bool]:
    inside = [False] * len(text.words)
    if both:
        for first, run in enumerate(text.runs):
            if run in both:
                inside[first : first + RUN] = [True] * RUN
    return inside
