"""What is told of the points of a plan: matters with their wordings, who stands where on them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from onrecord.record import Provision, Stance, Statement, identify
from onrecord.show.room.sides import Side


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
    def stances(self) -> Iterator[Stance]:
        """All stances, those on the plan as a whole first."""
        for holder in self.holders:
            for of in holder.stances.values():
                yield from of
        yield from (held.stance for matter in self.matters for held in matter.stances)

    def statements(self) -> Iterator[Statement]:
        """All statements about points that no stance was read from."""
        yield from (statement for matter in self.matters for statement, _ in matter.statements)

    def first(self, wordings: int, said: int) -> "Points":
        """Give so many wordings of each point in a version, and so much of what is said of each."""
        matters = (
            replace(
                each,
                wordings={id_: of[:wordings] for id_, of in each.wordings.items()},
                stances=each.stances[:said],
                statements=each.statements[:said],
            )
            for each in self.matters
        )
        return replace(self, matters=tuple(matters))

    def groups(self) -> list[tuple[str, list[Matter]]]:
        """Give the matters under what their categories belong to."""
        found: dict[str, list[Matter]] = {}
        for matter in self.matters:
            found.setdefault(matter.group, []).append(matter)
        return list(found.items())
