"""The sections of a brief about stances: where the sides stand, and what shifted."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from onrecord.analyse import Cell, Coverage, Shift, cells, shifts
from onrecord.record import Actor, Document, Stance, Stand
from onrecord.show.plain import markdown
from onrecord.show.reviews import vouched
from onrecord.show.stance_tables import NEW_OUTLET, counts, days
from onrecord.show.words import BASES, DIRECTIONS, STANCES


class StanceLines:
    """Writes lines about stances, each with the article that it was read from.

    Only what a side said in its own words stands as its position; what is told of it follows under
    the name of who tells it.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        actors: Mapping[str, Actor],
        cited: Callable[[str], str],
    ) -> None:
        self._actors, self._cited = actors, cited
        self._texts = {document.doc_id: document.clean_text for document in documents}
        self._coverage = Coverage(document.imprint for document in documents)
        self._words: dict[str, Stance] = {}

    def sections(self, stances: Iterable[Stance]) -> Iterator[str]:
        """Give the sections of these stances, nothing where there are none."""
        self._words = {stance.stance_id: stance for stance in stances}
        found = sorted(cells(self._words.values()), key=self._by_name)
        if found:
            yield from ["", "## Where the sides stand"]
            yield from self._standing(found)
        moved = shifts(found, self._coverage)
        if moved:
            yield from ["", "## What shifted", ""]
            yield from (self._shift(shift) for shift in moved)

    def _by_name(self, cell: Cell) -> tuple[str, str]:
        return cell.object.label, self._name(cell.holder)

    def _standing(self, found: Sequence[Cell]) -> Iterator[str]:
        last = ""
        for cell in found:
            if cell.object.object_id != last:
                yield from ["", f"### {markdown(cell.object.label)}", ""]
                last = cell.object.object_id
            yield from (self._line(stand) for stand in cell.own)
            yield from (self._line(stand, self._whose(stand)) for stand in cell.told)

    def _line(self, stand: Stand, whose: str = "") -> str:
        name = markdown(self._name(stand.holder))
        day = stand.as_of or "on a day not stated"
        told = f", {whose}" if whose else ""
        return f"- {day}: **{name}** {STANCES[stand.value]}{told}: {self._proof(stand)}"

    def _whose(self, stand: Stand) -> str:
        """Give on whose word it is."""
        by = f" from {markdown(self._name(stand.reported_by))}" if stand.reported_by else ""
        return f"not in its own words ({BASES[stand.basis]}{by})"

    def _proof(self, stand: Stand) -> str:
        """Give the words, the id and the article of a stance."""
        stance = self._words[stand.stance_id]
        text = self._texts[stance.doc_id]
        parts = (text[a.clean_start : a.clean_end] for a in stance.evidence)
        words = markdown(" … ".join(parts))
        return (
            f"{words} ({stance.stance_id}{vouched(stance.provenance)}) {self._cited(stance.doc_id)}"
        )

    def _shift(self, shift: Shift) -> str:
        name, label = markdown(self._name(shift.holder)), markdown(shift.object.label)
        before, after = (
            f"{stand.as_of or 'on a day not stated'} {STANCES[stand.value]}: {self._proof(stand)}"
            for stand in (shift.before, shift.after)
        )
        sure = "" if shift.order_is_sure else "The text leaves open which came first. "
        return (
            f"- **{name}** on {label}, {DIRECTIONS[shift.direction]}. "
            f"{sure}{self._behind(shift)}{before}; {after}"
        )

    def _behind(self, shift: Shift) -> str:
        if shift.behind is None:
            return ""
        new = f"{NEW_OUTLET}. " if shift.behind.new_outlet else ""
        found = markdown(counts(shift.behind.in_period))
        return f"Articles {days(shift.behind.period)}: {found}. {new}"

    def _name(self, actor_id: str | None) -> str:
        actor = self._actors.get(actor_id or "")
        return actor.name if actor else "nobody named"
