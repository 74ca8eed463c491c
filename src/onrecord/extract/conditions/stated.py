"""Conditions that are stated without an `if`: who may sign, and that others must recognise it.

`Their vote makes it impossible to sign with him` and `he has no mandate to sign` are conditions of
legal capacity, `the border must be recognised internationally` is one of recognition (section 10).
"""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.extract.conditions.parts import Parts
from onrecord.extract.language import Parsed, Sentence
from onrecord.extract.words import word_list
from onrecord.record import ConditionType, Span

LOOKED_AT = 600
"""Code points of a sentence that are looked at."""
THAT = " that "
"""What somebody says begins behind this word: `arguing that [the vote] makes it impossible`."""
TYPES = frozenset({ConditionType.LEGAL_CAPACITY, ConditionType.RECOGNITION})


@cache
def _rows() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    rows = word_list("conditions")["stated"]
    return tuple(
        (row["type"], row["word"], re.compile(row["words"], re.IGNORECASE)) for row in rows
    )


def stated(parsed: Parsed, sentence: Sentence) -> Iterator[Parts]:
    """Give the conditions that a sentence states; their rule is their type."""
    span = parsed.span(sentence)
    text = parsed.text[span.start : min(span.end, span.start + LOOKED_AT)]
    lower = text.lower()
    for kind, word, words in _rows():
        found = words.search(text) if word in lower else None
        if found:
            first, last = found.span("demand")
            said = lower.rfind(THAT, first, last)
            first = said + len(THAT) if said >= 0 else first
            effect = found.span("then") if found.groupdict().get("then") else None
            yield Parts(
                Span(span.start + first, span.start + last),
                Span(span.start + effect[0], span.start + effect[1]) if effect else None,
                sentence.at,
                kind,
            )


def stated_type(parts: Parts) -> ConditionType | None:
    """Give the type of a condition that is stated, None for one that an opener made."""
    return next((kind for kind in TYPES if kind == parts.rule), None)
