"""The texts that are negotiated, as the coverage had them up to a day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, partial
from typing import Any

from onrecord import world
from onrecord.analyse.proposals import (
    Joined,
    Points,
    Proposal,
    Told,
    Version,
    points_of,
    proposals,
)
from onrecord.errors import AmbiguousPlan, NoSuchPlan
from onrecord.record import Actor, ActorSchema, PlanClaim
from onrecord.show.roster import Roster
from onrecord.show.stance_entries import named_entry, object_entry, words_entry
from onrecord.store import EntryFilter, ProvisionFilter, Store
from onrecord.world import SAME, alike

Json = dict[str, Any]
BODIES = frozenset({ActorSchema.PUBLIC_BODY, ActorSchema.ORGANIZATION, ActorSchema.GROUP})
"""Kinds of actors whose name tells where they belong."""
FEWEST = 4
"""Digits of an id that are enough to mean it."""


class Plans:
    """The plans of a record up to a day; of one negotiation, where one is named.

    What is nobody's and of which nothing is told (`an agreement`) is no plan of its own. `roster`
    is who is who on that day, where it is known already.
    """

    def __init__(
        self,
        store: Store,
        as_of: date | None = None,
        process: str | None = None,
        roster: Roster | None = None,
    ) -> None:
        self.roster = roster or Roster(store, as_of, process)
        claims = store.plans(EntryFilter(until=as_of, process=process))
        self._provisions = partial(store.provisions, ProvisionFilter(as_of=as_of, process=process))
        self._places = Places(self.roster)
        found = proposals(claims, self._places.of, self.who, self.roster.decisions)
        self.all = [one for one in found if one.versions or one.sponsors]

    def who(self, actor_id: str) -> str:
        """Give the id of the identity that an actor belongs to."""
        one = self.roster.identities.of(actor_id)
        return one.actor.actor_id if one else actor_id

    @cached_property
    def points(self) -> Mapping[str, Points]:
        """The points on record of each version, by the version's id."""
        told = tuple(self._provisions())
        found = (points_of(one, told, self._places.of) for one in self.all)
        return {version: points for each in found for version, points in each.items()}

    @property
    def actors(self) -> dict[str, Actor]:
        """The actors by id, identities before their members."""
        return {**self.roster.actors, **{i.actor.actor_id: i.actor for i in self.roster.identities}}

    def named(self, name: str) -> Proposal:
        """Give the plan of this name, or id, or beginning of an id.

        Raises:
            NoSuchPlan: there is none.
            AmbiguousPlan: there are several.
        """
        found = list(self._called(name))
        if not found:
            raise NoSuchPlan(name)
        if len(found) > 1:
            raise AmbiguousPlan(name, tuple(f"{one.label} ({one.proposal_id})" for one in found))
        return found[0]

    def _called(self, name: str) -> Iterator[Proposal]:
        wanted = name.casefold()
        exact = [one for one in self.all if one.label.casefold() == wanted]
        if exact:
            yield from exact
            return
        for one in self.all:
            ids = (one.proposal_id, *one.members)
            begun = len(wanted) >= FEWEST and any(
                id_ == wanted or id_.rpartition("-")[2].startswith(wanted) for id_ in ids
            )
            if begun or any(wanted in label for label in _labels(one)):
                yield one


def _labels(one: Proposal) -> Iterator[str]:
    yield from (sponsor.casefold() for sponsor in one.sponsors)
    for thread in one.group.threads:
        yield thread.claims[0].object.label.casefold()


