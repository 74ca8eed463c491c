"""The room: a record and the answers that are dear to make, kept while the record stands."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from threading import Lock, RLock
from time import thread_time
from typing import TypeVar, cast

from onrecord.analyse import Cell, Cells, Shift, Shifts
from onrecord.show.room.beside import Beside
from onrecord.show.room.documents import Documents
from onrecord.show.room.lagging import (
    Mark,
    as_of_parts,
    may_lag,
    parts,
    shown_since,
    stamp_of_moment,
)
from onrecord.show.room.long_lived import set_aside
from onrecord.show.room.people import People
from onrecord.show.roster import Roster
from onrecord.show.standing import Standings
from onrecord.store import QueueFilter, Selection, StanceFilter, Store

T = TypeVar("T")

KEPT = 64
"""Answers kept: those of a handful of readers who go back and forth."""

SOON = 0.1
"""Seconds of work that a reader waits for after a change, rather than see what was before it."""

AT_ONCE = 3000
"""Statements among which conflicts are found in a second or two."""


QUESTIONS = 12
"""Questions for cells and shifts that are remembered beyond a change of the record."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was made, of which record, in how many seconds of work."""

    stamp: str
    made: object
    took: float


class Room:
    """A record that readers browse in.

    `at_once` is the number of statements up to which a page waits for whatever is dear to find. Of
    a larger record a reader may be shown what was (`lagging`): what takes longer than `soon`
    seconds is given as it was last worked out, unless a document was purged since, and is worked
    out anew beside.
    """

    def __init__(self, store: Store, at_once: int = AT_ONCE, soon: float = SOON) -> None:
        self.store = store
        self.at_once = at_once
        self._kept: OrderedDict[Hashable, Answer] = OrderedDict()
        self._made: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = Lock()
        self._making: dict[Hashable, RLock] = {}
        self._beside = Beside()
        self._soon, self._large = soon, False
        self.documents = Documents(store, self.stamp)

    def stamp(self) -> str:
        """Give the mark of the record as this visit found it."""
        return stamp_of_moment(self.store.stamp)

    def keep(self, key: Hashable, make: Callable[[], T]) -> T:
        """Give the answer kept under a key since the record last changed, or make it."""
        stamp = self.stamp()
        kept = self._at(key)
        if kept and kept.stamp == stamp:
            return cast("T", kept.made)
        if kept and kept.took > self._soon and self._may_lag(kept, stamp):
            self._beside.make(key, partial(self._make, key, make))
            return cast("T", kept.made)
        return self._make(key, make)

    def _make(self, key: Hashable, make: Callable[[], T]) -> T:
        """Make an answer, once for all who ask meanwhile, and keep it as one of its parts' day."""
        with self._lock:
            making = self._making.setdefault(key, RLock())
        with making:
            kept = self._at(key)
            if kept and kept.stamp == self.stamp():
                return cast("T", kept.made)
            return self._made_now(key, make)

    def _made_now(self, key: Hashable, make: Callable[[], T]) -> T:
        stamp, begun = self.stamp(), thread_time()
        with parts() as shown:
            made = make()
        answer = Answer(as_of_parts(stamp, shown), made, thread_time() - begun)
        with self._lock:
            self._kept[key] = answer
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                self._making.pop(self._kept.popitem(last=False)[0], None)
        if answer.took > self._soon:
            set_aside()
        return made

    def _at(self, key: Hashable) -> Answer | None:
        with self._lock:
            kept = self._kept.get(key)
            if kept:
                self._kept.move_to_end(key)
            return kept

    def later(self, key: Hashable, make: Callable[[], T], *, begin: bool = True) -> T | None:
        """Give the answer kept under a key, None while it is being made beside; begin to make it.

        An answer that could not be made is begun again when it is next asked for.
        """
        stamp = self.stamp()
        kept = self._at(key)
        if kept and kept.stamp == stamp:
            return cast("T", kept.made)
        if begin:
            self._beside.make(key, partial(self._make, key, make))
        return cast("T", kept.made) if kept and self._may_lag(kept, stamp) else None

    def so_far(
        self, key: Hashable, make: Callable[[], T], wanted: Selection, *, begin: bool
    ) -> T | None:
        """Give the answer where it is known or soon found, None of a large selection till it is.

        With `begin` it begins to be made.
        """
        large = self._is_large() if wanted == Selection() else self._count(wanted) > self.at_once
        return self.later(key, make, begin=begin) if large else self.keep(key, make)

    def _count(self, wanted: Selection) -> int:
        return self.keep(("count", wanted), lambda: self.store.selected_count(wanted))

    def unless_dear(self, key: Hashable, make: Callable[[], T]) -> T | None:
        """Give the answer kept under a key; of a large record None until it is known."""
        return self.later(key, make) if self._is_large() else self.keep(key, make)

    def _is_large(self) -> bool:
        """Tell whether readers cannot wait for all that follows from the record."""
        self._large = self._large or self.store.selected_count(Selection()) > self.at_once
        return self._large

    def _may_lag(self, kept: Answer, stamp: str) -> bool:
        """Tell whether an answer may be given at another stamp; a small record is never behind."""
        return self._is_large() and may_lag(kept.stamp, stamp)

    def beside(self, key: Hashable, work: Callable[[], object]) -> None:
        """Have something done beside the pages that readers look at."""
        self._beside.make(key, work)

    def newer(self) -> tuple[int, int]:
        """Give how much of the record is not in what this reader was shown.

        First the documents that came in or changed since, then the decisions that were made.
        """
        now = Mark.of(self.stamp())
        then = shown_since(self.stamp())
        decided = now.decision - then.decision + now.ruling - then.ruling
        changed = self.store.changed(then.change).doc_ids if then.change < now.change else ()
        return len(changed), decided

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
