"""Rewritten drafts: a text renumbered, reordered and edited by lot, with every link known."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from onrecord.analyse.alignment import Relation
from onrecord.analyse.alignment.differences import plain, tokens
from onrecord.record import Bracketing, Point, PointKind, TextState

FEWEST = 12
"""Words of a passage that may be split, merged or edited: shorter ones leave nothing to know."""

SHARES = {"drop": 0.08, "add": 0.06, "split": 0.06, "merge": 0.06, "edit": 0.35}
"""How much of a text is rewritten in which way. Between the drafts of October and December 2015
a quarter of the passages was dropped, a tenth added, two fifths edited, one in thirty merged."""

MOST_EDITED = 0.4
"""Share of the words of an edited passage that are replaced or left out at most."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A text, its rewritten form, and what is true of them, by the ids of points.

    `links` gives the partners of every passage of the text, `relations` what became of it; those
    that are added stand in `relations`, too.
    """

    before: tuple[Point, ...]
    after: tuple[Point, ...]
    links: dict[str, set[str]]
    relations: dict[str, Relation]


def rewritten(points: Sequence[Point], seed: int) -> Rewritten:
    """Give a text and its rewritten form; the same seed gives the same."""
    kept = tuple(
        replace(point, state=TextState.UNKNOWN, option=None, bracketing=Bracketing.NONE)
        for point in points
        if plain(point.words) and point.kind is not PointKind.HEADING
    )
    return _Writer(random.Random(seed)).write(kept)


class _Writer:
    def __init__(self, lots: random.Random) -> None:
        self._lots = lots
        self._links: dict[str, set[str]] = {}
        self._relations: dict[str, Relation] = {}

    def write(self, points: tuple[Point, ...]) -> Rewritten:
        vocabulary = sorted({word for point in points for word in point.words.split()})
        parts = [list(part) for _, part in groupby(points, _part)]
        self._exchange(parts)
        after: list[Point] = []
        for part in parts:
            self._exchange(part)
            after += self._part(part, vocabulary)
        numbered = [
            replace(point, path=f"{place}", number=f"{place}.")
            for place, point in enumerate(after, start=1)
        ]
        return Rewritten(points, tuple(numbered), self._links, self._relations)

    def _exchange(self, items: list[list[Point]] | list[Point]) -> None:
        """Put one item in ten in another place."""
        for _ in range(len(items) // 10):
            item = items.pop(self._lots.randrange(len(items)))
            items.insert(self._lots.randrange(len(items) + 1), item)  # type: ignore[arg-type]

    def _part(self, points: list[Point], vocabulary: list[str]) -> Iterator[Point]:
        at = 0
        while at < len(points):
            point, following = points[at], points[at + 1 : at + 2]
            what = self._drawn(point)
            if what == "merge" and following and _is_long(following[0]):
                yield self._merged(point, following[0])
                at += 1
            else:
                yield from self._rewritten(point, what, vocabulary)
            at += 1

    def _drawn(self, point: Point) -> str | None:
        lot, names = self._lots.random(), SHARES if _is_long(point) else ("drop", "add")
        for name in names:
            lot -= SHARES[name]
            if lot < 0:
                return name
        return None

    def _rewritten(self, point: Point, what: str | None, vocabulary: list[str]) -> Iterator[Point]:
        match what:
            case "drop":
                self._tell(point, [], Relation.DROPPED)
            case "split":
                yield from self._split(point)
            case "edit":
                edited = _named(point, "e", self._edited(point.words, vocabulary))
                same = plain(edited.words) == plain(point.words)
                self._tell(point, [edited], Relation.SAME if same else Relation.CHANGED)
                yield edited
            case _:
                self._tell(point, [copy := _named(point, "c", point.words)], Relation.SAME)
                yield copy
                if what == "add":
                    drawn = self._lots.choices(vocabulary, k=self._lots.randint(8, 60))
                    added = _named(point, "n", " ".join(drawn))
                    self._relations[added.point_id] = Relation.ADDED
                    yield added

    def _merged(self, one: Point, other: Point) -> Point:
        whole = _named(one, "m", f"{one.words} {other.words}")
        for point in (one, other):
            self._tell(point, [whole], Relation.MERGED)
        return whole

    def _split(self, point: Point) -> list[Point]:
        """Give two passages; the cut lies in the middle half."""
        words = tokens(point.words)
        cut = self._lots.randint(len(words) // 3, len(words) - len(words) // 3)
        halves = ("".join(words[:cut]), "".join(words[cut:]).strip())
        made = [_named(point, f"s{i}", half) for i, half in enumerate(halves)]
        self._tell(point, made, Relation.SPLIT)
        return made

    def _edited(self, text: str, vocabulary: list[str]) -> str:
        """Replace or leave out words at random, brackets as well."""
        share = self._lots.uniform(0.02, MOST_EDITED)
        words = [
            self._lots.choice(("", self._lots.choice(vocabulary)))
            if self._lots.random() < share
            else word
            for word in text.split()
        ]
        return " ".join(filter(None, words)) or text

    def _tell(self, point: Point, became: Sequence[Point], relation: Relation) -> None:
        self._links[point.point_id] = {each.point_id for each in became}
        self._relations[point.point_id] = relation


def _part(point: Point) -> str:
    """Give the part that a point stands in, nothing where the text has no parts."""
    first, inside, _ = point.path.partition(" / ")
    return first if inside else ""


def _is_long(point: Point) -> bool:
    return len(point.words.split()) >= FEWEST


def _named(point: Point, mark: str, words: str) -> Point:
    return replace(point, point_id=f"{point.point_id}-{mark}", words=words, parent=None)
