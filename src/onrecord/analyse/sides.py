"""Whose side an actor is on: his identity, the body he speaks for, his country."""

from collections.abc import Iterable, Mapping

from onrecord.analyse.identities import Identities
from onrecord.record import Actor, ActorSchema

LOCAL = frozenset({ActorSchema.UNNAMED_SOURCE, ActorSchema.GROUP})
"""Those of one document: `two officials` of another one may be other people."""


class Sides:
    """The sides of actors, by their ids."""

    def __init__(self, actors: Mapping[str, Actor], identities: Identities | None = None) -> None:
        self._actors, self._identities = actors, identities
        self._keys: dict[str, frozenset[str]] = {}

    def one(self, actor_id: str) -> str:
        """Give the id under which the record knows an actor."""
        identity = self._identities.of(actor_id) if self._identities else None
        return identity.actor.actor_id if identity else actor_id

    def keys(self, actor_ids: Iterable[str]) -> frozenset[str]:
        """Give the identities of actors; of those whom only one document knows none."""
        return frozenset().union(*(self._of(actor_id) for actor_id in actor_ids))

    def _of(self, actor_id: str) -> frozenset[str]:
        if actor_id not in self._keys:
            actor = self._actors.get(actor_id)
            local = actor is not None and actor.schema in LOCAL
            self._keys[actor_id] = frozenset() if local else frozenset({self.one(actor_id)})
        return self._keys[actor_id]

    def side(self, actor_id: str | None) -> str | None:
        """Give the actor whose side somebody is on: the body that he speaks for, else himself."""
        actor = self._actors.get(actor_id or "")
        if actor is None:
            return None
        return self.one(actor.speaks_for or actor.actor_id)
