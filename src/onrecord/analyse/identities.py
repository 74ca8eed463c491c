"""Who is who across documents: actors put together, each merge a decision with reason and score.

The machine merges names by rules that look at names, offices and documents alone, so that an
unknown negotiation needs no gazetteer. Candidates are found by keys (a surname, a name in its plain
form, an office of a country), never by comparing all with all. What is not sure enough is proposed
and not done. People's decisions come first and win; unnamed sources and documents are never merged
by the machine.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.analyse.likeness import Candidate, candidates
from onrecord.analyse.verdicts import Verdicts
from onrecord.record import Actor, ActorSchema, Decision, Occupancy, Office

SURE = 0.75
"""Score from which the machine merges; below it only proposes."""
MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class Merge:
    """That two actors are one: why, how sure (in [0, 1]), and who says so."""

    kept: str
    merged: str
    reason: str
    score: float
    by: str


@dataclass(frozen=True, slots=True)
class Identity:
    """An actor of the record: its names together, the actors it was made of, and why.

    `actor` has the fullest name and all others as aliases; `members` are the ids of the actors of
    documents, the kept one first; `proposed` are merges that were not sure enough.
    """

    actor: Actor
    members: tuple[str, ...]
    merges: tuple[Merge, ...] = ()
    proposed: tuple[Merge, ...] = ()


@dataclass(frozen=True)
class Known:
    """What identities are made of: actors as documents have them, and who holds which office."""

    actors: Sequence[Actor]
    offices: Mapping[str, Office] = field(default_factory=dict)
    occupancies: Sequence[Occupancy] = ()


class Identities:
    """The identities of a record, by any of their members' ids."""

    def __init__(self, found: Iterable[Identity]) -> None:
        self._all = sorted(found, key=lambda one: (one.actor.name.casefold(), one.actor.actor_id))
        self._of = {member: one for one in self._all for member in one.members}

    def __iter__(self) -> Iterator[Identity]:
        return iter(self._all)

    def of(self, actor_id: str) -> Identity | None:
        """Give the identity that an actor belongs to."""
        return self._of.get(actor_id)


def identities(known: Known, decisions: Iterable[Decision] = ()) -> Identities:
    """Give the identities: people's decisions first, then the machine's, the surest first."""
    groups = _Groups(known.actors, decisions)
    proposed: dict[str, list[Merge]] = {}
    for item in sorted(candidates(known), key=lambda item: (-item.score, item.one, item.other)):
        if item.score >= SURE:
            groups.join(item)
        elif not groups.apart(item.one, item.other) and not groups.same(item.one, item.other):
            merge = Merge(item.one, item.other, item.reason, item.score, MACHINE)
            proposed.setdefault(item.other, []).append(merge)
    return Identities(groups.identities(proposed))


class _Groups:
    """Actors that are one, and pairs that must not be."""

    def __init__(self, actors: Sequence[Actor], decisions: Iterable[Decision]) -> None:
        self._actors = {actor.actor_id: actor for actor in actors}
        self._group = {actor_id: [actor_id] for actor_id in self._actors}
        self._merges: dict[str, list[Merge]] = {}
        self._verdicts = Verdicts(decisions)
        for decision in self._verdicts.merges:
            if set(decision.pair) <= self._actors.keys():
                one, other = decision.pair
                merge = Merge(one, other, decision.reason, 1.0, decision.decided_by)
                self._join(decision.pair, merge)

    def same(self, one: str, other: str) -> bool:
        return self._group[one] is self._group[other]

    def apart(self, one: str, other: str) -> bool:
        """Tell whether somebody decided that two groups are not one."""
        if not self._verdicts.any_apart:
            return False
        theirs = self._group[other]
        return any(self._verdicts.are_apart(member, theirs) for member in self._group[one])

    def join(self, item: Candidate) -> None:
        """Put two groups together, unless they are one or must not be."""
        if not self.same(item.one, item.other) and not self.apart(item.one, item.other):
            merge = Merge(item.one, item.other, item.reason, item.score, MACHINE)
            self._join((item.one, item.other), merge)

    def _join(self, pair: tuple[str, str], merge: Merge) -> None:
        one, other = (self._group[actor_id] for actor_id in pair)
        if one is not other:
            small, large = sorted((one, other), key=len)
            large.extend(small)
            self._group.update(dict.fromkeys(small, large))
        self._merges.setdefault(merge.merged, []).append(merge)

    def identities(self, proposed: Mapping[str, Sequence[Merge]]) -> Iterator[Identity]:
        unique = {id(group): group for group in self._group.values()}
        for group in unique.values():
            members = sorted((self._actors[member] for member in group), key=_fullest)
            ids = tuple(member.actor_id for member in members)
            merges = [merge for member in ids for merge in self._merges.get(member, ())]
            open_ = [merge for member in ids for merge in proposed.get(member, ())]
            yield Identity(_joined(members), ids, tuple(merges), tuple(open_))


def _fullest(actor: Actor) -> tuple[int, int, int, str]:
    """Order by how full a name is: no description, a person before a body, many words, long."""
    described = actor.name.split()[-1:] == actor.name.lower().split()[-1:]
    body = actor.schema is ActorSchema.ORGANIZATION
    return described + 2 * body, -len(actor.name.split()), -len(actor.name), actor.actor_id


def _joined(members: Sequence[Actor]) -> Actor:
    """Give the first of the members with the names of all."""
    kept = members[0]
    names = {name for member in members for name in (member.name, *member.aliases)}
    return Actor(
        actor_id=kept.actor_id,
        schema=kept.schema,
        name=kept.name,
        aliases=tuple(sorted(names - {kept.name})),
        country=next((member.country for member in members if member.country), None),
        speaks_for=next((member.speaks_for for member in members if member.speaks_for), None),
    )
