"""Sums of money."""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.extract.amounts.findings import MoneyFinding
from onrecord.extract.amounts.numbers import number_of
from onrecord.extract.amounts.patterns import (
    DIGITS,
    SCALE,
    TO,
    bound_of,
    either,
    spelled,
    word_lists,
)
from onrecord.record import Qualifier, Span


@cache
def _signed() -> re.Pattern[str]:
    """Give the pattern of "$3-4 billion", "€12.5m", "EUR 5 million"."""
    lists = word_lists()
    sign = rf"{either(lists['signs'])}|\b(?:{either(lists['codes'])})\b"
    return re.compile(
        rf"(?<![\w$])(?P<sign>{sign})\s?(?P<low>{DIGITS})(?P<lowscale>[\s-]?{SCALE})?"
        rf"(?:(?:{TO})(?:{sign})?\s?(?P<high>{DIGITS})(?P<highscale>[\s-]?{SCALE})?(?![\w%]))?(?![\w]*[0-9])"
    )


@cache
def _named() -> re.Pattern[str]:
    """Give the pattern of "100 billion euros", "two million dollars", "5 million EUR"."""
    lists = word_lists()
    number = rf"{DIGITS}|(?i:{spelled()})"
    name = rf"(?i:{either(lists['names'])})|{either(lists['codes'])}"
    return re.compile(
        rf"(?<![\w.,$€£-])(?P<low>{number})(?P<lowscale>[\s-]?{SCALE})?"
        rf"(?:(?:{TO})(?P<high>{number})(?P<highscale>[\s-]?{SCALE})?)?[\s-](?P<name>{name})\b"
    )


def find_money(text: str) -> Iterator[MoneyFinding]:
    """Give the sums of a text: those with a sign first, then those with a name."""
    for match in _signed().finditer(text):
        yield from _finding(text, match, match["sign"])
    for match in _named().finditer(text):
        yield from _finding(text, match, match["name"])


def _finding(text: str, match: re.Match[str], words: str) -> Iterator[MoneyFinding]:
    """Give the sum of one match; nothing where its number cannot be read."""
    low, high = _range(match)
    if low is None:
        return
    bound = bound_of(text, match.start(), match.end())
    qualifier = bound.qualifier
    if high is not None and qualifier is Qualifier.EXACT:
        qualifier = Qualifier.APPROXIMATE
    currency, basis = _currency(words)
    yield MoneyFinding(Span(bound.start, bound.end), low, currency, basis, qualifier, high)


def _range(match: re.Match[str]) -> tuple[float | None, float | None]:
    """Give the lower and the upper number; "3-4 billion" are both billions."""
    high = _number(match["high"], match["highscale"]) if match["high"] else None
    scale = match["lowscale"] or (match["highscale"] if high is not None else None)
    low = _number(match["low"], scale)
    return low, high if high is not None and (low or 0) < high else None


def _number(words: str, scale: str | None) -> float | None:
    """Give a number and its scale as one number."""
    factor = {"m": "million", "k": "thousand"}
    word = (scale or "").strip(" -\n").lower()
    forms = [*re.split(r"[\s-]", words), *([factor.get(word, word)] if word else [])]
    return number_of(form for form in forms if form.lower() != "and")


def _currency(words: str) -> tuple[str | None, str]:
    """Give the code and what it was read from."""
    lists, plain = word_lists(), " ".join(words.split())
    for kind in ("signs", "codes"):
        if plain in lists[kind]:
            code = lists[kind][plain]
            return code or None, f"{plain}, no currency named" if plain == "$" else plain
    names = {name.lower(): code for name, code in lists["names"].items()}
    code = names.get(plain.lower(), "")
    return code or None, plain if code else f"{plain}: several or unknown currencies"
