"""The words of `words/provisions.toml`, by what they are asked for."""

from collections.abc import Mapping, Sequence
from functools import cache

from onrecord.extract.language import Word
from onrecord.extract.words import word_list
from onrecord.record import Modality

MODALITIES = {
    "require": Modality.REQUIRE,
    "required": Modality.REQUIRE,
    "permit": Modality.PERMIT,
    "permitted": Modality.PERMIT,
    "forbid": Modality.FORBID,
    "forbidden": Modality.FORBID,
    "recognise": Modality.RECOGNISE,
    "establish": Modality.ESTABLISH,
    "act": Modality.REQUIRE,
    "say": Modality.REQUIRE,
    "see": Modality.REQUIRE,
}
"""What the verbs of each list do with whoever has to act."""


@cache
def listed(part: str, name: str) -> frozenset[str]:
    """Give one list of `words/provisions.toml`."""
    return frozenset(word_list("provisions")[part][name])


@cache
def rows(part: str, name: str) -> tuple[tuple[str, ...], ...]:
    """Give one list of rows of words, the longest first."""
    split = (tuple(row.split()) for row in word_list("provisions")[part][name])
    return tuple(sorted(split, key=len, reverse=True))


@cache
def _verbs() -> Mapping[str, Sequence[tuple[str, str]]]:
    """Give, by the verb's lemma, its particle (empty without one) and the list that it is in."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, verbs in word_list("provisions")["verbs"].items():
        for verb in verbs:
            lemma, _, particle = verb.partition(" ")
            found.setdefault(lemma, []).append((particle, name))
    return {lemma: sorted(kinds, reverse=True) for lemma, kinds in found.items()}


def verb_kinds(words: Sequence[Word], at: int) -> list[tuple[str, int]]:
    """Give the lists that a verb is in, each with the place behind the verb and its particle.

    The verb with a particle comes first: `provides for` is no `provides`.
    """
    found = []
    behind = words[at + 1].lower if at + 1 < len(words) else ""
    for particle, name in _verbs().get(words[at].lemma, ()):
        if not particle:
            found.append((name, at + 1))
        elif behind == particle:
            found.append((name, at + 2))
    return found


def ends_with(lowers: Sequence[str], part: str, name: str) -> int:
    """Give how many words of a list's row a stretch of words in small letters ends with, or 0."""
    for row in rows(part, name):
        if tuple(lowers[-len(row) :]) == row:
            return len(row)
    return 0


def begins_with(lowers: Sequence[str], part: str, name: str) -> int:
    """Give how many words of a list's row a stretch of words in small letters begins with, or 0."""
    for row in rows(part, name):
        if tuple(lowers[: len(row)]) == row:
            return len(row)
    return 0