class Places:
    """The places that sponsors and actors of a record belong to.

    A key is a country's code, else a name in small letters; a place and its adjective have one.
    """

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._keys: dict[str, str] = {}
        named = ((a.name.casefold(), a.country) for a in roster.actors.values() if a.country)
        self._countries = {name: country for name, country in named if country}
        self._held: dict[str, list[str]] = {}
        self._surnames: dict[str, set[str]] = {}
        for occupancy in roster.known.occupancies:
            body = roster.known.offices[occupancy.office_id].organization
            actor = roster.actors.get(occupancy.actor_id)
            if body and actor:
                key = self._key(body)
                self._held.setdefault(occupancy.actor_id, []).append(key)
                self._surnames.setdefault(actor.name.split()[-1].casefold(), set()).add(key)
        self._of: dict[str, str | None] = {}
        self._identities: dict[str, str | None] = {}

    def of(self, name: str) -> str | None:
        """Give the key of the place of an actor's id or of a sponsor's name, None where unknown."""
        if name not in self._of:
            known = name in self._roster.actors
            self._of[name] = self._of_identity(name) if known else self._of_name(name)
        return self._of[name]

    def _of_identity(self, actor_id: str) -> str | None:
        """Give where an actor belongs: one with thousands of others is looked at once with them."""
        one = self._roster.identities.of(actor_id)
        if one is None:
            return self._of_members((actor_id,))
        kept = one.actor.actor_id
        if kept not in self._identities:
            self._identities[kept] = self._of_members(one.members)
        return self._identities[kept]

    def _of_name(self, name: str) -> str | None:
        keys = self._surnames.get(name, set())
        return next(iter(keys)) if len(keys) == 1 else None

    def _of_members(self, ids: Iterable[str]) -> str | None:
        """Give where actors that are one belong: country, offices, or whom they speak for."""
        members = [self._roster.actors[id_] for id_ in ids]
        country = next((member.country for member in members if member.country), None)
        held = (key for member in members for key in self._held.get(member.actor_id, ()))
        spoken = next((member.speaks_for for member in members if member.speaks_for), None)
        found = country or next(held, None) or (self.of(spoken) if spoken else None)
        if found or members[0].schema is ActorSchema.PERSON:
            return found
        key = self._key(members[0].name)
        return key if members[0].schema in BODIES or key.isupper() else None

    def _key(self, name: str) -> str:
        """Give a place's key, the same for its name and its adjective."""
        first = name.casefold().removeprefix("the ").partition(" ")[0]
        key = self._countries.get(first) or place_key(name)
        begun = key if key.isupper() else key[:SAME]
        known = self._keys.setdefault(begun, key)
        return known if alike(known, key) else key


def place_key(name: str) -> str:
    """Give the key of the place that a body's name begins or ends with.

    >>> place_key("Russian Foreign Ministry"), place_key("Government of Norway"), place_key("Selun")
    ('RUS', 'NOR', 'selun')
    """
    words = name.casefold().removeprefix("the ").replace("’s", "").replace("'s", "").split()
    country = world.country_in(name)
    if country or not words:
        return country or ""
    return words[-1] if "of" in words else words[0]


def proposal_entry(one: Proposal, plans: Plans) -> Json:
    """Give a plan as a JSON object: the one place that names its keys."""
    actors = plans.actors
    return {
        "id": one.proposal_id,
        "label": one.label,
        "instrument_type": one.instrument,
        "counter_proposal": one.own,
        "sponsors": list(one.sponsors),
        "first_reported": one.first_reported,
        "lineages": list(one.members),
        "merges": [_joined_entry(item) for item in one.group.joined],
        "versions": [version_entry(version, plans) for version in one.versions],
        "ambiguous_mentions": [claim_entry(c, actors) for c in one.open if c.aspect == "named"],
        "version_not_said": [claim_entry(c, actors) for c in one.open if c.aspect != "named"],
    }


def _joined_entry(item: Joined) -> Json:
    return {
        "one": item.one,
        "other": item.other,
        "reason": item.reason,
        "score": item.score,
        "by": item.by,
    }


def version_entry(version: Version, plans: Plans) -> Json:
    """Give a version of a plan as a JSON object."""
    actors, created, points = plans.actors, version.created, plans.points[version.version_id]
    return {
        "id": version.version_id,
        "version": version.number,
        "label": version.label,
        "point_count": version.points,
        "point_count_qualifier": version.qualifier,
        "provisions_known": points.known,
        "provisions_unknown": points.unknown,
        "list_open": [words_entry(anchor) for anchor in points.open_words],
        "names": list(version.names),
        "first_reported": version.first_reported,
        "derived_from": version.derived_from,
        "superseded_by": version.superseded_by,
        "status": version.status,
        "publication_route": version.route,
        "created": created.on if created else None,
        "created_place": created.place.exact if created and created.place else None,
        "drafters": [_told_entry(told, actors) for told in version.drafters],
        "recipients": [_told_entry(told, actors) for told in version.recipients],
        "claims": [claim_entry(c, actors) for c in version.claims if c.aspect != "named"],
    }


def _told_entry(told: Told, actors: Mapping[str, Actor]) -> Json:
    return {
        "actor": named_entry(told.actor, actors),
        "status": told.status,
        "disputed": told.disputed,
        "routes": list(told.routes),
        "on": told.on,
        "claims": [claim.claim_id for claim in told.claims],
    }


def claim_entry(claim: PlanClaim, actors: Mapping[str, Actor]) -> Json:
    """Give what a document says of a plan as a JSON object."""
    return {
        "id": claim.claim_id,
        "doc_id": claim.doc_id,
        "plan": object_entry(claim.object),
        "aspect": claim.aspect,
        "status": claim.status,
        "actor": named_entry(claim.actor, actors),
        "number": claim.number,
        "qualifier": claim.qualifier,
        "on": claim.on,
        "place": words_entry(claim.place),
        "route": claim.route,
        "said_by": named_entry(claim.said_by, actors),
        "statement": claim.statement_id,
        "reported_on": claim.reported_on,
        "words": words_entry(claim.evidence),
    }
