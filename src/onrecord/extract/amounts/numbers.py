"""Numbers as written: in digits, in words, or in both."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def _lists() -> dict[str, dict[str, int]]:
    """Give the word list `numbers.toml`."""
    path = files("onrecord.extract") / "words" / "numbers.toml"
    return tomllib.loads(path.read_text("utf-8"))


def number_of(words: Iterable[str]) -> float | None:
    """Give the number that the words stand for, None where one of them is no number.

    >>> number_of(["twenty", "eight"]), number_of(["3.5", "million"]), number_of(["2", "1/2"])
    (28.0, 3500000.0, 2.5)
    >>> number_of(["several"]) is None
    True
    """
    total = part = 0.0
    seen = False
    for word in words:
        scale = _lists()["scale"].get(word.lower())
        value = None if scale else _single(word.lower())
        if scale is None and value is None:
            return None
        if value is not None:
            part += value
        elif scale and scale > 100:
            total, part = total + (part if seen else 1) * scale, 0.0
        else:
            part = (part or 1) * (scale or 1)
        seen = True
    return total + part if seen else None


def _single(word: str) -> float | None:
    """Give the value of a number in digits, a fraction or a small number word."""
    known = _lists()["small"].get(word)
    if known is not None:
        return float(known)
    over, _, under = word.partition("/")
    try:
        return float(over.replace(",", "")) / (float(under) if under else 1)
    except (ValueError, ZeroDivisionError):
        return None
