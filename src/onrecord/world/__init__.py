"""The world's countries and international bodies: a table made by `python -m tables`."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

Country = Mapping[str, list[str]]
"""A country's `names`, `capital` and `people`; what is not known is not there."""


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files(__name__) / "world.toml").read_text("utf-8"))


def countries() -> Mapping[str, Country]:
    """Give the countries by ISO 3166-1 alpha-3 code."""
    found: Mapping[str, Country] = _table()["countries"]
    return found


@cache
def names() -> Mapping[str, str]:
    """Give the codes of countries by their names, in small letters."""
    return {name.lower(): code for code, row in countries().items() for name in row["names"]}


@cache
def adjectives() -> Mapping[str, str]:
    """Give the codes of countries by what their people and things are called, as it is printed.

    A word of two countries (`Congolese`) is left out, and so is one that is a name (`U.S.`).
    """
    rows = [(word, code) for code, row in countries().items() for word in row.get("people", ())]
    counts = Counter(word for word, _ in rows)
    return {word: code for word, code in rows if counts[word] == 1 and word.lower() not in names()}


@cache
def peoples() -> Mapping[str, str]:
    """Give the codes of countries by their adjectives, in small letters."""
    return {word.lower(): code for word, code in adjectives().items()}


@cache
def bodies() -> Mapping[str, str]:
    """Give the full names of international bodies by their short ones, as they are printed."""
    return {name: full for full, short in _table()["bodies"].items() for name in short}


@lru_cache(maxsize=65_536)
def country_in(name: str) -> str | None:
    """Give the country that a body's or an office's name begins or ends with, None without one.

    >>> country_in("Russian Foreign Ministry"), country_in("Ministry of Finance of Chile")
    ('RUS', 'CHL')
    """
    words = name.lower().removeprefix("the ").replace("’s", "").replace("'s", "").split()
    first = (" ".join(words[:2]), *words[:1])
    last = (" ".join(words[-2:]), *words[-1:]) if "of" in words else ()
    found = [peoples().get(words_) for words_ in first]
    found += [names().get(words_) for words_ in (*first, *last)]
    return next((code for code in found if code), None)


def without_country(name: str) -> str:
    """Give a name without the country that it begins or ends with, in small letters.

    >>> without_country("Russian president"), without_country("U.S. secretary of state")
    ('president', 'secretary of state')
    """
    words = name.lower().removeprefix("the ").replace("’s", "").replace("'s", "").split()
    for count in (2, 1):
        first, last = " ".join(words[:count]), " ".join(words[-count:])
        if first in peoples() or first in names():
            return " ".join(words[count:])
        if last in names() and words[-count - 1 : -count] == ["of"]:
            return " ".join(words[: -count - 1])
    return " ".join(words)


SAME = 4
"""Letters with which a place's name and its adjective begin alike: `Chile`, `Chilean`."""


def alike(one: str, other: str) -> bool:
    """Tell whether two keys name one place: equal, or a name and its adjective.

    >>> alike("norway", "norwegian"), alike("USA", "RUS"), alike("norway", "chile")
    (True, False, False)
    """
    if one == other:
        return True
    if one.isupper() or other.isupper() or min(len(one), len(other)) < SAME:
        return False
    shorter = min(len(one), len(other))
    return one[: max(SAME, shorter - 2)] == other[: max(SAME, shorter - 2)]
