"""The words that tell of meetings, in the form in which they are looked up."""

from collections.abc import Sequence
from functools import cache

from onrecord.extract.language import Word
from onrecord.extract.words import word_list
from onrecord.record import MeetingType


@cache
def words_of(table: str, name: str) -> frozenset[str]:
    """Give one list of `words/meetings.toml`."""
    return frozenset(word_list("meetings")[table][name])


@cache
def nouns() -> dict[str, list[tuple[tuple[str, ...], MeetingType]]]:
    """Give the nouns for meetings by their last word, longer ones first."""
    found: dict[str, list[tuple[tuple[str, ...], MeetingType]]] = {}
    for kind, phrases in word_list("meetings")["nouns"].items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[-1], []).append((words, MeetingType(kind)))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


def phrase_at(words: Sequence[Word], place: int) -> tuple[int, MeetingType] | None:
    """Give the length and the type of the noun for a meeting that ends at a place."""
    for phrase, kind in nouns().get(words[place].lemma, ()):
        first = place - len(phrase) + 1
        if first >= 0 and [w.lemma for w in words[first:place]] == list(phrase[:-1]):
            return len(phrase), kind
    return None


@cache
def verbs() -> dict[str, frozenset[str]]:
    """Give what verbs for meetings tell, by lemma."""
    found: dict[str, set[str]] = {}
    for kind, lemmas in word_list("meetings")["verbs"].items():
        for lemma in lemmas:
            found.setdefault(lemma, set()).add(kind)
    return {lemma: frozenset(kinds) for lemma, kinds in found.items()}


@cache
def _phrases(name: str) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in word_list("meetings")["status"][name]:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found


def has(words: Sequence[Word], name: str) -> bool:
    """Tell whether a phrase of a list of status words stands in these words."""
    return first_of(words, name) is not None


def first_of(words: Sequence[Word], name: str) -> int | None:
    """Give the place in these words at which a phrase of a list begins, None without any."""
    rows = _phrases(name)
    for place, word in enumerate(words):
        if word.entity in {"DATE", "TIME"} and word.pos in {"PROPN", "NUM"}:
            continue  # `3 May`
        phrases = (*rows.get(word.lemma, ()), *rows.get(word.lower, ()))
        if any(_goes_on(words, place, phrase) for phrase in phrases):
            return place
    return None


def _goes_on(words: Sequence[Word], place: int, phrase: Sequence[str]) -> bool:
    """Tell whether the words from a place on are those of a phrase."""
    behind = words[place + 1 : place + len(phrase)]
    pairs = zip(phrase[1:], behind, strict=False)
    return len(behind) == len(phrase) - 1 and all(w in {b.lemma, b.lower} for w, b in pairs)


def said_by_phone(lowers: Sequence[str]) -> int | None:
    """Give the place at which `by telephone` and the like begins, None where it does not."""
    for place in range(len(lowers)):
        for length in (2, 3):
            if " ".join(lowers[place : place + length]) in words_of("objects", "by_phone"):
                return place
    return None
