"""The points of a plan: what each version says of a matter, and who said what about it.

Articles tell of single points in their own words, many of them of the same one; what counts as one
matter here is what has the same category of the codebook, or the same number where it has none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from onrecord.analyse import cells
from onrecord.analyse.proposals import Proposal, Version
from onrecord.analyse.stances import day
from onrecord.record import (
    ObjectKind,
    PlanClaim,
    Provision,
    Stance,
    StanceObject,
    Stand,
    Statement,
)
from onrecord.show.room.matrix import group_name, group_names, leaves
from onrecord.show.room.matters import Held, Holder, Matter, Points, Wording
from onrecord.show.room.people import People
from onrecord.show.room.plans import OPEN, same_plan
from onrecord.show.room.room import Room
from onrecord.show.room.sourcing import Sources, sources
from onrecord.store import EntryFilter, ProvisionFilter, StanceFilter

WHOLE = ""
"""The matter of what is about the plan as a whole."""
Wordings = Mapping[str, Mapping[str, tuple[Wording, ...]]]
"""What is told of each matter, by version."""
SPOKEN_OF = "Spoken of; what the text says of it is not reported"
Asked = StanceFilter
"""What narrows the view: `as_of` and `process` alone count."""


def points(room: Room, one: Proposal, wanted: Asked) -> Points:
    """Give the points of a plan as the coverage had them."""
    asked = StanceFilter(as_of=wanted.as_of, process=wanted.process)
    view = (wanted.as_of, wanted.process)

    def make() -> Points:
        return _Points(room, same_plan(room, one, view), asked).made()

    return room.keep(("points", one.members, asked), make)


def behind(room: Room, claims: Iterable[PlanClaim], told: Points | None = None) -> Sources:
    """Give where claims and points of a plan come from; stances on points are told in words."""
    claims, points_ = list(claims), told or Points((), ())
    provisions, said = list(points_.provisions), list(points_.statements())
    whole, own = list(points_.on_the_whole), list(points_.on_points)
    read = [id_ for stance in own for id_ in stance.statements[:1]]
    others = [it.statement_id for it in claims] + [it.statement_id for it in provisions]
    others += [id_ for stance in whole for id_ in stance.statements[:1]]
    documents = [it.doc_id for it in claims] + [it.doc_id for it in provisions]
    documents += [it.doc_id for it in (*whole, *own)] + [it.doc_id for it in said]
    return sources(room, read, others, documents)


def _group(key: str) -> str:
    """Give what a matter belongs to; only categories have a point in their code."""
    return group_name(key) if "." in key else "Points without a category"


class _Points:
    """What is needed to put the points of one plan together."""

    def __init__(self, room: Room, one: Proposal, wanted: StanceFilter) -> None:
        self.room, self.one, self.wanted = room, one, wanted
        self.people: People = room.people()
        self.labels: dict[str, str] = {}

    def made(self) -> Points:
        provisions = self._provisions()
        held = list(self._held())
        said = self._said(self._shown(provisions, held))
        stances: dict[str, list[Held]] = defaultdict(list)
        for each in held:
            stances[self._key(each.stance.object)].append(each)
        keys = dict.fromkeys((*provisions, *stances, *said))
        found = [
            self._matter(key, provisions.get(key, {}), stances.get(key, ()), said.get(key, ()))
            for key in keys
            if key != WHOLE
        ]
        holders = _holders(stances.get(WHOLE, ()), self.people)
        return Points(tuple(sorted(found, key=_order)), holders)

    def _matter(
        self,
        key: str,
        wordings: Mapping[str, tuple[Wording, ...]],
        stances: Sequence[Held],
        said: Sequence[tuple[Statement, str]],
    ) -> Matter:
        label = leaves().get(key) or self.labels.get(key) or key
        return Matter(
            key=key,
            label=label[:1].upper() + label[1:],
            group=_group(key) if any(wordings.values()) else SPOKEN_OF,
            wordings=wordings,
            stances=tuple(sorted(stances, key=_lately)),
            statements=tuple(said),
        )

    def version(self, words: str | None) -> str:
        """Give the id of the version that words mean."""
        found = self.one.called(words)
        return found.version_id if found else OPEN

    def _key(self, about: StanceObject) -> str:
        """Give the matter of an object: its category, else what it is called without its plan."""
        if about.kind is ObjectKind.PROPOSAL:
            return WHOLE
        own = about.label.rpartition(", ")[0] or about.label
        key = about.category or own
        self.labels.setdefault(key, own)
        return key

    def _provisions(self) -> Wordings:
        """Give the wordings of each matter by version."""
        found: dict[str, dict[str, dict[tuple[object, ...], list[Provision]]]] = {}
        for provision in self._told():
            key = provision.category or (
                f"point {provision.number}" if provision.number is not None else "no category"
            )
            of = found.setdefault(key, {}).setdefault(self.version(provision.plan.version), {})
            words = " ".join(provision.anchor.exact.casefold().split())
            of.setdefault((words, provision.modality, provision.number), []).append(provision)
        amounts = self._amounts(
            p for of in found.values() for g in of.values() for same in g.values() for p in same
        )
        return {
            key: {
                version: tuple(
                    Wording(tuple(same), tuple(amounts.get(same[0].provision_id, ())))
                    for same in wordings.values()
                )
                for version, wordings in of.items()
            }
            for key, of in found.items()
        }

    def _told(self) -> Iterator[Provision]:
        for lineage in self.one.members:
            wanted = ProvisionFilter(
                plan=lineage, as_of=self.wanted.as_of, process=self.wanted.process
            )
            for provision in self.room.store.provisions(wanted):
                if provision.plan.lineage == lineage:
                    yield provision

    def _amounts(self, provisions: Iterable[Provision]) -> dict[str, list[str]]:
        """Give the sums and quantities of provisions as printed, by the provision's id."""
        wanted = [each for each in provisions if each.money or each.quantities]
        words: dict[str, str] = {}
        for doc_id in dict.fromkeys(each.doc_id for each in wanted):
            asked = EntryFilter(doc_id=doc_id)
            words |= {each.money_id: each.anchor.exact for each in self.room.store.money(asked)}
            quantities = self.room.store.quantities(asked)
            words |= {each.quantity_id: each.anchor.exact for each in quantities}
        return {
            each.provision_id: [words[id_] for id_ in each.money + each.quantities if id_ in words]
            for each in wanted
        }

    def _held(self) -> Iterator[Held]:
        """Give the stances on the plan and its points; what is in force is told of each point."""
        known = [
            replace(stand, holder=self.people.kept(stand.holder), object=self._one(stand.object))
            for cell in self.room.cells(self.wanted)
            if cell.object.lineage in self.one.members
            and cell.object.kind in {ObjectKind.PROPOSAL, ObjectKind.PROVISION}
            for stand in cell.trail
        ]
        force = {stand.stance_id for cell in cells(known) for stand in cell.in_force}
        about: dict[str, Stand] = {stand.stance_id: stand for stand in known}
        for stance in self.room.store.stances_with(about):
            stand = about[stance.stance_id]
            version = self.version(stance.object.version)
            yield Held(stance, stand.holder, version, stance.stance_id in force)

    def _one(self, about: StanceObject) -> StanceObject:
        """Give an object under one id, however documents call the plan and the version."""
        return replace(about, object_id=f"{self._key(about)}|{self.version(about.version)}")

    def _shown(self, provisions: Wordings, held: Iterable[Held]) -> set[tuple[str, str]]:
        """Give the statements that a point has shown already, each with the point's matter.

        Those that a stance or what the text says was read from tell nothing more of it.
        """
        own = (
            p for of in provisions.values() for w in of.values() for e in w for p in e.provisions
        )
        read = {
            (each.statement_id, key)
            for each in own
            if each.statement_id
            for key in (each.category or "", *each.also)
        }
        return read | {
            (id_, self._key(each.stance.object)) for each in held for id_ in each.stance.statements
        }

    def _said(self, shown: set[tuple[str, str]]) -> dict[str, list[tuple[Statement, str]]]:
        """Give the other statements about each point, the latest first."""
        asked = EntryFilter(until=self.wanted.as_of, process=self.wanted.process)
        about: dict[str, list[tuple[str, str]]] = {}
        for topic in self.room.store.topics_on(self.one.members, asked):
            place = (self._key(topic.object), self.version(topic.object.version))
            is_point = topic.object.kind is ObjectKind.PROVISION
            if is_point and (topic.statement_id, place[0]) not in shown:
                about.setdefault(topic.statement_id, []).append(place)
        found: dict[str, list[tuple[Statement, str]]] = defaultdict(list)
        for statement in self.room.store.statements_with(about):
            if not statement.for_review:
                for key, version in dict.fromkeys(about[statement.statement_id]):
                    found[key].append((statement, version))
        for said in found.values():
            said.sort(key=lambda it: (it[0].reported_on or "", it[0].statement_id), reverse=True)
        return found


