"""Gaps: where a side has no position on an object, and what the coverage says about why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from onrecord.analyse.coverage import Coverage, Period, reported_on
from onrecord.analyse.stances import Cell, cells
from onrecord.record import StanceObject, StanceValue, Stand, Voice


class Absence(StrEnum):
    """Why a side has no position of its own; computed, never stored."""

    NO_POSITION = "no_position"
    SILENT = "silent"
    NOT_REPORTED = "not_reported"
    NOT_COVERED = "not_covered"


@dataclass(frozen=True, slots=True)
class Gap:
    """A holder without a position of his own on an object in a period.

    `articles` are those of the period, `heard` those of them in which the holder speaks or declines
    to answer. `told` are the stances that only others tell of.
    """

    holder: str
    object: StanceObject
    why: Absence
    articles: int
    heard: int
    told: tuple[Stand, ...] = ()


class Heard:
    """In which documents an actor is heard, by himself or by those who speak for him.

    `bodies` gives the id of the body that an actor speaks for.
    """

    def __init__(self, voices: Iterable[Voice], bodies: Mapping[str, str]) -> None:
        self._documents: dict[str, set[str]] = defaultdict(set)
        for voice in voices:
            self._documents[voice.actor_id].add(voice.doc_id)
            if voice.actor_id in bodies:
                self._documents[bodies[voice.actor_id]].add(voice.doc_id)

    def count(self, actor_id: str, among: frozenset[str]) -> int:
        """Give in how many of these documents an actor is heard."""
        return len(self._documents.get(actor_id, set()) & among)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is looked at for gaps: the articles, who is heard in them, and the period."""

    coverage: Coverage
    heard: Heard
    period: Period


def gaps(stands: Iterable[Stand], seen: Seen) -> list[Gap]:
    """Give every holder and object without a position of the holder's own in the period.

    Holders and objects are those of the stances given, whenever they were reported. In order: by
    the object's label, then by holder.
    """
    known = list(stands)
    objects = {cell.object.object_id: cell.object for cell in cells(known)}
    holders = sorted({stand.holder for stand in known})
    in_period = [stand for stand in known if seen.period.holds(reported_on(stand))]
    taken = {(cell.object.object_id, cell.holder): cell for cell in cells(in_period)}
    documents = seen.coverage.documents(seen.period)
    heard = {holder: seen.heard.count(holder, documents) for holder in holders}
    found = []
    for object_, holder in product(objects.values(), holders):
        cell = taken.get((object_.object_id, holder))
        why = _absence(cell, len(documents), heard[holder])
        if why:
            told = cell.told if cell else ()
            found.append(Gap(holder, object_, why, len(documents), heard[holder], told))
    return found


def _absence(cell: Cell | None, articles: int, heard: int) -> Absence | None:
    """Give why there is no position of the holder's own, None where there is one."""
    if cell and any(each.value.ordinal is not None for each in cell.own):
        return None
    if cell and any(each.value is StanceValue.NO_POSITION for each in cell.in_force):
        return Absence.NO_POSITION
    if heard:
        return Absence.SILENT
    return Absence.NOT_REPORTED if articles else Absence.NOT_COVERED
