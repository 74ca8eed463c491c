"""Choosing, counting and ordering statements by their columns, as `Browsable` promises."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from onrecord.store.mapping.days import FIRST, LAST
from onrecord.store.remembering.columns import NONE, Arranged, Columns, Numbers
from onrecord.store.remembering.kept import Frame
from onrecord.store.selections import Crowd, Facet, Order, Selection

Mask = NDArray[np.bool_]
OPEN = (date.fromisoformat(FIRST).toordinal(), date.fromisoformat(LAST).toordinal())
EPOCH = date(1970, 1, 1).toordinal()
UNITS = {7: "datetime64[M]", 4: "datetime64[Y]"}
FAR = date.max.toordinal() + 1
"""Later than every day: where what has no day comes last."""


@dataclass(frozen=True)
class Desk:
    """Statements in text order with the documents that they stand in."""

    columns: Columns
    frames: Sequence[Frame]
    outlets: Sequence[str | None]
    arranged: Arranged

    def rows_of(self, name: str) -> Numbers:
        """Give a column."""
        return self.arranged.rows[name]

    def chosen(self, wanted: Selection, known: Iterable[Frame], found: Numbers | None) -> Mask:
        """Tell of each row whether it is chosen.

        `known` are the documents of the selection's day and negotiation, `found` the entries that
        have its words and speak of whom it names, None where it asks for neither.
        """
        rows, columns = self.arranged.rows, self.columns
        mask = self._in_documents(wanted, known)
        if found is not None:
            mask &= _among(rows["entry"], found)
        if wanted.review is not None:
            mask &= rows["doubtful"] == int(wanted.review)
        if wanted.since:
            mask &= rows["last"] >= wanted.since.toordinal()
        if wanted.until:
            mask &= (rows["first"] <= wanted.until.toordinal()) & (rows["first"] != NONE)
        if wanted.speakers is not None:
            mask &= np.isin(rows["actor"], columns.actors.known(wanted.speakers))
        if wanted.spoken_of is not None:
            mask &= ~np.isin(rows["actor"], columns.actors.known(wanted.spoken_of))
        if wanted.acts:
            mask &= np.isin(rows["act"], columns.acts.known(wanted.acts))
        if wanted.sourcing:
            mask &= np.isin(rows["level"], columns.levels.known(wanted.sourcing))
        return self._with_stances(wanted, mask)

    def _in_documents(self, wanted: Selection, known: Iterable[Frame]) -> Mask:
        """Tell of each row whether its document is of the day, the negotiation and the outlets."""
        if wanted.as_of is None and wanted.process is None and not wanted.outlets:
            return np.ones(len(self.arranged), np.bool_)
        ids = {frame.doc_id for frame in known}
        outlets = set(wanted.outlets)
        kept = (
            frame.doc_id in ids and (not outlets or (outlet or "") in outlets)
            for frame, outlet in zip(self.frames, self.outlets, strict=True)
        )
        return np.fromiter(kept, np.bool_, len(self.frames))[self.rows_of("frame")]

    def _with_stances(self, wanted: Selection, mask: Mask) -> Mask:
        """Leave only what a stance of the wanted kind was read from."""
        if not wanted.values and not wanted.objects:
            return mask
        pairs, columns = self.arranged.pairs, self.columns
        fits = np.ones(len(pairs["row"]), np.bool_)
        if wanted.values:
            fits &= np.isin(pairs["value"], columns.values.known(wanted.values))
        if wanted.objects:
            fits &= np.isin(pairs["object"], columns.objects.known(wanted.objects))
        has = np.zeros(len(mask), np.bool_)
        has[pairs["row"][fits]] = True
        return mask & has

    def ordered(self, wanted: Selection, mask: Mask) -> Numbers:
        """Give the entries of the chosen rows in the order of the selection, its page of them."""
        rows = np.flatnonzero(mask)
        for key in reversed(self._keys(wanted)):
            rows = rows[np.argsort(key[rows], kind="stable")]
        end = None if wanted.limit is None else wanted.offset + wanted.limit
        return self.rows_of("entry")[rows[wanted.offset : end]]

    def _keys(self, wanted: Selection) -> list[Numbers]:
        """Give what a selection is ordered by before the order of the text."""
        first, last, level = (self.rows_of(name) for name in ("first", "last", "level"))
        match wanted.order:
            case Order.SAID_DOWN:
                return [-last, -first]
            case Order.SAID:
                return [np.where(last == NONE, FAR, last), first]
            case Order.PUBLISHED_DOWN:
                days = (frame.published_max or "" for frame in self.frames)
                return [-_ranks(list(days))[self.rows_of("frame")]]
            case Order.PUBLISHED:
                return []
            case Order.SOURCING:
                return [_ranks(self.columns.levels.texts)[level], -last]
            case Order.SOURCING_DOWN:
                return [-_ranks(self.columns.levels.texts)[level], -last]
            case Order.SPEAKER:
                return [self._names(wanted.names, 1), -last]
            case Order.SPEAKER_DOWN:
                return [self._names(wanted.names, -1), -last]

    def _names(self, names: Sequence[str], sign: int) -> Numbers:
        """Give the place of each row's speaker among names; nobody known comes last."""
        ranks = self.columns.ranked(names)
        far = len(names) + 1
        return np.where(ranks == NONE, far, sign * ranks)[self.rows_of("actor")]

    def counts(self, facet: Facet, mask: Mask) -> dict[str, int]:
        """Give how many chosen statements there are of each value of a facet."""
        columns = self.columns
        if facet in {Facet.STANCE, Facet.OBJECT}:
            name = "value" if facet is Facet.STANCE else "object"
            terms = columns.values if facet is Facet.STANCE else columns.objects
            pairs = self.arranged.pairs
            mine = mask[pairs["row"]]
            once = np.unique(np.stack((pairs["row"][mine], pairs[name][mine])), axis=1)
            return _counted(once[1], terms.text)
        if facet is Facet.OUTLET:
            return self._by_outlet(mask)
        name, terms = {
            Facet.SPEAKER: ("actor", columns.actors),
            Facet.ACT: ("act", columns.acts),
            Facet.SOURCING: ("level", columns.levels),
        }[facet]
        return _counted(self.rows_of(name)[mask], terms.text)

    def _by_outlet(self, mask: Mask) -> dict[str, int]:
        found: dict[str, int] = {}
        counts = np.bincount(self.rows_of("frame")[mask], minlength=len(self.frames))
        for outlet, count in zip(self.outlets, counts.tolist(), strict=True):
            if count:
                found[outlet or ""] = found.get(outlet or "", 0) + count
        return found

    def by_outlet_and_level(self, mask: Mask) -> dict[tuple[str, str | None], int]:
        """Give how many chosen statements each outlet has at each level."""
        levels = self.columns.levels
        pairs = self.rows_of("frame")[mask] * (len(levels) + 1) + self.rows_of("level")[mask]
        found: dict[tuple[str, str | None], int] = {}
        numbers, counts = np.unique(pairs, return_counts=True)
        for number, count in zip(numbers.tolist(), counts.tolist(), strict=True):
            frame, level = divmod(number, len(levels) + 1)
            key = (levels.texts[level], self.outlets[frame])
            found[key] = found.get(key, 0) + count
        return dict(sorted(found.items(), key=lambda it: (it[0][0], it[0][1] or "")))

    def crowds(self, mask: Mask, unit: int | None) -> list[Crowd]:
        """Give how many chosen statements each actor made between the same two days."""
        mask = mask & (self.rows_of("last") != NONE)
        actor, first, last = (self.rows_of(name)[mask] for name in ("actor", "first", "last"))
        rank = np.append(_ranks(self.columns.actors.texts), NONE)[actor]
        keys = np.stack((_cut(last, unit), _cut(first, unit), rank))
        order = np.lexsort(keys[::-1])
        keys = keys[:, order]
        if not keys.shape[1]:
            return []
        starts = np.flatnonzero(np.any(np.diff(keys, axis=1, prepend=FAR), axis=0))
        ends = np.append(starts[1:], keys.shape[1])
        begins = np.minimum.reduceat(first[order], starts)
        closes = np.maximum.reduceat(last[order], starts)
        return [
            Crowd(self.columns.actors.text(who), _day(begin), _day(close), count)
            for who, begin, close, count in zip(
                actor[order][starts].tolist(),
                begins.tolist(),
                closes.tolist(),
                (ends - starts).tolist(),
                strict=True,
            )
        ]


