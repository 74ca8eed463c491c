"""The room: a record and the answers that are dear to make, kept while the record stands."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from datetime import date
from threading import Lock
from typing import TypeVar

from onrecord.analyse import Cell, Shift, shifts
from onrecord.show.room.people import People
from onrecord.show.roster import Roster
from onrecord.show.standing import Standings
from onrecord.store import StanceFilter, Store

T = TypeVar("T")

KEPT = 48
"""Answers kept: those of a handful of readers who go back and forth."""


class Room:
    """A record that readers browse in."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = Lock()

    def keep(self, key: Hashable, make: Callable[[], T]) -> T:
        """Give the answer kept under a key since the record last changed, or make it."""
        stamped = (self.store.stamp(), key)
        with self._lock:
            if stamped in self._kept:
                self._kept.move_to_end(stamped)
                found: T = self._kept[stamped]  # type: ignore[assignment]
                return found
        made = make()
        with self._lock:
            self._kept[stamped] = made
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made

    def people(self, as_of: date | None = None, process: str | None = None) -> People:
        """Give who is who; `as_of` and `process` narrow what they are seen to have said."""
        return self.keep(
            ("people", as_of, process), lambda: People(Roster(self.store, as_of, process))
        )

    def days(self, process: str | None = None) -> list[tuple[date, int]]:
        """Give the days on which documents were published, and how many on each."""
        return self.keep(("days", process), lambda: self.store.days(process))

    def cells(self, wanted: StanceFilter) -> list[Cell]:
        """Give every holder's trail on every object."""
        return self.keep(("cells", wanted), lambda: Standings(self.store, wanted).cells())

    def shifts(self, wanted: StanceFilter) -> list[Shift]:
        """Give the shifts, without the coverage behind them; see `behind`."""
        return self.keep(("shifts", wanted), lambda: shifts(self.cells(wanted)))

    def behind(self, wanted: StanceFilter, found: Iterable[Shift]) -> list[Shift]:
        """Give a few shifts with the coverage behind each."""
        key = ("coverage", wanted)
        coverage = self.keep(key, lambda: Standings(self.store, wanted).coverage())
        return [replace(each, behind=coverage.behind(each.before, each.reports)) for each in found]
