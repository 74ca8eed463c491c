"""Rival words for what one thing is: told of it (`it is no draft`), or only used (`occupied`)."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.analyse.conflicts.denials import WORD, Spoken, stems

AHEAD = 70
"""Characters before a word that are looked at to see what it is used for."""
NEAR = 45
"""Characters around a word in which what it is said of stands: `the territory it [controls]`."""
TOKEN = re.compile(r"\w+")
HEAD = 3
"""Letters by which rival words are looked for first; no word with a `*` has fewer."""
DOTTED = str.maketrans({"ı": "i", "\u0307": None})
"""Letters that patterns hold for the same whatever their case."""
NAME = re.compile(r"\b[A-Z][\w-]{2,40}")
CLAUSE = re.compile(r"[.;:!?]|,\s(?:and|but|while|saying|adding)\b")
COPULA = re.compile(
    r"(?:\b(?:is|was|are|were|be|been|being|amounts? to|amounted to|constitutes?|means|meant)"
    r"|(?:it|this|that|there|they)['’](?:s|re))"
    r"(?: (?:only|merely|just|simply|really|still|clearly|nothing but|nothing more than|more like"
    r"|nothing less than|effectively))?(?: (?:an?|the|our|their))?(?: [\w-]{1,20}){0,2} ?$",
    re.IGNORECASE,
)
AS = re.compile(r"\bas (?:an?|the|only|merely)?(?: ?[\w-]{1,20}){0,2} ?$", re.IGNORECASE)
NAMED = re.compile(r"\b(?:an?|no more than|nothing but)(?: [\w-]{1,20}){0,2} ?$", re.IGNORECASE)
DENIED = re.compile(
    r"(?:\b(?:not|never|no|neither|nor|rather than|instead of|far from)|n['’]t)"
    r"(?: (?:be|been|become|an?|the|any|some|kind|sort|of))*(?: [\w-]{1,20})? ?$",
    re.IGNORECASE,
)
NO = re.compile(r"\b(?:no|neither|nor)(?: [\w-]{1,20}){0,2} ?$", re.IGNORECASE)
"""`no draft [was shown]` denies that something was done, and says nothing of what the thing is."""
THERE = re.compile(r"\bthere (?:is|was|are|were|has been|never was)\b", re.IGNORECASE)


class Role(IntEnum):
    """What a rival word does where it stands: it is only used, told of a thing, or denied of it."""

    USED = 0
    TOLD = 1
    DENIED = 2


@dataclass(frozen=True, slots=True)
class Family:
    """Rival words: `of` says of what in plain words, `sides` hold their patterns.

    `heads` hold how the first words of either side begin: a text without any has none of the side.
    """

    of: str
    framed: bool
    sides: tuple[re.Pattern[str], re.Pattern[str]]
    heads: tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Named:
    """A rival word in a statement: `side` is the list it is of, 0 or 1.

    `word` is as printed, in small letters; `near` are the stems around it, `before` those that
    stand in front of it in its clause, `names` those of names anywhere in front of it.
    """

    spoken: Spoken
    family: Family
    side: int
    word: str
    role: Role
    near: frozenset[str]
    before: frozenset[str]
    names: frozenset[str]

    @property
    def makes(self) -> int:
        """The list on which its source is: what is denied to be of the one is of the other."""
        return 1 - self.side if self.role is Role.DENIED else self.side


@cache
def families() -> tuple[Family, ...]:
    """Give the families of rival words: `rivals.toml`."""
    return tuple(
        Family(
            of=row["of"],
            framed=row.get("framed", True),
            sides=(_any(row["one"]), _any(row["other"])),
            heads=(_heads(row["one"]), _heads(row["other"])),
        )
        for row in _lists()["family"]
    )


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "rivals.toml").read_text("utf-8"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_lists()[name])


def _any(words: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(words, key=lambda word: (-len(word), word))
    ways = "|".join(re.escape(word).replace(r"\*", r"[a-z]{0,9}") for word in longest)
    return re.compile(rf"\b(?:{ways})\b", re.IGNORECASE)


def _heads(words: Iterable[str]) -> frozenset[str]:
    """Give how the first word of each begins; the rest of one that ends in `*` is not known."""
    return frozenset(TOKEN.findall(word.casefold())[0][:HEAD] for word in words)


def _begun(text: str) -> set[str]:
    """Give how the words of a text begin, in small letters; the shortest are whole."""
    words = TOKEN.findall(text.casefold().translate(DOTTED))
    return {word[:HEAD] for word in words}


def named(spoken: Spoken) -> Iterator[Named]:
    """Give the rival words of a statement, in the order of the families."""
    text = spoken.statement.gist
    begun = _begun(text)
    for family in families():
        for side, pattern in enumerate(family.sides):
            if family.heads[side].isdisjoint(begun):
                continue
            for match in pattern.finditer(text):
                role = _role(spoken, match)
                if role is not None:
                    around = text[max(match.start() - NEAR, 0) : match.end() + NEAR]
                    yield Named(
                        spoken=spoken,
                        family=family,
                        side=side,
                        word=match[0].casefold(),
                        role=role,
                        near=stems(around) - stems(match[0]),
                        before=stems(_clause(text, match)) - stems(match[0]),
                        names=stems(" ".join(NAME.findall(text[: match.start()]))),
                    )


def _clause(text: str, match: re.Match[str]) -> str:
    return CLAUSE.split(text[: match.start()])[-1]


def _role(spoken: Spoken, match: re.Match[str]) -> Role | None:
    """Give what a word does; None where it is denied without telling what the thing is."""
    text = spoken.statement.gist
    before = _clause(text, match)[-AHEAD:]
    if DENIED.search(before):
        behind = WORD.search(text, match.end(), match.end() + 15)
        tied = behind and text[match.end() : behind.start()].isspace()
        there = THERE.search(before)
        loose = not THERE.search(text, match.end()) if there else NO.search(before)
        if loose or (tied and behind and behind[0].casefold() in _words("tied")):
            return None
        return Role.DENIED
    cue = spoken.statement.cue
    calls = bool(cue and set(cue.exact.casefold().split()) & _words("calling")) or bool(
        set(before.casefold().split()) & _words("calling")
    )
    told = COPULA.search(before) or (calls and (AS.search(before) or NAMED.search(before)))
    return Role.TOLD if told else Role.USED
