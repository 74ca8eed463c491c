"""Words that hedge, found in the clauses that tell: not in what merely describes a name."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from onrecord.extract.words import word_list
from onrecord.record import Span

LOOKED_AT = 800
"""Code points of a content in which hedges are looked for."""


class Kind(StrEnum):
    """What a hedge does."""

    POSSIBLE = "possible"
    PROBABLE = "probable"
    OPEN = "open"
    WEAK = "weak"
    LIMIT = "limit"
    CONDITION = "condition"


class Hedge(NamedTuple):
    """A hedge at its place in the content; `governs` unless it stands in a clause beside."""

    kind: Kind
    span: Span
    governs: bool


_BESIDE = re.compile(
    r"\b(?:which|who|whom|whose|because|although|though|while|whereas|where|when|since|until|after"
    r"|before|so that)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.!?;:](?=\s|$)|[—–]|[,](?=\s)|[”\"]")


def hedges(content: str) -> tuple[Hedge, ...]:
    """Give the hedges of a content, in text order.

    >>> [hedge.kind.value for hedge in hedges("the pact could fail if rain falls")]
    ['possible', 'condition']
    """
    text = content[:LOOKED_AT]
    found = [*_words(text), *_conditions(text)]
    taken: list[Hedge] = []
    for hedge in sorted(found, key=lambda item: (item.span.start, -item.span.end)):
        if not taken or hedge.span.start >= taken[-1].span.end:
            taken.append(hedge)
    return tuple(taken)


def _words(text: str) -> Iterator[Hedge]:
    beside = tuple(_beside(text))
    for kind, pattern in _patterns().items():
        for found in pattern.finditer(text):
            inside = any(low <= found.start() < high for low, high in beside)
            yield Hedge(kind, Span(found.start(), found.end()), not inside)
    for found in _amount().finditer(text):
        yield Hedge(Kind.WEAK, Span(found.start(1), found.end(1)), False)


def _beside(text: str) -> Iterator[Span]:
    """Give the clauses that stand beside the telling one: from `which` to the next mark."""
    for found in _BESIDE.finditer(text):
        end = _CLAUSE_END.search(text, found.end())
        yield Span(found.start(), end.start() if end else len(text))


def _conditions(text: str) -> Iterator[Hedge]:
    """Give the conditions, each from its first word to the end of its clause."""
    for found in _condition().finditer(text):
        if found[0].lower() in {"provided", "providing"} and not _is_proviso(text, found):
            continue
        end = _CLAUSE_END.search(text, found.end())
        yield Hedge(Kind.CONDITION, Span(found.start(), end.start() if end else len(text)), True)


_CLAUSE = re.compile(
    r"(?:\s+(?!that\b|which\b|who\b)[\w’'-]+){1,6}?\s+(?:is|are|was|were|has|have|does|do|did|will|would|can|could|may|gets?"
    r"|stays?|remains?|comes?|agrees?|accepts?|stops?|leaves?|keeps?|meets?|signs?)\b"
)
"""A short subject and a verb: `they [leave]`."""


def _is_proviso(text: str, found: re.Match[str]) -> bool:
    """Tell `, provided they stay` from `provided comments`, `providing an overview`."""
    return _CLAUSE.match(text, found.end()) is not None


@cache
def _patterns() -> dict[Kind, re.Pattern[str]]:
    data = word_list("certainty")
    return {
        Kind.POSSIBLE: _any_of(data["values"]["possible"]),
        Kind.PROBABLE: _any_of(data["values"]["probable"]),
        Kind.OPEN: _any_of(data["values"]["open"]),
        Kind.WEAK: _any_of([*data["weak"]["views"], *data["weak"]["parts"]]),
        Kind.LIMIT: _any_of(data["limits"]["words"]),
    }


@cache
def _amount() -> re.Pattern[str]:
    """Give the pattern of what stands before a number: `about 60 vehicles`, `almost a tenth`."""
    words = "|".join(map(re.escape, word_list("certainty")["weak"]["amounts"]))
    numbers = (
        r"[$€£]?\d|(?:a|one) (?:half|third|quarter|fifth|tenth|dozen|hundred|thousand|million)"
    )
    small = r"(?:half|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|all|every|none)\b"
    return re.compile(rf"\b({words}) (?={numbers}|{small})", re.IGNORECASE)


@cache
def _condition() -> re.Pattern[str]:
    return _any_of(word_list("certainty")["conditions"]["words"])


def _any_of(words: list[str]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)
