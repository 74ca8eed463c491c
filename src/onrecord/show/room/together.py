"""What would change if two actors were one, or were not: shown before anybody decides it."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.analyse import Identity, identities
from onrecord.record import Decision, StanceObject, Verdict, identify
from onrecord.show.room.room import Room
from onrecord.show.roster import Roster


@dataclass(frozen=True, slots=True)
class Part:
    """An identity before or after: its names, what it said, on how much it took a stance."""

    identity: Identity
    side: str
    names: tuple[str, ...]
    statements: int
    mentions: int
    offices: tuple[str, ...]
    objects: tuple[StanceObject, ...]

    @property
    def name(self) -> str:
        """What it is called."""
        return self.identity.actor.name


@dataclass(frozen=True, slots=True)
class Preview:
    """Actors before and after a decision.

    `shared` are the objects on which both took a stance: these become one trail, or two. `state`
    stands for what was seen: a decision is kept only while it holds.
    """

    before: tuple[Part, ...]
    after: tuple[Part, ...]
    shared: tuple[StanceObject, ...]
    state: str


class Together:
    """Previews of decisions on who is who."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.people = room.people()
        self.roster: Roster = self.people.roster

    def merged(self, one: Identity, other: Identity) -> Preview:
        """Give what would change if two identities were one."""
        pair = one.actor.actor_id, other.actor.actor_id
        return self._preview((one, other), [Decision(Verdict.MERGE, *pair)])

    def split(self, whole: Identity, apart: str) -> Preview:
        """Give what would change if one member were not one with the others."""
        others = [member for member in whole.members if member != apart]
        decisions = [Decision(Verdict.SPLIT, apart, member) for member in others]
        return self._preview((whole,), decisions)

    def _preview(self, before: tuple[Identity, ...], decisions: list[Decision]) -> Preview:
        then = identities(self.roster.known, [*self.roster.decisions, *decisions])
        members = [member for one in before for member in one.members]
        after = {one.actor.actor_id: one for member in members if (one := then.of(member))}
        parts = tuple(self._part(one) for one in before)
        later = tuple(self._part(one) for one in after.values())
        apart = parts if len(parts) > 1 else later
        found = [{one.object_id: one for one in part.objects} for part in apart]
        both = set.intersection(*(set(each) for each in found)) if len(found) > 1 else set()
        return Preview(
            before=parts,
            after=later,
            shared=tuple(found[0][each] for each in sorted(both)),
            state=identify("now", *(sorted(one.members) for one in before)),
        )

    def _part(self, one: Identity) -> Part:
        row = self.roster.listed(one)
        return Part(
            identity=one,
            side=self.people.side(one.actor.actor_id).name,
            names=(one.actor.name, *one.actor.aliases),
            statements=row.statements,
            mentions=row.mentions,
            offices=tuple(dict.fromkeys(held.office.title for held in row.offices)),
            objects=tuple(self._objects(one.members)),
        )

    def _objects(self, members: Iterable[str]) -> list[StanceObject]:
        """Give what these actors took a stance on, in the order of the coverage."""
        held = self._room.keep("objects of holders", self._held)
        found = {one.object_id: one for member in members for one in held.get(member, ())}
        return list(found.values())

    def _held(self) -> dict[str, list[StanceObject]]:
        """Give what each actor of a document took a stance on."""
        found: dict[str, list[StanceObject]] = {}
        for stand in self._room.store.stands():
            found.setdefault(stand.holder, []).append(stand.object)
        return found
