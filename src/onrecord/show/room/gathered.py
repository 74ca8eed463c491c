"""Meetings and deadlines that readers look for, in groups: what is to come, what is over."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from onrecord.analyse.deadlines import Course
from onrecord.analyse.meetings import Gathering
from onrecord.errors import NoSuchEntry
from onrecord.record import DeadlineStatus, MeetingStatus
from onrecord.record.edtf import first_bounds
from onrecord.show.coming import STANDS, TO_COME
from onrecord.show.occasions import OccasionFilter, Occasions, may_lie
from onrecord.show.room.people import People
from onrecord.show.room.room import Room
from onrecord.show.room.sides import Side
from onrecord.store import Selection

T = TypeVar("T", Gathering, Course)


class Due(StrEnum):
    """Where a meeting or a deadline lies from the day that is looked at."""

    COMING = "coming"
    UNDATED = "undated"
    PASSED = "passed"
    OVER = "over"


def _told_by(entry_id: str, ids: Iterable[tuple[T, set[str]]]) -> T:
    """Give the first whose accounts an id is of."""
    found = next((one for one, own in ids if entry_id in own), None)
    if found is None:
        raise NoSuchEntry(entry_id[:80])
    return found


@dataclass(frozen=True)
class Gathered:
    """All meetings and deadlines of a record as the coverage had them on a day."""

    asked: Occasions
    people: People
    meetings: tuple[Gathering, ...]
    deadlines: tuple[Course, ...]
    day: date

    def meeting(self, entry_id: str) -> Gathering:
        """Give the meeting that an account is of, by the account's id or the meeting's own.

        Raises:
            NoSuchEntry: no document published by the day tells of it.
        """
        ids = ((one, {each.meeting_id for each in one.accounts}) for one in self.meetings)
        return _told_by(entry_id, ids)

    def deadline(self, entry_id: str) -> Course:
        """Give the deadline that an account is of, by the account's id or the deadline's own.

        Raises:
            NoSuchEntry: no document published by the day tells of it.
        """
        ids = ((one, {each.deadline_id for each in one.accounts}) for one in self.deadlines)
        return _told_by(entry_id, ids)

    def due(self, one: Gathering | Course) -> Due:
        """Give where a meeting or a deadline lies from the day."""
        id_ = one.meeting_id if isinstance(one, Gathering) else one.deadline_id
        return self._dues[id_]

    @cached_property
    def _dues(self) -> dict[str, Due]:
        meetings = {one.meeting_id: self._due(one) for one in self.meetings}
        return meetings | {one.deadline_id: self._due(one) for one in self.deadlines}

    def _due(self, one: Gathering | Course) -> Due:
        if isinstance(one, Gathering):
            ahead, when = one.status in TO_COME, one.date
        else:
            standing = one.standing(self.day)
            unreported = standing.status is DeadlineStatus.OUTCOME_NOT_REPORTED
            ahead, when = standing.status in STANDS or unreported, standing.due
        last = first_bounds(when)[1]
        if not ahead:
            return Due.OVER
        if last is None:
            return Due.UNDATED
        return Due.COMING if last >= self.day else Due.PASSED

    @cached_property
    def listed(self) -> int:
        """How many meetings and deadlines a list holds that asks for none of them."""
        return len(meetings_of(self, Chosen())) + len(deadlines_of(self, Chosen()))

    @cached_property
    def parties(self) -> tuple[list[Side], list[tuple[str, str]]]:
        """The sides of those who take part, and each of them as id and name."""
        ids = [actor for one in self.meetings for actor in one.participants]
        ids += [actor for one in self.deadlines for actor in _actors(one)]
        return self.people.listed(map(self.people.kept, ids))


def gathered(room: Room, as_of: date | None, process: str | None) -> Gathered:
    """Give the meetings, media occasions among them, and the deadlines up to a day."""
    return room.keep(("gathered", as_of, process), _gathering(room, as_of, process))


def gathered_so_far(room: Room, as_of: date | None, process: str | None) -> Gathered | None:
    """Give the same where it is known or soon found, None for a large record not looked through."""
    make, wanted = _gathering(room, as_of, process), Selection(as_of=as_of, process=process)
    return room.so_far(("gathered", as_of, process), make, wanted, begin=False)


def _gathering(room: Room, as_of: date | None, process: str | None) -> Callable[[], Gathered]:
    def make() -> Gathered:
        people = room.people()
        wanted = OccasionFilter(as_of=as_of, process=process, media=True)
        asked = Occasions(room.store, wanted, people.roster)
        days = [day for day, _ in room.days(process)]
        day = as_of or max(days, default=date.max)
        return Gathered(asked, people, tuple(asked.meetings()), tuple(asked.deadlines()), day)

    return make


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which meetings and deadlines are wanted.

    `party` is a side's key, or an id or part of a name of somebody who takes part, tells it, sets a
    deadline or is to act. No status means every one; one of meetings alone leaves deadlines out.
    """

    party: str | None = None
    meeting_statuses: tuple[MeetingStatus, ...] = ()
    deadline_statuses: tuple[DeadlineStatus, ...] = ()
    since: date | None = None
    until: date | None = None
    media: bool = False

    @property
    def any_status(self) -> bool:
        """Tell whether no status is asked for."""
        return not self.meeting_statuses and not self.deadline_statuses


def meetings_of(found: Gathered, wanted: Chosen) -> list[Gathering]:
    """Give the meetings that are wanted, by their day."""
    statuses = set(wanted.meeting_statuses)
    party = found.people.meant(wanted.party)
    return [
        one
        for one in found.meetings
        if (wanted.media or one.type.negotiates)
        and (wanted.any_status or one.status in statuses or _is_disputed(one, statuses))
        and (party is None or not party.isdisjoint(map(found.people.kept, one.participants)))
        and (
            any(may_lie(told.edtf, wanted.since, wanted.until) for told in one.dates)
            if one.dates
            else may_lie(None, wanted.since, wanted.until)
        )
    ]


def _is_disputed(one: Gathering, statuses: set[MeetingStatus]) -> bool:
    return one.disputed and MeetingStatus.REPORTED_DISPUTED in statuses


def deadlines_of(found: Gathered, wanted: Chosen) -> list[Course]:
    """Give the deadlines that are wanted, by their first day."""
    statuses = set(wanted.deadline_statuses)
    party = found.people.meant(wanted.party)
    return [
        one
        for one in found.deadlines
        if (wanted.any_status or one.standing(found.day).status in statuses)
        and (party is None or not party.isdisjoint(map(found.people.kept, _actors(one))))
        and any(may_lie(due, wanted.since, wanted.until) for due, _ in one.dues or ((None, ()),))
    ]


def _actors(one: Course) -> tuple[str, ...]:
    return (*((one.set_by,) if one.set_by else ()), *one.addressees)


def in_groups(found: Gathered, entries: Iterable[T]) -> dict[Due, list[T]]:
    """Give meetings or deadlines by where they lie from the day; what lies behind newest first."""
    groups: dict[Due, list[T]] = {due: [] for due in Due}
    for one in entries:
        groups[found.due(one)].append(one)
    for due in (Due.PASSED, Due.OVER):
        groups[due].reverse()
    return {due: own for due, own in groups.items() if own}
