"""The actors of a record, put together from documents, and where they appear."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from onrecord.record import Actor, ActorSchema, Appearance
from onrecord.store.remembering.kept import Frame, Kept, Read, carried


class Variant(NamedTuple):
    """An actor as one reading gives it; the first of `names` is the name, the others aliases."""

    actor_id: str
    schema: str
    country: str | None
    speaks_for: str | None
    names: tuple[str, ...]


class Actors(Kept[Variant]):
    """The actors, each put together from how documents give it, as `Store.actors` says."""

    def __init__(self, read: Read[Variant]) -> None:
        super().__init__(read)
        self._variants: dict[str, Counter[Variant]] = {}
        self._made: dict[str, Actor] = {}
        self._stale: set[str] = set()
        self.all: tuple[Actor, ...] = ()

    def _drop(self, ids: Iterable[str]) -> None:
        for doc_id in ids:
            for variant in self._parts.pop(doc_id, ()):
                counts = self._variants[variant.actor_id]
                counts[variant] -= 1
                if not counts[variant]:
                    del counts[variant]
                self._stale.add(variant.actor_id)

    def _take(self, ids: Iterable[str]) -> None:
        for doc_id in ids:
            for variant in self._parts.get(doc_id, ()):
                self._variants.setdefault(variant.actor_id, Counter())[variant] += 1
                self._stale.add(variant.actor_id)
        for actor_id in self._stale:
            counts = self._variants.get(actor_id)
            if counts:
                self._made[actor_id] = put_together(counts)
            else:
                self._made.pop(actor_id, None)
        self._stale.clear()
        self.all = tuple(sorted(self._made.values(), key=lambda it: (it.name, it.actor_id)))

    def having(self, ids: Iterable[str]) -> Iterator[Actor]:
        """Give the actors with these ids, by id."""
        return iter([self._made[id_] for id_ in sorted(set(ids)) if id_ in self._made])


def put_together(counts: Counter[Variant]) -> Actor:
    """Give an actor from how often documents give it how."""
    first = next(iter(counts))
    given = {variant.names[0] for variant in counts}
    names = {name for variant in counts for name in variant.names}
    name = min(given, key=lambda each: (-len(each), each))
    countries: Counter[str] = Counter()
    bodies: Counter[str] = Counter()
    schemas: Counter[str] = Counter()
    for variant, count in counts.items():
        schemas[variant.schema] += count
        if variant.country is not None:
            countries[variant.country] += count
        if variant.speaks_for is not None:
            bodies[variant.speaks_for] += count
    return Actor(
        actor_id=first.actor_id,
        schema=ActorSchema(_most(schemas) or first.schema),
        name=name,
        aliases=tuple(sorted(names - {name})),
        country=_most(countries),
        speaks_for=_most(bodies),
    )


def _most(counts: Counter[str]) -> str | None:
    """Give the value that most documents give, the first by alphabet of equals."""
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


class Seen(NamedTuple):
    """How often a document mentions an actor, and gives his word.

    `day` is the last on which it may have been published; `carried_on` is the day from which a
    later version of the article has the same.
    """

    actor_id: str
    day: str | None
    carried_on: str | None
    mentions: int
    statements: int


class Appearances(Kept[Seen]):
    """Where the actors appear; what all documents give is put together actor by actor."""

    def __init__(self, read: Read[Seen]) -> None:
        super().__init__(read)
        self._places: dict[str, dict[str, list[Seen]]] = {}
        self._made: dict[str, Appearance | None] = {}
        self._stale: set[str] = set()

    def _drop(self, ids: Iterable[str]) -> None:
        for doc_id in ids:
            for seen in self._parts.pop(doc_id, ()):
                self._places[seen.actor_id].pop(doc_id, None)
                self._stale.add(seen.actor_id)

    def _take(self, ids: Iterable[str]) -> None:
        for doc_id in ids:
            for seen in self._parts.get(doc_id, ()):
                places = self._places.setdefault(seen.actor_id, {})
                places.setdefault(doc_id, []).append(seen)
                self._stale.add(seen.actor_id)

    def all(self) -> Iterator[Appearance]:
        """Give what all documents give."""
        for actor_id in self._stale:
            places = self._places.get(actor_id) or {}
            own = {id_: [s for s in of if not s.carried_on] for id_, of in places.items()}
            self._made[actor_id] = _appearance(actor_id, own)
        self._stale.clear()
        return (made for _, made in sorted(self._made.items()) if made)

    def by(self, frames: Iterable[Frame], as_of: date | None) -> Iterator[Appearance]:
        """Give what some documents give, as far as no later version known by a day has it."""
        found: dict[str, dict[str, list[Seen]]] = {}
        for frame in frames:
            for seen in self.of(frame.doc_id):
                if not carried(as_of, seen.carried_on):
                    found.setdefault(seen.actor_id, {}).setdefault(frame.doc_id, []).append(seen)
        made = (_appearance(actor_id, own) for actor_id, own in sorted(found.items()))
        return (each for each in made if each)


def _appearance(actor_id: str, places: Mapping[str, list[Seen]]) -> Appearance | None:
    """Give how often and when an actor appears, None where he does not."""
    shown = {doc_id: own for doc_id, own in places.items() if own}
    if not shown:
        return None
    days = [seen.day for own in shown.values() for seen in own if seen.day]
    return Appearance(
        actor_id,
        mentions=sum(seen.mentions for own in shown.values() for seen in own),
        statements=sum(seen.statements for own in shown.values() for seen in own),
        first=min(days, default=None),
        last=max(days, default=None),
        documents=frozenset(shown),
    )
