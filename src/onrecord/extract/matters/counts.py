"""How many points a text has, by its own words: `a 28-point plan`, `nearly twenty articles`."""

import re
from dataclasses import dataclass
from functools import cache

from onrecord.extract.words import word_list
from onrecord.record import Qualifier

PARTS = frozenset({"articles", "clauses", "paragraphs", "chapters"})
"""What a text may be counted in besides points, where its words say that it has so many."""
POINTS = re.compile(
    r"\b(\d{1,3}|[a-z]{3,9})[-‐‑–\s]+(?:point|article|clause|paragraph|chapter)s?\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PointCount:
    """How many points a text has, by its own words."""

    number: int
    qualifier: Qualifier = Qualifier.EXACT


@cache
def plan_words(kind: str) -> frozenset[str]:
    """Give one list of `words/plans.toml`."""
    return frozenset(word_list("plans")["rules"][kind])


def number(words: str) -> int | None:
    """Give a number of points in figures or words, None where it is none.

    >>> number("28"), number("nine"), number("percentage")
    (28, 9, None)
    """
    if words.isdecimal():
        return int(words)
    found = word_list("plans")["numbers"].get(words.lower())
    return int(found) if found else None


def points_in(text: str) -> PointCount | None:
    """Give the number of points, articles, clauses in a phrase: `Washington's 28-point plan`."""
    for found in POINTS.finditer(text):
        count = number(found[1])
        if count and count > 1:
            return PointCount(count, qualifier(text[max(0, found.start() - 24) : found.start()]))
    return None


def qualifier(before: str) -> Qualifier:
    """Give how a number is bounded by the words before it."""
    last = before.lower().split()[-1:]
    if last and last[0] in plan_words("approximate"):
        return Qualifier.APPROXIMATE
    if before.lower().rstrip().endswith(("at least", "more than", "over")):
        return Qualifier.AT_LEAST
    return Qualifier.EXACT
