"""The first page: what is on the table, where the sides stand, what is due, what came in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.analyse import Cell, Shift
from onrecord.analyse.proposals import Proposal
from onrecord.analyse.stances import day, order
from onrecord.record import (
    Imprint,
    ObjectKind,
    SourcingLevel,
    Stance,
    Stand,
)
from onrecord.show.coming import Coming, among
from onrecord.show.room.choosing import Told, told
from onrecord.show.room.gathered import gathered
from onrecord.show.room.people import People
from onrecord.show.room.plans import plans_of
from onrecord.show.room.room import Room
from onrecord.show.room.sides import Side
from onrecord.show.room.sourcing import levels_of
from onrecord.store import (
    Article,
    DocumentFilter,
    Order,
    Selection,
    StanceFilter,
)

PLANS, VERSIONS, SIDES, LATEST, DUE, SHIFTS, CAME = 3, 4, 5, 6, 6, 4, 5
"""How much of each the page shows."""
SOURCED = tuple(level for level in SourcingLevel if level < SourcingLevel.AGENTLESS)
"""Latest statements are those that somebody made."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a plan: its object, its label, its points with stances, when it is spoken of."""

    object_id: str
    title: str
    unstated: bool
    points: int
    stances: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class OnTable:
    """A plan with its versions, and who stands where on them."""

    title: str
    versions: tuple[Version, ...]
    sides: tuple[tuple[Side, tuple[tuple[Stand, ...], ...]], ...]


@dataclass(frozen=True)
class Overview:
    """Everything that the first page shows; `levels` say how well sourced its stances are."""

    plans: tuple[OnTable, ...]
    latest: Told
    shifts: tuple[Shift, ...]
    due: tuple[Coming, ...]
    came_in: tuple[Article, ...]
    words: dict[str, Stance]
    levels: dict[str, SourcingLevel]
    imprints: dict[str, Imprint]


def overview(room: Room, wanted: StanceFilter) -> Overview:
    """Give the first page as the coverage had it on a day."""
    key = ("overview", wanted)
    return room.keep(key, lambda: _overview(room, wanted))


def _overview(room: Room, wanted: StanceFilter) -> Overview:
    people, found = room.people(), room.cells(wanted)
    as_of, process = wanted.as_of, wanted.process
    shifts = room.behind(wanted, room.shifts(wanted)[-SHIFTS:][::-1])
    latest = Selection(
        as_of=as_of,
        process=process,
        review=False,
        sourcing=SOURCED,
        order=Order.SAID_DOWN,
        limit=LATEST,
    )
    known = {m: one for one in plans_of(room, as_of, process).all for m in one.members}
    plans = tuple(on_table(found, people, known))
    stands = [stand for plan in plans for _, row in plan.sides for cell in row for stand in cell]
    stands += [stand for shift in shifts for stand in (shift.before, shift.after)]
    words = {it.stance_id: it for it in room.store.stances_with(s.stance_id for s in stands)}
    due = tuple(_due(room, wanted))
    documents = [it.doc_id for it in words.values()] + [it.anchor.doc_id for it in due]
    return Overview(
        plans=plans,
        latest=told(room.store, room.store.selected(latest), people),
        shifts=tuple(s for s in shifts if {s.before.stance_id, s.after.stance_id} <= words.keys()),
        due=due,
        came_in=tuple(
            room.store.articles(
                DocumentFilter(until=as_of, process=process, limit=CAME), "-recorded"
            )
        ),
        words=words,
        levels=levels_of(room, words.values()),
        imprints=dict(room.store.imprints_with(documents)),
    )


