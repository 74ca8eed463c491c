"""Who is who in the reading room: each actor of a document under the name of its identity."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from onrecord.record import Actor
from onrecord.show.room.sides import Side, Sides
from onrecord.show.roster import Listed, Roster

NOBODY = "nobody named"
LISTED = 200
"""Actors that a list to choose from holds."""


class People:
    """The identities of a record with their names and sides.

    `actors` gives the actor of the identity that each actor of a document belongs to.
    """

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.sides = Sides(roster)
        self.actors = {member: one.actor for one in roster.identities for member in one.members}

    @cached_property
    def rows(self) -> list[Listed]:
        """Who appears, whoever says most first."""
        return self.roster.rows()

    @cached_property
    def known_sides(self) -> list[Side]:
        """The sides that anybody is known to stand for, by name."""
        found = {self.side(one.actor.actor_id) for one in self.roster.identities}
        return sorted(side for side in found if side.key)

    def actor(self, actor_id: str | None) -> Actor | None:
        """Give the actor of an identity."""
        identity = self.roster.identities.of(actor_id or "")
        return identity.actor if identity else None

    def kept(self, actor_id: str) -> str:
        """Give the id of the identity that an actor belongs to."""
        return self.roster.kept(actor_id)

    def name(self, actor_id: str | None) -> str:
        """Give the name of an actor's identity, or that it is not known."""
        actor = self.actor(actor_id)
        return actor.name if actor else NOBODY

    def side(self, actor_id: str | None) -> Side:
        """Give the side that an actor stands for."""
        return self.sides.of(actor_id)

    def members(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Give the ids of all actors that these are one with."""
        found: list[str] = []
        for actor_id in ids:
            identity = self.roster.identities.of(actor_id)
            found += identity.members if identity else (actor_id,)
        return tuple(dict.fromkeys(found))

    def of_sides(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Give the ids of all actors of these sides."""
        wanted = set(keys)
        return tuple(
            member
            for identity in self.roster.identities
            if self.side(identity.actor.actor_id).key in wanted
            for member in identity.members
        )

    def meant(self, party: str | None) -> frozenset[str] | None:
        """Give the identities that a side's key, an id or part of a name means; None for all."""
        if party is None:
            return None
        found = self.of_sides([party]) or self.roster.ids(party)
        return frozenset(map(self.kept, found))

    def listed(self, ids: Iterable[str]) -> tuple[list[Side], list[tuple[str, str]]]:
        """Give the sides of identities, and as id and name those named most; both by name."""
        counted = Counter(ids)
        sides = {self.side(one) for one in counted}
        named = ((one, self.name(one)) for one, _ in counted.most_common(LISTED))
        return (
            sorted(side for side in sides if side.key),
            sorted(named, key=lambda it: (it[1].casefold(), it[0])),
        )

    @cached_property
    def by_name(self) -> tuple[str, ...]:
        """Give the ids of all actors in the order of their identities' names."""
        return tuple(member for one in self.roster.identities for member in one.members)

    def row(self, actor_id: str) -> Listed | None:
        """Give what is known of the identity of an actor."""
        identity = self.roster.identities.of(actor_id)
        return self.roster.listed(identity) if identity else None
