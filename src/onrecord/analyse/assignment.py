"""Which negotiations an article reports on, and why: by the parties and plans that it names.

An article reports on a negotiation if it has words that the user gave for it; if it names one of
its plans and one of its parties; or if it speaks of negotiating and names two of its parties, three
while few of its articles are known and the user named none. A name that several negotiations
have in common tells none of them from the others. Who the parties are is learned from the articles
that are known to belong to it, and from what the user says.
"""

import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.record import (
    ONLY_HERE,
    Actor,
    ActorSchema,
    Appearance,
    Document,
    ObjectKind,
    Process,
    Stand,
)

FEWEST_LETTERS = 4
"""Letters of a name that is looked for: three-letter names are words of the language, too."""

PARTIES = 20
"""Actors that are taken for parties: those who appear in most of the negotiation's articles."""

APPEARS = 2
"""Articles in which an actor must appear to be taken for a party, if there are as many."""

SHARE = 0.25
"""Share of the articles in which he must appear. In the sample case the two governments, the plan's
author and the chief negotiators do, and nobody else."""

ENOUGH = 2
"""Parties that an article must name: one alone is in the news for other things as well."""

FIRM = 5
"""Articles from which the parties are known well enough for two of them; learned from one article,
two names of a summit fitted three of 134 articles on other things."""

NAMELESS = ONLY_HERE | {ActorSchema.AUTHOR}


@dataclass(frozen=True, slots=True)
class Profile:
    """What a negotiation is told by: names of parties (each with his other names), plans, subjects.

    `parties` lead from the name that is shown to all names, `plans` and `subjects` (the user's own
    words) from what is shown to the words; all words are folded. `enough` parties tell it.
    """

    process: Process
    parties: Mapping[str, frozenset[str]]
    plans: Mapping[str, str]
    subjects: Mapping[str, str]
    enough: int = ENOUGH


@dataclass(frozen=True, slots=True)
class Reason:
    """A negotiation that an article reports on, and why in a few words."""

    process: Process
    words: str


@dataclass(frozen=True, slots=True)
class Learned:
    """What the articles of a negotiation say: who appears in them, and what they are about."""

    appearances: tuple[Appearance, ...] = ()
    actors: Mapping[str, Actor] | None = None
    stands: tuple[Stand, ...] = ()


def profile(
    process: Process, learned: Learned, parties: Iterable[str] = (), subjects: Iterable[str] = ()
) -> Profile:
    """Give what a negotiation is told by; `parties` and `subjects` are the user's words."""
    told = {name: frozenset({_folded(name)}) for name in parties}
    about = {subject: _folded(subject) for subject in subjects}
    plans = {
        stand.object.label: _folded(stand.object.label.partition(" (")[0])
        for stand in learned.stands
        if stand.object.kind is ObjectKind.PROPOSAL and _is_named(stand.object.label)
    }
    documents = {doc_id for each in learned.appearances for doc_id in each.documents}
    enough = ENOUGH if told or len(documents) >= FIRM else ENOUGH + 1
    return Profile(process, {**_appearing(learned), **told}, plans, about, enough)


def _is_named(label: str) -> bool:
    """Tell whether a plan's label has a name in it, and a word that says what it is."""
    words = label.split()
    return len(words) > 1 and any(word[:1].isupper() for word in words)


def _appearing(learned: Learned) -> dict[str, frozenset[str]]:
    """Give the names of those who appear in many of a negotiation's articles."""
    documents = {doc_id for each in learned.appearances for doc_id in each.documents}
    fewest = max(min(APPEARS, len(documents)), SHARE * len(documents))
    ordered = sorted(learned.appearances, key=lambda each: (-len(each.documents), each.actor_id))
    found: dict[str, frozenset[str]] = {}
    for each in ordered:
        actor = (learned.actors or {}).get(each.actor_id)
        if actor and len(each.documents) >= fewest and actor.schema not in NAMELESS:
            names = frozenset(_folded(name) for name in _names(actor))
            if names and len(found) < PARTIES:
                found[actor.name] = names
    return found


def _names(actor: Actor) -> list[str]:
    """Give the names of an actor by which he can be told: with a capital, and of some length."""
    nobody = _words()["nobody"]
    return [
        name
        for name in (actor.name, *actor.aliases)
        if name[:1].isupper()
        and sum(letter.isalpha() for letter in name) >= FEWEST_LETTERS
        and _folded(name) not in nobody
    ]


def reported_on(document: Document, profiles: Iterable[Profile]) -> list[Reason]:
    """Give the negotiations that an article reports on, by name, each with the reason."""
    known = list(profiles)
    text = _folded(document.clean_text)
    shared = _shared(known)
    reasons = (_reason(text, each, shared) for each in known)
    return sorted(
        (reason for reason in reasons if reason), key=lambda reason: reason.process.process_id
    )


def _shared(profiles: list[Profile]) -> frozenset[str]:
    """Give the names and subjects that several negotiations have in common."""
    counts: Counter[str] = Counter()
    for each in profiles:
        words = {name for names in each.parties.values() for name in names}
        counts.update(words | set(each.plans.values()) | set(each.subjects.values()))
    return frozenset(word for word, count in counts.items() if count > 1)


def _reason(text: str, wanted: Profile, shared: frozenset[str]) -> Reason | None:
    subjects, plans = (
        sorted(shown for shown, words in named.items() if words not in shared and words in text)
        for named in (wanted.subjects, wanted.plans)
    )
    if subjects:
        return Reason(wanted.process, f"has the words {_and(subjects)}")
    parties = sorted(
        shown
        for shown, names in wanted.parties.items()
        if any(name in text for name in names - shared)
    )
    if plans and parties:
        return Reason(wanted.process, f"names {_and([*plans, *parties])}")
    talks = next((word for word in _talks() if word in text), None)
    if len(parties) >= wanted.enough and talks:
        return Reason(wanted.process, f"names {_and(parties)}, and speaks of {talks.strip()}")
    return None


def _and(names: list[str]) -> str:
    few, rest = names[:4], len(names) - 4
    return ", ".join(few) + (f" and {rest} more" if rest > 0 else "")


def _folded(words: str) -> str:
    """Give words without case, diacritics and marks, with a blank before and behind each."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    kept = (each for each in plain if not unicodedata.combining(each))
    return f" {' '.join(''.join(c if c.isalnum() else ' ' for c in kept).split())} "


@cache
def _words() -> dict[str, frozenset[str]]:
    content = files("onrecord.analyse").joinpath("assignment.toml").read_text(encoding="utf-8")
    table = tomllib.loads(content)
    return {name: frozenset(_folded(word) for word in words) for name, words in table.items()}


def _talks() -> list[str]:
    """Give the words of negotiating, the longest first."""
    return sorted(_words()["talks"], key=lambda word: (-len(word), word))
