"""What corresponds in two texts: sentence by sentence, in the same words or in others."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

import numpy as np
from numpy.typing import NDArray

from onrecord.analyse.copies.limits import RUN
from onrecord.analyse.copies.texts import Sentence, Text

Numbers = NDArray[np.float64]
HALF = 0.5
"""Share of a sentence in runs from which the runs say where it stands in the other text."""
Place = tuple[int, int]
"""The first and the last sentence of a passage."""


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence of one text with the best that corresponds to it in the other.

    `at` are the first and last sentence there. `kept` is the share of its words that stand in runs
    of the other text, `alike` the share of what it tells that they tell, by weight.
    """

    sentence: Sentence
    at: Place
    kept: float
    alike: float
    common: int


class Pair:
    """Two texts, the earlier and the later, side by side."""

    def __init__(self, earlier: Text, later: Text) -> None:
        self.earlier, self.later = earlier, later

    @cached_property
    def kept(self) -> tuple[list[bool], list[bool]]:
        """Which words of the earlier and of the later text stand in runs that both have."""
        both = self.earlier.different_runs & self.later.different_runs
        return _in_runs(self.earlier, both), _in_runs(self.later, both)

    @cached_property
    def weights(self) -> dict[str, float]:
        """What each word is worth that both texts may tell: the rarer in them the more.

        The name of the man whom all is about stands in every other sentence and tells little.
        """
        sentences = (*self.earlier.sentences, *self.later.sentences)
        counts = Counter(stem for sentence in sentences for stem in sentence.told)
        return {stem: log(1 + len(sentences) / count) for stem, count in counts.items()}

    @cached_property
    def of_earlier(self) -> list[Match]:
        """Each sentence of the earlier text with what corresponds to it in the later."""
        return self._matches(self.earlier, self.later, self.kept[0])

    @cached_property
    def of_later(self) -> list[Match]:
        """Each sentence of the later text with what corresponds to it in the earlier."""
        return self._matches(self.later, self.earlier, self.kept[1])

    @cached_property
    def _told(self) -> tuple[Numbers, dict[str, Numbers]]:
        """What the words weigh, and which sentence of which text tells which of them."""
        vocabulary = {stem: place for place, stem in enumerate(self.weights)}
        weights = np.array(list(self.weights.values()) or [0.0])
        texts = (self.earlier, self.later)
        return weights, {text.doc_id: _matrix(text.sentences, vocabulary) for text in texts}

    def _matches(self, own: Text, other: Text, kept: list[bool]) -> list[Match]:
        if not own.sentences or not other.sentences:
            return []
        weights, matrices = self._told
        mine, theirs = matrices[own.doc_id], matrices[other.doc_id]
        following = np.vstack([theirs[1:], np.zeros((1, theirs.shape[1]))])
        both = np.maximum(theirs, following)
        alone = (mine * weights) @ theirs.T
        windows = (mine * weights) @ both.T
        whole = np.maximum(mine @ weights, 1e-9)
        rows = zip(own.sentences, alone, windows, strict=True)
        found = []
        for row, (sentence, single, double) in enumerate(rows):
            marks = kept[sentence.first : sentence.first + len(sentence.words)]
            share = sum(marks) / len(marks)
            by_runs = _place_of_runs(sentence, own, other) if share >= HALF else None
            at = by_runs or _best(single, double)
            alike, common = double[at[0]] / whole[row], (mine[row] * both[at[0]]).sum()
            found.append(Match(sentence, at, share, float(alike), int(common)))
        return found


def _place_of_runs(sentence: Sentence, own: Text, other: Text) -> Place | None:
    """Give where most of a sentence's runs of words stand in the other text."""
    last = max(sentence.first + len(sentence.words) - RUN + 1, sentence.first)
    runs = own.runs[sentence.first : last]
    counts = Counter(at for run in runs if (at := other.sentence_of.get(run)) is not None)
    if not counts:
        return None
    best, _ = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return best, best + 1 if counts.get(best + 1) else best


def _best(single: Numbers, double: Numbers) -> Place:
    """Give the sentence, or the two that follow each other, in which most of one is told."""
    best = int(np.argmax(double))
    if double[best] == single[best] or best + 1 == len(double):
        return best, best
    return (best + 1, best + 1) if single[best + 1] == double[best] else (best, best + 1)


def _matrix(sentences: Sequence[Sentence], vocabulary: dict[str, int]) -> Numbers:
    found = np.zeros((len(sentences), max(len(vocabulary), 1)))
    for row, sentence in enumerate(sentences):
        found[row, [vocabulary[stem] for stem in sentence.told]] = 1.0
    return found


def _in_runs(text: Text, both: frozenset[tuple[str, ...]]) -> list[bool]:
    inside = [False] * len(text.words)
    for first, run in enumerate(text.runs):
        if run in both:
            inside[first : first + RUN] = [True] * RUN
    return inside
