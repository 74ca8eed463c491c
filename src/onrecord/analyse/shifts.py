"""Shifts: where a side has moved on the scale, and the coverage behind it.

A shift lies between two days on which a holder took positions on the same object in his own words,
if all of the later day lie on one side of all of the earlier day. What is mixed on one day, what
is told by others and what is for review makes no shift; no refusal to answer does either.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby, pairwise

from onrecord.analyse.coverage import Behind, Coverage
from onrecord.analyse.stances import Cell, day, is_own, order, taken_on
from onrecord.record import StanceObject, Stand


class ShiftKind(StrEnum):
    """A move on one object, or different answers to two versions of one plan, which are no move."""

    SHIFT = "shift"
    VERSION_CHANGE = "version_change"


class Direction(StrEnum):
    """Where a shift leads on the scale."""

    ACCEPTANCE = "toward_acceptance"
    REJECTION = "toward_rejection"


@dataclass(frozen=True, slots=True)
class Shift:
    """Two stances of one holder, one after the other, at different places of the scale.

    Of several on one day `before` and `after` are the two that lie nearest to each other. `reports`
    are all stances of the later day with the value of `after`, from whatever article. `steps` are
    those on the scale, above 0 toward acceptance. `days` lie between the two. `order_is_sure` is
    false where the text leaves open whether the later one was not the earlier.
    """

    kind: ShiftKind
    holder: str
    before: Stand
    after: Stand
    reports: tuple[Stand, ...]
    behind: Behind | None = None

    @property
    def object(self) -> StanceObject:
        """What the later stance is about."""
        return self.after.object

    @property
    def steps(self) -> int:
        """How far it goes on the scale."""
        return (self.after.value.ordinal or 0) - (self.before.value.ordinal or 0)

    @property
    def direction(self) -> Direction:
        """Where it leads."""
        return Direction.ACCEPTANCE if self.steps > 0 else Direction.REJECTION

    @property
    def days(self) -> int:
        """How many days lie between the two."""
        return (day(self.after) - day(self.before)).days

    @property
    def order_is_sure(self) -> bool:
        """Tell whether every day of the later one lies after every day of the earlier one."""
        first, last = taken_on(self.after)[0], taken_on(self.before)[1]
        return first is not None and last is not None and last < first


def shifts(
    found: Iterable[Cell], coverage: Coverage | None = None, *, versions: bool = False
) -> list[Shift]:
    """Give the shifts by day, holder and object, with the coverage behind them where it is given.

    `versions` adds the different answers to two versions of one plan.
    """
    all_cells = list(found)
    moves = Shifts().of(all_cells)
    if versions:
        moves += _between_versions(all_cells)
    if coverage:
        moves = [replace(each, behind=coverage.behind(each.before, each.reports)) for each in moves]
    return sorted(moves, key=_by_day)


class Shifts:
    """Finds the shifts of cells, anew in those that are not the same as the last time."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], tuple[Cell, tuple[Shift, ...]]] = {}

    def of(self, cells: Iterable[Cell]) -> list[Shift]:
        """Give what `shifts` gives without coverage and versions."""
        self._found = {(cell.object.object_id, cell.holder): self._in(cell) for cell in cells}
        moves = (shift for _, own in self._found.values() for shift in own)
        return sorted(moves, key=_by_day)

    def _in(self, cell: Cell) -> tuple[Cell, tuple[Shift, ...]]:
        known = self._found.get((cell.object.object_id, cell.holder))
        if known and known[0] is cell:
            return known
        return cell, tuple(_in_trail(cell.trail, ShiftKind.SHIFT))


def _by_day(shift: Shift) -> tuple[date, str, str, str]:
    return day(shift.after), shift.holder, shift.object.object_id, shift.after.stance_id


def _in_trail(trail: Sequence[Stand], kind: ShiftKind) -> Iterator[Shift]:
    """Give the shifts between the days of a trail that is in order."""
    taken = [each for each in trail if _counts(each)]
    days = [list(group) for _, group in groupby(taken, key=day)]
    for earlier, later in pairwise(days):
        if shift := _between(earlier, later, kind):
            yield shift


def _counts(stand: Stand) -> bool:
    """Tell whether a stance is one that can shift: own, sure, on the scale, of a known day.

    What a later version of its article left out cannot.
    """
    sure = is_own(stand) and not stand.for_review and not stand.left_out
    return sure and stand.value.ordinal is not None and day(stand) > date.min


def _between(earlier: Sequence[Stand], later: Sequence[Stand], kind: ShiftKind) -> Shift | None:
    """Give the shift between the stances of two days, None where they overlap on the scale."""
    low, high = _ends(earlier)
    new_low, new_high = _ends(later)
    if _place(new_low) > _place(high):
        before, after = high, new_low
    elif _place(new_high) < _place(low):
        before, after = low, new_high
    else:
        return None
    same = (after.object.object_id, after.value)
    reports = tuple(each for each in later if (each.object.object_id, each.value) == same)
    return Shift(kind, after.holder, before, after, reports)


def _ends(stands: Sequence[Stand]) -> tuple[Stand, Stand]:
    """Give the stances at the two ends of the scale, of equal ones the first."""
    return min(stands, key=_place), max(stands, key=_place)


def _place(stand: Stand) -> int:
    return stand.value.ordinal or 0


def _between_versions(found: Iterable[Cell]) -> Iterator[Shift]:
    """Give the different answers of one holder to two versions of one plan, one after the other."""
    groups: dict[tuple[str, str], list[Stand]] = defaultdict(list)
    for cell in found:
        if cell.object.lineage and cell.object.version:
            groups[cell.holder, cell.object.lineage].extend(filter(_counts, cell.trail))
    for group in groups.values():
        days = groupby(sorted(group, key=order), key=day)
        for earlier, later in pairwise([list(stands) for _, stands in days]):
            if not _versions(earlier) & _versions(later):
                shift = _between(earlier, later, ShiftKind.VERSION_CHANGE)
                if shift:
                    yield shift


def _versions(stands: Iterable[Stand]) -> set[str | None]:
    return {each.object.version for each in stands}
