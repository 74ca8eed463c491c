"""Statements chosen by readers: a page of them with their stances and places, and their facets."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from heapq import nlargest
from typing import Any

from onrecord.record import Actor, Imprint, Stance, Statement
from onrecord.show.entries import statement_entry
from onrecord.show.room.people import People
from onrecord.show.room.room import Room
from onrecord.show.room.sides import Side
from onrecord.show.stance_entries import stance_entry
from onrecord.show.words import who
from onrecord.store import Facet, Selection, Store

FACET_VALUES = 12
"""Values of a facet that are shown; those that are chosen are always among them."""
UNKNOWN_OUTLET = "outlet unknown"


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: what addresses call it, its name, how many there are, if it is chosen."""

    key: str
    name: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Told:
    """Statements with what is needed to tell of them."""

    statements: tuple[Statement, ...]
    stances: Mapping[str, list[Stance]]
    imprints: Mapping[str, Imprint]
    people: People

    def who(self, statement: Statement) -> str:
        """Give the speaker of a statement in words."""
        actor = self.people.actor(statement.actor_id)
        return who(statement, actor.name if actor else None)

    def source(self, doc_id: str) -> str:
        """Give the outlet of a document, or that it is not known."""
        imprint = self.imprints.get(doc_id)
        return (imprint.outlet if imprint else None) or UNKNOWN_OUTLET

    def entries(self) -> list[dict[str, Any]]:
        """Give the statements as JSON objects, with the stances that were read from them."""
        return [self._entry(statement, self.people.actors) for statement in self.statements]

    def _entry(self, statement: Statement, actors: Mapping[str, Actor]) -> dict[str, Any]:
        imprint = self.imprints.get(statement.doc_id)
        own = {
            "file": imprint.name if imprint else None,
            "title": imprint.title if imprint else None,
            "outlet": imprint.outlet if imprint else None,
            "side": self.people.side(statement.actor_id).name,
        }
        found = self.stances.get(statement.statement_id, [])
        stances = [stance_entry(stance, actors) for stance in found]
        return {**statement_entry(statement, actors), **own, "stances": stances}


def told(store: Store, statements: Iterable[Statement], people: People) -> Told:
    """Give statements with what is needed to tell of them."""
    found = tuple(statements)
    stances = store.stances_of(each.statement_id for each in found)
    imprints = store.imprints_with(each.doc_id for each in found)
    return Told(found, stances, imprints, people)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A page of chosen statements, and how many are chosen in all."""

    told: Told
    total: int


def choose(room: Room, wanted: Selection) -> Chosen:
    """Give a page of the statements that a selection chooses."""
    people = room.people()
    asked = replace(wanted, names=people.by_name) if "speaker" in wanted.order else wanted
    counted = replace(wanted, limit=None, offset=0)
    total = room.keep(("count", counted), lambda: room.store.selected_count(counted))
    return Chosen(told(room.store, room.store.selected(asked), people), total)


OWN = {
    Facet.SPEAKER: {"speakers": None},
    Facet.ACT: {"acts": ()},
    Facet.SOURCING: {"sourcing": ()},
    Facet.OUTLET: {"outlets": ()},
    Facet.STANCE: {"values": ()},
    Facet.OBJECT: {"objects": ()},
}
"""What a facet's own choice is; its counts leave it out, so that another value can be added."""


def facet_counts(room: Room, wanted: Selection) -> dict[Facet, dict[str, int]]:
    """Give the counts of every facet, each with what is chosen in the others."""
    plain = replace(wanted, limit=None, offset=0, names=())
    return room.keep(("facets", plain), lambda: _counts(room.store, plain))


def _counts(store: Store, wanted: Selection) -> dict[Facet, dict[str, int]]:
    free = [facet for facet, own in OWN.items() if replace(wanted, **own) == wanted]  # type: ignore[arg-type]
    found = store.facets(wanted, free)
    for facet, own in OWN.items():
        if facet not in found:
            found |= store.facets(replace(wanted, **own), [facet])  # type: ignore[arg-type]
    return found


def speakers(counts: Mapping[str, int], people: People, chosen: Iterable[str]) -> list[Value]:
    """Give the speakers of chosen statements, who said most first."""
    found: dict[str, int] = {}
    for actor_id, count in counts.items():
        actor = people.actors.get(actor_id)
        kept = actor.actor_id if actor else actor_id
        found[kept] = found.get(kept, 0) + count
    found.pop("", None)
    return _first(found, people.name, chosen)


def sides(counts: Mapping[str, int], people: People, chosen: Iterable[str]) -> list[Value]:
    """Give the sides of the speakers of chosen statements."""
    found: dict[Side, int] = {}
    for actor_id, count in counts.items():
        side = people.side(actor_id)
        found[side] = found.get(side, 0) + count
    names = {side.key: side.name for side in found}
    by_key = {side.key: count for side, count in found.items() if side.key}
    return _first(by_key, names.__getitem__, chosen)


def values(
    counts: Mapping[str, int], names: Mapping[str, str], chosen: Iterable[str]
) -> list[Value]:
    """Give the values of another facet under their names."""
    found = dict.fromkeys(chosen, 0) | dict(counts)
    return _first(found, lambda key: names.get(key, key), chosen)


def _first(
    counts: Mapping[str, int], name: Callable[[str], str], chosen: Iterable[str]
) -> list[Value]:
    """Give the values that are shown: those chosen, then the most frequent; equals by name.

    Of thousands only those are named that may be among them.
    """
    picked = set(chosen) & counts.keys()
    least = min(nlargest(FACET_VALUES + len(picked), counts.values()), default=0)
    among = [key for key, count in counts.items() if count >= least or key in picked]
    found = [Value(key, name(key), counts[key], key in picked) for key in among]
    found.sort(key=lambda it: (not it.chosen, -it.count, it.name.casefold()))
    return found[: max(FACET_VALUES, len(picked))]