def _lately(held: Held) -> tuple[bool, int, str]:
    """Order stances: those in force first, of each the latest first."""
    return not held.in_force, -day(Stand.of(held.stance)).toordinal(), held.stance.stance_id


def _holders(found: Iterable[Held], people: People) -> tuple[Holder, ...]:
    """Give who stands where on the whole, whoever says most first in his side."""
    rows: dict[str, dict[str, list[Stance]]] = defaultdict(lambda: defaultdict(list))
    for held in sorted(found, key=_lately):
        if held.in_force:
            rows[held.holder][held.version].append(held.stance)
    made = [
        Holder(holder, people.side(holder), {v: tuple(of) for v, of in row.items()})
        for holder, row in rows.items()
    ]
    return tuple(
        sorted(made, key=lambda it: (not it.side.key, it.side, people.name(it.holder).casefold()))
    )


@cache
def _places() -> dict[str, int]:
    """Give the order in which kinds of matters are told."""
    return {name: place for place, name in enumerate(group_names().values())}


def _order(matter: Matter) -> tuple[int, int, str]:
    number = matter.numbers[0] if matter.numbers else 10_000
    place = _places().get(matter.group, 1_000) if matter.group != SPOKEN_OF else 10_000
    return place, number, matter.label


def version_names(one: Proposal) -> dict[str, Version]:
    """Give the versions of a plan by their ids."""
    return {version.version_id: version for version in one.versions}
