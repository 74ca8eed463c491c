"""One entry of the record as a JSON object."""

from collections.abc import Callable
from typing import Any

from onrecord.record import (
    Actor,
    Condition,
    Deadline,
    Document,
    Meeting,
    Mention,
    Money,
    Occupancy,
    Office,
    PlanClaim,
    PlanText,
    Point,
    Process,
    Provision,
    Quantity,
    Reading,
    Stance,
    Statement,
    TimeExpression,
    Topic,
)
from onrecord.show.entries import (
    actor_entry,
    anchor_entry,
    document_entry,
    mention_entry,
    money_entry,
    quantity_entry,
    statement_entry,
    time_entry,
)
from onrecord.show.occasion_entries import account_entry
from onrecord.show.plans import claim_entry
from onrecord.show.proposals import point_entry, text_entry
from onrecord.show.provision_entries import reported_provision
from onrecord.show.provision_tables import behind
from onrecord.show.reviews import review_entry
from onrecord.show.source_entries import utterance_entry
from onrecord.show.sources import Sourcings
from onrecord.show.stance_entries import condition_entry, reported_entry, topic_entry
from onrecord.store import ActorFilter, Entry, Found, Store

Json = dict[str, Any]


def entry_json(store: Store, found: Found) -> Json:
    """Give an entry as JSON, with its kind."""
    return {"entry": found.kind, **json_of(store, store.entry(found))}


def json_of(store: Store, entry: Entry) -> Json:
    """Give an entry as JSON."""
    return ENTRIES[type(entry)](store, entry)


def own_json(store: Store, entry: Entry) -> Json:
    """Give an entry as JSON without what other documents report of the same utterance."""
    if isinstance(entry, Statement):
        return statement_entry(entry, actors_of(store), store.document(entry.doc_id))
    return json_of(store, entry)


def _document_json(store: Store, entry: Document) -> Json:
    files = {"files": list(store.names(entry.doc_id))}
    return {**document_entry(entry), **files, "text": entry.raw_text}


def _statement_json(store: Store, entry: Statement) -> Json:
    asked = Sourcings(store)
    uttered = utterance_entry(asked.reports_of(entry), {}, asked.outlets)
    return {**own_json(store, entry), "utterance": uttered}


def _condition_json(store: Store, entry: Condition) -> Json:
    review = {"review": review_entry(entry.provenance), "doc_id": entry.doc_id}
    return {**condition_entry(entry, actors_of(store)), **review}


def _stance_json(store: Store, entry: Stance) -> Json:
    return reported_entry(entry, actors_of(store), store.document(entry.doc_id).imprint)


def _provision_json(store: Store, entry: Provision) -> Json:
    names = behind(store, [entry])
    return reported_provision(entry, names.actors, names.imprints.get(entry.doc_id))


def _occasion_json(store: Store, entry: Meeting | Deadline) -> Json:
    return {**account_entry(entry, actors_of(store)), "doc_id": entry.doc_id}


def _occupancy_json(_: Store, entry: Occupancy) -> Json:
    return {
        "id": entry.occupancy_id,
        "office_id": entry.office_id,
        "actor_id": entry.actor_id,
        "start": entry.start,
        "end": entry.end,
        "evidence": [anchor_entry(anchor) for anchor in entry.evidence],
    }


def _office_json(_: Store, entry: Office) -> Json:
    return {"id": entry.office_id, "title": entry.title, "organization": entry.organization}


def _reading_json(_: Store, entry: Reading) -> Json:
    return {
        "id": entry.reading_id,
        "doc_id": entry.doc_id,
        "extractor": entry.extractor,
        "statements": len(entry.statements),
        "refused": entry.refused,
    }


ENTRIES: dict[type, Callable[[Store, Any], Json]] = {
    Document: _document_json,
    Statement: _statement_json,
    Actor: lambda _, one: actor_entry(one) or {},
    Stance: _stance_json,
    Condition: _condition_json,
    PlanClaim: lambda store, one: claim_entry(one, actors_of(store)),
    Provision: _provision_json,
    Meeting: _occasion_json,
    Deadline: _occasion_json,
    Topic: lambda _, one: {**topic_entry(one), "doc_id": one.doc_id},
    PlanText: lambda _, one: text_entry(one),
    Point: lambda _, one: point_entry(one),
    Mention: lambda _, one: mention_entry(one) or {},
    TimeExpression: lambda _, one: time_entry(one),
    Money: lambda _, one: money_entry(one),
    Quantity: lambda _, one: quantity_entry(one),
    Office: _office_json,
    Occupancy: _occupancy_json,
    Process: lambda _, one: {"id": one.process_id, "name": one.name},
    Reading: _reading_json,
}
"""How each kind of entry is given as JSON."""


def actors_of(store: Store) -> dict[str, Actor]:
    """Give the actors of a record by id."""
    return {actor.actor_id: actor for actor in store.actors(ActorFilter())}
