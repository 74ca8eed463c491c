"""The word list of amounts, and the pieces of pattern that money and quantities share."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from onrecord.record import Qualifier

# Bounded on all sides: no number has more digits or words than this.
DIGITS = r"[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,4})?|[0-9]{1,15}(?:\.[0-9]{1,4})?"
SCALE = r"(?:hundred|thousand|million|billion|trillion|mn|bn|tn|m|k)\b"
TO = r"\s?[-–]\s?|\sto\s"


@cache
def word_lists() -> dict[str, Any]:
    """Give the word lists `amounts.toml`."""
    path = files("onrecord.extract") / "words" / "amounts.toml"
    return tomllib.loads(path.read_text("utf-8"))


@cache
def spelled() -> str:
    """Give the pattern of a number in words: "twenty-eight", "two hundred", "a dozen"."""
    path = files("onrecord.extract") / "words" / "numbers.toml"
    lists = tomllib.loads(path.read_text("utf-8"))
    small = either(word for word in lists["small"] if word not in {"a", "an", "couple", "pair"})
    scale = "(?:hundred|thousand|million|billion|trillion|dozen)"
    return rf"(?:(?:{small})(?:[\s-](?:{small}|{scale}|and)){{0,5}}|(?:an?\s)?{scale})\b"


def either(words: Iterable[str]) -> str:
    """Give the pattern of any of the words, the longest first."""
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True)
    )


class Bound(NamedTuple):
    """How words before or after an amount bound it, and how far they reach."""

    qualifier: Qualifier
    start: int
    end: int


@cache
def _bounds() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give the patterns of the qualifying words before and after an amount."""
    lists = word_lists()
    before = re.compile(rf"(?i:\b({either(lists['before'])})\s(?:the\s)?)\Z")
    return before, re.compile(rf"(?i:\s({either(lists['after'])})\b)")


LOOK_BACK = 24
"""How many characters before an amount are searched: the longest qualifier has 14."""


def bound_of(text: str, start: int, end: int) -> Bound:
    """Give the qualifier of the amount at [start, end) and the stretch that holds both."""
    lists, (before, after) = word_lists(), _bounds()
    found = before.search(text[max(start - LOOK_BACK, 0) : start])
    if found:
        at = max(start - LOOK_BACK, 0) + found.start()
        return Bound(Qualifier(lists["before"][_plain(found[1])]), at, end)
    follows = after.match(text, end)
    if follows:
        return Bound(Qualifier(lists["after"][_plain(follows[1])]), start, follows.end())
    return Bound(Qualifier.EXACT, start, end)


def _plain(words: str) -> str:
    """Give words in lower case with single spaces, as the lists have them."""
    return " ".join(words.lower().split())