def on_table(
    found: Sequence[Cell], people: People, plans: Mapping[str, Proposal]
) -> Iterable[OnTable]:
    """Give the plans that most stances are on, each with its latest versions.

    `plans` are those of the record by the lineages that each was made of: what one article calls
    `the plan` and another `Halmar's plan` stands together where the record holds both for one.
    """
    lineages: dict[str, list[Cell]] = {}
    for cell in found:
        lineage = cell.object.lineage
        if lineage and cell.object.kind in {ObjectKind.PROPOSAL, ObjectKind.PROVISION}:
            one = plans[lineage].proposal_id if lineage in plans else lineage
            lineages.setdefault(one, []).append(cell)
    ranked = sorted(lineages.values(), key=lambda of: (-_spoken(of), of[0].object.label))
    return [_plan(of, people, plans.get(of[0].object.lineage or "")) for of in ranked[:PLANS]]


def _spoken(of: Iterable[Cell]) -> int:
    return sum(len(cell.trail) for cell in of)


def _plan(of: Sequence[Cell], people: People, known: Proposal | None) -> OnTable:
    groups: dict[str | None, list[Cell]] = {}
    for cell in of:
        called = known.called(cell.object.version) if known else None
        groups.setdefault(called.label if called else cell.object.version, []).append(cell)
    ordered = sorted(groups, key=lambda version: (version is None, _days(groups[version])[0]))
    versions = ordered[-VERSIONS:]
    labels = [c.object.label for c in of if c.object.kind is ObjectKind.PROPOSAL]
    label = min(labels, key=len, default=of[0].object.label.rpartition(", ")[2])
    label = known.label if known else label
    sides = _sides([groups[version] for version in versions], people)
    name = label.partition(" (")[0]
    title = name[:1].upper() + name[1:]
    return OnTable(title, tuple(_version(it, groups[it]) for it in versions), tuple(sides))


def _version(version: str | None, of: Sequence[Cell]) -> Version:
    first, last = _days(of)
    return Version(
        object_id=next((c.object.object_id for c in of if not c.object.category), ""),
        title=version or "version not stated",
        unstated=version is None,
        points=len({c.object.category for c in of if c.object.kind is ObjectKind.PROVISION}),
        stances=_spoken(of),
        first=first if first > date.min else None,
        last=last if last > date.min else None,
    )


def _days(of: Iterable[Cell]) -> tuple[date, date]:
    days = sorted(day(stand) for cell in of for stand in cell.trail)
    return days[0], days[-1]


def _sides(
    versions: Sequence[Sequence[Cell]], people: People
) -> Iterable[tuple[Side, tuple[tuple[Stand, ...], ...]]]:
    """Give for each side what its people's stances in force on each version as a whole are.

    Whose side the record does not know stands for himself, or for whom he speaks: people who have
    no more in common than that are no side.
    """
    rows: dict[Side, list[list[Stand]]] = {}
    for index, of in enumerate(versions):
        for cell in of:
            if cell.object.kind is ObjectKind.PROPOSAL:
                row = rows.setdefault(_party(cell.holder, people), [[] for _ in versions])
                row[index] += cell.in_force
    known = {people.side(cell.holder) for of in versions for cell in of}
    ranked = sorted(rows.items(), key=lambda it: (it[0] not in known, -sum(map(len, it[1])), it[0]))
    for side, row in ranked[:SIDES]:
        yield side, tuple(tuple(sorted(stands, key=order, reverse=True)[:4]) for stands in row)


def _party(holder: str, people: People) -> Side:
    side, actor = people.side(holder), people.actor(holder)
    if side.key or actor is None:
        return side
    own = people.kept(actor.speaks_for or actor.actor_id)
    return Side(people.name(own), own)


def _due(room: Room, wanted: StanceFilter) -> list[Coming]:
    """Give what is to come after the day asked for, else after the latest document."""
    today = wanted.as_of or max((it for it, _ in room.days(wanted.process)), default=None)
    if not today:
        return []
    found = gathered(room, wanted.as_of, wanted.process)
    meetings = (one for one in found.meetings if one.type.negotiates)
    return among(found.asked, meetings, found.deadlines, today)[:DUE]
