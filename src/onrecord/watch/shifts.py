"""News of shifts: a side's position that moved, told once whatever is reported of it later."""

from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.analyse import cells, shifts
from onrecord.analyse.shifts import Shift
from onrecord.analyse.stances import Cell, day
from onrecord.record import AlertKind
from onrecord.show.standing import Standings
from onrecord.store import StanceFilter, Store
from onrecord.watch.news import News, Quote


def shift_news(store: Store, process: str | None) -> Iterator[News]:
    """Give the shifts, each known by all stances that hold to what it led to.

    So one that another article dates a day earlier, or of a holder who is known by a fuller name
    since, is the same.
    """
    asked = Standings(store, StanceFilter(process=process))
    trails = cells(asked.stands())
    found = shifts(trails)
    stands = [stand for shift in found for stand in (shift.before, shift.after)]
    words, names = asked.words(stands), asked.background(stands)
    for shift, members in zip(found, _held(found, trails), strict=True):
        after = words.get(shift.after.stance_id)
        if after is None:
            continue
        value = f"{shift.before.value.value} → {shift.after.value.value}".replace("_", " ")
        said = " … ".join(anchor.exact for anchor in after.evidence)
        yield News(
            kind=AlertKind.SHIFT,
            title=f"{names.name(shift.holder)} on {shift.object.label}: {value}",
            quotes=(Quote(said, names.source(after)),),
            doc_id=after.doc_id,
            entry_id=after.stance_id,
            members=members,
            what=(shift.after.value,),
        )


def _held(found: Sequence[Shift], trails: Sequence[Cell]) -> list[tuple[str, ...]]:
    """Give for each shift the stances with its later value up to the next shift of its holder.

    `found` is in order of days.
    """
    of = {(cell.holder, cell.object.object_id): cell.trail for cell in trails}
    ends: dict[tuple[str, str], date] = {}
    held = []
    for shift in reversed(found):
        cell = (shift.holder, shift.object.object_id)
        begun, end = day(shift.after), ends.get(cell, date.max)
        ends[cell] = begun
        same = (
            stand.stance_id
            for stand in of[cell]
            if stand.value is shift.after.value and begun <= day(stand) < end
        )
        held.append(tuple(dict.fromkeys((shift.after.stance_id, *same))))
    return held[::-1]
