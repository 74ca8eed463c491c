"""What is to come: deadlines that stand, and meetings that are fixed, meant or offered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.analyse.deadlines import Course
from onrecord.analyse.meetings import Gathering
from onrecord.record import Anchor, DeadlineStatus, MeetingStatus
from onrecord.record.edtf import first_bounds
from onrecord.show.occasions import OccasionFilter, Occasions
from onrecord.show.plain import one_line
from onrecord.show.roster import Roster
from onrecord.store import Store

RECENT = timedelta(days=60)
"""How long ago a meeting of no stated day may have been spoken of to be still worth a line."""
TO_COME = {
    MeetingStatus.OFFERED,
    MeetingStatus.PROPOSED,
    MeetingStatus.PLANNED,
    MeetingStatus.SCHEDULED,
    MeetingStatus.UNDER_WAY,
    MeetingStatus.POSTPONED,
}
STANDS = {DeadlineStatus.OPEN, DeadlineStatus.EXTENDED, DeadlineStatus.DUE_TODAY}
NAMES = 60
"""Characters of names in a line."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A deadline or a meeting to come, with the words of its latest account.

    `when` is EDTF, None where no day is stated; `status` is where it stands, in plain words;
    `actors` are ids of those who meet, or who set the deadline and who are to act.
    """

    entry_id: str
    when: str | None
    status: str
    title: str
    anchor: Anchor
    actors: tuple[str, ...]


def coming(
    store: Store, wanted: OccasionFilter, today: date, roster: Roster | None = None
) -> list[Coming]:
    """Give what is to come from a day on, the nearest first, what has no stated day last.

    `roster` is that of the whole record, where there is one already.
    """
    asked = Occasions(store, wanted, roster)
    return among(asked, asked.meetings(), asked.deadlines(), today)


def among(
    asked: Occasions, meetings: Iterable[Gathering], deadlines: Iterable[Course], today: date
) -> list[Coming]:
    """Give what of these is to come from a day on, the nearest first."""
    found = [*_deadlines(asked, deadlines, today), *_meetings(asked, meetings, today)]
    return sorted(found, key=lambda it: (first_bounds(it.when)[1] or date.max, it.entry_id))


def _deadlines(asked: Occasions, found: Iterable[Course], today: date) -> Iterator[Coming]:
    for one in found:
        standing = one.standing(today)
        last = first_bounds(standing.due)[1]
        if standing.status in STANDS and last and last >= today:
            status = f"due, {standing.status}".replace("_", " ")
            anchor = one.accounts[-1].evidence[0]
            actors = (*([one.set_by] if one.set_by else []), *one.addressees)
            title = to_do(one, asked)
            yield Coming(one.deadline_id, standing.due, status, title, anchor, actors)


def to_do(one: Course, asked: Occasions) -> str:
    """Give `Sorvania is to reply, set by Edda Norling`."""
    act = (one.act_required or "act").replace("_", " ")
    who = _names(one.addressees, asked)
    by = f", set by {one_line(asked.name(one.set_by), NAMES)}" if one.set_by else ""
    return f"{f'{who}: to {act}' if who else f'To {act}'}{by}"


def _meetings(asked: Occasions, found: Iterable[Gathering], today: date) -> Iterator[Coming]:
    for one in found:
        last = first_bounds(one.date)[1]
        if one.status in TO_COME and (last >= today if last else _is_recent(one, today)):
            status = one.status.replace("_", " ")
            anchor = one.history[-1].account.evidence[0]
            title = who_meets(one, asked)
            yield Coming(one.meeting_id, one.date, status, title, anchor, one.participants)


def _is_recent(one: Gathering, today: date) -> bool:
    told = first_bounds((one.history[-1].account.reported_on or "")[:10])[1]
    return told is not None and today - RECENT <= told


def who_meets(one: Gathering, asked: Occasions) -> str:
    """Give `Envoy visit in Varn: Tomas Ruhl, Lucan Tiede`."""
    kind = one.type.replace("_", " ")
    place = f" in {one_line(one.place, NAMES)}" if one.place else ""
    who = _names(one.participants, asked)
    return f"{kind[:1].upper()}{kind[1:]}{place}{f': {who}' if who else ''}"


def _names(actor_ids: Iterable[str], asked: Occasions) -> str:
    return one_line(asked.names(actor_ids), NAMES)