def _among(keys: Numbers, found: Numbers) -> Mask:
    """Tell which keys are among some; they are dense, so that a mark for each is quick."""
    marks = np.zeros(max(keys.max(initial=0), found.max(initial=0)) + 1, np.bool_)
    marks[found] = True
    return marks[keys]


def _counted(numbers: Numbers, text: Callable[[int], str | None]) -> dict[str, int]:
    """Give how often each text is there."""
    found = np.unique(numbers, return_counts=True)
    pairs = zip(*(part.tolist() for part in found), strict=True)
    return {text(number) or "": count for number, count in pairs}


def _ranks(texts: Sequence[str]) -> Numbers:
    """Give the place of each text among all in order, equal ones the same."""
    places = {text: place for place, text in enumerate(sorted(set(texts)))}
    return np.array([places[text] for text in texts], np.int64)


def _cut(days: Numbers, unit: int | None) -> Numbers:
    """Give a number for the day, the month or the year of each day; open ends stay open."""
    if unit is None:
        return days
    kind = UNITS[unit]
    cut = (days - EPOCH).astype("datetime64[D]").astype(kind).astype("datetime64[D]")
    whole = cut.astype(np.int64) + EPOCH
    return np.where(np.isin(days, OPEN), 2 * days + 1, 2 * whole)


def _day(number: int) -> date | None:
    return None if number in OPEN else date.fromordinal(number)
