"""The timeline as lanes: what each side said when, drawn in numbers from 0 to 1000."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.analyse import Shift
from onrecord.analyse.stances import day
from onrecord.record import TimeExpression
from onrecord.record.edtf import Bounds, bounds, first_bounds
from onrecord.show.days import day_words
from onrecord.show.room.people import People
from onrecord.show.room.sides import UNKNOWN, Side
from onrecord.show.words import many
from onrecord.store import Crowd

WIDE = 1000
"""Units across."""
DAYS, MONTHS = 130, 1800
"""Days of a window whose statements are put together by day, and by month; beyond by year."""
LANES = 9
"""Sides that have lanes of their own."""
MARKS = 200
"""Marks of a lane beyond which those of the same month, or year, are put together: each is more
than a thousandth of the lane wide, so that more of them would hide one another."""
TICKS = 8
Spans = Counter[Bounds]


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are looked at."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1

    @property
    def unit(self) -> int | None:
        """How many characters of a day statements are put together by; see `Browsable.crowds`."""
        return None if self.length <= DAYS else 7 if self.length <= MONTHS else 4

    def at(self, of: date, *, after: bool = False) -> float:
        """Give the place where a day begins, or where it ends."""
        days = (of - self.first).days + after
        return round(min(max(days / self.length, 0), 1) * WIDE, 1)

    def ticks(self) -> list[tuple[float, str]]:
        """Give some days with their places."""
        step = max(1, -(-self.length // TICKS))
        days = (self.first + timedelta(days=step * number) for number in range(TICKS + 1))
        return [(self.at(each), day_words(each)) for each in days if each <= self.last]

    def zoomed(self, factor: float) -> "Window":
        """Give a window around the same middle that is so many times as long, within reason."""
        length = min(max(7, int(self.length * factor)), 20_000)
        middle = self.first.toordinal() + self.length / 2
        first = max(1, min(int(middle - length / 2), date.max.toordinal() - length))
        return Window(date.fromordinal(first), date.fromordinal(first + length - 1))

    def moved(self, share: float) -> "Window":
        """Give the window a share of its length later, or earlier."""
        by = int(self.length * share)
        low, high = 1 - self.first.toordinal(), date.max.toordinal() - self.last.toordinal()
        shift = timedelta(days=min(max(by, low), high))
        return Window(self.first + shift, self.last + shift)


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on a lane: from where to where, how much, and which ends are open."""

    start: float
    end: float
    count: int
    first: date | None
    last: date | None
    words: str

    @property
    def middle(self) -> float:
        """Where its middle is."""
        return round((self.start + self.end) / 2, 1)

    @property
    def exact(self) -> bool:
        """Tell whether it is of one day."""
        return self.first is not None and self.first == self.last


@dataclass(frozen=True, slots=True)
class Lane:
    """A side, or another kind of thing, with its marks in order."""

    title: str
    key: str
    kind: str
    marks: tuple[Mark, ...]

    @property
    def count(self) -> int:
        """How much there is in all."""
        return sum(mark.count for mark in self.marks)


def side_lanes(crowds: Iterable[Crowd], people: People, window: Window) -> list[Lane]:
    """Give a lane for each side with what it said, the side that says most first."""
    groups: dict[Side, Spans] = {}
    for crowd in crowds:
        side = people.side(crowd.actor_id)
        groups.setdefault(side, Spans())[crowd.first, crowd.last] += crowd.count
    lanes = [
        Lane(side.name, side.key, "said", tuple(_marks(spans, window, "statement")))
        for side, spans in groups.items()
    ]
    ranked = sorted(lanes, key=lambda lane: (lane.title == UNKNOWN.name, -lane.count, lane.title))
    return [*ranked[: LANES - 1], *ranked[-1:]] if len(ranked) > LANES else ranked


def _marks(spans: Spans, window: Window, noun: str) -> Iterator[Mark]:
    """Give a mark for each span, in the order in which they end."""
    if len(spans) > MARKS and window.unit:
        spans = _together(spans, window.unit)
    for first, last in sorted(spans, key=lambda it: (it[1] or date.max, it[0] or date.min)):
        count = spans[first, last]
        yield Mark(
            start=window.at(first) if first else 0,
            end=window.at(last, after=True) if last else WIDE,
            count=count,
            first=first,
            last=last,
            words=f"{many(count, noun)}, {span_words(first, last)}",
        )


def _together(spans: Spans, unit: int) -> Spans:
    """Give spans that begin in the same month or year, and end in the same, as one."""
    groups: dict[tuple[str, str], list[Bounds]] = {}
    for first, last in spans:
        cut = (str(first or "")[:unit], str(last or "")[:unit])
        groups.setdefault(cut, []).append((first, last))
    found = Spans()
    for own in groups.values():
        begin = min((first for first, _ in own if first), default=None)
        end = max((last for _, last in own if last), default=None)
        found[begin, end] = sum(spans[each] for each in own)
    return found


def span_words(first: date | None, last: date | None) -> str:
    """Give the days of a mark in words."""
    if first and last:
        same = first == last
        return day_words(first) if same else f"between {day_words(first)} and {day_words(last)}"
    if last:
        return f"by {day_words(last)}"
    return f"{day_words(first)} or later" if first else "day not stated"


def article_lane(days: Iterable[tuple[date, int]], window: Window) -> Lane:
    """Give the lane of what was published."""
    spans = Spans()
    for published, count in days:
        if window.first <= published <= window.last:
            spans[_unit(published, window.unit)] += count
    return Lane("Published", "", "published", tuple(_marks(spans, window, "document")))


def _unit(of: date, unit: int | None) -> Bounds:
    """Give the day, the month or the year that a day lies in."""
    return (of, of) if unit is None else bounds(of.isoformat()[:unit])


def named_lane(times: Iterable[TimeExpression], window: Window) -> Lane:
    """Give the lane of days that are due or planned."""
    return _lane_of(("Due and planned", "named", "mention"), (it.edtf for it in times), window)


def meeting_lane(days: Iterable[str | None], window: Window) -> Lane:
    """Give the lane of meetings, by the day of each in EDTF."""
    return _lane_of(("Meetings", "meeting", "meeting"), days, window)


def deadline_lane(days: Iterable[str | None], window: Window) -> Lane:
    """Give the lane of deadlines, by the day of each in EDTF."""
    return _lane_of(("Deadlines", "deadline", "deadline"), days, window)


def _lane_of(named: tuple[str, str, str], days: Iterable[str | None], window: Window) -> Lane:
    """Give the lane of times that meet the window; `named` are title, kind and noun."""
    title, kind, noun = named
    spans = Spans()
    for edtf in days:
        first, last = first_bounds(edtf)
        if (first or last) and _meets(first, last, window):
            spans[first, last] += 1
    return Lane(title, "", kind, tuple(_marks(spans, window, noun)))


def shift_lane(shifts: Sequence[Shift], window: Window) -> Lane:
    """Give the lane of shifts, each at the day of its later stance."""
    spans = Spans()
    for shift in shifts:
        at = day(shift.after)
        if window.first <= at <= window.last:
            spans[at, at] += 1
    return Lane("Shifts", "", "shift", tuple(_marks(spans, window, "shift")))


def _meets(first: date | None, last: date | None, window: Window) -> bool:
    return (first is None or first <= window.last) and (last is None or last >= window.first)
