"""Terms: the words and pairs of words of passages, and what two passages have in common."""

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from copy import copy
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

WORD = re.compile(r"\w+(?:[’'.–\-]\w+)*")

ALIKE = str.maketrans("’–", "'-")
"""Marks inside words that editions set in one way or the other."""

PAIRS = 0.5
"""What a pair of neighbouring words weighs beside a word of the same rarity: order tells apart
passages that are made of the same vocabulary, but one changed word breaks two pairs."""

COMMON = 0.25
"""A term in more than this share of all passages tells nothing apart; `the` stands in most."""
FEW = 100
"""Passages below which no term is common."""


def terms(text: str) -> list[str]:
    """Give the words of a text in small letters, and its pairs of words.

    >>> terms("[All Parties] shall")
    ['all', 'parties', 'shall', 'all parties', 'parties shall']
    """
    words = [word.lower().translate(ALIKE) for word in WORD.findall(text)]
    return [*words, *(f"{one} {other}" for one, other in pairwise(words))]


class Common:
    """What the passages of two texts have in common, weighed by how rare it is in both.

    `shared[i, j]` is the weight of the terms that passage i of the left and j of the right share;
    `left` and `right` are the weights of all terms of each passage.
    """

    def __init__(self, left: Sequence[str], right: Sequence[str]) -> None:
        self.left_terms = [frozenset(terms(text)) for text in left]
        self.right_terms = [frozenset(terms(text)) for text in right]
        self.weights = self._weights()
        self.left = self._sums(self.left_terms)
        self.right = self._sums(self.right_terms)

    def _weights(self) -> dict[str, float]:
        """Give the weight of each term: the logarithm of its rarity, as in tf-idf."""
        counts: dict[str, int] = defaultdict(int)
        for passage in (*self.left_terms, *self.right_terms):
            for term in passage:
                counts[term] += 1
        total = len(self.left_terms) + len(self.right_terms)
        most = COMMON * total if total > FEW else total
        return {
            term: math.log(1 + total / count) * (PAIRS if " " in term else 1.0)
            for term, count in counts.items()
            if count <= most
        }

    def weight(self, some: frozenset[str]) -> float:
        """Give the weight of some terms."""
        return math.fsum(self.weights.get(term, 0.0) for term in some)

    def _sums(self, passages: Sequence[frozenset[str]]) -> Matrix:
        return np.array([self.weight(passage) for passage in passages], dtype=np.float32)

    @cached_property
    def shared(self) -> Matrix:
        """The weight of what each two passages share."""
        left, right = _places(self.left_terms), _places(self.right_terms)
        found = np.zeros((len(self.left_terms), len(self.right_terms)), dtype=np.float32)
        for term in sorted(left.keys() & right.keys() & self.weights.keys()):
            found[np.ix_(left[term], right[term])] += np.float32(self.weights[term])
        return found

    def mirrored(self) -> "Common":
        """Give the same with the sides exchanged."""
        other = copy(self)
        other.__dict__.pop("similarity", None)
        other.left_terms, other.right_terms = self.right_terms, self.left_terms
        other.left, other.right, other.shared = self.right, self.left, self.shared.T
        return other

    @cached_property
    def similarity(self) -> Matrix:
        """How alike each two passages are, in [0, 1]: Ochiai's coefficient of their terms."""
        norm = np.sqrt(np.outer(self.left, self.right))
        return np.divide(self.shared, norm, out=np.zeros_like(self.shared), where=norm > 0)


def _places(passages: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    """Give the passages that each term stands in."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, passage in enumerate(passages):
        for term in passage:
            places[term].append(index)
    return places
