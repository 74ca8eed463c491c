"""To whom something was said and where: `told reporters`, `in an interview with Radio Nord`."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.extract.attributions.turns import answered, occasion
from onrecord.extract.language import Parsed, Word
from onrecord.extract.telling import Telling
from onrecord.extract.words import word_list
from onrecord.record import Span

PHRASE_MAX = 10
"""Words of a phrase at most: beyond, it is a clause."""
_STOPS = frozenset(
    {
        "that",
        "whether",
        "if",
        "how",
        "why",
        "when",
        "where",
        "while",
        "as",
        "after",
        "before",
        "during",
        "because",
    }
)
_PLACES = frozenset(
    {
        "outside",
        "in",
        "at",
        "on",
        "by",
        "for",
        "from",
        "about",
        "over",
        "near",
        "inside",
        "into",
        "of",
        "with",
    }
)
_SELF = frozenset({"himself", "herself", "themselves", "itself", "it", "that", "this", "us all"})


def addressee(told: Telling) -> Span | None:
    """Give the words for the one addressed, None where the sentence names nobody.

    It stands behind the verb (`told [reporters]`, `said to [the chamber]`) or behind the occasion
    (`in an interview with [Radio Nord]`, `in a speech to [cadets]`). In a transcript it is the
    label of whoever spoke before.
    """
    if told.item.cue is None:
        return None
    behind = _outside(told, told.item.cue.end)
    direct = _object(told, behind) or _said_to(behind)
    return direct or _of_venue(told) or answered(told.parsed, told.item.cue)


def venue(told: Telling) -> Span | None:
    """Give the words of the occasion, from its preposition to its end, None where none is named."""
    if told.item.cue is None:
        return None
    found = next(_venues(told), None)
    if found is None:
        return occasion(told.parsed, told.item.cue)
    return Span(found[0].start, found[-1].end)


@cache
def _addressing() -> frozenset[str]:
    return frozenset(word_list("venues")["addressing"])


@cache
def _venue_words() -> re.Pattern[str]:
    """Give the pattern of an occasion; `on` stands before what is broadcast or posted only."""
    kinds = word_list("venues")["venues"]
    nouns = _any_of([noun for words in kinds.values() for noun in words])
    on = _any_of([*kinds["posted"], *kinds["airwaves"]])
    few = r"(?:[\w’'-]+ ){0,4}?"
    before = "in|at|during|via|by|through|to|over"
    return re.compile(
        rf"(?:(?:{before}) {few}{nouns}(?:[ -]{nouns})?|on {few}{on})\b", re.IGNORECASE
    )


def _any_of(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"


def _outside(told: Telling, start: int) -> list[Word]:
    """Give the words of the cue's sentence from a place on, up to the content."""
    parsed = told.parsed
    sentence = parsed.sentences[parsed.word_at(max(start - 1, 0)).sentence]
    words = []
    for word in parsed.of(sentence):
        span = Span(word.start, word.end)
        if word.start < start:
            continue
        if any(part.meets(span) for part in told.item.content):
            break
        words.append(word)
    return words


def _object(told: Telling, behind: Sequence[Word]) -> Span | None:
    cue = told.item.cue
    lemmas = {word.lemma for word in told.parsed.within(cue)} if cue else set()
    if not lemmas & _addressing():
        return None
    return _phrase(behind)


def _said_to(behind: Sequence[Word]) -> Span | None:
    if len(behind) > 1 and behind[0].lower == "to" and behind[1].tag != "VB":
        return _phrase(behind[1:])
    return None


def _phrase(words: Sequence[Word]) -> Span | None:
    """Give the noun phrase that begins here: determiners, adjectives, nouns and `of`."""
    taken: list[Word] = []
    for word in words[:PHRASE_MAX]:
        joins = bool(taken) and word.lower in {"of", "and", "’s", "'s", "-"}
        if not joins and (word.lower in _STOPS | _PLACES or not _nominal(word)):
            break
        if word.entity in {"DATE", "TIME"} and not joins:
            break
        taken.append(word)
    while taken and taken[-1].pos not in {"NOUN", "PROPN", "PRON"}:
        taken.pop()
    if not taken or taken[0].lower in _SELF:
        return None
    return Span(taken[0].start, taken[-1].end)


def _nominal(word: Word) -> bool:
    return word.pos in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"} or word.tag in {
        "PRP$",
        "HYPH",
        "POS",
    }


def _venues(told: Telling) -> Iterator[list[Word]]:
    """Give the phrases of occasions in the sentence, outside the content, nearest first."""
    assert told.item.cue is not None
    parsed: Parsed = told.parsed
    sentence = parsed.sentences[parsed.word_at(told.item.cue.start).sentence]
    others = _others(told)
    words = [
        word
        for word in parsed.of(sentence)
        if not any(part.start < word.end and word.start < part.end for part in others)
    ]
    for at, word in enumerate(words):
        if word.pos != "ADP" and word.lower not in {"on", "in", "at", "to", "via"}:
            continue
        text = parsed.text[word.start : words[min(at + PHRASE_MAX, len(words) - 1)].end]
        found = _venue_words().match(text)
        if found:
            end = word.start + found.end()
            yield [other for other in words[at:] if other.start < end]


def _others(told: Telling) -> tuple[Span, ...]:
    """Give what is no place for an occasion: the content, and the words for the source."""
    return (*told.item.content, *((told.item.source,) if told.item.source else ()))


def _of_venue(told: Telling) -> Span | None:
    """Give who is addressed on the occasion: `in an interview [with Radio Nord]`."""
    for found in _venues(told):
        behind = _outside_from(told, found[-1].at + 1)
        if len(behind) > 1 and behind[0].lower in {"with", "to"}:
            return _phrase(behind[1:])
    return None


def _outside_from(told: Telling, at: int) -> Sequence[Word]:
    words = told.parsed.words[at : at + PHRASE_MAX + 1]
    return [word for word in words if words and word.sentence == words[0].sentence]
