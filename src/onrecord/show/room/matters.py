"""What is told of the points of a plan: matters with their wordings, who stands where on them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from onrecord.record import Provision, Stance, Statement, identify
from onrecord.show.room.sides import Side

ARTICLES, STANCES = 5, 4
"""Reports of a wording, and stances of a holder on a version, that a page shows."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a point in one version, and every article that has it so."""

    provisions: tuple[Provision, ...]
    amounts: tuple[str, ...]

    @property
    def first(self) -> Provision:
        """The first report."""
        return self.provisions[0]


@dataclass(frozen=True, slots=True)
class Held:
    """A stance on a point: with its words, on which version, and whether it is in force."""

    stance: Stance
    holder: str
    version: str
    in_force: bool


class Shown(NamedTuple):
    """Who said what about a point: what stands open, some of the rest, how much that is in all.

    `left` is the number of further stances and that of further statements.
    """

    first: tuple[Held, ...]
    remarks: tuple[tuple[Statement, str], ...]
    stances: tuple[Held, ...]
    statements: tuple[tuple[Statement, str], ...]
    left: tuple[int, int]


@dataclass(frozen=True)
class Matter:
    """One point of a plan: by version id its wordings; the stances on it; what else is said."""

    key: str
    label: str
    group: str
    wordings: Mapping[str, tuple[Wording, ...]]
    stances: tuple[Held, ...]
    statements: tuple[tuple[Statement, str], ...]

    @property
    def anchor(self) -> str:
        """The id of its place in a page."""
        return identify("m", self.key)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that articles give it."""
        found = (w.first.number for of in self.wordings.values() for w in of)
        return tuple(sorted({number for number in found if number is not None}))

    def shown(self, version: str | None, count: int, further: int) -> "Shown":
        """Give what stands open, `count` stances in force or a statement, and so much of the rest.

        With a `version` what stands open is about that one, or leaves it open.
        """
        near = {version, ""}
        here = (
            held for held in self.stances if held.in_force and (not version or held.version in near)
        )
        first = tuple(islice(here, count))
        own = (it for it in self.statements if not version or it[1] in near)
        remarks = () if first else tuple(islice(own, 1))
        open_ = {id(each) for each in (*first, *remarks)}
        return Shown(
            first,
            remarks,
            tuple(islice((it for it in self.stances if id(it) not in open_), further)),
            tuple(islice((it for it in self.statements if id(it) not in open_), further)),
            (len(self.stances) - len(first), len(self.statements) - len(remarks)),
        )

    def told_in(self, versions: Iterable[str]) -> bool:
        """Tell whether each of these versions is told to say something of it."""
        return all(self.wordings.get(version) for version in versions)


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody's stances in force on a plan as a whole, by version id."""

    holder: str
    side: Side
    stances: Mapping[str, tuple[Stance, ...]]


@dataclass(frozen=True)
class Points:
    """Everything that is told of the points of a plan, and where the sides stand on it."""

    matters: tuple[Matter, ...]
    holders: tuple[Holder, ...]

    @property
    def provisions(self) -> Iterator[Provision]:
        """All provisions."""
        for matter in self.matters:
            for wordings in matter.wordings.values():
                for wording in wordings:
                    yield from wording.provisions

    @property
    def on_the_whole(self) -> Iterator[Stance]:
        """The stances on the plan as a whole."""
        for holder in self.holders:
            for of in holder.stances.values():
                yield from of

    @property
    def on_points(self) -> Iterator[Stance]:
        """The stances on points."""
        yield from (held.stance for matter in self.matters for held in matter.stances)

    def statements(self) -> Iterator[Statement]:
        """All statements about points that no stance was read from."""
        yield from (statement for matter in self.matters for statement, _ in matter.statements)

    def first(self, wordings: int, said: int) -> "Points":
        """Give so many wordings of each point in a version, and so much of what is said of each.

        Of each wording `ARTICLES` reports, of each holder's stances on a version `STANCES`.
        """
        matters = (
            replace(
                each,
                wordings={
                    id_: tuple(replace(it, provisions=it.provisions[:ARTICLES]) for it in of)
                    for id_, of in ((id_, of[:wordings]) for id_, of in each.wordings.items())
                },
                stances=each.stances[:said],
                statements=each.statements[:said],
            )
            for each in self.matters
        )
        holders = (
            replace(each, stances={id_: of[:STANCES] for id_, of in each.stances.items()})
            for each in self.holders
        )
        return Points(tuple(matters), tuple(holders))

    def page(self, number: int, size: int) -> "Points":
        """Give the points with one page of the holders."""
        return replace(self, holders=self.holders[(number - 1) * size : number * size])

    def groups(self) -> list[tuple[str, list[Matter]]]:
        """Give the matters under what their categories belong to."""
        found: dict[str, list[Matter]] = {}
        for matter in self.matters:
            found.setdefault(matter.group, []).append(matter)
        return list(found.items())
