"""Coverage: how many articles of which outlet there are in a period, and what they leave out."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.analyse.stances import day
from onrecord.record import Imprint, Stand
from onrecord.record.edtf import first_bounds


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included, None where it is open."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class OutletCount:
    """The articles of an outlet (None: not known) in a period: the day of each, in order."""

    outlet: str | None
    published: tuple[date, ...]

    @property
    def articles(self) -> int:
        """How many there are."""
        return len(self.published)

    @property
    def days(self) -> tuple[tuple[date, int], ...]:
        """How many there are of each day."""
        return tuple(sorted(Counter(self.published).items()))

    @property
    def first(self) -> date:
        """The day of the first."""
        return self.published[0]

    @property
    def last(self) -> date:
        """The day of the last."""
        return self.published[-1]


@dataclass(frozen=True, slots=True)
class Behind:
    """The coverage behind a shift: the articles of each outlet in its period, and before it.

    `period` reaches from the report of the first statement to that of the second, `earlier` over
    as many days before.

    `new_outlet` is true where the later statement is only in outlets of which the record has no
    article up to the day of the first: then the outlet is new, and perhaps not the stance.
    """

    period: Period
    earlier: Period
    in_period: tuple[OutletCount, ...]
    in_earlier: tuple[OutletCount, ...]
    new_outlet: bool


class Coverage:
    """The articles of a record, to be counted by outlet and day.

    An article of an uncertain day counts at the last day on which it may have appeared; those of
    which no day is known are in no period, `undated` is their number.
    """

    def __init__(self, imprints: Iterable[Imprint]) -> None:
        self._outlet_of: dict[str, str | None] = {}
        self._day_of: dict[str, date] = {}
        days: dict[str | None, list[date]] = defaultdict(list)
        for imprint in imprints:
            self._outlet_of[imprint.doc_id] = imprint.outlet
            published = published_on(imprint.published_on)
            if published:
                self._day_of[imprint.doc_id] = published
                days[imprint.outlet].append(published)
        self._days = {outlet: sorted(days[outlet]) for outlet in sorted(days, key=_by_name)}

    @property
    def undated(self) -> int:
        """The number of articles of which no day of publication is known."""
        return len(self._outlet_of) - len(self._day_of)

    def documents(self, period: Period) -> frozenset[str]:
        """Give the ids of the documents that appeared in a period."""
        return frozenset(
            doc_id for doc_id, published in self._day_of.items() if period.holds(published)
        )

    def outlets(self, period: Period) -> tuple[OutletCount, ...]:
        """Give the articles of each outlet in a period, by the outlet's name, unknown ones last."""
        found = ((outlet, _cut(days, period)) for outlet, days in self._days.items())
        return tuple(OutletCount(outlet, tuple(days)) for outlet, days in found if days)

    def behind(self, before: Stand, reports: Sequence[Stand]) -> Behind | None:
        """Give the coverage behind a shift from one stance to the later one that others report too.

        None where a day of publication is not known.
        """
        first = self._day_of.get(before.doc_id)
        days = [self._day_of[each.doc_id] for each in reports if each.doc_id in self._day_of]
        if first is None or not days:
            return None
        start, end = sorted((first, min(days)))
        period = Period(start, end)
        earlier = Period(*_before(start, end))
        return Behind(
            period=period,
            earlier=earlier,
            in_period=self.outlets(period),
            in_earlier=self.outlets(earlier),
            new_outlet=all(self._is_new(each.doc_id, first) for each in reports),
        )

    def _is_new(self, doc_id: str, since: date) -> bool:
        """Tell whether the outlet of a document has no article up to a day; unknown ones are not.

        Articles of unknown outlets may be of one that was there before.
        """
        outlet = self._outlet_of.get(doc_id)
        return outlet is not None and self._days.get(outlet, [date.max])[0] > since


def published_on(edtf: str | None) -> date | None:
    """Give the day at which an article counts, None where no day is known."""
    first, last = first_bounds(edtf)
    return last or first


def reported_on(stand: Stand) -> date:
    """Give the day on which a stance was reported, or else that at which it stands."""
    return published_on(stand.reported_on) or day(stand)


def _cut(days: Sequence[date], period: Period) -> Sequence[date]:
    """Give the sorted days that lie in a period."""
    start = bisect_left(days, period.first) if period.first else 0
    end = bisect_right(days, period.last) if period.last else len(days)
    return days[start:end]


def _before(start: date, end: date) -> tuple[date, date]:
    """Give the period that ends on the day before and is as long; the calendar's begin cuts it."""
    length = end - start
    last = start - timedelta(days=1) if start > date.min else start
    return (last - length if last - date.min > length else date.min), last


def _by_name(outlet: str | None) -> tuple[bool, str]:
    return outlet is None, outlet or ""
