"""Finds whether a sentence criticises, by which words, and which country it aims at."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.extract.criticism.countries import NamedCountry, named_countries
from onrecord.extract.words import word_list
from onrecord.record import Span

LONGEST = 2_000
"""Code points of a sentence that are looked at."""
NEAR = 5
"""Words in front of a word of blame in which a negation takes it back: `without any threats`."""
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Criticism:
    """What a sentence finds fault with: the deciding words, in code points, none where it does not.

    `aimed_at` is the country (ISO 3166-1 alpha-3) that the sentence is about as the one who acts,
    whether it criticises or not; None where it names none and none was spoken of before.
    """

    words: tuple[Span, ...]
    aimed_at: str | None

    @property
    def criticises(self) -> bool:
        """Whether the sentence finds fault."""
        return bool(self.words)


def criticism(sentence: str, speaks_for: str | None = None, before: str | None = None) -> Criticism:
    """Give what a sentence finds fault with.

    `speaks_for` is the country that the speaker stands for, at which nothing is aimed; `before` the
    country that was aimed at so far: it is meant where the sentence names no other.

    >>> found = criticism("Sudan's flagrant violation of the truce must end.")
    >>> found.criticises, found.aimed_at
    (True, 'SDN')
    """
    text = sentence[:LONGEST]
    named = [one for one in named_countries(text) if one.code != speaks_for]
    acting = _acting(text, named)
    strong, weak = list(_hits(text, "strong")), list(_hits(text, "weak"))
    turns = list(_hits(text, "turns"))
    decides = strong or turns or len(weak) > 1 or (weak and acting)
    words = sorted({*strong, *turns, *weak}) if decides else []
    return Criticism(tuple(words), acting or before)


def criticism_in_speech(
    sentences: Iterable[str], speaks_for: str | None = None
) -> Iterator[Criticism]:
    """Give what each sentence of one speech finds fault with; `it` is whoever was criticised last.

    >>> speech = ("Sudan violated the truce.", "That is illegal.")
    >>> [one.aimed_at for one in criticism_in_speech(speech)]
    ['SDN', 'SDN']
    """
    last: str | None = None
    for sentence in sentences:
        found = criticism(sentence, speaks_for, last)
        if found.criticises:
            last = found.aimed_at
        yield found


@cache
def _patterns(kind: str) -> re.Pattern[str]:
    """Give the pattern of one list of `words/criticism.toml`."""
    text: str = word_list("criticism")[kind]
    if kind == "turns":
        return re.compile(rf"\b(?:{'|'.join(text.split(chr(10))[:-1])})", re.IGNORECASE)
    stems = "|".join(stem.replace(".", r"[\s-]") for stem in text.split())
    return re.compile(rf"\b(?:{stems})\w{{0,12}}", re.IGNORECASE)


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(word_list("criticism")[kind].split())


def _hits(text: str, kind: str) -> Iterator[Span]:
    """Give the words of a list that are not taken back."""
    for match in _patterns(kind).finditer(text):
        before = [word.lower() for word in WORD.findall(text[: match.start()][-60:])[-NEAR:]]
        if kind == "turns" or _listed("harmless").isdisjoint(before):
            yield Span(*match.span())


def _acting(text: str, named: Sequence[NamedCountry]) -> str | None:
    """Give the country that acts: who suffers, and where it is, comes last; of equals the first."""
    ranked = sorted((_passive(text, one), one.span) for one in named)
    if not ranked or ranked[0][0] >= SUFFERS:
        return None
    codes = {one.span: one.code for one in named}
    return codes[ranked[0][1]]


SUFFERS = 3
"""The rank from which a country is no longer taken for the one who acts."""


def _passive(text: str, one: NamedCountry) -> int:
    """Give the rank of a country: 0 who surely acts, 3 who suffers it, speaks, or is the place."""
    before = [word.lower() for word in WORD.findall(text[: one.span.start][-40:])]
    after = [word.lower() for word in WORD.findall(text[one.span.end :][:40])]
    owned = text[one.span.end :].startswith(("'s", "’s"))
    following = after[1:3] if owned else after[:2]
    near = [word for word in before[-2:] if word not in {"the", "a"}][-1:]
    goods = following if before[-1:] != ["of"] else [*following, *before[-2:]]
    if not _listed("goods").isdisjoint(goods) or not _listed("speaking").isdisjoint(after[:1]):
        return SUFFERS
    if not _listed("doing").isdisjoint(near) or not _listed("modals").isdisjoint(following[:1]):
        return 0
    if not _listed("suffering").isdisjoint(near):
        return SUFFERS
    return 2 if one.adjective else 1
