"""One meeting or deadline laid open: who tells what in columns, every date, each step."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.analyse.accounts import apart
from onrecord.analyse.deadlines import Course, Standing
from onrecord.analyse.meetings import DateAccount, Gathering
from onrecord.analyse.tellers import Point, Teller, Told, tellers
from onrecord.record import Deadline, DeadlineStatus, DeadlineStep, Meeting
from onrecord.record.edtf import first_bounds
from onrecord.show.room.gathered import Gathered
from onrecord.show.room.voices import UNKNOWN_OUTLET
from onrecord.show.stance_entries import named_entry


@dataclass(frozen=True, slots=True)
class Column:
    """What one side or source tells of a meeting, or the reporters of one outlet themselves.

    `kind` is `side`, `source` (whose side is not known) or `reporter`.
    """

    title: str
    kind: str
    teller: Teller


def columns(one: Gathering, found: Gathered) -> list[Column]:
    """Give who tells of a meeting: sides and sources by first report, then the reporters.

    A side is the country or body that a speaker stands for, where the record knows it; else whom he
    speaks for, else he himself.
    """
    titles: dict[str, str] = {}

    def whose(account: Meeting) -> str:
        key, title = _whose(account, found)
        titles[key] = title
        return key

    made = tellers(one, found.asked.sides, whose)
    listed = [Column(titles[it.key], it.key.partition(" ")[0], it) for it in made]
    return sorted(listed, key=lambda column: column.kind == "reporter")


def _whose(account: Meeting, found: Gathered) -> tuple[str, str]:
    """Give the key, which begins with the kind, and the name of whoever tells an account."""
    if account.told_by:
        side = found.people.side(account.told_by)
        if side.key:
            return f"side {side.key}", side.name
        actor = found.asked.sides.side(account.told_by) or account.told_by
        return f"source {actor}", found.asked.name(actor)
    imprint = found.asked.imprints.get(account.doc_id)
    outlet = imprint.outlet if imprint else None
    return f"reporter of {outlet or account.doc_id}", outlet or UNKNOWN_OUTLET


@dataclass(frozen=True, slots=True)
class ToldDate:
    """A date of a meeting with its accounts; one stands, others may exclude it."""

    edtf: str
    accounts: tuple[Meeting, ...]
    stands: bool
    excludes: bool


def dates(one: Gathering) -> list[ToldDate]:
    """Give every date of a meeting, the one that stands first."""
    return [
        ToldDate(each.edtf, each.accounts, number == 0, number > 0 and _excludes(one, each))
        for number, each in enumerate(one.dates)
    ]


def _excludes(one: Gathering, each: DateAccount) -> bool:
    return apart(first_bounds(one.date), first_bounds(each.edtf))


@dataclass(frozen=True, slots=True)
class Step:
    """A change of where a deadline stands, and the accounts by which it changed, if any did."""

    day: date
    standing: Standing
    accounts: tuple[Deadline, ...]


CHANGES = {
    DeadlineStep.EXTENDED: DeadlineStatus.EXTENDED,
    DeadlineStep.MET: DeadlineStatus.MET,
    DeadlineStep.MISSED: DeadlineStatus.MISSED,
    DeadlineStep.WITHDRAWN: DeadlineStatus.WITHDRAWN,
}
"""Where a deadline stands after what an account reports of it; else it is open."""


def steps(one: Course, until: date) -> list[Step]:
    """Give each change of where a deadline stands, with the accounts since the one before."""
    found: list[Step] = []
    since = date.min
    for day, standing in one.history(until):
        own = [each for each in one.accounts if since < _reported(each) <= day]
        telling = tuple(each for each in own if _tells(each, standing.status))
        if standing.status is DeadlineStatus.OPEN and not telling:
            telling = tuple(own[:1])
        found.append(Step(day, standing, telling))
        since = day
    return found


def _tells(account: Deadline, status: DeadlineStatus) -> bool:
    """Tell whether an account says that a deadline stands so; who only names it does not."""
    if account.step is DeadlineStep.NAMED:
        return False
    return CHANGES.get(account.step, DeadlineStatus.OPEN) is status


def _reported(account: Deadline) -> date:
    return first_bounds((account.reported_on or "")[:10])[1] or date.max


def disagreeing(one: Course) -> tuple[str, ...]:
    """Give the days to which accounts of the same day set or move a deadline, if they differ."""
    told: dict[tuple[DeadlineStep, str], list[str]] = {}
    for each in one.accounts:
        if each.due and each.step in {DeadlineStep.SET, DeadlineStep.EXTENDED}:
            day = each.announced_on or (each.reported_on or "")[:10]
            days = told.setdefault((each.step, day), [])
            days += [] if each.due in days else [each.due]
    return tuple(day for days in told.values() if len(days) > 1 for day in days)


def column_entry(column: Column, found: Gathered) -> dict[str, Any]:
    """Give a column as a JSON object: the one place that names its keys."""
    return {
        "by": column.title,
        "kind": column.kind,
        "accounts": [account.meeting_id for account in column.teller.accounts],
        "told": _told_entry(column.teller.told, found),
        "alone": _told_entry(column.teller.alone, found),
        "left_out": _told_entry(column.teller.left_out, found),
    }


def _told_entry(told: Told, found: Gathered) -> dict[str, Any]:
    return {
        point: [named_entry(value, found.asked.actors) for value in values]
        if point is Point.PARTICIPANTS
        else list(values)
        for point, values in told.items()
    }
