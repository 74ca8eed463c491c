"""Questions for provisions."""

from collections.abc import Sequence

from sqlalchemy import or_, select

from onrecord.store import search
from onrecord.store.filters import ProvisionFilter
from onrecord.store.mapping.names import folded
from onrecord.store.queries.actors import ids_named
from onrecord.store.queries.conditions import (
    TEXT_ORDER,
    Condition,
    Question,
    in_document,
    in_processes,
    known_by,
    page,
    shown,
)
from onrecord.store.queries.findings import for_review, found
from onrecord.store.schema import links, provisions


def provisions_wanted(wanted: ProvisionFilter, process_ids: Sequence[str] | None) -> Question:
    """Ask for the provisions that a filter wants."""
    conditions = [
        *known_by(wanted.as_of),
        *in_processes(process_ids),
        *in_document(wanted.doc_id),
        *for_review(provisions, wanted.review),
    ]
    if wanted.plan is not None:
        conditions.append(_of_plan(wanted.plan))
    if wanted.category is not None:
        conditions.append(_in_category(wanted.category))
    if wanted.obligor is not None:
        conditions.append(_obliging(wanted.obligor))
    return page(
        found(provisions)
        .where(shown(wanted.as_of, wanted.doc_id), *conditions)
        .order_by(*TEXT_ORDER),
        wanted,
    )


def _of_plan(plan: str) -> Condition:
    """Give the condition that a provision is of a plan of this id, lineage or name."""
    id_ = search.storable(plan)
    same = or_(provisions.c.plan_id == id_, provisions.c.lineage == id_)
    words = folded(id_)
    return or_(same, provisions.c.plan_names.contains(words, autoescape=True)) if words else same


def _in_category(category: str) -> Condition:
    """Give the condition that the main category or a further one begins so."""
    begins = search.storable(category).upper()
    also = _linked("also").where(links.c.id.startswith(begins, autoescape=True))
    main = provisions.c.category.startswith(begins, autoescape=True)
    return or_(main, provisions.c.entry.in_(also))


def _obliging(obligor: str) -> Condition:
    """Give the condition that an actor of this id or name has to act."""
    named = or_(links.c.id == search.storable(obligor), links.c.id.in_(ids_named(obligor)))
    return provisions.c.entry.in_(_linked("obligor").where(named))


def _linked(role: str) -> Question:
    return select(links.c.entry).where(links.c.role == role)
