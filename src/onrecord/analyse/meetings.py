"""Meetings across documents: accounts of one put together, its status, what accounts leave out.

Nothing is merged away: a meeting is the list of its accounts, put together in
`onrecord.analyse.accounts`. Its id is that of its first account. Dates that disagree are all kept.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from onrecord.analyse.accounts import Groups, apart, order
from onrecord.analyse.sides import Sides
from onrecord.record import Decision, Meeting, MeetingStatus, MeetingType, Track
from onrecord.record.edtf import first_bounds
from onrecord.record.meetings import AHEAD


@dataclass(frozen=True, slots=True)
class DateAccount:
    """A date of a meeting in EDTF, with the accounts that give it."""

    edtf: str
    accounts: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True)
class StatusStep:
    """A status of a meeting, the account that reports it, and the day of that report."""

    status: MeetingStatus
    reported_on: str | None
    account: Meeting


@dataclass(frozen=True)
class Gathering:
    """One meeting of the record: all accounts of it in order of report.

    `dates` are those that accounts give, the one that stands first; several that exclude each
    other disagree. `history` holds each change of its status.
    """

    accounts: tuple[Meeting, ...]
    participants: tuple[str, ...]
    dates: tuple[DateAccount, ...]
    history: tuple[StatusStep, ...]

    @property
    def meeting_id(self) -> str:
        """The id of its first account."""
        return self.accounts[0].meeting_id

    @cached_property
    def type(self) -> MeetingType:
        """The type that says most: any other than talks, of the first account that has one."""
        told = [each.type for each in self.accounts]
        return next((kind for kind in told if kind is not MeetingType.TALKS), told[0])

    @property
    def track(self) -> Track | None:
        """The track that the first account names."""
        return next((each.track for each in self.accounts if each.track), None)

    @cached_property
    def place(self) -> str | None:
        """The fullest name of its place."""
        named = [each.place for each in self.accounts if each.place]
        return max(named, key=lambda name: (len(name), name), default=None)

    @property
    def date(self) -> str | None:
        """The date that stands."""
        return self.dates[0].edtf if self.dates else None

    @property
    def status(self) -> MeetingStatus:
        """The status after the last report."""
        return self.history[-1].status

    @cached_property
    def disputed(self) -> bool:
        """Tell whether some account reports that it is denied."""
        return any(each.status is MeetingStatus.REPORTED_DISPUTED for each in self.accounts)

    @cached_property
    def dates_disagree(self) -> bool:
        """Tell whether two dates exclude each other."""
        told = [first_bounds(each.edtf) for each in self.dates]
        return any(apart(one, other) for n, one in enumerate(told) for other in told[n + 1 :])


def gatherings(
    accounts: Iterable[Meeting], sides: Sides, decisions: Iterable[Decision] = ()
) -> list[Gathering]:
    """Give the meetings of a record by their day, those of an unknown day last."""
    ordered = sorted(accounts, key=order)
    groups = Groups(sides, decisions)
    for account in ordered:
        groups.add(account)
    return sorted((_gathering(group, sides) for group in groups), key=_by_day)


def _by_day(gathering: Gathering) -> tuple[date, date, str]:
    first, last = first_bounds(gathering.date)
    return last or date.max, first or date.min, gathering.meeting_id


def _gathering(accounts: Sequence[Meeting], sides: Sides) -> Gathering:
    people = (sides.one(actor) for each in accounts for actor in each.participants)
    return Gathering(
        accounts=tuple(accounts),
        participants=tuple(dict.fromkeys(people)),
        dates=tuple(_dates(accounts)),
        history=tuple(_history(accounts)),
    )


def _dates(accounts: Sequence[Meeting]) -> list[DateAccount]:
    """Give the dates that accounts name; only where none is named, what bounds it."""
    found: dict[str, list[Meeting]] = {}
    for account in accounts:
        if account.date:
            found.setdefault(account.date, []).append(account)
    told = {edtf: own for edtf, own in found.items() if not edtf.startswith("[..")} or found
    dates = [DateAccount(edtf, tuple(own)) for edtf, own in told.items()]
    return sorted(dates, key=_standing)


def _standing(told: DateAccount) -> tuple[int, int, int, str]:
    """Order dates: of what was held first, begin and end before a day, a day before a month."""
    held = any(
        each.status in {MeetingStatus.HELD, MeetingStatus.UNDER_WAY} for each in told.accounts
    )
    whole = any(len(each.date_words) > 1 for each in told.accounts)
    first, last = first_bounds(told.edtf)
    span = (last - first).days if first and last else date.max.toordinal()
    reported = max((each.reported_on or "" for each in told.accounts), default="")
    newest = 0 if held else -int(reported[:10].replace("-", "") or 0)
    return (0 if held else 1), newest, -1 if whole else span, told.edtf


def _history(accounts: Sequence[Meeting]) -> Iterator[StatusStep]:
    """Give the changes of status in order of report.

    A denial changes nothing that a source reports otherwise; what was held is not planned again.
    """
    current: MeetingStatus | None = None
    for account in accounts:
        status = account.status
        over = current in {MeetingStatus.HELD, MeetingStatus.UNDER_WAY} and status in AHEAD
        denied = status is MeetingStatus.REPORTED_DISPUTED and current is not None
        if status is not current and not over and not denied:
            current = status
            yield StatusStep(status, account.reported_on, account)


@dataclass(frozen=True, slots=True)
class SideAccount:
    """How one side, or the reporter of one document, tells of a meeting.

    `side` is an actor id, None for a reporter. `left_out` are the ids of the participants, and the
    places, dates, agenda and outcome words, that other accounts have and this one does not.
    """

    side: str | None
    account: Meeting
    left_out: tuple[tuple[str, tuple[str, ...]], ...]


def side_accounts(gathering: Gathering, sides: Sides) -> list[SideAccount]:
    """Give the accounts of a meeting, the sides' own first, each with what it leaves out."""
    made = [
        SideAccount(sides.side(each.told_by), each, tuple(_left_out(each, gathering, sides)))
        for each in gathering.accounts
    ]
    return sorted(made, key=lambda item: (item.side is None, item.side or ""))


def _left_out(
    account: Meeting, gathering: Gathering, sides: Sides
) -> Iterator[tuple[str, tuple[str, ...]]]:
    own = {sides.one(actor) for actor in account.participants}
    if missing := tuple(each for each in gathering.participants if each not in own):
        yield "participants", missing
    if gathering.place and not account.place:
        yield "place", (gathering.place,)
    if gathering.date and not account.date:
        yield "date", (gathering.date,)
    for name in ("agenda", "outcome"):
        words = (a.exact for each in gathering.accounts for a in getattr(each, name))
        told = tuple(dict.fromkeys(words))
        if told and not getattr(account, name):
            yield name, told
