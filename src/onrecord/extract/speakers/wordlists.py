"""The word lists that tell kinds of sources apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord import world
from onrecord.extract.words import word_list


@dataclass(frozen=True, slots=True)
class Metonym:
    """Who is meant by a place or building that speaks: the body and its country."""

    body: str
    country: str


@dataclass(frozen=True, slots=True)
class SourceWords:
    """Common nouns by kind of source; offices as tuples of small words, `heads` their nouns.

    `persons` are all nouns for one person, `common` those that are no names. `male`, `female` and
    `neutral` stand before a name, `men` and `women` are nouns for them, `kin` for their relatives.
    """

    bare: frozenset[str]
    described: frozenset[str]
    crowds: frozenset[str]
    storms: frozenset[str]
    quantifiers: frozenset[str]
    any_body: frozenset[str]
    documents: frozenset[str]
    media: frozenset[str]
    bodies: frozenset[str]
    mastheads: frozenset[str]
    presiding: frozenset[str]
    epithets: frozenset[str]
    offices: frozenset[tuple[str, ...]]
    heads: frozenset[str]
    persons: frozenset[str]
    common: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    neutral: frozenset[str]
    men: frozenset[str]
    women: frozenset[str]
    kin: frozenset[str]


COMMON = ("described", "bare", "documents", "media", "crowds")
"""Kinds of nouns that are no names, whatever their capitals."""


def head_of(office: Sequence[str]) -> str:
    """Give the noun of an office: the last word, or the one before `of`.

    >>> head_of(("prime", "minister")), head_of(("chief", "of", "staff"))
    ('minister', 'chief')
    """
    first = list(office).index("of") if "of" in office[1:] else len(office)
    return office[first - 1]


@cache
def source_words() -> SourceWords:
    """Give the nouns of `words/sources.toml`."""
    data = word_list("sources")
    kinds = set(data) - {"offices", "same", "address", "gender"}
    offices = frozenset(tuple(title.split()) for title in data["offices"])
    heads = frozenset(head_of(office) for office in offices)
    address = {kind: frozenset(data["address"][kind]) for kind in ("male", "female", "neutral")}
    return SourceWords(
        **{kind: frozenset(data[kind]) for kind in kinds},
        offices=offices,
        heads=heads,
        persons=frozenset(data["described"]) | set(data["bare"]) | heads,
        common=frozenset(word for kind in COMMON for word in data[kind]),
        **address,
        men=frozenset(data["gender"]["men"]) | address["male"],
        women=frozenset(data["gender"]["women"]) | address["female"],
    )


@cache
def same_words() -> Mapping[str, tuple[str, ...]]:
    """Give words in small letters with all that are said for the same, themselves included."""
    rows: list[list[str]] = word_list("sources")["same"]
    return {word: tuple(row) for row in rows for word in row}


GOVERNMENT = "Government of "


@cache
def metonyms() -> Mapping[str, Metonym]:
    """Give the table of metonyms by their name in small letters.

    A capital stands for its country's government, unless the table says that it is only a place.
    """
    data = word_list("metonyms")
    own = {
        name.lower(): Metonym(row["body"], row["country"])
        for row in data["metonyms"]
        for name in row["names"]
    }
    known = _governments(own.values())
    no_body = places() | ambiguous().keys()
    capitals = {
        name.lower(): Metonym(known.get(code, GOVERNMENT + row["names"][0]), code)
        for code, row in world.countries().items()
        for name in row.get("capital", ())
        if name.lower() not in no_body
    }
    return capitals | own


def _governments(bodies: Iterable[Metonym]) -> dict[str, str]:
    return {body.country: body.body for body in bodies if body.body.startswith(GOVERNMENT)}


@cache
def countries() -> Mapping[str, Metonym]:
    """Give the countries by their names in small letters: the body is the government.

    Its name is that of the table of metonyms where it has one: `Government of the United States`.
    """
    known = _governments(metonyms().values())
    return {
        name.lower(): Metonym(known.get(code, GOVERNMENT + row["names"][0]), code)
        for code, row in world.countries().items()
        for name in row["names"]
    }


@cache
def places() -> frozenset[str]:
    """Give the names, in small letters, that are only places or processes."""
    return frozenset(name.lower() for name in word_list("metonyms")["places"])


@cache
def ambiguous() -> Mapping[str, str]:
    """Give the names that stand for several bodies, in small letters, with these bodies."""
    rows = word_list("metonyms")["ambiguous"]
    return {row["name"].lower(): ", ".join(row["bodies"]) for row in rows}
