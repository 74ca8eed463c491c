"""How many points of each version are on record, and how many are not.

Points are told apart by their number, else by their category and who has to act: two articles that
report one clause in other words count once. What is only said to be there (`among other
provisions`) is no known point; it tells that the list is open.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.analyse.proposals.versions import Proposal, Version
from onrecord.record import UNSPECIFIED, Anchor, Provision, Qualifier


@dataclass(frozen=True, slots=True)
class Points:
    """What is on record of a version's points.

    `unknown` is how many of them nobody reports, None where their number is not given exactly.
    `open_words` say that there are more.
    """

    known: int
    unknown: int | None
    open_words: tuple[Anchor, ...]


def points_of(
    one: Proposal, provisions: Iterable[Provision], place_of: Callable[[str], str | None]
) -> dict[str, Points]:
    """Give the points on record of each version of a text, by the version's id.

    Provisions of other texts, and those whose words leave the version open, count for none.
    `place_of` gives the key of the place that an actor belongs to.
    """
    own: dict[str, list[Provision]] = defaultdict(list)
    for provision in provisions:
        if provision.plan.lineage in one.members and (
            version := one.called(provision.plan.version)
        ):
            own[version.version_id].append(provision)
    return {v.version_id: _points(v, own[v.version_id], place_of) for v in one.versions}


def _points(
    version: Version, own: Sequence[Provision], place_of: Callable[[str], str | None]
) -> Points:
    listed = [one for one in own if one.category != UNSPECIFIED]
    numbers = {one.number for one in listed if one.number is not None}
    about: dict[str, set[frozenset[str]]] = defaultdict(set)
    for each in listed:
        if each.number is None:
            sides = frozenset(place_of(actor) or actor for actor in each.obligors)
            about[each.category or each.anchor.exact.casefold()].add(sides)
    known = len(numbers) + sum(max(1, len(sides - {frozenset()})) for sides in about.values())
    exact = version.points is not None and version.qualifier is Qualifier.EXACT
    return Points(
        known=known,
        unknown=max(0, version.points - known) if exact and version.points else None,
        open_words=tuple(one.anchor for one in own if one.category == UNSPECIFIED),
    )
