"""Stances, conditions, shifts and coverage as JSON objects: the one place that names their keys.

Spans are code points of the text as published, end exclusive.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from onrecord.analyse import Behind, Gap, OutletCount, Shift
from onrecord.record import (
    Actor,
    Anchor,
    Certainty,
    Condition,
    Imprint,
    Stance,
    StanceBasis,
    StanceObject,
    Topic,
)
from onrecord.show.reviews import review_entry

Json = dict[str, Any]
Actors = Mapping[str, Actor]


def words_entry(anchor: Anchor | None) -> Json | None:
    """Give words at their place: `start`, `end`, `exact`."""
    if anchor is None:
        return None
    return {"start": anchor.start, "end": anchor.end, "exact": anchor.exact}


def named_entry(actor_id: str | None, actors: Actors) -> Json | None:
    """Give an actor as id and name, None where there is none."""
    if actor_id is None:
        return None
    actor = actors.get(actor_id)
    return {"id": actor_id, "name": actor.name if actor else None}


def topic_entry(topic: Topic) -> Json:
    """Give what a statement is about, with the words that name it."""
    return {
        "id": topic.topic_id,
        "statement": topic.statement_id,
        "about": object_entry(topic.object),
        "words": words_entry(topic.words),
    }


def object_entry(about: StanceObject) -> Json:
    """Give what a stance is about."""
    return {
        "id": about.object_id,
        "kind": about.kind,
        "label": about.label,
        "lineage": about.lineage,
        "version": about.version,
        "category": about.category,
    }


def stance_entry(stance: Stance, actors: Actors) -> Json:
    """Give a stance with its words."""
    return {
        "id": stance.stance_id,
        "holder": named_entry(stance.holder, actors),
        "object": object_entry(stance.object),
        "stance": stance.value,
        "ordinal": stance.value.ordinal,
        "basis": stance.basis,
        "aspect": stance.aspect,
        "as_of": stance.as_of,
        "reported_by": named_entry(stance.reported_by, actors),
        "version_ambiguous": stance.version_ambiguous,
        "statements": list(stance.statements),
        "evidence": [words_entry(anchor) for anchor in stance.evidence],
        "object_words": words_entry(stance.object_words),
        "rule": stance.provenance.rule_id,
        "confidence": stance.provenance.confidence,
        "for_review": stance.for_review,
    }


def reported_entry(stance: Stance, actors: Actors, imprint: Imprint | None) -> Json:
    """Give a stance of a record: with its document, and whether it is the holder's own word."""
    return {
        **stance_entry(stance, actors),
        "own": stance.basis is StanceBasis.EXPRESSED,
        "review": review_entry(stance.provenance),
        "reported_on": stance.reported_on,
        "doc_id": stance.doc_id,
        "file": imprint.name if imprint else None,
        "title": imprint.title if imprint else None,
        "outlet": imprint.outlet if imprint else None,
    }


def condition_entry(condition: Condition, actors: Actors) -> Json:
    """Give a condition: if this, then that, else the other."""
    return {
        "id": condition.condition_id,
        "type": condition.type,
        "by": named_entry(condition.by, actors),
        "if": words_entry(condition.demand),
        "then": words_entry(condition.consequence),
        "else": words_entry(condition.otherwise),
        "statement": condition.statement_id,
        "rule": condition.provenance.rule_id,
        "confidence": condition.provenance.confidence,
    }


def certainty_entry(certainty: Certainty | None) -> Json | None:
    """Give how certain the source and the reporter are, and the words that decided it."""
    if certainty is None:
        return None
    return {
        "source": certainty.source,
        "author": certainty.author,
        "conditional": certainty.conditional,
        "hedges": [words_entry(anchor) for anchor in certainty.hedges],
    }


def shift_entry(shift: Shift, before: Json, after: Json, actors: Actors) -> Json:
    """Give a shift with the entries of its two stances and the coverage behind it."""
    return {
        "kind": shift.kind,
        "holder": named_entry(shift.holder, actors),
        "object": object_entry(shift.object),
        "direction": shift.direction,
        "steps": shift.steps,
        "days": shift.days,
        "order_is_sure": shift.order_is_sure,
        "from": before,
        "to": after,
        "reports": [each.stance_id for each in shift.reports],
        "coverage": behind_entry(shift.behind),
    }


def behind_entry(behind: Behind | None) -> Json | None:
    """Give the coverage behind a shift, None where a day of publication is not known."""
    if behind is None:
        return None
    return {
        "first": _iso(behind.period.first),
        "last": _iso(behind.period.last),
        "outlets": [outlet_entry(each) for each in behind.in_period],
        "earlier": {
            "first": _iso(behind.earlier.first),
            "last": _iso(behind.earlier.last),
            "outlets": [outlet_entry(each) for each in behind.in_earlier],
        },
        "new_outlet": behind.new_outlet,
    }


def outlet_entry(count: OutletCount) -> Json:
    """Give the articles of an outlet, by day."""
    return {
        "outlet": count.outlet,
        "articles": count.articles,
        "first": _iso(count.first),
        "last": _iso(count.last),
        "days": {published.isoformat(): number for published, number in count.days},
    }


def gap_entry(gap: Gap, actors: Actors) -> Json:
    """Give a side without a position of its own, and why."""
    return {
        "holder": named_entry(gap.holder, actors),
        "object": object_entry(gap.object),
        "why": gap.why,
        "articles": gap.articles,
        "heard": gap.heard,
        "told": [each.stance_id for each in gap.told],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
