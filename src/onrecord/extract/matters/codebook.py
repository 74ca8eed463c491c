"""Codebooks: which words tell of which provision. They are data, not code (section 4).

Three codebooks ship: peace (12 groups, 48 leaves of the specification), trade and climate. Their
triggers are rows of words as `extract.phrases` reads them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from onrecord.extract.language import Parsed
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


@dataclass(frozen=True, slots=True)
class Codebook:
    """The categories of one field by their codes."""

    name: str
    leaves: Mapping[str, Leaf]


@cache
def codebook(name: str) -> Codebook:
    """Give a codebook by its name."""
    rows = word_list(f"codebooks/{name}")["leaves"]
    return Codebook(name, {row["code"]: Leaf(row["code"], row["label"]) for row in rows})


@cache
def _triggers() -> Phrases[tuple[str, Leaf]]:
    """Give the triggers of all codebooks with the codebook's name: one pass finds them all."""
    found = Phrases[tuple[str, Leaf]]()
    for name in CODEBOOKS:
        for row in word_list(f"codebooks/{name}")["leaves"]:
            for words in row["triggers"]:
                found.enter(words, (name, codebook(name).leaves[row["code"]]))
    return found


class TriggerMet(NamedTuple):
    """A trigger met in words: its codebook, its category's code, the words of its row."""

    book: str
    code: str
    words: int


def triggers_met(lowers: Sequence[str]) -> list[TriggerMet]:
    """Give the triggers of all codebooks that words in small letters meet, in text order."""
    return [
        TriggerMet(book, leaf.code, len(met.row.words))
        for rows in _triggers().all_met(lowers)
        for met in rows
        for book, leaf in [met.row.meaning]
    ]


def hits(parsed: Parsed) -> Mapping[str, list[Hit]]:
    """Give what the triggers of each codebook meet in a document, the longest at each word."""
    words = parsed.words
    found: dict[str, list[Hit]] = {name: [] for name in CODEBOOKS}
    for rows in _triggers().all_met(parsed.lowers):
        for name in CODEBOOKS:
            of_book = [met for met in rows if met.row.meaning[0] == name]
            if of_book:
                best = max(of_book, key=lambda met: len(met.row.words))
                span = Span(words[best.first].start, words[best.last - 1].end)
                found[name].append(Hit(best.row.meaning[1], span))
    return found
