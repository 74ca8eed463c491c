"""Plans in the reading room: lineages found by their names, texts, and which text has which name.

Nothing in a record says that a text that was added is a version that articles tell of. What is
offered is what both are called; a reader may choose otherwise.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from onrecord.analyse.proposals import Proposal, Told, Version
from onrecord.record import (
    PlanAspect,
    PlanClaim,
    PlanText,
    ReportStatus,
    identify,
)
from onrecord.show.plans import Plans
from onrecord.show.room.people import People
from onrecord.show.room.room import Room

POINTS = re.compile(r"\b(\d{1,4})[\s-]points?\b", re.IGNORECASE)
"""A number of points in the name of a version: `19 points`, `the 28-point plan`."""


class Named(NamedTuple):
    """A plan that is asked for, and what the day that is asked for knows of it, if anything."""

    known: Proposal
    on_day: Proposal | None


def plans_of(room: Room, as_of: date | None, process: str | None) -> Plans:
    """Give the plans as the coverage had them up to a day."""
    return room.keep(("plans", as_of, process), _finding(room, as_of, process))


def plans_count(room: Room, process: str | None) -> int | None:
    """Give how many plans there are; of a large record None while they are being put together."""
    found = room.unless_dear(("plans", None, process), _finding(room, None, process))
    return None if found is None else len(found.all)


def _finding(room: Room, as_of: date | None, process: str | None) -> Callable[[], Plans]:
    return lambda: Plans(room.store, as_of, process, room.people(as_of, process).roster)


def known_as(plans: Plans, plan_id: str) -> Proposal | None:
    """Give the plan of an id, also where another day's record put its lineages together otherwise.

    A plan's id is made of the first of its lineages, which another day need not know.
    """
    for one in plans.all:
        ids = {one.proposal_id, *one.members, *(identify("prp", each) for each in one.members)}
        if plan_id in ids:
            return one
    return None


def found_on_day(plans: Plans, known: Proposal) -> Proposal | None:
    """Give what a day's record holds of a plan of another day's, by the lineages in both."""
    shared = ((len(set(one.members) & set(known.members)), one) for one in plans.all)
    count, found = max(shared, key=lambda it: it[0], default=(0, None))
    return found if count else None


def named(room: Room, name: str, view: tuple[date | None, str | None]) -> Named:
    """Give the plan of an id or of words of its name, as of a day and in a negotiation.

    Raises:
        NoSuchPlan: there is none, on no day.
        AmbiguousPlan: there are several.
    """
    plans = plans_of(room, *view)
    found = known_as(plans, name)
    if found is None and view[0] is not None:
        later = known_as(plans_of(room, None, view[1]), name)
        if later:
            return Named(later, found_on_day(plans, later))
    found = found or plans.named(name)
    return Named(found, found)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing told of a version: about whom, on what it rests, in whose words, the first first.

    `name` is empty where nobody is named. `status` is the strongest of its claims'.
    """

    name: str
    actor: str | None
    status: ReportStatus
    disputed: bool
    claims: tuple[PlanClaim, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is told of a version: its points, its drafters, who has it, how it came out.

    Pages show some of it, and say how much more there is.
    """

    points: tuple[Fact, ...]
    drafted: tuple[Fact, ...]
    received: tuple[Fact, ...]
    published: tuple[Fact, ...]
    revised: tuple[Fact, ...]

    @property
    def rows(self) -> list[tuple[str, tuple[Fact, ...]]]:
        """The facts under what they tell, in the order in which people ask for them."""
        named = (
            ("Points", self.points),
            ("Drafted by", self.drafted),
            ("Received by", self.received),
            ("Came out", self.published),
            ("Came from", self.revised),
        )
        return [(title, facts) for title, facts in named if facts]

    def shown(self, rows: int, claims: int) -> Iterator[PlanClaim]:
        """Give so many claims of each fact, of so many facts of each kind."""
        for _, found in self.rows:
            for fact in found[:rows]:
                yield from fact.claims[:claims]


NOTHING = Facts((), (), (), (), ())
OPEN = ""
"""The version of what does not say which one it means."""


def facts(version: Version, people: People) -> Facts:
    """Give what is told of a version, each with its claims."""
    return Facts(
        points=_grouped(version.claims, PlanAspect.POINTS, people),
        drafted=tuple(_of(told, people) for told in version.drafters),
        received=tuple(_of(told, people) for told in version.recipients),
        published=_grouped(version.claims, PlanAspect.PUBLISHED, people),
        revised=_grouped(version.claims, PlanAspect.REVISED, people),
    )


def told_of(room: Room, one: Proposal, view: tuple[date | None, str | None]) -> dict[str, Facts]:
    """Give what is told of each version of a plan by its id, under `OPEN` what names none."""

    def make() -> dict[str, Facts]:
        people, now = room.people(), same_plan(room, one, view)
        found = {version.version_id: facts(version, people) for version in now.versions}
        return {**found, OPEN: left_open(now, people)}

    return {it.version_id: NOTHING for it in one.versions} | room.keep(
        ("told", one.members, *view), make
    )


def same_plan(room: Room, one: Proposal, view: tuple[date | None, str | None]) -> Proposal:
    """Give a plan as the record has it now; the plan itself where no plan has the same names."""
    found = (each for each in plans_of(room, *view).all if each.members == one.members)
    return next(found, one)


def left_open(one: Proposal, people: People) -> Facts:
    """Give what is told of a plan without saying of which version."""
    drafted, received = (
        _grouped(one.open, aspect, people) for aspect in (PlanAspect.DRAFTED, PlanAspect.RECEIVED)
    )
    return Facts(
        points=_grouped(one.open, PlanAspect.POINTS, people),
        drafted=drafted,
        received=received,
        published=_grouped(one.open, PlanAspect.PUBLISHED, people),
        revised=_grouped(one.open, PlanAspect.REVISED, people),
    )


def _of(told: Told, people: People) -> Fact:
    claims = _strongest(told.claims, told.status)
    return Fact(people.name(told.actor), told.actor, told.status, told.disputed, claims)


def _strongest(claims: Iterable[PlanClaim], status: ReportStatus) -> tuple[PlanClaim, ...]:
    """Give the claims, those on which something rests most firmly first."""
    return tuple(sorted(claims, key=lambda claim: claim.status is not status))


def _grouped(claims: Iterable[PlanClaim], aspect: PlanAspect, people: People) -> tuple[Fact, ...]:
    """Give the claims of one kind by what they say, each with all who say so."""
    groups: dict[tuple[object, ...], list[PlanClaim]] = {}
    for claim in claims:
        if claim.aspect is aspect:
            actor = people.kept(claim.actor) if claim.actor else None
            says = (claim.number, claim.qualifier, claim.route, actor)
            groups.setdefault(says, []).append(claim)
    return tuple(_fact(group, people) for group in groups.values())


def _fact(group: list[PlanClaim], people: People) -> Fact:
    kinds = {claim.status for claim in group}
    asserted = [status for status in ReportStatus if status in kinds - {ReportStatus.DENIED}]
    actor = people.kept(group[0].actor) if group[0].actor else None
    status = asserted[0] if asserted else ReportStatus.DENIED
    return Fact(
        name=people.name(actor) if actor else "",
        actor=actor,
        status=status,
        disputed=bool(asserted) and ReportStatus.DENIED in kinds,
        claims=_strongest(group, status),
    )


def texts_of(room: Room) -> list[PlanText]:
    """Give the texts of plans on record, by plan and version."""
    return room.keep(("texts",), lambda: list(room.store.texts()))


def shelves(texts: Iterable[PlanText]) -> list[tuple[str, list[PlanText]]]:
    """Give the texts under the names of their plans, each plan's by day; days unknown come last.

    Spellings that differ in case are one.
    """
    found: dict[str, list[PlanText]] = {}
    for text in texts:
        found.setdefault(text.label.plan.casefold(), []).append(text)
    for group in found.values():
        group.sort(key=lambda it: (it.label.dated or "9999", it.label.version.casefold()))
    return [(group[0].label.plan, group) for group in found.values()]


def is_called(text: PlanText, version: Version) -> bool:
    """Tell whether a text has the label, or the number of points, that a version goes by."""
    points = POINTS.search(text.label.version)
    same = text.label.version.casefold() == version.label.casefold()
    return same or bool(points and int(points[1]) == version.points)


def versions_called_so(text: PlanText, plans: Plans) -> list[tuple[Proposal, Version]]:
    """Give the versions on record that go by the name of a text, else those once called so."""
    every = [(one, version) for one in plans.all for version in one.versions]
    own = text.label.version.casefold()
    return [it for it in every if is_called(text, it[1])] or [
        it for it in every if own and own in {name.casefold() for name in it[1].names}
    ]
