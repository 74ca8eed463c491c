"""Which conflicts are one thing to be told: somebody denies the same again, in other words.

They are of one kind, their later sides are of one speaker, and they answer one account, or were
told within a month and are about the same by their words; of numbers they are the same two. What is
denied again after that is denied upon something new.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from onrecord.analyse.conflicts import Account, Conflict, ConflictType, stems
from onrecord.analyse.copies.groups import Groups

AGAIN = timedelta(days=30)
"""How long a denial in other words is the same one."""
SHARED, SHARE = 3, 0.6
"""Stems that two accounts have in common, and their share of the shorter: those of a denial and
what it answers in another document."""

KINDS = {ConflictType.AUTHORSHIP: ConflictType.DENIAL_VS_REPORT}
"""Kinds that are told as another: who wrote a text is denied as anything else is."""


def kind_of(one: Conflict) -> ConflictType:
    """Give the kind by which a conflict is told."""
    return KINDS.get(one.type, one.type)


def disputes(found: Iterable[Conflict], who: Callable[[str], str]) -> Iterator[list[Conflict]]:
    """Give the conflicts put together that are one thing, the first reported first in each.

    `who` gives the identity that an actor belongs to.
    """
    every = sorted(found, key=lambda one: (_first(one), one.conflict_id))
    by_speaker: dict[tuple[str, str | None], list[Conflict]] = defaultdict(list)
    for one in every:
        actor = None if one.type is ConflictType.NUMERIC else one.b[0].actor
        by_speaker[kind_of(one), who(actor) if actor else None].append(one)
    groups: Groups[str] = Groups()
    for own in by_speaker.values():
        for one, other in combinations(own, 2):
            if _one_thing(one, other):
                groups.join(one.conflict_id, other.conflict_id)
    things: dict[str, list[Conflict]] = defaultdict(list)
    for one in every:
        things[groups.first(one.conflict_id)].append(one)
    yield from things.values()


def _one_thing(one: Conflict, other: Conflict) -> bool:
    """Tell whether two conflicts of one kind and one later speaker are one thing."""
    if one.type is ConflictType.NUMERIC:
        return _figures(one) == _figures(other) and _near(one, other) and _meet(one, other)
    if _ids(one.a) & _ids(other.a):
        return True
    return one.b[0].actor is not None and _near(one, other) and _meet(one, other)


def _meet(one: Conflict, other: Conflict) -> bool:
    """Tell whether the words of the earlier or of the later sides are alike."""
    return _alike(one.a, other.a) or _alike(one.b, other.b)


def _first(one: Conflict) -> str:
    """Give the day on which the later side was first told."""
    return min((account.reported_on or "9999" for account in one.b), default="9999")


def _near(one: Conflict, other: Conflict) -> bool:
    try:
        days = [date.fromisoformat(_first(each)) for each in (one, other)]
    except ValueError:
        return True
    return abs(days[0] - days[1]) <= AGAIN


def _ids(side: Sequence[Account]) -> frozenset[str]:
    return frozenset(account.entry_id for account in side)


def _figures(one: Conflict) -> frozenset[str]:
    """Give the two numbers that do not agree; they stand before a colon, days behind one."""
    head, _, tail = one.about.partition(": ")
    told = head if any(letter.isdigit() for letter in head) else tail
    return frozenset((told or head).split(", "))


def _alike(mine: Sequence[Account], theirs: Sequence[Account]) -> bool:
    return any(_same(one, other) for one in map(_stems, mine) for other in map(_stems, theirs))


def _stems(account: Account) -> frozenset[str]:
    return stems(" ".join(anchor.exact for anchor in account.words))


def _same(one: Collection[str], other: Collection[str]) -> bool:
    met = len(set(one) & set(other))
    return met >= SHARED and met >= SHARE * min(len(one), len(other))
