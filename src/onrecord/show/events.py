"""What a record tells of events: those that follow from its entries, and those of the texts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from onrecord.analyse.events import RecordEvents
from onrecord.extract.events import events_in_text
from onrecord.record import Document, Event, EventParty, PloverEvent, Reading, ReviewState
from onrecord.record.edtf import first_bounds
from onrecord.show.roster import Roster
from onrecord.store import (
    DocumentFilter,
    EntryFilter,
    ProvisionFilter,
    StanceFilter,
    StatementFilter,
    Store,
)

Parties = tuple[EventParty, ...]

ANSWERED = frozenset({"accept", "refuse", "offer"})
"""Speech acts that a stance read from the same statement tells more exactly."""


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are wanted.

    `actor` is part of a name or an id of somebody on either side. `types` are PLOVER's, empty for
    all; `coded` leaves out what has none. `since` and `until` are
    days on which it may have been. `states` are those of people's decisions on the entries behind
    events: with them, events that only the text's verbs tell are left out.
    """

    types: tuple[PloverEvent, ...] = ()
    since: date | None = None
    until: date | None = None
    actor: str | None = None
    process: str | None = None
    coded: bool = False
    states: tuple[ReviewState, ...] = ()


def events(store: Store, wanted: EventFilter) -> Iterator[Event]:
    """Give the events wanted, document by document in their order, in text order.

    Verbs are read when this is asked for: no reading of the record holds them.
    """
    actors = {actor.actor_id: actor for actor in store.actors()}
    asked = frozenset(Roster(store).ids(wanted.actor)) if wanted.actor else frozenset()
    made = RecordEvents(actors)
    for document in store.documents(DocumentFilter(process=wanted.process)):
        known = _known(store, document.doc_id, wanted.states)
        text = () if wanted.states else events_in_text(document, known)
        for event in _together(made, known, text):
            if _is_wanted(event, wanted) and (not wanted.actor or _has(event, wanted.actor, asked)):
                yield event


def events_of(document: Document, reading: Reading) -> list[Event]:
    """Give the events of a document that is in no record, in text order."""
    made = RecordEvents({actor.actor_id: actor for actor in reading.actors})
    return _together(made, reading, events_in_text(document, reading))


def _known(store: Store, doc_id: str, states: tuple[ReviewState, ...]) -> Reading:
    """Give what the record holds of a document, with what people decided."""
    entries = EntryFilter(doc_id=doc_id, states=states)
    machine = store.reading(doc_id)
    return Reading(
        doc_id=doc_id,
        extractor=machine.extractor,
        refused=machine.refused,
        statements=tuple(store.statements(StatementFilter(doc_id=doc_id, states=states))),
        stances=tuple(store.stances(StanceFilter(doc_id=doc_id, states=states))),
        conditions=() if states else tuple(store.conditions(entries)),
        meetings=tuple(store.meetings(entries)),
        deadlines=tuple(store.deadlines(entries)),
        plans=tuple(store.plans(entries)),
        provisions=tuple(store.provisions(ProvisionFilter(doc_id=doc_id))),
        mentions=machine.mentions,
        actors=machine.actors,
        times=machine.times,
    )


def _together(made: RecordEvents, known: Reading, text: tuple[Event, ...]) -> list[Event]:
    """Give the events of a document, each once: an entry's before the same one of the text.

    What a plan wants done is not done: verbs in the words of a provision tell of no event.
    """
    own = [_completed(event, text) for event in _of_entries(made, known)]
    points = [provision.anchor.span for provision in known.provisions]
    kept = [
        event
        for event in text
        if not any(_is_same(event, one) for one in own)
        and not any(event.evidence[0].span.meets(point) for point in points)
    ]
    found = {event.event_id: event for event in (*own, *kept)}
    return sorted(found.values(), key=_by_place)


def _by_place(event: Event) -> tuple[int, int, str]:
    return event.evidence[0].start, event.evidence[-1].end, event.event_id


def _completed(event: Event, text: tuple[Event, ...]) -> Event:
    """Give an event of an entry with those whom the text's verbs name in the same event.

    Whom the entry names in the same words stays, as the record knows him. Where somebody says what
    another does (`the minister said [France] would help`), it is the other's.
    """
    same = next((one for one in text if _is_same(event, one)), None)
    if same is None:
        return event
    return replace(
        event,
        actors=_named(event.actors, same.actors),
        recipients=_named(event.recipients, same.recipients),
        mode=event.mode or same.mode,
        contexts=tuple(dict.fromkeys((*event.contexts, *same.contexts))),
    )


def _named(own: Parties, told: Parties) -> Parties:
    """Give those whom the text names, each as the entry knows him where it does."""
    if not told:
        return own
    return tuple(next((one for one in own if _meet(one, each)), each) for each in told)


def _meet(one: EventParty, other: EventParty) -> bool:
    return bool(one.words and other.words and one.words.span.meets(other.words.span))


def _is_same(one: Event, other: Event) -> bool:
    if one.plover is not other.plover:
        return False
    return any(a.span.meets(b.span) for a in one.evidence for b in other.evidence)


def _of_entries(made: RecordEvents, known: Reading) -> Iterator[Event]:
    by_id = {statement.statement_id: statement for statement in known.statements}
    told: set[str] = set()
    for stance in known.stances:
        said = [by_id[each] for each in stance.statements if each in by_id]
        holder = (one.source for one in said if one.actor_id == stance.holder and one.source)
        mention = next(holder, None)
        if event := made.of_stance(stance, mention.anchor if mention else None):
            told.update(stance.statements)
            yield event
    for statement in known.statements:
        answered = statement.statement_id in told and statement.speech_act in ANSWERED
        if not answered and (event := made.of_statement(statement)):
            yield event
    for condition in known.conditions:
        said_in = by_id.get(condition.statement_id or "")
        if said_in and (event := made.of_condition(condition, said_in)):
            yield event
    others = (
        *map(made.of_meeting, known.meetings),
        *map(made.of_deadline, known.deadlines),
        *map(made.of_plan, known.plans),
    )
    yield from (event for event in others if event)


def _has(event: Event, name: str, ids: frozenset[str]) -> bool:
    """Tell whether somebody takes part: one of these actors, or whose words have this name."""
    parties = (*event.actors, *event.recipients)
    if any(party.actor_id in ids for party in parties):
        return True
    words = (party.words.exact for party in parties if party.words and not party.actor_id)
    return any(f" {name.casefold()}" in f" {each.casefold()}" for each in words)


def _is_wanted(event: Event, wanted: EventFilter) -> bool:
    if wanted.types and event.plover not in wanted.types:
        return False
    if wanted.coded and event.plover is None:
        return False
    first, last = first_bounds(event.date, event.reported_on)
    early = wanted.since is not None and last is not None and last < wanted.since
    begun = first or last  # of what began nobody says when, the last possible day counts
    return not early and not (
        wanted.until is not None and begun is not None and begun > wanted.until
    )
