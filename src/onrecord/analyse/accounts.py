"""Which accounts of meetings, from whatever document, are of one meeting.

Two accounts are of one meeting where nothing in them differs and two of these agree: the place, the
days, who takes part. Accounts that agree in place and people may differ by `DISAGREE` days. A
person's decision to put two together or to take them apart wins.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain

from onrecord.analyse.sides import Sides
from onrecord.analyse.verdicts import Verdicts
from onrecord.record import Decision, Meeting, MeetingStatus, MeetingType
from onrecord.record.edtf import Bounds, first_bounds
from onrecord.record.meetings import AHEAD, may_be_one, same_place

DISAGREE = 2
"""Days by which accounts of one meeting may differ: a visit that one paper has on the 6th, another
on the 7th. Rounds of talks at one place lie further apart."""
RECENT = 10
"""Days before publication in which what is told as over without a day was: news of last week."""
NARROW = 21
"""Days that a time may span to tell one meeting from another: `next week`, not `this year`."""
AGREE = 1.8
"""How much must agree of place, days and people, which count one each, and two people two; days
that are only bounded count a little less."""
WIDE, MONTH = 400, 32
"""Days of a time beyond which it is looked for everywhere, and of the stretches that it is looked
for in."""
LASTING = frozenset(
    {
        MeetingType.TALKS,
        MeetingType.CONFERENCE,
        MeetingType.DRAFTING_SESSION,
        MeetingType.PROXIMITY_TALKS,
        MeetingType.MEDIATION,
    }
)
"""Types that go on for days: accounts of the 20th and the 21st at one place are of one meeting."""


def order(account: Meeting) -> tuple[str, str, int, str]:
    """Order by report; what is of an unknown day comes last."""
    place = account.evidence[0].start
    return account.reported_on or "9999", account.doc_id, place, account.meeting_id


@dataclass(eq=False)
class _Group:
    """Accounts of one meeting, and what they say together.

    `types`, `places` and `dates` are what they give, each once; a date says with it whether the
    meeting was held. `until` is the first of the days on which a time ends that has two ends,
    `since` the last on which one begins.
    """

    accounts: list[Meeting] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    types: set[MeetingType] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    dates: dict[tuple[str | None, bool], Meeting] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None

    def take(self, account: Meeting, people: frozenset[str]) -> None:
        """Add an account."""
        self.accounts.append(account)
        self.people |= people
        self.types.add(account.type)
        self.places |= {account.place} if account.place else set()
        self.dates.setdefault((account.date, account.status is MeetingStatus.HELD), account)
        first, last = first_bounds(account.date)
        if first and last and not _is_loose(account):
            self.since = max(first, self.since or first)
            self.until = min(last, self.until or last)

    def may_be_near(self, times: Bounds | None) -> bool:
        """Tell whether no account is further from a time than those of one meeting may be."""
        first, last = times or (None, None)
        if not first or not last or not self.since or not self.until:
            return True
        return (first - self.until).days <= DISAGREE and (self.since - last).days <= DISAGREE


class _Shelf:
    """The groups of one key, in the order in which they came under it, by the time of the first."""

    def __init__(self) -> None:
        self.places: dict[_Group, int] = {}
        self._undated: list[_Group] = []
        self._dated: dict[int, list[_Group]] = defaultdict(list)

    def add(self, group: _Group) -> None:
        """Put a group under the key, unless it is there."""
        if group in self.places:
            return
        self.places[group] = len(self.places)
        months = _months((group.since, group.until)) if group.since else None
        for month in months or ():
            self._dated[month].append(group)
        if months is None:
            self._undated.append(group)

    def near(self, times: Bounds | None) -> Iterable[_Group]:
        """Give the groups that may be near a time, and some that are not; None asks for all."""
        months = _months(times) if times else None
        if months is None:
            return self.places
        return chain(self._undated, *(self._dated.get(month, ()) for month in months))


class Groups:
    """Accounts put together; a group that may take an account is found by its place or people."""

    def __init__(self, sides: Sides, decisions: Iterable[Decision]) -> None:
        self._sides = sides
        self._verdicts = Verdicts(decisions)
        self._all: list[_Group] = []
        self._by_key: dict[str, _Shelf] = defaultdict(_Shelf)
        self._of: dict[str, _Group] = {}

    def __iter__(self) -> Iterator[list[Meeting]]:
        return (group.accounts for group in self._all)

    def add(self, account: Meeting) -> None:
        """Put an account, which is none before those that were added, to the meeting it is of."""
        people = self._sides.keys(account.participants)
        group = self._decided(account) or self._best(account, people)
        if group is None:
            group = _Group()
            self._all.append(group)
        group.take(account, people)
        self._of[account.meeting_id] = group
        for key in _keys(account, people):
            self._by_key[key].add(group)

    def _decided(self, account: Meeting) -> _Group | None:
        """Give the meeting to which a person put the account."""
        others = self._verdicts.merged_with(account.meeting_id)
        return next((self._of[other] for other in others if other in self._of), None)

    def _best(self, account: Meeting, people: frozenset[str]) -> _Group | None:
        """Give the meeting with which most agrees, of several the first that a key leads to."""
        shelves = [self._by_key[key] for key in _keys(account, people) if key in self._by_key]
        times = None if _is_loose(account) else first_bounds(account.date)
        near = dict.fromkeys(group for shelf in shelves for group in shelf.near(times))
        scored = [
            (score, group)
            for group in near
            if group.may_be_near(times) and (score := self._score(group, account, people)) >= AGREE
        ]
        most = max((score for score, _ in scored), default=0)
        first = [group for score, group in scored if score == most]
        return min(first, key=lambda group: _met(group, shelves), default=None)

    def _score(self, group: _Group, account: Meeting, people: frozenset[str]) -> float:
        """Give how much agrees, 0 where something differs or a person took them apart."""
        others = (each.meeting_id for each in group.accounts)
        if self._verdicts.are_apart(account.meeting_id, others):
            return 0
        if not all(may_be_one(each, account.type) for each in group.types):
            return 0
        place = _place(group.places, account)
        shared = min(len(people & group.people), 2)
        if place < 1 and people - group.people and group.people - people:
            shared = 0  # `met Lee` and `met Park`: two meetings of one day
        if place < 0 or place + shared + 1 < AGREE:
            return 0
        dates = group.dates.values() if account.date else ()
        days = [_days(each, account) for each in dates]
        best = max(days, default=0.0)
        if people and group.people and not shared and place + best < AGREE:
            return 0
        if min(days, default=0.0) < 0:
            lasting = account.type in LASTING and place > 0
            return self._despite(group, account, place + shared + lasting)
        return place + best + shared

    def _despite(self, group: _Group, account: Meeting, agreed: float) -> float:
        """Give how much agrees where the days differ a little: both are kept."""
        near = all(_differ(each, account) <= DISAGREE for each in group.dates.values())
        return agreed if near and agreed >= AGREE else 0


def _is_loose(account: Meeting) -> bool:
    """Tell whether a date is only bounded: it excludes no other."""
    return (account.date or "").startswith("[..")


def _months(times: tuple[date | None, date | None]) -> range | None:
    """Give numbers for the months or so that may hold what is near a time, None for too many."""
    first, last = times
    if first is None or last is None or abs((last - first).days) > WIDE:
        return None
    low, high = sorted((first.toordinal(), last.toordinal()))
    return range((low - DISAGREE) // MONTH, (high + DISAGREE) // MONTH + 1)


def _met(group: _Group, shelves: Sequence[_Shelf]) -> tuple[int, int]:
    """Give where a group is first met: under which key, in which place there."""
    return next(
        (at, shelf.places[group]) for at, shelf in enumerate(shelves) if group in shelf.places
    )


def _keys(account: Meeting, people: Iterable[str]) -> list[str]:
    """Give the keys under which a meeting is looked for: the parts of its place, its people."""
    parts = [part.strip().casefold() for part in (account.place or "").split(",")]
    return [f"place {part}" for part in parts if part] + sorted(people)


def _place(told: Iterable[str], account: Meeting) -> int:
    """Give 1 for the same place, -1 for another, 0 where one is not named."""
    if not told or not account.place:
        return 0
    return 1 if all(same_place(each, account.place) for each in told) else -1


def _bounds(account: Meeting) -> Bounds:
    """Give the days; what is over without a day was not long before."""
    first, last = first_bounds(account.date)
    if first is None and last is not None:
        first = last - timedelta(days=RECENT)
    return first, last


def _days(one: Meeting, other: Meeting) -> float:
    """Give how far the days of two accounts agree: below 0 not, 0 open, above 0 they do.

    A narrow time tells more than a month, and a day told more than one that is only bounded.
    """
    first, last = _bounds(one)
    other_first, other_last = _bounds(other)
    if first is None or last is None or other_first is None or other_last is None:
        return 0
    if apart((first, last), (other_first, other_last)):
        return 0 if _is_loose(one) or _is_loose(other) else -1
    if _is_opposed(one, other):
        return -1
    span = min(last - first, other_last - other_first).days
    bounded = _is_loose(one) or _is_loose(other)
    narrow = span <= NARROW or (one.date == other.date)
    return (0.9 if bounded else 1.0) if narrow else 0.5


def _is_opposed(one: Meeting, other: Meeting) -> bool:
    """Tell a meeting that was held from one that a later report still has ahead."""
    first, last = (one, other) if order(one) <= order(other) else (other, one)
    return first.status is MeetingStatus.HELD and last.status in AHEAD


def _differ(one: Meeting, other: Meeting) -> int:
    """Give the days between the times of two accounts, 0 where they overlap or one is open."""
    first, last = first_bounds(one.date)
    other_first, other_last = first_bounds(other.date)
    gaps = [
        (later - earlier).days
        for earlier, later in ((last, other_first), (other_last, first))
        if earlier and later and later > earlier
    ]
    return max(gaps, default=0)


def apart(one: Bounds, other: Bounds) -> bool:
    """Tell whether no day is in both times."""
    first, last = one
    other_first, other_last = other
    before = last is not None and other_first is not None and last < other_first
    return before or (other_last is not None and first is not None and other_last < first)
