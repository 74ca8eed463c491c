"""The word lists that tell kinds of sources apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.extract.words import word_list


@dataclass(frozen=True, slots=True)
class Metonym:
    """Who is meant by a place or building that speaks: the body and its country."""

    body: str
    country: str


@dataclass(frozen=True, slots=True)
class SourceWords:
    """Common nouns by kind of source; offices as tuples of small words, longest first."""

    bare: frozenset[str]
    described: frozenset[str]
    documents: frozenset[str]
    media: frozenset[str]
    bodies: frozenset[str]
    offices: tuple[tuple[str, ...], ...]
    male: frozenset[str]
    female: frozenset[str]
    neutral: frozenset[str]


@cache
def source_words() -> SourceWords:
    """Give the nouns of `words/sources.toml`."""
    data = word_list("sources")
    kinds = ("bare", "described", "documents", "media", "bodies")
    offices = sorted((tuple(title.split()) for title in data["offices"]), key=len, reverse=True)
    return SourceWords(
        **{kind: frozenset(data[kind]) for kind in kinds},
        offices=tuple(offices),
        **{kind: frozenset(data["address"][kind]) for kind in ("male", "female", "neutral")},
    )


@cache
def metonyms() -> Mapping[str, Metonym]:
    """Give the table of metonyms by their name in small letters."""
    data = word_list("metonyms")
    return {
        name.lower(): Metonym(row["body"], row["country"])
        for row in data["metonyms"]
        for name in row["names"]
    }


@cache
def countries() -> Mapping[str, Metonym]:
    """Give the countries by their names in small letters: the body is the government."""
    return {
        name.lower(): Metonym(f"Government of {names[0]}", code)
        for code, names in word_list("countries")["countries"].items()
        for name in names
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
