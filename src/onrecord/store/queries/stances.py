"""Questions for stances."""

from collections.abc import Collection, Sequence

from sqlalchemy import or_, select

from onrecord.record import ReviewState
from onrecord.store import search
from onrecord.store.filters import StanceFilter
from onrecord.store.mapping.names import folded
from onrecord.store.queries.actors import ids_named
from onrecord.store.queries.conditions import (
    CURRENT,
    TEXT_ORDER,
    Condition,
    Question,
    in_document,
    in_processes,
    known_by,
    left_by,
    page,
    shown,
)
from onrecord.store.queries.findings import for_review, found
from onrecord.store.schema import documents, entries, links, reviewed, stances


def stances_wanted(wanted: StanceFilter, process_ids: Sequence[str] | None) -> Question:
    """Ask for the stances that a filter wants."""
    conditions = [
        *_taken(wanted),
        *known_by(wanted.as_of),
        *in_processes(process_ids),
        *in_document(wanted.doc_id),
        *for_review(stances, wanted.review),
    ]
    if wanted.holder is not None:
        conditions.append(_of(wanted.holder))
    if wanted.object is not None:
        conditions.append(_about(wanted.object))
    if wanted.values:
        conditions.append(stances.c.value.in_(wanted.values))
    if wanted.bases:
        conditions.append(stances.c.basis.in_(wanted.bases))
    current = shown(wanted.as_of, wanted.doc_id)
    question = found(stances, wanted.states).where(current, *conditions)
    return page(question.order_by(*TEXT_ORDER), wanted)


ALL_STATES = tuple(ReviewState)

OUTLINE = (
    stances.c.holder,
    stances.c.object_id,
    stances.c.object_kind,
    stances.c.label,
    stances.c.lineage,
    stances.c.object_version,
    stances.c.category,
    stances.c.value,
    stances.c.basis,
    stances.c.as_of,
    stances.c.reported_on,
    stances.c.reported_by,
    stances.c.confidence,
    entries.c.id,
    documents.c.doc_id,
    reviewed.c.state.label("review_state"),
)


def stands_wanted(wanted: StanceFilter, process_ids: Sequence[str] | None) -> Question:
    """Ask for the outlines of the same stances: the columns of them alone."""
    left_out = left_by(wanted.as_of).label("left_out")
    return stances_wanted(wanted, process_ids).with_only_columns(*OUTLINE, left_out)


def _taken(wanted: StanceFilter) -> list[Condition]:
    """Give the condition that a stance may have been taken in these days."""
    conditions: list[Condition] = []
    if wanted.since:
        conditions.append(stances.c.as_of_max >= wanted.since.isoformat())
    if wanted.until:
        conditions.append(stances.c.as_of_min <= wanted.until.isoformat())
    return conditions


def _of(holder: str) -> Condition:
    """Give the condition that a stance is of an actor of this id or name."""
    return or_(stances.c.holder == search.storable(holder), stances.c.holder.in_(ids_named(holder)))


def _about(object_: str) -> Condition:
    """Give the condition that a stance is about an object of this id, lineage or name."""
    id_ = search.storable(object_)
    same = or_(stances.c.object_id == id_, stances.c.lineage == id_)
    words = folded(id_)
    return or_(same, stances.c.object_names.contains(words, autoescape=True)) if words else same


def stances_with(ids: Collection[str]) -> Question:
    """Ask for the current stances that have these ids, the rejected ones too."""
    digits = {id_.rpartition("-")[2] for id_ in ids}
    conditions = (entries.c.digits.in_(digits), entries.c.id.in_(ids))
    return found(stances, ALL_STATES).where(CURRENT, *conditions).order_by(*TEXT_ORDER)


def stances_read_from(statement_id: str) -> Question:
    """Ask for the current stances that were read from a statement."""
    read = select(links.c.entry).where(
        links.c.id == search.storable(statement_id), links.c.role == "statement"
    )
    return found(stances).where(CURRENT, stances.c.entry.in_(read)).order_by(*TEXT_ORDER)
