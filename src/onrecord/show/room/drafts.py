"""Texts of plans in the reading room: one with what is said of each point, two side by side."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.analyse.alignment import Alignment, Change, Piece, Relation, Row, align, sides
from onrecord.analyse.proposals import Proposal, Version
from onrecord.record import PlanText, Point, PointKind
from onrecord.show.comparison import notes_on
from onrecord.show.room.matters import Matter, Points
from onrecord.show.room.plans import shelves
from onrecord.show.room.room import Room

SIGNS = {
    Relation.SAME: "=",
    Relation.MOVED: "↕",
    Relation.CHANGED: "≠",
    Relation.MERGED: "→1",
    Relation.SPLIT: "1→",
    Relation.ADDED: "+",
    Relation.DROPPED: "−",
}
"""A sign for what became of a passage, which works without colour."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a text: how deep it stands, and the matter of the coverage that it is about."""

    point: Point
    depth: int
    matter: Matter | None = None


def passages(text: PlanText, coverage: Points | None, version: str) -> tuple[Passage, ...]:
    """Give the passages of a text, each matter of the coverage at the one that it is about.

    That is the passage with the number that articles give the matter in this version, else the
    first of its category that no other matter has.
    """
    depths: dict[str, int] = {}
    for point in text.points:
        depths[point.point_id] = depths.get(point.parent or "", -1) + 1
    told = _matters(text.points, coverage.matters if coverage else (), version)
    return tuple(Passage(p, depths[p.point_id], told.get(p.point_id)) for p in text.points)


def _matters(found: Sequence[Point], matters: Sequence[Matter], version: str) -> dict[str, Matter]:
    """Give the matter of each passage that has one, by the passage's id."""
    told: dict[str, Matter] = {}
    for matter in matters:
        own = next((p for p in found if p.point_id not in told and _is(p, matter, version)), None)
        if own:
            told[own.point_id] = matter
    taken = {matter.key for matter in told.values()}
    for matter in matters:
        fits = (
            p
            for p in found
            if p.category == matter.key
            and p.point_id not in told
            and p.kind is not PointKind.HEADING
        )
        if matter.key not in taken and (own := next(fits, None)):
            told[own.point_id] = matter
    return told


def _is(point: Point, matter: Matter, version: str) -> bool:
    """Tell whether a passage has the number that articles give a matter in this version."""
    if point.kind is not PointKind.POINT or point.parent is not None or not point.number:
        return False
    numbers = {w.first.number for w in matter.wordings.get(version, ())} - {None}
    own = point.number.strip(".() ")
    return own.isdecimal() and len(own) < 5 and int(own) in numbers


def without_passage(found: Iterable[Passage], coverage: Points, version: str) -> list[Matter]:
    """Give what the coverage says of a version that no passage of the text was found for."""
    told = {each.matter.key for each in found if each.matter}
    return [m for m in coverage.matters if m.wordings.get(version) and m.key not in told]


@dataclass(frozen=True, slots=True)
class Part:
    """A passage of one side of a comparison, in stretches that the other side has or has not."""

    point: Point
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a comparison: what became of it, and both sides in their own words."""

    row: Row
    left: tuple[Part, ...]
    right: tuple[Part, ...]

    @property
    def sign(self) -> str:
        """The sign of what became of it; `3→1` where several became one."""
        if self.row.relation in {Relation.MERGED, Relation.SPLIT}:
            return f"{len(self.left)}→{len(self.right)}"
        return SIGNS[self.row.relation]

    @property
    def notes(self) -> list[str]:
        """What became of its place and its brackets."""
        return notes_on(self.row)


def aligned(room: Room, left: PlanText, right: PlanText) -> Alignment:
    """Give two texts side by side."""
    key = ("alignment", left.text_id, right.text_id)
    return room.keep(key, lambda: align(left.points, right.points))


def line(row: Row) -> Line:
    """Give a row with both sides in their own words."""
    if not row.left or not row.right:
        change = Change.OUT if row.left else Change.IN
        return Line(row, *(_whole(side, change) for side in (row.left, row.right)))
    if row.same_marks:
        return Line(row, *(_whole(side, Change.SAME) for side in (row.left, row.right)))
    ours, theirs = sides(row.left_words, row.right_words)
    return Line(row, tuple(_parts(row.left, ours)), tuple(_parts(row.right, theirs)))


def _whole(points: Iterable[Point], change: Change) -> tuple[Part, ...]:
    return tuple(Part(point, (Piece(change, point.words),)) for point in points)


def _parts(points: Sequence[Point], pieces: Iterable[Piece]) -> Iterator[Part]:
    """Give the stretches of joined passages back to the passage that each stands in."""
    left = list(pieces)[::-1]
    for point in points:
        own: list[Piece] = []
        room = len(point.words)
        while left and room > 0:
            change, words = left.pop()
            own.append(Piece(change, words[:room]))
            if len(words) > room:
                left.append(Piece(change, words[room:].removeprefix(" ")))
            room -= len(words)
        if left and room == 0:
            change, words = left.pop()
            left.append(Piece(change, words.removeprefix(" ")))
        yield Part(point, tuple(_tidied(own)))


def _tidied(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Give the pieces so that the blank space before a change is no part of it."""
    for change, words in pieces:
        bare = words.lstrip() if change is not Change.SAME else words
        if len(bare) < len(words):
            yield Piece(Change.SAME, words[: len(words) - len(bare)])
        if bare:
            yield Piece(change, bare)


def pair(texts: Sequence[PlanText], beside: PlanText | None = None) -> tuple[PlanText, ...]:
    """Give two texts that are worth comparing: the last two of one plan, else the first two."""
    if beside is not None:
        others = [text for text in texts if text.text_id != beside.text_id]
        own = [t for t in others if t.label.plan.casefold() == beside.label.plan.casefold()]
        return (beside, *(own or others)[:1])
    for _, group in shelves(texts):
        if len(group) > 1:
            return tuple(group[-2:])
    return tuple(texts[:2])


def only_one(found: Sequence[tuple[Proposal, Version]]) -> tuple[Proposal, Version] | None:
    """Give the one version that goes by a text's name, None where several or none do."""
    return found[0] if len(found) == 1 else None
