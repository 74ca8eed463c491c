"""Sides: which country or body somebody stands for, as far as the record tells it.

A side is for putting columns and lanes in order. It is read from the country that a text gives,
from the name of the office or body, and from whom a spokesperson speaks for; where none of them
tells, the side is not known and stays so.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.analyse import Identity
from onrecord.record import ActorSchema
from onrecord.show.roster import Roster
from onrecord.world import countries, country_in

PEOPLE = re.compile(r"(?:i?a?n|i|ese|ish|er)$")
"""Endings that make of a place's name what its people and things are called."""

SHORTEST = 4
"""Letters of a body's name that may be the beginning of an adjective: `Peru`, not `Oma`."""


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """A country or a body; `key` is the country's code or the actor's id, empty if not known."""

    name: str
    key: str


UNKNOWN = Side("Side not known", "")


class Sides:
    """The sides of a record's actors."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._places = dict(self._own_places())
        self._known: dict[str, Side] = {}

    def of(self, actor_id: str | None) -> Side:
        """Give the side of an actor."""
        identity = self._roster.identities.of(actor_id or "")
        if identity is None:
            return UNKNOWN
        kept = identity.actor.actor_id
        if kept not in self._known:
            self._known[kept] = UNKNOWN  # whoever speaks for himself ends here
            self._known[kept] = self._side(identity)
        return self._known[kept]

    def _side(self, one: Identity) -> Side:
        codes = [self._roster.actors[member].country for member in one.members]
        if code := next(filter(None, codes), None):
            return _country(code)
        for words in (*self._organizations(one), *self._described(one)):
            if side := self._named(words):
                return side
        if one.actor.speaks_for and one.actor.speaks_for not in one.members:
            return self.of(one.actor.speaks_for)
        return UNKNOWN

    def _organizations(self, one: Identity) -> Iterator[str]:
        """Give what the offices of an identity belong to."""
        for office in self._roster.offices_of(one):
            if office.organization:
                yield office.organization

    def _described(self, one: Identity) -> Iterable[str]:
        """Give the names of what is no person; a person's name tells no side.

        An unknown country's name may have been read as a person's: adjectives tell it.
        """
        is_place = one.actor.name.casefold() in self._places
        if one.actor.schema in {ActorSchema.PERSON, ActorSchema.DOCUMENT} and not is_place:
            return ()
        return (one.actor.name,)

    def _named(self, words: str) -> Side | None:
        """Give the side that a name of an office or a body tells."""
        if code := country_in(words):
            return _country(code)
        for word in words.split():
            place = word.strip(",.’'").casefold()
            for name in (place, PEOPLE.sub("", place), re.sub("n$", "", place)):
                if side := self._places.get(name):
                    return side
        return None

    def _own_places(self) -> Iterator[tuple[str, Side]]:
        """Give bodies of one word that the record's own text gives adjectives of."""
        spoken = {
            word.strip(",.’'").casefold()
            for actor in self._roster.actors.values()
            for name in (actor.name, *actor.aliases)
            for word in name.split()
        }
        for identity in self._roster.identities:
            name = identity.actor.name
            if self._may_be_place(identity) and _is_place(name, spoken):
                side = Side(name, identity.actor.actor_id)
                yield name.casefold(), side
                yield PEOPLE.sub("", name.casefold()), side

    def _may_be_place(self, one: Identity) -> bool:
        """Tell whether it is a body, or a person who is never called more than one word."""
        names = [self._roster.actors[member].name for member in one.members]
        person = one.actor.schema is ActorSchema.PERSON
        alone = person and not any(" " in name for name in names)
        return one.actor.schema is ActorSchema.PUBLIC_BODY or alone


def _is_place(name: str, spoken: set[str]) -> bool:
    """Tell whether adjectives of a name are on record, as `Peruvian` is of Peru."""
    place = name.casefold()
    if len(place) < SHORTEST or " " in place or not name[:1].isupper():
        return False
    return any(place + ending in spoken for ending in ("n", "an", "ian", "i", "ese", "ish"))


def _country(code: str) -> Side:
    row = countries().get(code)
    return Side(row["names"][0] if row else code, code)
