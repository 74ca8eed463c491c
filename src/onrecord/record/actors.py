"""Actors, the offices they hold, and the words that name them."""

from dataclasses import dataclass

from onrecord.record.anchors import Anchor
from onrecord.record.codes import ActorSchema, MentionKind
from onrecord.record.ids import identify


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that speaks or acts.

    `name` is the fullest name on record, `aliases` the other surface forms, sorted. `country` is
    ISO 3166-1 alpha-3. `speaks_for` is the actor id of the body that a spokesperson speaks for.
    """

    actor_id: str
    schema: ActorSchema
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    speaks_for: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A post that somebody can hold, FollowTheMoney's Position: `president` of `Ukraine`."""

    office_id: str
    title: str
    organization: str | None = None


@dataclass(frozen=True, slots=True)
class Occupancy:
    """An actor in an office, on the word of the text; `start` and `end` are EDTF or None."""

    occupancy_id: str
    office_id: str
    actor_id: str
    evidence: tuple[Anchor, ...]
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an actor; `actor_id` is None where the text leaves open whom.

    `literal_place` is true where a name that can stand for a government is just the place.
    `basis` says in a few words why this actor: the rule and the words that decided it.
    """

    mention_id: str
    anchor: Anchor
    kind: MentionKind
    actor_id: str | None = None
    literal_place: bool = False
    basis: str = ""

    @property
    def surface(self) -> str:
        """The words themselves."""
        return self.anchor.exact


def own_actor(doc_id: str, schema: str, name: str) -> str:
    """Give the id of an actor who is one document's own: `the office` of one is not another's."""
    return identify("act", schema, doc_id, name.casefold())
