"""Conflicts that readers look for, each side with its words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.analyse.conflicts import Account, Conflict, ConflictType
from onrecord.errors import NoSuchEntry
from onrecord.record.edtf import first_bounds
from onrecord.show.conflicts import Conflicts
from onrecord.show.room.people import People
from onrecord.show.room.plans import plans_of
from onrecord.show.room.room import Room
from onrecord.show.room.sides import Side
from onrecord.store import Selection

FEW = 4
"""Accounts of a side that are shown at once."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which conflicts are wanted; `party` is a side's key, or an id or part of a name."""

    kinds: tuple[ConflictType, ...] = ()
    open: bool | None = None
    party: str | None = None
    since: date | None = None
    until: date | None = None


def disputes(room: Room, as_of: date | None, process: str | None) -> list[Conflict]:
    """Give the conflicts up to a day, open ones first, the last reported first."""
    return room.keep(("disputes", as_of, process), _finding(room, as_of, process))


def disputes_so_far(
    room: Room, as_of: date | None, process: str | None, *, begin: bool
) -> list[Conflict] | None:
    """Give the same where it is known or soon found, None while a large record is looked through.

    With `begin` a large record begins to be looked through.
    """
    make, wanted = _finding(room, as_of, process), Selection(as_of=as_of, process=process)
    return room.so_far(("disputes", as_of, process), make, wanted, begin=begin)


def _finding(room: Room, as_of: date | None, process: str | None) -> Callable[[], list[Conflict]]:
    return lambda: sorted(conflicts_of(room, as_of, process).all, key=lambda one: not one.open)


def conflicts_of(room: Room, as_of: date | None, process: str | None) -> Conflicts:
    """Give the conflicts with the plans and actors that they are of, also for briefs."""
    return room.keep(
        ("conflicts", as_of, process),
        lambda: Conflicts(room.store, as_of, process, plans_of(room, as_of, process)),
    )


def chosen(found: Iterable[Conflict], wanted: Wanted, people: People) -> list[Conflict]:
    """Give the conflicts that are wanted; days are those of reports."""
    party = people.meant(wanted.party)
    return [
        one
        for one in found
        if (not wanted.kinds or one.type in wanted.kinds)
        and (wanted.open is None or one.open is wanted.open)
        and (party is None or not party.isdisjoint(map(people.kept, actors(one))))
        and any(_in_days(account, wanted) for account in (*one.a, *one.b))
    ]


def _in_days(account: Account, wanted: Wanted) -> bool:
    if wanted.since is None and wanted.until is None:
        return True
    day = first_bounds((account.reported_on or "")[:10])[1]
    early = day is not None and wanted.since is not None and day < wanted.since
    late = day is not None and wanted.until is not None and day > wanted.until
    return day is not None and not early and not late


def actors(one: Conflict) -> list[str]:
    """Give the ids of those who tell the two accounts."""
    return [account.actor for account in (*one.a, *one.b) if account.actor]


def parties(found: Iterable[Conflict], people: People) -> tuple[list[Side], list[tuple[str, str]]]:
    """Give the sides of those who tell of conflicts, and each of them as id and name."""
    return people.listed(people.kept(actor) for one in found for actor in actors(one))


def named(found: Iterable[Conflict], conflict_id: str) -> Conflict:
    """Give the conflict with this id.

    Raises:
        NoSuchEntry: the documents published by the day hold none.
    """
    one = next((each for each in found if each.conflict_id == conflict_id), None)
    if one is None:
        raise NoSuchEntry(conflict_id[:80])
    return one


def akin(found: Iterable[Conflict], one: Conflict) -> list[Conflict]:
    """Give other conflicts about the same matter, or with an entry of the same accounts."""
    own = {account.entry_id for account in (*one.a, *one.b)}
    return [
        each
        for each in found
        if each.conflict_id != one.conflict_id
        and (
            each.about == one.about
            or not own.isdisjoint(account.entry_id for account in (*each.a, *each.b))
        )
    ]


def sides(one: Conflict) -> tuple[list[Account], list[Account]]:
    """Give both sides, each with every place of words once."""
    return _once(one.a), _once(one.b)


def _once(side: Sequence[Account]) -> list[Account]:
    places = {(it.doc_id, it.actor, tuple(w.span for w in it.words)): it for it in reversed(side)}
    return list(reversed(places.values()))
