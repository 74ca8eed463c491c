"""Meetings and deadlines as iCalendar (RFC 5545): VEVENT and VTODO; icalendar's only door.

An entry keeps its UID, and its SEQUENCE rises with each report that changes it. DTSTAMP is the day
of the last report, not the clock's: same record, same calendar.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from onrecord.analyse.deadlines import Course
from onrecord.analyse.meetings import Gathering
from onrecord.record import Deadline, DeadlineStatus, Meeting, MeetingStatus
from onrecord.record.edtf import first_bounds
from onrecord.show.occasion_tables import plain
from onrecord.show.occasions import Occasions
from onrecord.show.plain import one_line

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Todo

CONFIRMED = frozenset({MeetingStatus.HELD, MeetingStatus.UNDER_WAY})
DONE = {
    DeadlineStatus.MET: "COMPLETED",
    DeadlineStatus.WITHDRAWN: "CANCELLED",
}
PRODUCT = "-//onrecord//meetings and deadlines//EN"


def calendar(meetings: Iterable[Gathering], deadlines: Iterable[Course], asked: Occasions) -> bytes:
    """Give a calendar; what has no first or last day is left out: a calendar cannot hold it."""
    made = _empty()
    for meeting in meetings:
        if event := _event(meeting, asked):
            made.add_component(event)
    for deadline in deadlines:
        if todo := _todo(deadline, asked):
            made.add_component(todo)
    return bytes(made.to_ical())


def _empty() -> "Calendar":
    from icalendar import Calendar  # noqa: PLC0415 - costs time, seldom needed

    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    return made


def _event(one: Gathering, asked: Occasions) -> "Event | None":
    from icalendar import Event  # noqa: PLC0415 - as above

    first, last = first_bounds(one.date)
    if first is None or last is None:
        return None
    event = Event()
    event.add("uid", f"{one.meeting_id}@onrecord")
    event.add("dtstamp", _stamp(one.accounts))
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("summary", one_line(f"{plain(one.type)}: {asked.names(one.participants)}"))
    event.add("status", _status(one, single=first == last))
    event.add("sequence", len(one.history) - 1)
    if one.place:
        event.add("location", one_line(one.place))
    event.add("description", _described(one.accounts, asked))
    return event


def _status(one: Gathering, *, single: bool) -> str:
    """Give CONFIRMED for what was held or is fixed on one day, TENTATIVE for what is to come."""
    if one.status is MeetingStatus.CANCELLED:
        return "CANCELLED"
    fixed = one.status is MeetingStatus.SCHEDULED and single
    return "CONFIRMED" if one.status in CONFIRMED or fixed else "TENTATIVE"


def _todo(one: Course, asked: Occasions) -> "Todo | None":
    from icalendar import Todo  # noqa: PLC0415 - as above

    standing = one.standing(asked.day)
    last = first_bounds(standing.due)[1]
    if last is None:
        return None
    todo = Todo()
    todo.add("uid", f"{one.deadline_id}@onrecord")
    todo.add("dtstamp", _stamp(one.accounts))
    todo.add("due", last)
    act = plain(one.act_required) if one.act_required else "act"
    todo.add("summary", one_line(f"{asked.names(one.addressees) or 'somebody'}: {act}"))
    todo.add("status", DONE.get(standing.outcome or standing.status, "NEEDS-ACTION"))
    todo.add("sequence", len(one.extensions))
    todo.add("description", _described(one.accounts, asked))
    return todo


def _stamp(accounts: Iterable[Meeting] | Iterable[Deadline]) -> datetime:
    """Give the day of the last report, at midnight in UTC."""
    days = (first_bounds((each.reported_on or "")[:10])[1] for each in accounts)
    last = max((day for day in days if day), default=date(1970, 1, 1))
    return datetime.combine(last, time(), UTC)


def _described(accounts: Iterable[Meeting] | Iterable[Deadline], asked: Occasions) -> str:
    """Give the words of each account with its source, one a line."""
    return "\n".join(
        f"“{one_line(each.evidence[0].exact)}” ({one_line(asked.source(each))})"
        for each in accounts
    )
