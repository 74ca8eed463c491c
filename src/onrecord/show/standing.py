"""What a record answers about stances, put together from its outlines and then given its words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from onrecord.analyse import (
    Cell,
    Coverage,
    Gap,
    Heard,
    OutletCount,
    Period,
    Seen,
    Shift,
    cells,
    gaps,
    shifts,
)
from onrecord.analyse.coverage import published_on
from onrecord.analyse.stances import taken_on
from onrecord.record import Actor, Imprint, Provision, Stance, Stand
from onrecord.show.stance_entries import Json, gap_entry, outlet_entry, reported_entry
from onrecord.show.stance_entries import shift_entry as entry_of_shift
from onrecord.store import DocumentFilter, EntryFilter, StanceFilter, Store

AT_ONCE = 200
"""Stances whose words are fetched together."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A stance in its place: whether it is in force, as far as the record reaches."""

    stand: Stand
    in_force: bool


@dataclass(frozen=True, slots=True)
class Background:
    """What is needed to tell of stances: who is meant, where it appeared."""

    actors: Mapping[str, Actor]
    imprints: Mapping[str, Imprint]

    def name(self, actor_id: str | None) -> str:
        """Give an actor's name, or that it is not known."""
        actor = self.actors.get(actor_id or "")
        return actor.name if actor else "nobody named"

    def source(self, entry: Stand | Stance | Provision) -> str:
        """Give where and when an entry was reported: `Strand Chronicle, 2027-04-28`."""
        imprint = self.imprints.get(entry.doc_id)
        outlet = imprint.outlet if imprint else None
        return f"{outlet or 'outlet unknown'}, {entry.reported_on or 'day unknown'}"


@dataclass(frozen=True, slots=True)
class Covered:
    """The coverage of a period, and the gaps in it."""

    coverage: Coverage
    period: Period
    gaps: tuple[Gap, ...] = ()

    @property
    def undated(self) -> int:
        """The number of articles of an unknown day."""
        return self.coverage.undated

    def marked(self) -> list[tuple[OutletCount, bool]]:
        """Give the articles of each outlet, and whether the outlet is new in the period."""
        begun = {count.outlet: count.first for count in self.coverage.outlets(Period())}
        since = self.period.first
        return [
            (count, since is not None and begun[count.outlet] >= since)
            for count in self.coverage.outlets(self.period)
        ]


