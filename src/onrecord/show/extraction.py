"""One line of JSON for one document: the output of `onrecord extract`, format version 1.

Documented in docs/reference/extract-format.md; a key is never renamed, new ones may come.
"""

from collections.abc import Sequence
from itertools import count
from typing import Any

from onrecord.record import (
    Actor,
    Anchor,
    Document,
    Mention,
    Money,
    Quantity,
    Reading,
    Statement,
    TimeExpression,
)
from onrecord.show.occasion_entries import deadline_entry, meeting_entry
from onrecord.show.plans import claim_entry
from onrecord.show.provision_entries import provision_entry
from onrecord.show.stance_entries import (
    certainty_entry,
    condition_entry,
    named_entry,
    stance_entry,
    topic_entry,
    words_entry,
)

FORMAT = 1


class Names:
    """Gives each document a name of its own: the file's stem, numbered where two collide."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, file: str) -> str:
        """Give the next document's name; `a/talks.txt` and `b/talks.md` are `talks`, `talks-2`."""
        stem = file.replace("\\", "/").rsplit("/", 1)[-1]
        stem = stem.rsplit(".", 1)[0] if "." in stem.strip(".") else stem
        names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
        name = next(name for name in names if name not in self._taken)
        self._taken.add(name)
        return name


def extraction(doc: str, document: Document, reading: Reading) -> dict[str, Any]:
    """Give everything found in a document; all spans are published code points, end exclusive."""
    actors = {actor.actor_id: actor for actor in reading.actors}
    return {
        "doc": doc,
        "doc_id": document.doc_id,
        "file": document.name,
        "sha256": document.sha256,
        "format": FORMAT,
        "extractor": reading.extractor,
        "refused": reading.refused,
        "metadata": _metadata(document),
        "attributions": [_attribution(s, actors) for s in reading.statements if not s.for_review],
        "for_review": [_attribution(s, actors) for s in reading.statements if s.for_review],
        "times": [_time(item) for item in reading.times],
        "mentions": [_mention(item, actors) for item in reading.mentions],
        "actors": [_actor(item) for item in reading.actors],
        "stances": [stance_entry(item, actors) for item in reading.stances],
        "provisions": [provision_entry(item, actors) for item in reading.provisions],
        "conditions": [condition_entry(item, actors) for item in reading.conditions],
        "plans": [claim_entry(item, actors) for item in reading.plans],
        "topics": [topic_entry(item) for item in reading.topics],
        "meetings": [meeting_entry(item, actors) for item in reading.meetings],
        "deadlines": [deadline_entry(item, actors) for item in reading.deadlines],
        "money": [_money(item) for item in reading.money],
        "quantities": [_quantity(item) for item in reading.quantities],
        "noise": [
            {"span": list(item.span), "kind": item.kind, "fix": item.fix, "fix_text": item.fix_text}
            for item in document.noise
        ],
    }


def _metadata(document: Document) -> dict[str, Any]:
    about = document.metadata
    return {
        "title": about.title.value if about.title else None,
        "published_on": document.published_on,
        "published_at": about.published.edtf if about.published else None,
        "updated_on": about.updated.edtf if about.updated else None,
        "publisher": about.publisher.value if about.publisher else None,
        "byline": about.byline.value if about.byline else None,
        "agency_credits": [credit.value for credit in about.agency_credits],
        "photo_credits": [credit.value for credit in about.photo_credits],
        "dateline_place": about.dateline_place.value if about.dateline_place else None,
        "dateline_day": about.dateline_day.edtf if about.dateline_day else None,
        "language": about.language,
        "url": about.url.value if about.url else None,
        "url_status": about.url_status,
        "related_links": [
            {"title": link.title, "target": link.target} for link in about.related_links
        ],
        "reader": document.reader,
        "encoding": document.encoding,
    }


def _attribution(item: Statement, actors: dict[str, Actor]) -> dict[str, Any]:
    speaker = actors.get(item.actor_id or "")
    return {
        "id": item.statement_id,
        "source": _spans([item.source.anchor] if item.source else []),
        "cue": _spans([item.cue] if item.cue else []),
        "content": _spans(item.content),
        "quoted": _spans(item.quoted),
        "speaker": speaker.name if speaker else None,
        "speaker_id": item.actor_id,
        "speaker_schema": speaker.schema if speaker else None,
        "form": item.form,
        "speech_act": item.speech_act,
        "reporter_distance": item.reporter_distance,
        "sourcing_level": item.sourcing_level,
        "flag_unnamed_opinion": item.flag_unnamed_opinion,
        "said_on": item.said_on,
        "said_on_basis": item.said_on_basis,
        "nested_in": item.nested_in,
        "certainty": certainty_entry(item.certainty),
        "act_words": _spans(item.act_words),
        "chain": _spans(item.chain),
        "addressee": _spans([item.addressee] if item.addressee else []),
        "venue": _spans([item.venue] if item.venue else []),
        "target": _spans([item.target] if item.target else []),
        "target_actor": named_entry(item.target_id, actors),
        "rule": item.provenance.rule_id,
        "confidence": item.provenance.confidence,
    }


def _time(item: TimeExpression) -> dict[str, Any]:
    return {
        "span": list(item.anchor.span),
        "type": item.type,
        "edtf": item.edtf,
        "timex_value": item.timex_value,
        "mod": item.mod,
        "function": item.function,
        "role": item.role,
        "role_basis": item.role_basis,
        "rule": item.rule,
    }


def _money(item: Money) -> dict[str, Any]:
    return {
        "id": item.money_id,
        "span": list(item.anchor.span),
        "amount": item.amount,
        "upper": item.upper,
        "currency": item.currency,
        "qualifier": item.qualifier,
        "purpose": words_entry(item.purpose),
    }


def _quantity(item: Quantity) -> dict[str, Any]:
    return {
        "id": item.quantity_id,
        "span": list(item.anchor.span),
        "number": item.number,
        "upper": item.upper,
        "unit": item.unit,
        "qualifier": item.qualifier,
    }


def _mention(item: Mention, actors: dict[str, Actor]) -> dict[str, Any]:
    actor = actors.get(item.actor_id or "")
    return {
        "id": item.mention_id,
        "span": list(item.anchor.span),
        "kind": item.kind,
        "actor": actor.name if actor else None,
        "actor_id": item.actor_id,
        "literal_place": item.literal_place,
        "basis": item.basis,
    }


def _actor(item: Actor) -> dict[str, Any]:
    return {
        "id": item.actor_id,
        "name": item.name,
        "schema": item.schema,
        "aliases": list(item.aliases),
        "country": item.country,
        "speaks_for": item.speaks_for,
    }


def _name(actor_id: str | None, actors: dict[str, Actor]) -> str | None:
    actor = actors.get(actor_id or "")
    return actor.name if actor else None


def _spans(anchors: Sequence[Anchor]) -> list[list[int]]:
    return [list(anchor.span) for anchor in anchors]
