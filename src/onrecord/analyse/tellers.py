"""Who tells what of a meeting: what one side alone tells, and what it leaves out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.analyse.accounts import apart
from onrecord.analyse.meetings import Gathering
from onrecord.analyse.sides import Sides
from onrecord.record import Meeting
from onrecord.record.edtf import first_bounds
from onrecord.record.meetings import same_place

Told = Mapping["Point", tuple[str, ...]]


class Point(StrEnum):
    """What an account can tell of a meeting beside its status."""

    DATE = "date"
    PLACE = "place"
    PARTICIPANTS = "participants"
    AGENDA = "agenda"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Teller:
    """One side, or one reporter, with all that it tells of a meeting.

    `told` are EDTF dates, places, ids of participants, words of agenda and outcome. `alone` are
    those of them that nobody else tells, empty where nobody else tells of the meeting at all.
    `left_out` is what others tell and this one does not.
    """

    key: str
    accounts: tuple[Meeting, ...]
    told: Told
    alone: Told
    left_out: Told


def tellers(gathering: Gathering, sides: Sides, whose: Callable[[Meeting], str]) -> list[Teller]:
    """Give who tells of a meeting, by first report; `whose` gives the key of an account's teller.

    A date is told alone where every other one excludes it; what is only bounded by the day of its
    report is no date that somebody tells. Wordings of an agenda or an outcome always differ; they
    are told alone where nobody else has any.
    """
    groups: dict[str, list[Meeting]] = {}
    for account in gathering.accounts:
        groups.setdefault(whose(account), []).append(account)
    told = {key: _told(own, sides) for key, own in groups.items()}
    whole = _whole(gathering, told.values())
    return [
        Teller(
            key=key,
            accounts=tuple(own),
            told=told[key],
            alone=_alone(told[key], [told[other] for other in groups if other != key]),
            left_out=_left_out(told[key], whole),
        )
        for key, own in groups.items()
    ]


def is_told(account: Meeting) -> bool:
    """Tell whether an account has a date of its own, not only the day by which it was reported."""
    edtf = account.date
    return edtf is not None and (bool(account.date_words) or not edtf.startswith("[.."))


def _told(accounts: Sequence[Meeting], sides: Sides) -> Told:
    found: dict[Point, Iterable[str]] = {
        Point.DATE: (a.date for a in accounts if a.date and is_told(a)),
        Point.PLACE: (a.place for a in accounts if a.place),
        Point.PARTICIPANTS: (sides.one(actor) for a in accounts for actor in a.participants),
        Point.AGENDA: (anchor.exact for a in accounts for anchor in a.agenda),
        Point.OUTCOME: (anchor.exact for a in accounts for anchor in a.outcome),
    }
    kept = {point: tuple(dict.fromkeys(values)) for point, values in found.items()}
    return {point: values for point, values in kept.items() if values}


def _whole(gathering: Gathering, told: Iterable[Told]) -> Told:
    """Give what is told in all: the date that stands, the fullest name of the place, the rest."""
    every = list(told)

    def of(point: Point) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value for one in every for value in one.get(point, ())))

    dates, place = of(Point.DATE), gathering.place
    return {
        Point.DATE: tuple(each.edtf for each in gathering.dates[:1] if each.edtf in dates),
        Point.PLACE: (place,) if place else (),
        Point.PARTICIPANTS: of(Point.PARTICIPANTS),
        Point.AGENDA: of(Point.AGENDA),
        Point.OUTCOME: of(Point.OUTCOME),
    }


def _alone(own: Told, others: Sequence[Told]) -> Told:
    if not others:
        return {}
    found = {point: tuple(_only(point, values, others)) for point, values in own.items()}
    return {point: values for point, values in found.items() if values}


def _only(point: Point, values: Iterable[str], others: Sequence[Told]) -> Iterator[str]:
    theirs = [value for told in others for value in told.get(point, ())]
    for value in values:
        if point is Point.PLACE:
            known = any(same_place(value, other) for other in theirs)
        elif point is Point.DATE:
            known = not all(apart(first_bounds(value), first_bounds(other)) for other in theirs)
        elif point in {Point.AGENDA, Point.OUTCOME}:
            known = bool(theirs)
        else:
            known = value in theirs
        if not known:
            yield value


def _left_out(own: Told, whole: Told) -> Told:
    """Give what is told and is not in one's own account: of people each, of the rest the whole."""
    people = own.get(Point.PARTICIPANTS, ())
    missing = {
        point: tuple(v for v in values if v not in people)
        if point is Point.PARTICIPANTS
        else (() if own.get(point) else values)
        for point, values in whole.items()
    }
    return {point: values for point, values in missing.items() if values}
