"""The room: a record and the answers that are dear to make, kept while the record stands."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from datetime import date
from threading import Lock, Thread
from typing import TypeVar

from onrecord.analyse import Cell, Cells, Shift, Shifts
from onrecord.show.room.people import People
from onrecord.show.roster import Roster
from onrecord.show.standing import Standings
from onrecord.store import QueueFilter, StanceFilter, Store

T = TypeVar("T")

KEPT = 48
"""Answers kept: those of a handful of readers who go back and forth."""

AT_ONCE = 3000
"""Statements among which conflicts are found in a second or two."""


QUESTIONS = 12
"""Questions for cells and shifts that are remembered beyond a change of the record."""


class Room:
    """A record that readers browse in.

    `at_once` is the number of statements up to which a page waits for what is dearest to find.
    """

    def __init__(self, store: Store, at_once: int = AT_ONCE) -> None:
        self.store = store
        self.at_once = at_once
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._making: set[Hashable] = set()
        self._made: OrderedDict[Hashable, object] = OrderedDict()
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
        self._keep(stamped, made)
        return made

    def _keep(self, stamped: Hashable, made: object) -> None:
        with self._lock:
            self._kept[stamped] = made
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)

    def later(self, key: Hashable, make: Callable[[], T], *, begin: bool = True) -> T | None:
        """Give the answer kept under a key, None while it is being made beside; begin to make it.

        An answer that could not be made is begun again when it is next asked for.
        """
        stamped = (self.store.stamp(), key)
        with self._lock:
            if stamped in self._kept:
                found: T = self._kept[stamped]  # type: ignore[assignment]
                return found
            begin = begin and stamped not in self._making
            self._making |= {stamped} if begin else set()
        if begin:
            Thread(target=self._make, args=(stamped, make), daemon=True).start()
        return None

    def _make(self, stamped: Hashable, make: Callable[[], object]) -> None:
        try:
            self._keep(stamped, make())
        finally:
            with self._lock:
                self._making.discard(stamped)

    def people(self, as_of: date | None = None, process: str | None = None) -> People:
        """Give who is who; `as_of` and `process` narrow what they are seen to have said."""
        return self.keep(
            ("people", as_of, process), lambda: People(Roster(self.store, as_of, process))
        )

    def days(self, process: str | None = None) -> list[tuple[date, int]]:
        """Give the days on which documents were published, and how many on each."""
        return self.keep(("days", process), lambda: self.store.days(process))

    def waiting_counts(self, wanted: QueueFilter) -> dict[str, int]:
        """Give how much of each kind waits for a decision."""
        return self.keep(("waiting", wanted), lambda: self.store.waiting_counts(wanted))

    def cells(self, wanted: StanceFilter) -> list[Cell]:
        """Give every holder's trail on every object."""
        stands = Standings(self.store, wanted).stands
        return self.keep(("cells", wanted), lambda: self.trails(wanted).of(stands()))

    def trails(self, key: Hashable) -> Cells:
        """Give what makes the cells of one question, and knows those that it made last."""
        return self._remembered(("trails", key), Cells)

    def _remembered(self, key: Hashable, make: Callable[[], T]) -> T:
        """Give what was made for a question, whatever the record's state then."""
        with self._lock:
            found: T = self._made.setdefault(key, make())  # type: ignore[assignment]
            self._made.move_to_end(key)
            while len(self._made) > QUESTIONS:
                self._made.popitem(last=False)
        return found

    def shifts(self, wanted: StanceFilter) -> list[Shift]:
        """Give the shifts, without the coverage behind them; see `behind`."""
        found = self._remembered(("shifts", wanted), Shifts)
        return self.keep(("shifts", wanted), lambda: found.of(self.cells(wanted)))

    def behind(self, wanted: StanceFilter, found: Iterable[Shift]) -> list[Shift]:
        """Give a few shifts with the coverage behind each."""
        key = ("coverage", wanted)
        coverage = self.keep(key, lambda: Standings(self.store, wanted).coverage())
        return [replace(each, behind=coverage.behind(each.before, each.reports)) for each in found]
