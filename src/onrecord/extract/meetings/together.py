"""What several clauses of one document say of one meeting, put together."""

from collections.abc import Iterable
from dataclasses import replace

from onrecord.extract.meetings.circumstances import When
from onrecord.extract.meetings.told import Told
from onrecord.record import MeetingStatus, MeetingType
from onrecord.record.edtf import first_bounds
from onrecord.record.meetings import AHEAD, MEDIA, may_be_one, same_place

GENERAL = frozenset({MeetingType.TALKS})
"""A type that any meeting of sides may be called by."""


LOOKED_AT = 60
"""Meetings, the last ones, that a clause may go on from: hostile text may hold thousands."""


def together(told: Iterable[Told]) -> list[Told]:
    """Give each meeting of a document once, in text order."""
    groups: list[Told] = []
    for each in sorted(told, key=lambda item: item.evidence):
        place = _place(groups, each)
        if place is not None:
            groups[place] = joined(groups[place], each)
        elif not each.bare:
            groups.append(each)
    return groups


def _place(groups: list[Told], each: Told) -> int | None:
    """Give the meeting that a clause goes on from, the last that fits."""
    for place in range(len(groups) - 1, max(len(groups) - LOOKED_AT, 0) - 1, -1):
        if each.bare and may_be_one(groups[place].type, each.type):
            return place
        if not each.bare and is_same(groups[place], each):
            return place
    return None


def is_same(one: Told, other: Told) -> bool:
    """Tell whether two clauses tell of one meeting: nothing differs, and something is the same."""
    if not may_be_one(one.type, other.type) or _apart_in_time(one, other):
        return False
    people = set(one.participants) & set(other.participants)
    if one.participants and other.participants and not people:
        return False
    places = one.where and other.where
    if places and not same_place(places.name, one.where.name if one.where else ""):
        return False
    if people and not places and _others(one, other) and _others(other, one):
        return False  # `met Lee` and `met Park` on one day
    days = one.when and other.when and one.when.edtf == other.when.edtf
    days = days and one.when is not None and not one.when.edtf.startswith("[..")
    same = [bool(places), bool(days), len(people) > 1 or bool(people and one.type in MEDIA)]
    return any(same)


def _others(one: Told, other: Told) -> bool:
    """Tell whether somebody takes part by one clause only."""
    return bool(set(one.participants) - set(other.participants))


def _apart_in_time(one: Told, other: Told) -> bool:
    """Tell whether the times of two clauses cannot be of one meeting."""
    if one.when and other.when:
        first, last = first_bounds(one.when.edtf)
        other_first, other_last = first_bounds(other.when.edtf)
        return bool(last and other_first and last < other_first) or bool(
            other_last and first and other_last < first
        )
    over = MeetingStatus.HELD in {one.status, other.status}
    return over and bool({one.status, other.status} & AHEAD)


def joined(one: Told, other: Told) -> Told:
    """Give a meeting with what another clause adds; the first to say something stands."""
    kind = other.type if one.type in GENERAL and not other.bare else one.type
    status = one.status
    if other.status and (status is None or other.status in LATER.get(status, ())):
        status = other.status
    return replace(
        one,
        type=kind,
        status=status,
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))),
        participants=tuple(dict.fromkeys((*one.participants, *other.participants))),
        host=one.host or other.host,
        where=one.where or other.where,
        when=_closer(one, other),
        agenda=tuple(dict.fromkeys((*one.agenda, *other.agenda))),
        outcome=tuple(dict.fromkeys((*one.outcome, *other.outcome))),
        official=one.official or other.official,
    )


def _closer(one: Told, other: Told) -> When | None:
    """Give the time that is known better: of fewer days."""
    if one.when is None or other.when is None:
        return one.when or other.when
    first, last = first_bounds(one.when.edtf)
    other_first, other_last = first_bounds(other.when.edtf)
    if other_first is None or other_last is None or other.bare:
        return one.when
    if first is None or last is None or last - first > other_last - other_first:
        return other.when
    return one.when


LATER = {
    MeetingStatus.OFFERED: (MeetingStatus.SCHEDULED, MeetingStatus.PLANNED, MeetingStatus.HELD),
    MeetingStatus.PROPOSED: (
        MeetingStatus.SCHEDULED,
        MeetingStatus.PLANNED,
        MeetingStatus.CANCELLED,
        MeetingStatus.POSTPONED,
    ),
    MeetingStatus.PLANNED: (
        MeetingStatus.SCHEDULED,
        MeetingStatus.CANCELLED,
        MeetingStatus.POSTPONED,
    ),
    MeetingStatus.SCHEDULED: (
        MeetingStatus.CANCELLED,
        MeetingStatus.POSTPONED,
        MeetingStatus.UNDER_WAY,
    ),
}
"""What supersedes a status within one document: what is said more firmly, or undoes it."""
