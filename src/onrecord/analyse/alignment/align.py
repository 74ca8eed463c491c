"""Aligning: links by words first, then by place, then passages that were merged or split.

Numbers play no part: a renumbered text aligns as well as one that kept its numbers.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from onrecord.analyse.alignment.assignment import assigned, in_order
from onrecord.analyse.alignment.differences import wording
from onrecord.analyse.alignment.parts import Links, parts, turned
from onrecord.analyse.alignment.rows import Relation, Row
from onrecord.analyse.alignment.terms import Common, Matrix
from onrecord.record import Point, PointKind

SURE = 0.5
"""Similarity from which words alone link two passages, so that places can be told by them."""
LEAST = 0.35
"""Score below which two passages are not linked."""
ALIKE = 0.20
"""Similarity below which no place makes up for other words."""
NEAR = 8.0
"""Passages around the place where one is expected within which nearness counts."""
PLACE, HEADING = 0.4, 0.4
"""By how much of it the place, and the heading above, may raise a score: they never outdo words."""
MOST = 24
"""Candidates of one passage."""


@dataclass(frozen=True)
class Alignment:
    """Two texts side by side: rows in the order of the right text, what is dropped in its place."""

    rows: tuple[Row, ...]

    def count(self) -> dict[Relation, int]:
        """Give how many rows there are of each relation."""
        counts = Counter(row.relation for row in self.rows)
        return {relation: counts[relation] for relation in Relation}

    @property
    def renumbered(self) -> tuple[Row, ...]:
        """The rows whose label changed."""
        return tuple(row for row in self.rows if row.renumbered)


class Side(NamedTuple):
    """The passages of one text that have words, the id of the heading above each, its labels."""

    points: list[Point]
    heads: list[str | None]
    labels: list[tuple[str, ...]]

    @property
    def words(self) -> list[str]:
        """The words that they are compared by; labels play no part."""
        return [point.words for point in self.points]


def align(left: Sequence[Point], right: Sequence[Point]) -> Alignment:
    """Align the passages of two texts by their words and their order, whatever their numbers."""
    one, other = _side(left), _side(right)
    common = Common(one.words, other.words)
    first = _linked(common.similarity, SURE)
    links = _linked(_scores(common.similarity, (one, other), first), LEAST)
    joined: Links = {i: {j} for i, j in links.items()}
    merged = parts(common, (one.words, other.words), joined)
    split = parts(common.mirrored(), (other.words, one.words), turned(joined))
    for i, partners in (*merged.items(), *turned(split).items()):
        joined.setdefault(i, set()).update(partners)
    moved = _moved(links, one, other)
    return Alignment(tuple(_rows((one, other), joined, (common.similarity, moved))))


def _side(points: Sequence[Point]) -> Side:
    """Give the passages that have words; a label alone is only the place of others."""
    by_id = {point.point_id: point for point in points}
    kept = [point for point in points if wording(point.words)]
    above = [list(_above(point, by_id)) for point in kept]
    heads = [next((p.point_id for p in up if p.kind is PointKind.HEADING), None) for up in above]
    labels = [_labels(point, up) for point, up in zip(kept, above, strict=True)]
    return Side(kept, heads, labels)


def _above(point: Point, by_id: Mapping[str, Point]) -> Iterator[Point]:
    """Give what a passage stands in, from the nearest on."""
    while point.parent is not None and point.parent in by_id:
        point = by_id[point.parent]
        yield point


def _labels(point: Point, above: Sequence[Point]) -> tuple[str, ...]:
    """Give what a passage is called by: its label, and those above that count with it.

    Sections (`II. Money`) do not, for points are mostly numbered through them.
    """
    if point.number is None:
        return ()
    counted = (
        p.number for p in above if p.number and (p.kind != PointKind.HEADING or " " in p.number)
    )
    return (point.number, *counted)


def _linked(scores: Matrix, least: float) -> dict[int, int]:
    """Give the best links whose scores reach the least."""
    candidates = []
    for row in scores:
        best = np.argsort(-row, kind="stable")[:MOST]
        candidates.append({int(j): float(row[j]) for j in best if row[j] >= least})
    return assigned(candidates, least)


def _scores(similarity: Matrix, sides: tuple[Side, Side], sure: Mapping[int, int]) -> Matrix:
    """Give how well each two passages fit: alike, near where expected, under the same heading."""
    left, right = sides
    expected = _expected(sure, len(left.points))
    places = np.arange(len(right.points), dtype=np.float32)
    near = np.maximum(0, 1 - np.abs(places[None, :] - expected[:, None]) / NEAR)
    same = np.zeros_like(similarity)
    for head, above in _heads(sure, sides).items():
        rows = [i for i, own in enumerate(left.heads) if own == head]
        same[np.ix_(rows, [j for j, own in enumerate(right.heads) if own == above])] = 1
    scores = similarity * (1 + PLACE * near.astype(np.float32) + HEADING * same)
    return np.where(similarity >= ALIKE, scores, 0).astype(np.float32)


def _heads(links: Mapping[int, int], sides: tuple[Side, Side]) -> dict[str | None, str | None]:
    """Give the headings that stand above most of the same passages."""
    votes: dict[str | None, Counter[str | None]] = defaultdict(Counter)
    for i, j in sorted(links.items()):
        votes[sides[0].heads[i]][sides[1].heads[j]] += 1
    return {head: of.most_common(1)[0][0] for head, of in votes.items()}


def _expected(sure: Mapping[int, int], length: int) -> Matrix:
    """Give where each passage of the left is expected in the right, between those that are sure."""
    left = sorted(sure)
    order = in_order([sure[i] for i in left])
    known = [i for place, i in enumerate(left) if place in order]
    if not known:
        return np.arange(length, dtype=np.float32)
    found = np.interp(np.arange(length), known, [sure[i] for i in known])
    return found.astype(np.float32)


def _moved(links: Mapping[int, int], one: Side, other: Side) -> set[int]:
    """Give the passages of the left that stand in another order, or under another heading.

    A heading that was parted, or put in, moves nothing.
    """
    left = sorted(links)
    order = in_order([links[i] for i in left])
    there = _heads(links, (one, other))
    back = _heads({j: i for i, j in links.items()}, (other, one))
    pairs = [(i, one.heads[i], other.heads[links[i]]) for i in left]
    strayed = {i for i, own, new in pairs if there[own] != new and back[new] != own}
    return strayed | {i for place, i in enumerate(left) if place not in order}


def _rows(sides: tuple[Side, Side], links: Links, told: tuple[Matrix, set[int]]) -> Iterator[Row]:
    """Give the rows: groups of linked passages in the order of the right, then what has none."""
    (one, other), (similarity, moved) = sides, told
    groups = _groups(links)
    of_left = {i: group for group in groups for i in group[0]}
    of_right = {j: group for group in groups for j in group[1]}
    dropped = _dropped(len(one.points), of_left)
    yield from (Row((one.points[i],), ()) for i in dropped.get(None, ()))
    done: set[int] = set()
    for j, point in enumerate(other.points):
        group = of_right.get(j)
        if group is None:
            yield Row((), (point,))
            continue
        if id(group) in done:
            continue
        done.add(id(group))
        left, right = group
        single = len(left) == len(right) == 1
        yield Row(
            tuple(one.points[i] for i in left),
            tuple(other.points[k] for k in right),
            any(i in moved for i in left),
            single and one.labels[left[0]] != other.labels[right[0]],
            round(float(max(similarity[i, k] for i in left for k in right)), 4),
        )
        yield from (Row((one.points[i],), ()) for last in left for i in dropped.get(last, ()))


Group = tuple[tuple[int, ...], tuple[int, ...]]


def _groups(links: Links) -> list[Group]:
    """Give the places that links join, left and right."""
    back = turned(links)
    seen: set[int] = set()
    found: list[Group] = []
    for start in sorted(links):
        if start in seen:
            continue
        left, right, waiting = {start}, set[int](), [start]
        while waiting:
            i = waiting.pop()
            for j in links.get(i, ()):
                right.add(j)
                waiting.extend(back[j] - left)
                left |= back[j]
        seen |= left
        found.append((tuple(sorted(left)), tuple(sorted(right))))
    return found


def _dropped(length: int, linked: Mapping[int, Group]) -> dict[int | None, list[int]]:
    """Give the places of the left without link by the last place before them that has one."""
    found: dict[int | None, list[int]] = defaultdict(list)
    last: int | None = None
    for i in range(length):
        if i in linked:
            last = i
        else:
            found[last].append(i)
    return found
