"""Which documents speak of one text: lineages put together, each merge with reason and score.

A lineage of one document is known by whose text it is and what kind of text. Two are one where both
are called after the same side, where one's sponsor wrote the other, where both have the same number
of points, or where one is nobody's and no other text is under talks. Two sides' texts, and one
side's own counter-proposal, are never put together by the machine. People's decisions win.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from onrecord.analyse.verdicts import Verdicts
from onrecord.record import Decision, PlanAspect, PlanClaim
from onrecord.world import SAME, alike

BY_SPONSOR, BY_DRAFTER, BY_POINTS, ALONE = 0.9, 0.85, 0.85, 0.6
"""Scores by rule: judgements, the surest first. `the plan` where one is on record is the least."""
MOST = 100
"""Threads of one key that are compared: more than any negotiation has."""
MACHINE = "machine"
BARE = frozenset({"proposal", "text", "package", "points", "terms"})
"""Instruments whose nouns name any text."""


@dataclass
class Thread:
    """One lineage as documents name it by one key, with what they say of it.

    What follows from the claims is kept from when it is first asked for.
    """

    lineage: str
    claims: list[PlanClaim] = field(default_factory=list)

    @property
    def instrument(self) -> str:
        """What kind of text it is."""
        return self.claims[0].instrument

    @cached_property
    def own(self) -> bool:
        """Tell whether it is one side's counter-proposal."""
        return any(claim.own for claim in self.claims)

    @cached_property
    def drafters(self) -> tuple[str, ...]:
        """The ids of those who are said to have written it, each once."""
        wrote = (claim for claim in self.claims if claim.aspect is PlanAspect.DRAFTED)
        return tuple(dict.fromkeys(claim.actor for claim in wrote if claim.actor))

    @property
    def sponsor(self) -> str:
        """The key of whose text it is, empty where nobody is named."""
        return self.claims[0].sponsor_key

    @cached_property
    def points(self) -> frozenset[int]:
        """The numbers of points that it is said to have or to have had."""
        return frozenset(claim.number for claim in self.claims if claim.number)

    @cached_property
    def first(self) -> str:
        """The day on which it was first reported, the last of days where none is known."""
        return min((claim.reported_on or "9999" for claim in self.claims), default="9999")


@dataclass(frozen=True, slots=True)
class Joined:
    """That two lineages are one: why, how sure (in [0, 1]), and who says so."""

    one: str
    other: str
    reason: str
    score: float
    by: str = MACHINE


@dataclass(frozen=True, slots=True)
class Group:
    """Threads that are one text, the first reported one first, and why."""

    threads: tuple[Thread, ...]
    joined: tuple[Joined, ...]


def groups(
    claims: Iterable[PlanClaim],
    place_of: Callable[[str], str | None],
    decisions: Iterable[Decision] = (),
) -> list[Group]:
    """Give the texts on record, in the order in which they were first reported.

    `place_of` gives the key of the place that a person or an actor's id belongs to, None where the
    record does not tell.
    """
    threads: dict[str, Thread] = {}
    for claim in claims:
        lineage = claim.object.lineage
        if lineage:
            threads.setdefault(lineage, Thread(lineage)).claims.append(claim)
    return list(_Joining(threads, place_of, decisions).groups())


