"""Countries as a sentence names them: by name, by adjective, by the seat of their government."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord import world
from onrecord.extract.words import word_list
from onrecord.record import Span


@dataclass(frozen=True, slots=True)
class NamedCountry:
    """A country where it is named, in code points of the sentence.

    `code` is ISO 3166-1 alpha-3; `adjective` where it is not the name: `Russian`.
    """

    span: Span
    code: str
    adjective: bool = False


@cache
def _names() -> Mapping[str, str]:
    """Give the codes by name; the seats of governments are names."""
    metonyms = {
        name: row["country"] for row in word_list("metonyms")["metonyms"] for name in row["names"]
    }
    long = word_list("nations")["long"]
    return metonyms | {
        name: code
        for code, row in world.countries().items()
        for name in (*row["names"], *long.get(code, ()))
    }


@cache
def _pattern() -> re.Pattern[str]:
    """Give the pattern of all names, the longest first: `South Sudan` is not Sudan."""
    names = sorted({*_names(), *world.adjectives()}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?:(?<=\w)s(?=\W|$))?(?!\w)")


def named_countries(text: str) -> tuple[NamedCountry, ...]:
    """Give the countries that a text names, in their order.

    >>> [one.code for one in named_countries("Kyiv and the Ukrainians saw South Sudan leave.")]
    ['UKR', 'UKR', 'SSD']
    """
    found = []
    for match in _pattern().finditer(text):
        name = match.group()
        known = name if name in _names() or name in world.adjectives() else name.removesuffix("s")
        adjective = known not in _names()
        code = world.adjectives()[known] if adjective else _names()[known]
        found.append(NamedCountry(Span(*match.span()), code, adjective))
    return tuple(found)


def country_code(name: str) -> str | None:
    """Give the code of a country by any of its names, however it is written; None for no country.

    >>> country_code("united_states_of_america"), country_code("nobody")
    ('USA', None)
    """
    return _codes().get(_plain(name))


@cache
def _codes() -> Mapping[str, str]:
    return {_plain(name): code for name, code in _names().items()}


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.replace("_", " ").casefold()))
