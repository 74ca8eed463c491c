"""Who is on record: identities with their offices, statements and days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from onrecord.analyse import Identity, Known, Merge, identities
from onrecord.errors import AmbiguousActor, NoSuchActor
from onrecord.record import Actor, Anchor, Appearance, Mention, Occupancy, Office
from onrecord.store import EntryFilter, Store

SEVERAL = 3
"""Places in the documents that are shown for a name."""


@dataclass(frozen=True, slots=True)
class Held:
    """An office that an actor held on the word of documents of these days."""

    office: Office
    first: str | None
    last: str | None
    words: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """An identity as it appears up to a day."""

    identity: Identity
    mentions: int
    statements: int
    first: str | None
    last: str | None
    offices: tuple[Held, ...]
    documents: frozenset[str]


class Roster:
    """The identities of a record, as the coverage had them up to a day."""

    def __init__(self, store: Store, as_of: date | None = None, process: str | None = None) -> None:
        self.store = store
        self._asked = as_of, process
        self._days = {imprint.doc_id: imprint.published_on for imprint in store.imprints()}
        self.actors = {actor.actor_id: actor for actor in store.actors()}
        offices = {office.office_id: office for office in store.offices()}
        held = tuple(store.occupancies(EntryFilter(until=as_of)))
        self.known = Known(tuple(self.actors.values()), offices, held)
        self.decisions = store.decisions()
        self.identities = identities(self.known, self.decisions)
        self._held: dict[str, list[Occupancy]] = {}
        for occupancy in held:
            self._held.setdefault(occupancy.actor_id, []).append(occupancy)

    @cached_property
    def _seen(self) -> dict[str, Appearance]:
        """Where the actors appear: the dearest question, asked when somebody wants to know."""
        return {one.actor_id: one for one in self.store.appearances(*self._asked)}

    def rows(self) -> list[Listed]:
        """Give who appears, whoever says most first."""
        found = (self.listed(one) for one in self.identities)
        kept = (row for row in found if row.mentions or row.statements)
        return sorted(kept, key=lambda row: (-row.statements, row.identity.actor.name.casefold()))

    def listed(self, one: Identity) -> Listed:
        """Give an identity with what is known of it."""
        seen = [self._seen[member] for member in one.members if member in self._seen]
        days = sorted(day for part in seen for day in (part.first, part.last) if day)
        return Listed(
            identity=one,
            mentions=sum(part.mentions for part in seen),
            statements=sum(part.statements for part in seen),
            first=days[0] if days else None,
            last=days[-1] if days else None,
            offices=tuple(self._offices(one)),
            documents=frozenset().union(*(part.documents for part in seen)),
        )

    @cached_property
    def by_kept(self) -> dict[str, Actor]:
        """The actor of each identity by the identity's id."""
        return {one.actor.actor_id: one.actor for one in self.identities}

    def kept(self, actor_id: str) -> str:
        """Give the id of the identity that an actor belongs to, his own where there is none."""
        one = self.identities.of(actor_id)
        return one.actor.actor_id if one else actor_id

    def offices_of(self, one: Identity) -> Iterator[Office]:
        """Give the offices that an identity holds on the word of any document."""
        for member in one.members:
            for occupancy in self._held.get(member, ()):
                yield self.known.offices[occupancy.office_id]

    def _offices(self, one: Identity) -> Iterator[Held]:
        """Give the offices of an identity, each with the days of the documents that say so."""
        held: dict[str, list[Anchor]] = {}
        for member in one.members:
            for occupancy in self._held.get(member, ()):
                held.setdefault(occupancy.office_id, []).extend(occupancy.evidence)
        for office_id, words in sorted(held.items()):
            days = sorted(day for word in words if (day := self._days.get(word.doc_id)))
            first, last = (days[0], days[-1]) if days else (None, None)
            yield Held(self.known.offices[office_id], first, last, tuple(words[:SEVERAL]))

    def named(self, name: str) -> Identity:
        """Give the identity of this name or id, or beginning of an id.

        Raises:
            NoSuchActor: there is none.
            AmbiguousActor: there are several.
        """
        found = {one.actor.actor_id: one for one in map(self.identities.of, self.ids(name)) if one}
        if not found:
            raise NoSuchActor(name)
        if len(found) > 1:
            raise AmbiguousActor(name, tuple(_called(one.actor) for one in found.values()))
        return next(iter(found.values()))

    def member(self, name: str) -> Actor:
        """Give the actor of documents with this name or id, before any merge.

        Raises:
            NoSuchActor: there is none.
            AmbiguousActor: there are several.
        """
        found = [self.actors[actor_id] for actor_id in self.ids(name)]
        exact = [actor for actor in found if actor.name.casefold() == name.casefold()] or found
        if not exact:
            raise NoSuchActor(name)
        if len(exact) > 1:
            raise AmbiguousActor(name, tuple(map(_called, exact)))
        return exact[0]

    def ids(self, name: str) -> list[str]:
        """Give the ids that are or begin so; else of actors of this name; else with these words."""
        digits = name.removeprefix("act-")
        by_id = [id_ for id_ in self.actors if len(digits) >= 4 and id_[4:].startswith(digits)]
        if by_id:
            return by_id
        wanted = name.casefold()
        names = {id_: (a.name, *a.aliases) for id_, a in self.actors.items()}
        same = [id_ for id_, of in names.items() if wanted in map(str.casefold, of)]
        return same or [id_ for id_, of in names.items() if any(_has(one, wanted) for one in of)]

    def mentions(self, row: Listed) -> Mapping[str, list[Mention]]:
        """Give some places where each name of an identity stands."""
        found: dict[str, list[Mention]] = {}
        for doc_id in sorted(row.documents):
            for mention in self.store.mentions(doc_id):
                if mention.actor_id in row.identity.members:
                    places = found.setdefault(" ".join(mention.surface.split()), [])
                    if len(places) < SEVERAL:
                        places.append(mention)
        return found


def _has(name: str, words: str) -> bool:
    return f" {words}" in f" {name.casefold()}"


def _called(actor: Actor) -> str:
    return f"{actor.name} ({actor.actor_id})"


def roster_entry(row: Listed) -> dict[str, Any]:
    """Give an identity for programs."""
    actor = row.identity.actor
    return {
        "id": actor.actor_id,
        "name": actor.name,
        "schema": actor.schema,
        "country": actor.country,
        "aliases": list(actor.aliases),
        "speaks_for": actor.speaks_for,
        "members": list(row.identity.members),
        "statements": row.statements,
        "mentions": row.mentions,
        "first": row.first,
        "last": row.last,
        "offices": [
            {
                "title": held.office.title,
                "organization": held.office.organization,
                "first": held.first,
                "last": held.last,
                "evidence": [_words(anchor) for anchor in held.words],
            }
            for held in row.offices
        ],
        "merges": [_merge(merge) for merge in row.identity.merges],
        "proposed": [_merge(merge) for merge in row.identity.proposed],
    }


def _merge(merge: Merge) -> dict[str, Any]:
    return {
        "kept": merge.kept,
        "merged": merge.merged,
        "reason": merge.reason,
        "score": round(merge.score, 2),
        "by": merge.by,
    }


def _words(anchor: Anchor) -> dict[str, Any]:
    return {
        "doc_id": anchor.doc_id,
        "start": anchor.start,
        "end": anchor.end,
        "exact": anchor.exact,
    }