class _Joining:
    """Lineages that are one, and pairs that must not be."""

    def __init__(
        self,
        threads: Mapping[str, Thread],
        place_of: Callable[[str], str | None],
        decisions: Iterable[Decision],
    ) -> None:
        self._threads = sorted(threads.values(), key=lambda one: (one.first, one.lineage))
        self._place_of = place_of
        self._group = {one.lineage: [one.lineage] for one in self._threads}
        self._joined: list[Joined] = []
        self._verdicts = Verdicts(decisions)
        for decision in self._verdicts.merges:
            one, other = decision.pair
            if {one, other} <= self._group.keys():
                self._join(Joined(one, other, decision.reason, 1.0, decision.decided_by))

    def groups(self) -> Iterator[Group]:
        """Put together what is one, the surest first."""
        found = sorted(self._pairs(), key=lambda item: (-item.score, item.one, item.other))
        for item in found:
            if not self._forbidden(item):
                self._join(item)
        for item in self._left_alone():
            self._join(item)
        by_id = {one.lineage: one for one in self._threads}
        unique = {id(group): group for group in self._group.values()}
        for group in unique.values():
            members = set(group)
            own = sorted((by_id[m] for m in group), key=lambda one: (one.first, one.lineage))
            yield Group(tuple(own), tuple(j for j in self._joined if j.one in members))

    def _pairs(self) -> Iterator[Joined]:
        """Give the pairs that are one by some rule; only those that share a key are compared."""
        buckets: dict[str, list[Thread]] = {}
        for one in self._threads:
            for key in self._keys(one):
                buckets.setdefault(key, []).append(one)
        for near in buckets.values():
            for one, other in combinations(near[:MOST], 2):
                if _compatible(one, other) and (found := self._reason(one, other)):
                    yield Joined(one.lineage, other.lineage, *found)

    def _keys(self, one: Thread) -> Iterator[str]:
        """Give what threads that may be one have in common: a side, a writer, a number of points.

        A place and its adjective begin alike, so that the first letters are the key.
        """
        places = [
            self._place(one),
            *map(self._place_of, one.drafters),
        ]
        for place in dict.fromkeys(p for p in places if p):
            yield place if place.isupper() else place[:SAME]
        yield from (f"{number} points" for number in sorted(one.points))

    def _reason(self, one: Thread, other: Thread) -> tuple[str, float] | None:
        mine, theirs = self._place(one), self._place(other)
        if mine and theirs:
            same = alike(mine, theirs)
            return (
                (f"both are of one side: {_shown(one)}, {_shown(other)}", BY_SPONSOR)
                if same
                else None
            )
        for named, bare in ((one, other), (other, one)):
            if named.own:
                break
            writers = map(self._place_of, bare.drafters)
            if any(w and self._place(named) and alike(w, self._place(named)) for w in writers):
                return f"{_shown(named)} wrote it", BY_DRAFTER
        both = one.points & other.points
        return (f"both have {max(both)} points", BY_POINTS) if both else None

    def _place(self, one: Thread) -> str:
        return self._place_of(one.sponsor) or one.sponsor if one.sponsor else ""

    def _left_alone(self) -> Iterator[Joined]:
        """Put what is nobody's with the only text under talks that was on record by then."""
        main = [
            one for one in self._threads if one.sponsor and not one.own and one.instrument in BARE
        ]
        heads = {id(self._group[one.lineage]): one for one in reversed(main)}
        if len(heads) != 1:
            return
        (head,) = heads.values()
        for one in self._threads:
            loose = not one.sponsor and not one.own and one.instrument in BARE
            if loose and self._group[one.lineage] is not self._group[head.lineage]:
                item = Joined(
                    head.lineage, one.lineage, "the only text under talks on record", ALONE
                )
                if not self._forbidden(item):
                    yield item

    def _forbidden(self, item: Joined) -> bool:
        """Tell whether two are one already, or somebody decided that they are not."""
        mine, theirs = self._group[item.one], self._group[item.other]
        if mine is theirs or not self._verdicts.any_apart:
            return mine is theirs
        return any(self._verdicts.are_apart(member, theirs) for member in mine)

    def _join(self, item: Joined) -> None:
        mine, theirs = self._group[item.one], self._group[item.other]
        if mine is not theirs:
            mine.extend(theirs)
            self._group.update(dict.fromkeys(theirs, mine))
        self._joined.append(item)


def _compatible(one: Thread, other: Thread) -> bool:
    """Tell whether two lineages can be one text by their kind, and by who counters whom."""
    kinds = {one.instrument, other.instrument}
    bare = BARE | {"memorandum"} if one.own else BARE
    return one.own == other.own and (len(kinds) == 1 or kinds <= bare)


def _shown(one: Thread) -> str:
    return next((claim.sponsor for claim in one.claims if claim.sponsor), "nobody")
