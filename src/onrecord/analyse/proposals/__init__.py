"""The texts that are negotiated: lineages across documents, versions, what is told of each."""

from collections.abc import Callable, Iterable

from onrecord.analyse.proposals.lineages import Group, Joined, groups
from onrecord.analyse.proposals.points import Points, points_of
from onrecord.analyse.proposals.versions import People, Proposal, Told, Version, proposal
from onrecord.record import Decision, PlanClaim

__all__ = [
    "Group",
    "Joined",
    "Points",
    "Proposal",
    "Told",
    "Version",
    "points_of",
    "proposals",
]


def proposals(
    claims: Iterable[PlanClaim],
    place_of: Callable[[str], str | None],
    who: Callable[[str], str],
    decisions: Iterable[Decision] = (),
) -> list[Proposal]:
    """Give the texts that are negotiated, in the order in which they were first reported.

    `place_of` gives the key of the place that a sponsor's name or an actor's id belongs to, `who`
    the identity that an actor belongs to. Decisions are on pairs of ids of lineages.
    """
    people = People(who, place_of)
    return [proposal(group, people) for group in groups(claims, place_of, decisions)]