class Standings:
    """The answers to one question for stances.

    Holder, object, negotiation, `as_of` and `states` say of what the trails are made. Value, basis,
    days and review pick from the answer: what is in force stays in force where it is not asked for.
    """

    def __init__(self, store: Store, wanted: StanceFilter) -> None:
        self._store, self._wanted = store, wanted
        asked = ("holder", "object", "process", "as_of", "states")
        self._of_trails = StanceFilter(**{name: getattr(wanted, name) for name in asked})

    def stands(self) -> Iterator[Stand]:
        """Give the outlines of all stances that trails are made of."""
        return self._store.stands(self._of_trails)

    def cells(self) -> list[Cell]:
        """Give every holder's trail on every object."""
        return cells(self.stands())

    def rows(self, *, trail: bool = False) -> list[Standing]:
        """Give the stances in force, or with `trail` all, by object, holder and day."""
        rows = []
        for cell in self.cells():
            force = {id(stand) for stand in cell.in_force}
            stands = cell.trail if trail else cell.in_force
            rows += [Standing(stand, id(stand) in force) for stand in stands]
        return [row for row in rows if self._picked(row.stand)]

    def shifts(self, *, versions: bool = False) -> list[Shift]:
        """Give the shifts whose later stance is among those picked, with their coverage."""
        found = shifts(self.cells(), self.coverage(), versions=versions)
        return [shift for shift in found if self._picked(shift.after)]

    def coverage(self) -> Coverage:
        """Give the articles of the negotiation that had appeared by the day asked for."""
        return Coverage(self._imprints())

    def covered(self, *, gaps: bool = False) -> "Covered":
        """Give the coverage of the period; `gaps` adds who has no position on what, and why."""
        coverage = self.coverage()
        found = self._gaps(coverage) if gaps else []
        return Covered(coverage, self.period, tuple(found))

    def _gaps(self, coverage: Coverage) -> list[Gap]:
        voices = self._store.voices(EntryFilter(process=self._wanted.process))
        bodies = {a.actor_id: a.speaks_for for a in self._store.actors() if a.speaks_for}
        return gaps(self.stands(), Seen(coverage, Heard(voices, bodies), self.period))

    @property
    def period(self) -> Period:
        """The days of publication that are looked at: up to `as_of` where that is earlier."""
        ends = [day for day in (self._wanted.until, self._wanted.as_of) if day]
        return Period(self._wanted.since, min(ends, default=None))

    def background(self, stands: Iterable[Stand]) -> Background:
        """Give who is meant in these stances and where they appeared."""
        stands = list(stands)
        ids = {each.holder for each in stands}
        ids |= {each.reported_by for each in stands if each.reported_by}
        actors = self._actors(ids)
        return Background(actors, self._store.imprints_with({each.doc_id for each in stands}))

    def holders(self, rows: Iterable[Standing]) -> Background:
        """Give whose stances these rows are."""
        return Background(self._actors({row.stand.holder for row in rows}), {})

    def names_of(self, gaps: Iterable[Gap]) -> Background:
        """Give who is meant in these gaps."""
        return Background(self._actors({gap.holder for gap in gaps}), {})

    def _actors(self, ids: Iterable[str]) -> dict[str, Actor]:
        return {actor.actor_id: actor for actor in self._store.actors_with(ids)}

    def worded(self, rows: Iterable[Standing]) -> Iterator[tuple[Stance, bool]]:
        """Give the stances of these rows, and whether each is in force, fetched a few at a time.

        What another process has superseded since the rows were made is left out.
        """
        left = iter(rows)
        while some := list(islice(left, AT_ONCE)):
            full = self.words(row.stand for row in some)
            for row in some:
                if stance := full.get(row.stand.stance_id):
                    yield stance, row.in_force

    def words(self, stands: Iterable[Stand]) -> dict[str, Stance]:
        """Give the stances of these outlines by their ids."""
        found = self._store.stances_with(each.stance_id for each in stands)
        return {stance.stance_id: stance for stance in found}

    def _imprints(self) -> Iterator[Imprint]:
        """Give the imprints of the negotiation that are known by the day asked for.

        A document of an uncertain day is known when its last possible day has come.
        """
        last = self._wanted.as_of or date.max
        for imprint in self._store.imprints(DocumentFilter(process=self._wanted.process)):
            published = published_on(imprint.published_on)
            if self._wanted.as_of is None or (published and published <= last):
                yield imprint

    def _picked(self, stand: Stand) -> bool:
        """Tell whether value, basis, days and review are as asked for."""
        wanted = self._wanted
        return (
            (not wanted.values or stand.value in wanted.values)
            and (not wanted.bases or stand.basis in wanted.bases)
            and (wanted.review is None or stand.for_review is wanted.review)
            and self._in_days(stand)
        )

    def _in_days(self, stand: Stand) -> bool:
        """Tell whether it may have been taken in the days asked for; an unknown day is in none."""
        since, until = self._wanted.since, self._wanted.until
        first, last = taken_on(stand)
        if not since and not until:
            return True
        return bool(first or last) and not (
            (since and last and last < since) or (until and first and first > until)
        )


def by_names(rows: Sequence[Standing], names: Background) -> list[Standing]:
    """Give the rows by object and the holder's name, each trail in its order."""
    return sorted(rows, key=lambda row: (row.stand.object.label, names.name(row.stand.holder)))


def told(found: Iterable[Shift], words: Mapping[str, Stance]) -> list[Shift]:
    """Give the shifts of which both stances have their words; others are superseded by now."""
    return [
        shift for shift in found if {shift.before.stance_id, shift.after.stance_id} <= words.keys()
    ]


def both(found: Iterable[Shift]) -> list[Stand]:
    """Give the two stances of every shift."""
    return [stand for shift in found for stand in (shift.before, shift.after)]


def standing_entry(stance: Stance, in_force: bool, names: Background) -> Json:
    """Give a stance of the record as a JSON object, and whether it is in force."""
    entry = reported_entry(stance, names.actors, names.imprints.get(stance.doc_id))
    return {**entry, "in_force": in_force}


def shift_entry(shift: Shift, words: Mapping[str, Stance], names: Background) -> Json:
    """Give a shift as a JSON object, its two stances with their words."""
    before, after = (words[each.stance_id] for each in (shift.before, shift.after))
    return entry_of_shift(
        shift,
        reported_entry(before, names.actors, names.imprints.get(before.doc_id)),
        reported_entry(after, names.actors, names.imprints.get(after.doc_id)),
        names.actors,
    )


def coverage_entry(covered: Covered, names: Background) -> Json:
    """Give the coverage of a period as a JSON object."""
    first, last = covered.period.first, covered.period.last
    return {
        "first": first.isoformat() if first else None,
        "last": last.isoformat() if last else None,
        "outlets": [{**outlet_entry(count), "new": new} for count, new in covered.marked()],
        "undated": covered.undated,
        "gaps": [gap_entry(gap, names.actors) for gap in covered.gaps],
    }
