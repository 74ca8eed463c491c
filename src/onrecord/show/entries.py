"""Entries of the record as JSON objects: the one place that names their keys."""

from collections.abc import Mapping
from typing import Any

from onrecord.analyse import Moment
from onrecord.record import (
    Actor,
    Anchor,
    DateDetail,
    Detail,
    Document,
    Mention,
    Money,
    Noise,
    Quantity,
    Statement,
    TimeExpression,
)
from onrecord.show.reviews import review_entry
from onrecord.show.stance_entries import certainty_entry

Json = dict[str, Any]


def anchor_entry(anchor: Anchor) -> Json:
    """Give an anchor: exact words, context, offsets in published and cleaned code points."""
    return {
        "doc_id": anchor.doc_id,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start": anchor.start,
        "end": anchor.end,
        "clean_start": anchor.clean_start,
        "clean_end": anchor.clean_end,
        "sentence": anchor.sentence,
        "paragraph": anchor.paragraph,
    }


def _optional(anchor: Anchor | None) -> Json | None:
    return anchor_entry(anchor) if anchor else None


def detail_entry(detail: Detail | None) -> Json | None:
    """Give a fact about a document with the words or field it was read from."""
    if detail is None:
        return None
    return {"value": detail.value, "from": _origin(detail)}


def date_entry(detail: DateDetail | None) -> Json | None:
    """Give a date of a document with precision, zone, and where it was read."""
    if detail is None:
        return None
    return {
        "edtf": detail.edtf,
        "precision": detail.precision,
        "zone": detail.zone,
        "from": _origin(detail),
    }


def _origin(detail: Detail | DateDetail) -> Json:
    if detail.anchor:
        return {
            "words": detail.anchor.exact,
            "start": detail.anchor.start,
            "end": detail.anchor.end,
        }
    return {"field": detail.field}


def document_entry(document: Document) -> Json:
    """Give a document: what it is, its metadata and its noise, without its text."""
    about = document.metadata
    return {
        "id": document.doc_id,
        "file": document.name,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "encoding": document.encoding,
        "reader": document.reader,
        "characters": len(document.raw_text),
        "title": detail_entry(about.title),
        "outlet": detail_entry(about.publisher),
        "byline": detail_entry(about.byline),
        "agency_credits": [detail_entry(item) for item in about.agency_credits],
        "photo_credits": [detail_entry(item) for item in about.photo_credits],
        "language": about.language,
        "url": detail_entry(about.url),
        "url_status": about.url_status,
        "published": date_entry(about.published),
        "updated": date_entry(about.updated),
        "dateline": {
            "place": detail_entry(about.dateline_place),
            "day": date_entry(about.dateline_day),
        },
        "related_links": [
            {"title": link.title, "target": link.target} for link in about.related_links
        ],
        "noise": [noise_entry(document, item) for item in document.noise],
    }


def noise_entry(document: Document, noise: Noise) -> Json:
    """Give a place of noise and what was done with it."""
    return {
        "kind": noise.kind,
        "exact": document.raw_text[noise.span.start : noise.span.end],
        "start": noise.span.start,
        "end": noise.span.end,
        "fix": noise.fix,
        "fix_text": noise.fix_text,
    }


def actor_entry(actor: Actor | None) -> Json | None:
    """Give an actor."""
    if actor is None:
        return None
    return {
        "id": actor.actor_id,
        "name": actor.name,
        "schema": actor.schema,
        "aliases": list(actor.aliases),
        "country": actor.country,
        "speaks_for": actor.speaks_for,
    }


def mention_entry(mention: Mention | None) -> Json | None:
    """Give a mention: the words that name a source, and why they name this actor."""
    if mention is None:
        return None
    return {
        "id": mention.mention_id,
        "kind": mention.kind,
        "actor_id": mention.actor_id,
        "literal_place": mention.literal_place,
        "basis": mention.basis,
        "anchor": anchor_entry(mention.anchor),
    }


def statement_entry(
    statement: Statement, actors: Mapping[str, Actor], document: Document | None = None
) -> Json:
    """Give a statement with all its words."""
    title = document.metadata.title if document else None
    outlet = document.metadata.publisher if document else None
    return {
        "id": statement.statement_id,
        "doc_id": statement.doc_id,
        "file": document.name if document else None,
        "title": title.value if title else None,
        "outlet": outlet.value if outlet else None,
        "speaker": actor_entry(actors.get(statement.actor_id or "")),
        "source": mention_entry(statement.source),
        "cue": _optional(statement.cue),
        "content": [anchor_entry(anchor) for anchor in statement.content],
        "quoted": [anchor_entry(anchor) for anchor in statement.quoted],
        "form": statement.form,
        "speech_act": statement.speech_act,
        "reporter_distance": statement.reporter_distance,
        "sourcing_level": statement.sourcing_level,
        "flag_unnamed_opinion": statement.flag_unnamed_opinion,
        "said_on": statement.said_on,
        "said_on_basis": statement.said_on_basis,
        "reported_on": statement.reported_on,
        "nested_in": statement.nested_in,
        "certainty": certainty_entry(statement.certainty),
        "act_words": [anchor_entry(anchor) for anchor in statement.act_words],
        "chain": [anchor_entry(anchor) for anchor in statement.chain],
        "addressee": _optional(statement.addressee),
        "venue": _optional(statement.venue),
        "target": _optional(statement.target),
        "gist": statement.gist,
        "rule": statement.provenance.rule_id,
        "confidence": statement.provenance.confidence,
        "for_review": statement.for_review,
        "review": review_entry(statement.provenance),
    }


def time_entry(time: TimeExpression) -> Json:
    """Give a time expression."""
    return {
        "id": time.time_id,
        "type": time.type,
        "edtf": time.edtf,
        "timex_value": time.timex_value,
        "mod": time.mod,
        "function": time.function,
        "role": time.role,
        "role_basis": time.role_basis,
        "rule": time.rule,
        "anchor": anchor_entry(time.anchor),
    }


def money_entry(money: Money) -> Json:
    """Give a sum of money."""
    return {
        "id": money.money_id,
        "amount": money.amount,
        "upper": money.upper,
        "currency": money.currency,
        "currency_basis": money.currency_basis,
        "qualifier": money.qualifier,
        "anchor": anchor_entry(money.anchor),
        "purpose": anchor_entry(money.purpose) if money.purpose else None,
    }


def quantity_entry(quantity: Quantity) -> Json:
    """Give a quantity."""
    return {
        "id": quantity.quantity_id,
        "number": quantity.number,
        "upper": quantity.upper,
        "unit": quantity.unit,
        "qualifier": quantity.qualifier,
        "anchor": anchor_entry(quantity.anchor),
    }


def moment_entry(moment: Moment, actors: Mapping[str, Actor]) -> Json:
    """Give an entry of the timeline."""
    actor = actors.get(moment.actor_id or "")
    return {
        "kind": moment.kind,
        "edtf": moment.edtf,
        "date_min": moment.first.isoformat() if moment.first else None,
        "date_max": moment.last.isoformat() if moment.last else None,
        "speaker": actor.name if actor else None,
        "words": moment.words,
        "confidence": moment.confidence,
        "for_review": moment.for_review,
        "review": moment.state,
        "doc_id": moment.doc_id,
        "id": moment.entry_id,
        "anchor": _optional(moment.anchor),
    }
