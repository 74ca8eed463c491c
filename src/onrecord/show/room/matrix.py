"""The matrix of stances: holders by points or by categories, as the coverage had it on a day."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from onrecord.analyse import Cell, Cells
from onrecord.analyse.stances import day, is_own
from onrecord.extract.words import word_list
from onrecord.record import ObjectKind, StanceObject, Stand
from onrecord.show.room.people import People
from onrecord.show.room.sides import Side

CODEBOOKS = ("peace", "trade", "climate")
OTHER = "Other matters"
WHOLE = {
    ObjectKind.PROPOSAL: "Plans as a whole",
    ObjectKind.PROCESS: "The talks",
    ObjectKind.MEETING: "Meetings",
    ObjectKind.ISSUE: "Other issues",
    ObjectKind.PROVISION: "Other points",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A holder: its identity's id, its name and its side."""

    holder: str
    name: str
    side: Side
    stances: int


@dataclass(frozen=True, slots=True)
class Row:
    """What stances are about, and the cell of each holder that has one."""

    object_id: str
    label: str
    note: str
    cells: dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together: the points of one version, or one kind of matter."""

    title: str
    note: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Matrix:
    """The matrix; `left_out` holders with fewer stances are not shown."""

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    left_out: int
    stances: int

    @property
    def sides(self) -> list[tuple[Side, int]]:
        """The sides in the order of the columns, and how many columns each has."""
        counted: dict[Side, int] = {}
        for column in self.columns:
            counted[column.side] = counted.get(column.side, 0) + 1
        return list(counted.items())

    def cell(self, holder: str, object_id: str) -> Cell | None:
        """Give the cell of a holder on an object."""
        for group in self.groups:
            for row in group.rows:
                if row.object_id == object_id:
                    return row.cells.get(holder)
        return None


@dataclass(frozen=True, slots=True)
class Cut:
    """How much of the matrix is shown: points or categories, of how many holders."""

    categories: bool
    most: int


def matrix(stands: Iterable[Stand], people: People, cut: Cut, cells: Cells) -> Matrix:
    """Give the matrix of these stances with the holders that have most of them.

    `cells` makes the cells: it knows those of the last time that it was asked.
    """
    most, categories = cut.most, cut.categories
    known = [_under(people.kept(stand.holder), stand) for stand in stands]
    if categories:
        known = [replace(stand, object=category(stand.object)) for stand in known]
    found = cells.of(known)
    columns, left_out = _columns(found, people, most)
    shown = {column.holder for column in columns}
    kept = [cell for cell in found if cell.holder in shown]
    groups = _groups(kept, by_category=categories)
    return Matrix(columns, groups, left_out, len(known))


def _under(holder: str, stand: Stand) -> Stand:
    return stand if stand.holder == holder else replace(stand, holder=holder)


def _columns(found: Sequence[Cell], people: People, most: int) -> tuple[tuple[Column, ...], int]:
    """Give the columns by side, the side with most stances first; sides not known come last."""
    counts: Counter[str] = Counter()
    for cell in found:
        counts[cell.holder] += len(cell.trail)
    ranked = sorted(counts, key=lambda holder: (-counts[holder], people.name(holder)))
    columns = [
        Column(holder, people.name(holder), people.side(holder), counts[holder])
        for holder in ranked[:most]
    ]
    weight: Counter[Side] = Counter()
    for column in columns:
        weight[column.side] += column.stances
    columns.sort(
        key=lambda c: (not c.side.key, -weight[c.side], c.side, -c.stances, c.name.casefold())
    )
    return tuple(columns), max(0, len(ranked) - most)


def _groups(found: Sequence[Cell], *, by_category: bool) -> tuple[Group, ...]:
    rows: dict[str, dict[str, Cell]] = {}
    about: dict[str, StanceObject] = {}
    for cell in found:
        rows.setdefault(cell.object.object_id, {})[cell.holder] = cell
        about[cell.object.object_id] = cell.object
    grouped: dict[tuple[int, str, str], list[Row]] = {}
    whole = {o.lineage: o.label for o in about.values() if o.kind is ObjectKind.PROPOSAL}
    for object_id, of_holders in rows.items():
        object_ = about[object_id]
        key = (0, *_kind(object_)) if by_category else _place(object_, whole)
        label, note = _labels(object_, by_category=by_category)
        grouped.setdefault(key, []).append(Row(object_id, label, note, of_holders))
    return tuple(
        Group(title, note, tuple(sorted(members, key=_order)))
        for (_, title, note), members in sorted(grouped.items(), key=_weight)
    )


def _weight(pair: tuple[tuple[int, str, str], list[Row]]) -> tuple[int, int, str]:
    """Order groups: plans first, then other matters; of each what is most spoken of first."""
    (kind, title, note), rows = pair
    spoken = sum(len(cell.trail) for row in rows for cell in row.cells.values())
    return kind, -spoken, title + note


def _order(row: Row) -> tuple[bool, int, str]:
    spoken = sum(len(cell.trail) for cell in row.cells.values())
    return row.label != "As a whole", -spoken, row.label


def _place(object_: StanceObject, whole: dict[str | None, str]) -> tuple[int, str, str]:
    """Give the group of an object: its plan and version, or that it is no point of a plan."""
    if object_.kind in {ObjectKind.PROPOSAL, ObjectKind.PROVISION} and object_.lineage:
        plan = whole.get(object_.lineage) or object_.label.rpartition(", ")[2] or object_.label
        name = plan.partition(" (")[0]
        return 0, _capital(name), object_.version or "version not stated"
    return 1, OTHER, ""


def _kind(object_: StanceObject) -> tuple[str, str]:
    return (_capital(group_name(object_.category)) if object_.category else OTHER), ""


def _labels(object_: StanceObject, *, by_category: bool) -> tuple[str, str]:
    """Give what a row is called, and what stands under it."""
    if by_category or object_.kind not in {ObjectKind.PROPOSAL, ObjectKind.PROVISION}:
        return _capital(object_.label), ""
    if object_.kind is ObjectKind.PROPOSAL:
        return "As a whole", ""
    return _capital(object_.label.rpartition(", ")[0] or object_.label), ""


def category(object_: StanceObject) -> StanceObject:
    """Give the category that an object belongs to, as an object of its own."""
    if object_.category:
        label = leaves().get(object_.category, object_.label)
        return StanceObject(object_.category, ObjectKind.ISSUE, label, category=object_.category)
    return StanceObject(f"kind-{object_.kind}", object_.kind, WHOLE[object_.kind])


@cache
def leaves() -> dict[str, str]:
    """Give the meaning of each category of the codebooks."""
    return {
        row["code"]: row["label"]
        for name in CODEBOOKS
        for row in word_list(f"codebooks/{name}")["leaves"]
    }


def group_name(code: str | None) -> str:
    """Give what a group of categories is called, by the codes of the codebooks."""
    return group_names().get((code or "").partition(".")[0], OTHER)


@cache
def group_names() -> dict[str, str]:
    """Give what groups of categories are called, by the first letters of their codes, in order."""
    table = tomllib.loads((files(__package__ or "") / "groups.toml").read_text("utf-8"))
    names: dict[str, str] = table["groups"]
    return names


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def lately(cell: Cell) -> tuple[Stand, ...]:
    """Give the trail of a cell, the latest first, the holder's own before what others tell."""
    return tuple(sorted(cell.trail, key=lambda each: (day(each), is_own(each)), reverse=True))
