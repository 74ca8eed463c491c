"""Events as JSON objects, as PLOVER records and as rows: the one place that names their keys.

Spans are code points of the text as published, end exclusive. A PLOVER record is what the manual
asks for: an id, a type, a day, who acts; to whom is needed for COOPERATE, AID and SANCTION.
"""

from collections.abc import Mapping
from typing import Any

from onrecord.extract.events import sector_named
from onrecord.record import Actor, Event, EventParty, PloverEvent
from onrecord.record.edtf import first_bounds
from onrecord.show.stance_entries import named_entry, words_entry

Json = dict[str, Any]
Actors = Mapping[str, Actor]

TO_SOMEBODY = frozenset({PloverEvent.COOPERATE, PloverEvent.AID, PloverEvent.SANCTION})
"""The types for which PLOVER asks to whom."""
COLUMNS = (
    "id",
    "plover",
    "mode",
    "contexts",
    "aux",
    "own_type",
    "date",
    "actors",
    "recipients",
    "words",
    "basis",
    "entry_id",
    "told_by",
    "confirmed",
    "reported_on",
    "doc_id",
    "start",
    "end",
)


def event_entry(event: Event, actors: Actors) -> Json:
    """Give an event with its words."""
    return {
        "id": event.event_id,
        "own_type": event.own_type,
        "plover": event.plover,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "aux": list(event.aux),
        "date": event.date,
        "actors": [_party_entry(party, actors) for party in event.actors],
        "recipients": [_party_entry(party, actors) for party in event.recipients],
        "evidence": [words_entry(anchor) for anchor in event.evidence],
        "basis": event.basis,
        "entry": event.entry_id,
        "told_by": named_entry(event.told_by, actors),
        "confirmed": event.confirmed,
        "reported_on": event.reported_on,
        "doc_id": event.doc_id,
        "rule": event.provenance.rule_id,
        "confidence": event.provenance.confidence,
    }


def _party_entry(party: EventParty, actors: Actors) -> Json:
    return {
        "id": party.actor_id,
        "name": party_name(party, actors),
        "country": party.country,
        "sector": party_sector(party, actors),
        "words": words_entry(party.words),
    }


def party_name(party: EventParty, actors: Actors) -> str:
    """Give the name of somebody in an event: the record's, else the words."""
    actor = actors.get(party.actor_id or "")
    if actor:
        return actor.name
    return " ".join(party.words.exact.split()) if party.words else ""


def party_sector(party: EventParty, actors: Actors) -> str | None:
    """Give the sector of somebody: by his words, his name, or the body that he speaks for."""
    actor = actors.get(party.actor_id or "")
    body = actors.get(actor.speaks_for or "") if actor else None
    names = (each.name for each in (actor, body) if each)
    return party.sector or next(filter(None, map(sector_named, names)), None)


def plover_record(event: Event, actors: Actors) -> Json | None:
    """Give an event as PLOVER's record, None where the manual asks for more than is known.

    An interval goes to `date` and `enddate`, as days.
    """
    first, last = first_bounds(event.date, event.reported_on)
    day = first or last
    lacking = event.plover in TO_SOMEBODY and not event.recipients
    if event.plover is None or day is None or not event.actors or lacking:
        return None
    record: Json = {"id": event.event_id, "date": day.isoformat()}
    if last and last != day:
        record["enddate"] = last.isoformat()
    words = event.evidence[0]
    return {
        **record,
        "actor": [_plover_party(party, actors) for party in event.actors],
        "recipient": [_plover_party(party, actors) for party in event.recipients],
        "event": [event.plover],
        "mode": [event.mode] if event.mode else [],
        "context": list(event.contexts),
        "aux": list(event.aux),
        "text": words.exact,
        "doc_id": words.doc_id,
        "start": words.start,
        "end": words.end,
        "confirmed": event.confirmed,
    }


def _plover_party(party: EventParty, actors: Actors) -> Json:
    found = {
        "code": party.country,
        "sector": party_sector(party, actors),
        "identifier_text": party_name(party, actors),
    }
    return {key: value for key, value in found.items() if value}


def event_row(event: Event, actors: Actors) -> list[Any]:
    """Give an event as the values of `COLUMNS`."""
    told = actors.get(event.told_by or "")
    return [
        event.event_id,
        event.plover,
        event.mode,
        "; ".join(event.contexts),
        "; ".join(event.aux),
        event.own_type,
        event.date,
        "; ".join(party_name(party, actors) for party in event.actors),
        "; ".join(party_name(party, actors) for party in event.recipients),
        " … ".join(anchor.exact for anchor in event.evidence),
        event.basis,
        event.entry_id,
        told.name if told else event.told_by,
        event.confirmed,
        event.reported_on,
        event.doc_id,
        event.evidence[0].start,
        event.evidence[-1].end,
    ]
