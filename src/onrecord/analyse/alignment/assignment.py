"""Assignment: the best one-to-one links between two sides, by auction, and the longest order."""

from bisect import bisect_left
from collections import deque
from collections.abc import Mapping, Sequence

Candidates = Sequence[Mapping[int, float]]
"""For each one of the left the ones of the right that it may be linked to, with their scores."""

STEP = 0.004
"""By how much a bid must better the price. The sum of all links is best but for this much a link
(Bertsekas, "The auction algorithm", 1988)."""


def assigned(candidates: Candidates, least: float) -> dict[int, int]:
    """Give the links whose scores are best in sum, each one linked at most once.

    A link below `least` is worse than none. Those of the left bid for those of the right; as prices
    only rise, and never above the best score, the auction ends.

    >>> assigned([{0: 0.80, 1: 0.82}, {0: 0.30, 1: 0.81}], least=0.2)
    {0: 0, 1: 1}
    """
    prices: dict[int, float] = {}
    holder: dict[int, int] = {}
    waiting = deque(range(len(candidates)))
    while waiting:
        bidder = waiting.popleft()
        gains = sorted(
            (
                (score - prices.get(right, 0.0), -right)
                for right, score in candidates[bidder].items()
            ),
            reverse=True,
        )
        if not gains or gains[0][0] < least:
            continue
        best, right = gains[0][0], -gains[0][1]
        second = max(gains[1][0] if len(gains) > 1 else least, least)
        prices[right] = prices.get(right, 0.0) + best - second + STEP
        if right in holder:
            waiting.append(holder[right])
        holder[right] = bidder
    return {left: right for right, left in sorted(holder.items(), key=lambda each: each[1])}


def in_order(values: Sequence[int]) -> set[int]:
    """Give the places of the longest rising series among values, the earliest of equal ones.

    >>> sorted(in_order([0, 3, 1, 2, 4]))
    [0, 2, 3, 4]
    """
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(places[at - 1] if at else -1)
        tails[at : at + 1], places[at : at + 1] = [value], [place]
    found, place = set[int](), places[-1] if places else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return found
