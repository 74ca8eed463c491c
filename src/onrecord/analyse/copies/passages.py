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


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence of one text with the best that corresponds to it in the other.

    `at` are the first and last sentence there. `kept` is the share of its words that stand in runs
    of the other text, `alike` the share of what it tells that they tell, by weight.
    """

    sentence: Sentence
    at: tuple[int, int]
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
        return [
            _match(sentence, (alone[row], windows[row], mine[row], both), whole[row], kept)
            for row, sentence in enumerate(own.sentences)
        ]


def _match(
    sentence: Sentence,
    rows: tuple[Numbers, Numbers, Numbers, Numbers],
    whole: float,
    kept: list[bool],
) -> Match:
    alone, windows, mine, both = rows
    best = int(np.argmax(windows))
    last = best + 1 if windows[best] > alone[best] and best + 1 < len(windows) else best
    if last > best and alone[last] == windows[best]:
        best = last
    own = kept[sentence.first : sentence.first + len(sentence.words)]
    common = int((mine * both[best]).sum())
    return Match(sentence, (best, last), sum(own) / len(own), float(windows[best] / whole), common)


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
