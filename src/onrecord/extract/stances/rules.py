"""The words that decide a stance, looked up word by word."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.extract.language import Parsed, Word
from onrecord.extract.matters import talk_words
from onrecord.extract.phrases import Met, Phrases
from onrecord.extract.words import word_list
from onrecord.record import Span, StanceValue


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of `words/stances.toml`: what the words mean, and where the object is."""

    value: StanceValue
    denied: StanceValue | None
    object: str
    issue: bool
    modal: bool
    placed: bool
    predicative: bool


@dataclass(frozen=True, slots=True)
class Predicate:
    """Words that decide a stance, in clean offsets; `at` is the place of the first of them."""

    at: int
    span: Span
    rule: Rule


@cache
def _phrases() -> Phrases[Rule]:
    found = Phrases[Rule]()
    for row in word_list("stances")["rules"]:
        for words in row.get("phrases", ()):
            found.enter(words, _rule(row))
    return found


@cache
def _verbs() -> Mapping[str, Rule]:
    rows = word_list("stances")["rules"]
    return {lemma: _rule(row) for row in rows for lemma in row.get("verbs", ())}


def _rule(row: Mapping[str, Any]) -> Rule:
    return Rule(
        value=StanceValue(row["value"]),
        denied=StanceValue(row["denied"]) if row["denied"] else None,
        object=row["object"],
        issue=row.get("issue", False),
        modal=row.get("modal", False),
        placed=row.get("placed", False),
        predicative=row.get("predicative", False),
    )


def predicates(parsed: Parsed) -> Iterator[Predicate]:
    """Give the words that decide a stance, in text order, none overlapping another."""
    verbs, words = _verbs(), parsed.words
    phrases = {met.first: met for met in _phrases().met(parsed.lowers)}
    verbal = (word.at for word in words if word.lemma in verbs)
    last = 0
    for at in sorted({*phrases, *verbal}):
        if at < last:
            continue
        word, met = words[at], phrases.get(at)
        if met and not _is_idle(words, met):
            last = met.last
            yield Predicate(at, Span(word.start, words[last - 1].end), met.row.meaning)
        elif word.lemma in verbs and _is_verb(word) and not _is_passive(words, at):
            yield Predicate(at, Span(word.start, word.end), verbs[word.lemma])


def _is_idle(words: Sequence[Word], met: Met[Rule]) -> bool:
    """Tell words that say nothing of a stance here: `disaster relief`, `agreed to postpone it`."""
    following = words[met.last] if met.last < len(words) else None
    if following is None:
        return False
    if met.row.words[-1] == "to" and following.tag == "VB":
        return following.lemma not in talk_words("attending") | _verbs().keys()
    if not met.row.meaning.predicative or len(met.row.words) > 1:
        return False
    before_noun = following.pos in {"NOUN", "PROPN"} and words[met.first].pos != "ADJ"
    return before_noun or words[met.first].tag == "VBG"


def _is_passive(words: Sequence[Word], at: int) -> bool:
    """Tell `backed by Norway`: whoever comes before it holds no stance."""
    return at + 1 < len(words) and words[at + 1].lower == "by"


def _is_verb(word: Word) -> bool:
    return word.pos in {"VERB", "AUX"} or word.tag in {"VBD", "VBZ", "VBN", "VBP", "VB"}


@cache
def pattern(section: str, name: str = "words") -> re.Pattern[str]:
    """Give a pattern of `words/stances.toml`."""
    return re.compile(word_list("stances")[section][name], re.IGNORECASE)


@cache
def listed(section: str, name: str) -> frozenset[str]:
    """Give a list of `words/stances.toml`."""
    return frozenset(word_list("stances")[section][name])
