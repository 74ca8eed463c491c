"""Where the sides stand: each holder's stances on each object in order, and those in force.

A stance stands at the last day on which it may have been taken, as on the timeline. A later one of
the same holder on the same object supersedes it; several of one day stand side by side and are not
averaged. A refusal to answer supersedes no position: both are shown.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.record import Stance, StanceBasis, StanceObject, Stand
from onrecord.record.edtf import Bounds, first_bounds


@dataclass(frozen=True, slots=True)
class Cell:
    """One holder on one object.

    `trail` holds all stances in order. `own` are those in force that the holder took in his own
    words: only they may be shown as his position. `told` are those in force on the word of others,
    never shown without it.
    """

    holder: str
    object: StanceObject
    trail: tuple[Stand, ...]
    own: tuple[Stand, ...]
    told: tuple[Stand, ...]

    @property
    def in_force(self) -> tuple[Stand, ...]:
        """All that are in force, the holder's own first."""
        return self.own + self.told

    @property
    def mixed(self) -> bool:
        """Tell whether the holder's own stances in force take several places on the scale."""
        return len({each.value.ordinal for each in self.own} - {None}) > 1


def cells(stands: Iterable[Stand | Stance]) -> list[Cell]:
    """Give every holder's stances on every object, by the object's label and the holder."""
    return Cells().of(stands)


class Cells:
    """Makes cells, those anew of which other stances are given than the last time."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str], tuple[list[Stand], Cell]] = {}

    def of(self, stands: Iterable[Stand | Stance]) -> list[Cell]:
        """Give what `cells` gives."""
        groups: dict[tuple[str, str], list[Stand]] = defaultdict(list)
        for stand in map(outline, stands):
            groups[stand.object.object_id, stand.holder].append(stand)
        self._made = {key: self._of(key, group) for key, group in groups.items()}
        made = (cell for _, cell in self._made.values())
        return sorted(made, key=lambda it: (it.object.label, it.object.object_id, it.holder))

    def _of(self, key: tuple[str, str], group: list[Stand]) -> tuple[list[Stand], Cell]:
        known = self._made.get(key)
        if known and known[0] == group:
            return known
        return group, _cell(sorted(group, key=order))


def outline(stance: Stand | Stance) -> Stand:
    """Give the outline of a stance, which may be one already."""
    return stance if isinstance(stance, Stand) else Stand.of(stance)


def _cell(trail: Sequence[Stand]) -> Cell:
    """Give the cell of a trail."""
    own = in_force([each for each in trail if is_own(each)])
    taken = [day(each) for each in own if each.value.ordinal is not None and not each.for_review]
    since = max(taken, default=date.min)
    return Cell(trail[-1].holder, trail[-1].object, tuple(trail), own, _told(trail, since))


def _told(trail: Sequence[Stand], since: date) -> tuple[Stand, ...]:
    """Give what is in force on the word of others; the holder's own later word supersedes it.

    What one source tells supersedes only what the same source told before.
    """
    groups: dict[tuple[StanceBasis, str | None], list[Stand]] = defaultdict(list)
    for each in trail:
        if not is_own(each) and day(each) >= since:
            groups[each.basis, each.reported_by].append(each)
    found = (each for group in groups.values() for each in in_force(group))
    return tuple(sorted(found, key=order))


def is_own(stand: Stand) -> bool:
    """Tell whether the holder took it in his own words."""
    return stand.basis is StanceBasis.EXPRESSED


def in_force(trail: Sequence[Stand]) -> tuple[Stand, ...]:
    """Give the stances of one holder on one object that no later one supersedes, in order.

    What is for review supersedes nothing that is sure; it stands beside it where it is as late.
    What a later version of its article left out is in force no more.
    """
    trail = [each for each in trail if not each.left_out]
    sure = _last([each for each in trail if not each.for_review])
    since = max((day(each) for each in sure), default=date.min)
    doubtful = [each for each in trail if each.for_review and day(each) >= since]
    return tuple(sorted((*sure, *_last(doubtful)), key=order))


def _last(trail: Sequence[Stand]) -> list[Stand]:
    """Give the positions of the last day, and the refusals to give one since then."""
    positions = [each for each in trail if each.value.ordinal is not None]
    since = max(map(day, positions or trail), default=date.min)
    return [each for each in trail if day(each) >= since]


def taken_on(stand: Stand) -> Bounds:
    """Give the days between which it was taken; the day of publication stands in for no day."""
    return first_bounds(stand.as_of, stand.reported_on)


def day(stand: Stand) -> date:
    """Give the day at which it stands, the first of the calendar where nothing bounds it.

    What is of an unknown day thus supersedes nothing.
    """
    first, last = taken_on(stand)
    return last or first or date.min


def order(stand: Stand) -> tuple[date, date, str, str]:
    """Order by the last possible day, then the first, then by document and id."""
    return day(stand), taken_on(stand)[0] or date.min, stand.doc_id, stand.stance_id
