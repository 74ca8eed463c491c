"""Numbers of things: "a 28-point plan", "roughly 20 points", "twelve foreign ministers", "30%"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.extract.amounts.findings import QuantityFinding
from onrecord.extract.amounts.numbers import number_of
from onrecord.extract.amounts.patterns import DIGITS, SCALE, TO, bound_of, spelled, word_lists
from onrecord.record import Qualifier, Span

_WORD = re.compile(r"[\s-](?:per\s)?([A-Za-z]+)")
ADJECTIVES = 2
"""How many words may stand between number and noun: "300 lightly armed observers"."""
_MONTH_BEFORE = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\Z"
)


class _Noun(NamedTuple):
    """The counted noun in the plural, and where it ends."""

    unit: str
    end: int


class _Words(NamedTuple):
    """The word lists, as sets."""

    uncounted: frozenset[str]
    not_plural: frozenset[str]
    plural: frozenset[str]


@cache
def _words() -> _Words:
    """Give the word lists."""
    lists = word_lists()
    return _Words(
        *(
            frozenset(words)
            for words in (
                lists["uncounted"]["words"],
                lists["uncounted"]["not_plural"],
                lists["uncounted"]["plural"],
            )
        )
    )


@cache
def _number() -> re.Pattern[str]:
    """Give the pattern of a number or a range of two."""
    number = rf"(?:{DIGITS})(?![0-9])|{spelled()}"
    return re.compile(
        rf"(?<![\w.,:/$€£¥#-])(?i:(?P<low>{number})(?P<lowscale>[\s]{SCALE})?"
        rf"(?:(?:{TO})(?P<high>{number})(?P<highscale>[\s]{SCALE})?)?)"
    )


def find_quantities(text: str, money: Sequence[Span]) -> Iterator[QuantityFinding]:
    """Give the quantities of a text that share no character with a sum or with one another."""
    sums = iter(money)
    sum_ = next(sums, None)
    end = 0
    for match in _number().finditer(text):
        found = _quantity(text, match) if match.start() >= end else None
        while found and sum_ and sum_.end <= found.span.start:
            sum_ = next(sums, None)
        if found and not (sum_ and sum_.meets(found.span)) and found.span.start >= end:
            end = found.span.end
            yield found


def _quantity(text: str, match: re.Match[str]) -> QuantityFinding | None:
    """Give the quantity of one number, None where it counts nothing."""
    noun = _noun(text, match)
    return _finding(text, match, noun) if noun and not _is_name(text, match) else None


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Tell whether the number is a year or a day of a month: "the 2027 talks", "Nov. 27 talks"."""
    low = match["low"]
    if len(low) == 4 and low.isdecimal() and low[:2] in {"18", "19", "20"}:
        return True
    before = text[max(match.start() - 12, 0) : match.start()]
    return low.isdecimal() and _MONTH_BEFORE.search(before) is not None


def _noun(text: str, match: re.Match[str]) -> _Noun | None:
    """Give the noun that the number counts, None where none follows."""
    if text[match.end() : match.end() + 1] == "%":
        return _Noun("percent", match.end() + 1)
    if text[match.end() : match.end() + 1] == "-":
        return _joined(text, match.end())
    at = match.end()
    for _ in range(ADJECTIVES + 1):
        word = _WORD.match(text, at)
        if not word or word[1].lower() in _words().uncounted or not text[at].isspace():
            return None
        if _is_plural(word[1].lower()):
            return _Noun(_unit(word), word.end())
        at = word.end()
    return None


def _unit(word: re.Match[str]) -> str:
    """Give the noun; "per cent" as percent."""
    return "percent" if word[1].lower() == "cent" else word[1].lower()


def _joined(text: str, at: int) -> _Noun | None:
    """Give the noun of "28-point", none of "two-year", "32-year-old"."""
    word = _WORD.match(text, at)
    if (
        not word
        or word[1].lower() in _words().uncounted
        or text[word.end() : word.end() + 1] == "-"
    ):
        return None
    return _Noun(_plural(word[1].lower()), word.end())


def _plural(noun: str) -> str:
    """Give the plural of a noun."""
    known = word_lists()["plurals"].get(noun)
    if known:
        return str(known)
    if noun in _words().plural or noun.endswith("s"):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _is_plural(word: str) -> bool:
    """Tell whether a word looks like a plural noun."""
    words = _words()
    if word in words.plural or word == "cent":
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us"))
        and word not in words.not_plural
    )


def _finding(text: str, match: re.Match[str], noun: _Noun) -> QuantityFinding | None:
    """Give the quantity, None for "one" and for a number that cannot be read."""
    scale = match["lowscale"] or (match["highscale"] if match["high"] else None)
    low, high = _value(match["low"], scale), _value(match["high"], match["highscale"])
    if low is None or (match["low"].lower() in {"one", "zero"} and not match["lowscale"]):
        return None
    bound = bound_of(text, match.start(), noun.end)
    upper = high if high is not None and high > low else None
    qualifier = bound.qualifier
    if upper is not None and qualifier is Qualifier.EXACT:
        qualifier = Qualifier.APPROXIMATE
    return QuantityFinding(Span(bound.start, bound.end), low, noun.unit, qualifier, upper)


def _value(words: str | None, scale: str | None) -> float | None:
    """Give a number and its scale as one number."""
    forms = [form for form in re.split(r"[\s-]", words or "") if form.lower() not in {"and", ""}]
    return number_of([*forms, *([scale.strip()] if scale else [])])
