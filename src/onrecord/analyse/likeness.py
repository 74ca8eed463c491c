"""Which actors may be one: candidates by rule, each with its reason and a score in [0, 1].

The scores are judgements, not measured shares; a rule that needs a name to be the only one of its
kind in the record is lowered where it is not.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord import world
from onrecord.record import Actor, ActorSchema

if TYPE_CHECKING:
    from onrecord.analyse.identities import Known

BODIES = frozenset({ActorSchema.PUBLIC_BODY, ActorSchema.ORGANIZATION})
HONORIFICS = frozenset(
    {
        *(
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "sir",
            "dame",
            "lord",
            "lady",
            "prof",
            "professor",
            "rev",
        ),
        *("president", "prime", "minister", "chancellor", "king", "queen", "prince", "princess"),
        *("sheikh", "ambassador", "general", "colonel", "senator", "secretary", "judge", "hon"),
        *("former", "acting", "deputy", "foreign", "vice", "premier", "governor", "father"),
    }
)
"""Words before a name that are no part of it."""
SMALL = frozenset({"of", "the", "for", "and", "on", "&", "in", "affairs"})
"""Words that do not tell two names of bodies apart."""
PLAINER = (
    (re.compile(r"(?:iy|yy|ij|ii|ey|ei)\b"), "y"),
    (re.compile(r"iy|yy|ij"), "y"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"ph"), "f"),
)
"""What transcriptions of one name differ in."""


class Candidate(NamedTuple):
    """Two actors that may be one; `one` has the fuller name."""

    one: str
    other: str
    reason: str
    score: float


@lru_cache(maxsize=65_536)
def plain(name: str) -> str:
    """Give a name without case, accents, marks and what transcriptions differ in.

    >>> plain("Volodymyr Zelenskyy") == plain("Volodymyr Zelensky")
    True
    """
    letters = unicodedata.normalize("NFKD", name.casefold().replace("’", "'"))
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    bare = re.sub(r"[^\w\s]", "", bare.replace("-", " "))
    for pattern, to in PLAINER:
        bare = pattern.sub(to, bare)
    return " ".join(bare.split())


def candidates(known: "Known") -> Iterator[Candidate]:
    """Give the pairs of actors that may be one."""
    people = [_Person(actor) for actor in known.actors if actor.schema is ActorSchema.PERSON]
    named = [person for person in people if person.words]
    bodies = [_Person(a) for a in known.actors if a.schema is ActorSchema.ORGANIZATION]
    yield from _same_names(named)
    yield from _surnames(named)
    yield from _mistaken(named, bodies)
    yield from _holders(people, known)
    yield from _bodies([actor for actor in known.actors if actor.schema in BODIES])


class _Person:
    """A person's name: its words without titles, empty for a description (`Russian president`)."""

    def __init__(self, actor: Actor) -> None:
        self.id, self.actor = actor.actor_id, actor
        last = actor.name.split()[-1:]
        self.described = bool(last) and last[0].islower()
        words = plain(actor.name).split()
        while len(words) > 1 and words[0] in HONORIFICS:
            words = words[1:]
        self.words: tuple[str, ...] = () if self.described else tuple(words)

    @property
    def core(self) -> tuple[str, ...]:
        """The words without initials and middle names: the first and the last."""
        long = [word for word in self.words if len(word) > 1]
        return (long[0], long[-1]) if len(long) > 1 else tuple(long)


def _same_names(people: Sequence[_Person]) -> Iterator[Candidate]:
    """Give people whose names are the same but for titles, spelling or middle names."""
    by_core: dict[tuple[str, ...], list[_Person]] = defaultdict(list)
    for person in people:
        if len(person.core) > 1:
            by_core[person.core].append(person)
    for group in by_core.values():
        first, *others = sorted(group, key=lambda one: (-len(one.actor.name), one.id))
        for other in others:
            if other.words == first.words:
                yield Candidate(
                    first.id, other.id, "the same name, but for title or spelling", 0.97
                )
            else:
                yield Candidate(first.id, other.id, "the same first name and surname", 0.85)


def _surnames(people: Sequence[_Person]) -> Iterator[Candidate]:
    """Give who is called by a surname, with who bears it: sure if one person in the record does."""
    bearers: dict[str, dict[tuple[str, ...], _Person]] = defaultdict(dict)
    for person in sorted(people, key=lambda one: (-len(one.actor.name), one.id)):
        if len(person.core) > 1:
            bearers[person.words[-1]].setdefault(person.core, person)
    for person in people:
        if len(person.words) == 1:
            found = list(bearers.get(person.words[0], {}).values())
            score = 0.9 if len(found) == 1 else 0.9 / max(len(found), 1)
            for bearer in found:
                count = "the only one" if len(found) == 1 else f"one of {len(found)}"
                yield Candidate(bearer.id, person.id, f"{count} of this surname on record", score)


def _mistaken(people: Sequence[_Person], bodies: Sequence[_Person]) -> Iterator[Candidate]:
    """Give bodies that are called just as the only person of that name: one text misread it."""
    names: dict[tuple[str, ...], dict[tuple[str, ...], str]] = defaultdict(dict)
    for person in sorted(people, key=lambda one: (-len(one.actor.name), one.id)):
        if len(person.core) > 1:
            for called in (person.words, person.words[-1:]):
                names[called].setdefault(person.core, person.id)
    for body in bodies:
        found = names.get(body.words, {})
        if len(found) == 1:
            (person_id,) = found.values()
            yield Candidate(person_id, body.id, "called as the only person of this name", 0.8)


def _holders(people: Sequence[_Person], known: "Known") -> Iterator[Candidate]:
    """Give who is called by an office (`Russian president`), with who holds it on record."""
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for occupancy in known.occupancies:
        office = known.offices.get(occupancy.office_id)
        country = world.country_in(office.organization or "") if office else None
        if office and country:
            holders[country, office.title.lower()].add(occupancy.actor_id)
    for person in people:
        if person.described:
            country = world.country_in(person.actor.name)
            title = world.without_country(person.actor.name)
            found = sorted(holders.get((country or "", title), ())) if country else []
            for holder in found:
                if holder != person.id:
                    reason = f"holds this office on record, {title} of {country}"
                    yield Candidate(holder, person.id, reason, 0.85 / len(found))


def _bodies(bodies: Sequence[Actor]) -> Iterator[Candidate]:
    """Give bodies of one country whose names have the same words, in any order."""
    groups: dict[tuple[str | None, frozenset[str]], list[Actor]] = defaultdict(list)
    for body in bodies:
        full = world.bodies().get(body.name, body.name)
        country = body.country or world.country_in(full)
        words = frozenset(plain(world.without_country(full)).split()) - SMALL
        if words:
            groups[country, words].append(body)
    for group in groups.values():
        first, *others = sorted(group, key=lambda one: (-len(one.name), one.actor_id))
        for other in others:
            yield Candidate(first.actor_id, other.actor_id, "the same words in the name", 0.9)
