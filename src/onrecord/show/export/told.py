"""The rows of meetings, deadlines, conflicts, events, actors and decisions."""

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.errors import OnrecordError
from onrecord.record import Anchor, EventParty, Ruling
from onrecord.show.event_entries import party_name, party_sector
from onrecord.show.export.asked import Asked, Row, read_by


def meetings(asked: Asked) -> Iterator[Row]:
    """Give the accounts of meetings; those of one meeting have its id and stand together."""
    for one in asked.occasions.meetings():
        for account in one.accounts:
            if not asked.keeps(account.meeting_id, account.provenance):
                continue
            yield {
                "id": account.meeting_id,
                "meeting": one.meeting_id,
                "type": account.type,
                "status": account.status,
                "track": account.track,
                "participants": asked.names(account.participants),
                "host": asked.who(account.host)["name"],
                "venue": account.place,
                "date": account.date,
                "agenda": [anchor.exact for anchor in account.agenda],
                "outcome": [anchor.exact for anchor in account.outcome],
                "told_by": asked.who(account.told_by)["name"],
                **asked.place(account.doc_id, account.evidence),
                **read_by(account.provenance),
            }


def deadlines(asked: Asked) -> Iterator[Row]:
    """Give the accounts of deadlines, with where the deadline stands on the last day of report."""
    day = asked.occasions.day
    for one in asked.occasions.deadlines():
        standing = one.standing(day)
        for account in one.accounts:
            if not asked.keeps(account.deadline_id, account.provenance):
                continue
            yield {
                "id": account.deadline_id,
                "deadline": one.deadline_id,
                "status": standing.status,
                "step": account.step,
                "due": account.due,
                "moved_from": account.moved_from,
                "set_by": asked.who(account.set_by)["name"],
                "addressees": asked.names(account.addressees),
                "act_required": account.act_required,
                "act": account.act_words.exact if account.act_words else None,
                "firmness": account.firmness,
                "consequence": account.consequence.exact if account.consequence else None,
                "announced_on": account.announced_on,
                "told_by": asked.who(account.told_by)["name"],
                **asked.place(account.doc_id, account.evidence),
                **read_by(account.provenance),
            }


def conflicts(asked: Asked) -> Iterator[Row]:
    """Give both sides of each conflict, an account a row.

    Of what people confirmed only those of which every account is exported are given.
    """
    for one in asked.conflicts.all:
        accounts = [*(("a", each) for each in one.a), *(("b", each) for each in one.b)]
        if asked.confirmed_only and not all(e.entry_id in asked.kept for _, e in accounts):
            continue
        for side, account in accounts:
            by = asked.who(account.actor)
            yield {
                "id": one.conflict_id,
                "type": one.type,
                "open": one.open,
                "about": one.about,
                "reason": one.reason,
                "side": side,
                "by": by["name"],
                "by_id": by["id"],
                "entry": account.entry_id,
                "said_on": account.said_on,
                **asked.place(account.doc_id, account.words),
            }


def events(asked: Asked) -> Iterator[Row]:
    """Give who did what to whom, in PLOVER's types."""
    for event in asked.events():
        yield {
            "id": event.event_id,
            "plover": event.plover,
            "mode": event.mode,
            "contexts": list(event.contexts),
            "aux": list(event.aux),
            "own_type": event.own_type,
            "date": event.date,
            **_parties(asked, event.actors, "actor"),
            **_parties(asked, event.recipients, "recipient"),
            "basis": event.basis,
            "entry": event.entry_id,
            "told_by": asked.who(event.told_by)["name"],
            "confirmed": event.confirmed,
            **asked.place(event.doc_id, event.evidence),
            **read_by(event.provenance),
        }


def _parties(asked: Asked, parties: tuple[EventParty, ...], side: str) -> Row:
    known = asked.roster.actors
    for party in parties:
        asked.who(party.actor_id)
    return {
        f"{side}s": [party_name(party, known) for party in parties],
        f"{side}_countries": [party.country or "" for party in parties],
        f"{side}_sectors": [party_sector(party, known) or "" for party in parties],
    }


def actors(asked: Asked) -> Iterator[Row]:
    """Give who is on record, by name and id; the words are those of the first mention.

    Of what people confirmed only those are given whom exported rows name.
    """
    first = _first_mentions(asked)
    rows = sorted(
        asked.roster.rows(), key=lambda row: (row.identity.actor.name, row.identity.actor.actor_id)
    )
    for row in rows:
        actor = row.identity.actor
        if asked.confirmed_only and actor.actor_id not in asked.named:
            continue
        place = first.get(actor.actor_id)
        yield {
            "id": actor.actor_id,
            "name": actor.name,
            "schema": actor.schema,
            "country": actor.country,
            "aliases": list(actor.aliases),
            "speaks_for": asked.who(actor.speaks_for)["name"],
            "offices": [
                " of ".join(filter(None, (held.office.title, held.office.organization)))
                for held in row.offices
            ],
            "members": list(row.identity.members),
            "statements": row.statements,
            "mentions": row.mentions,
            "first_published": row.first,
            "last_published": row.last,
            **asked.place(place.doc_id if place else "", [place]),
        }


def _first_mentions(asked: Asked) -> Mapping[str, Anchor]:
    """Give the first mention of each identity, in the order of the coverage."""
    found: dict[str, Anchor] = {}
    for doc_id in asked.imprints:
        for mention in asked.store.mentions(doc_id):
            identity = asked.roster.identities.of(mention.actor_id or "")
            if identity:
                found.setdefault(identity.actor.actor_id, mention.anchor)
    return found


def decisions(asked: Asked) -> Iterator[Row]:
    """Give what people decided, in the order made: on entries, then on who is one with whom."""
    for ruling in asked.store.rulings():
        if asked.process and ruling.doc_id not in asked.imprints:
            continue
        yield {
            "id": ruling.ruling_id,
            "action": ruling.action,
            "kind": ruling.kind,
            "entry": ruling.entry_id,
            "other_entry": None,
            "field": ruling.field,
            "before": ruling.before,
            "value": ruling.value,
            "undoes": ruling.of,
            "by": ruling.by,
            "at": ruling.at,
            "note": ruling.note,
            **asked.place(ruling.doc_id, _words(asked, ruling)),
        }
    for decision in asked.store.decisions():
        yield {
            **dict.fromkeys(("field", "before", "value", "undoes")),
            "id": None,
            "action": decision.verdict,
            "kind": "actor",
            "entry": decision.one,
            "other_entry": decision.other,
            "by": decision.decided_by,
            "at": decision.decided_at,
            "note": decision.reason,
            **asked.place("", []),
        }


def _words(asked: Asked, ruling: Ruling) -> list[Anchor]:
    """Give the words of the entry that was decided on, none where it stands nowhere today."""
    try:
        entry: Any = asked.store.case(ruling.entry_id).entry
    except OnrecordError:
        return []
    for name in ("content", "evidence", "anchor"):
        words = getattr(entry, name, None)
        if words:
            return [words] if isinstance(words, Anchor) else list(words)
    return []
