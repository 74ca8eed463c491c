"""Codebooks: which words tell of which provision. They are data, not code (section 4).

Three codebooks ship: peace (12 groups, 48 leaves of the specification), trade and climate. Their
triggers are rows of words as `extract.phrases` reads them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.extract.language import Word
from onrecord.extract.phrases import Phrases
from onrecord.extract.words import word_list
from onrecord.record import Span

CODEBOOKS = ("peace", "trade", "climate")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A category of provisions: its code, its meaning."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that tell of a category, in clean offsets."""

    leaf: Leaf
    span: Span


class Codebook:
    """The categories of one field with their triggers."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.leaves: dict[str, Leaf] = {}
        self._triggers = Phrases[Leaf]()
        for row in word_list(f"codebooks/{name}")["leaves"]:
            leaf = Leaf(row["code"], row["label"])
            self.leaves[leaf.code] = leaf
            for words in row["triggers"]:
                self._triggers.enter(words, leaf)

    def hits(self, words: Sequence[Word]) -> Iterator[Hit]:
        """Give the triggers met in a row of words, in text order."""
        for met in self._triggers.met([word.lower for word in words]):
            span = Span(words[met.first].start, words[met.last - 1].end)
            yield Hit(met.row.meaning, span)


@cache
def codebook(name: str) -> Codebook:
    """Give a codebook by its name."""
    return Codebook(name)
