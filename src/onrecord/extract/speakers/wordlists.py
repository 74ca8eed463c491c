"""The word lists that tell kinds of sources apart."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


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
    data = tomllib.loads((files("onrecord.extract") / "words" / "sources.toml").read_text("utf-8"))
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
    data = tomllib.loads((files("onrecord.extract") / "words" / "metonyms.toml").read_text("utf-8"))
    return {
        name.lower(): Metonym(row["body"], row["country"])
        for row in data["metonyms"]
        for name in row["names"]
    }
