"""The parts that questions share: what narrows them, and how they are ordered and paged."""

import json
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, not_, or_, select

from onrecord.record import ReviewState
from onrecord.store.mapping.days import LAST
from onrecord.store.schema import (
    PEOPLE,
    carried,
    documents,
    entries,
    file_processes,
    readings,
    reviewed,
    versions,
)
from onrecord.store.search import storable

Question = Select[Any]
Condition = ColumnElement[bool]

CURRENT = and_(readings.c.superseded_at.is_(None), documents.c.superseded_at.is_(None))
"""Neither the reading nor the document's text has been superseded."""

MACHINES = readings.c.extractor != PEOPLE
"""The reading is the machine's: it holds what was found, not what people made of it."""

SHOWN = func.coalesce(reviewed.c.hidden, 0) == 0
"""An entry, joined to what people made of it, is neither rejected nor replaced."""

NEVER_REVIEWED = reviewed.c.entry.is_(None)
"""An entry, joined so, is the machine's alone."""

NOT_HIDDEN = entries.c.entry.not_in(select(reviewed.c.entry).where(reviewed.c.hidden))
"""The same of an entry that is not so joined."""


def in_states(states: Collection[ReviewState]) -> Condition:
    """Give the condition that an entry is in one of these states; what is rejected must be named.

    A machine's entry in whose place a person's stands is in none.
    """
    if not states:
        return SHOWN
    kept = [state for state in states if state is not ReviewState.MACHINE]
    replaced = and_(reviewed.c.hidden, reviewed.c.state != ReviewState.REJECTED)
    named = and_(reviewed.c.state.in_(kept), not_(replaced))
    untouched = [reviewed.c.entry.is_(None)] if ReviewState.MACHINE in states else []
    return or_(named, *untouched)


KNOWN_ON = func.coalesce(
    select(versions.c.known_on).where(versions.c.sha256 == documents.c.sha256).scalar_subquery(),
    documents.c.published_max,
)
"""The day by whose end a document's words were surely known: a later version's its own, otherwise
the day of publication."""

DOCUMENT_ORDER = (documents.c.order_day, documents.c.doc_id)

TEXT_ORDER = (*DOCUMENT_ORDER, entries.c.place, readings.c.extractor == PEOPLE, entries.c.id)
"""By day, document and place; what a person added has the place of what begins before it."""


class Page(Protocol):
    """The part of an answer that is wanted."""

    @property
    def limit(self) -> int | None:
        """How many rows at most."""

    @property
    def offset(self) -> int:
        """How many rows to leave out first."""


def page(question: Question, wanted: Page) -> Question:
    """Ask for that part of the answer only."""
    if wanted.limit is not None:
        question = question.limit(wanted.limit)
    return question.offset(wanted.offset) if wanted.offset else question


def published(since: date | None, until: date | None) -> list[Condition]:
    """Give the condition that a document may have been published in these days."""
    conditions: list[Condition] = []
    if since:
        conditions.append(documents.c.published_max >= since.isoformat())
    if until:
        conditions.append(documents.c.published_min <= until.isoformat())
    return conditions


def known_by(as_of: date | None) -> list[Condition]:
    """Give the condition that a document's words were known by the end of this day, if named."""
    return [as_of.isoformat() >= KNOWN_ON] if as_of else []


def left_by(as_of: date | None) -> Condition:
    """Give the condition that a later version of the document's article was known by a day."""
    by = as_of.isoformat() if as_of else LAST
    left = select(versions.c.sha256).where(
        versions.c.sha256 == documents.c.sha256, versions.c.left_on <= by
    )
    return left.exists()


def shown(as_of: date | None = None, doc_id: str | None = None) -> Condition:
    """Give the condition that an entry is current, and not repeated by a later version.

    What a later version of the article has in the same words, as far as it was known by a day, is
    shown once, as that version's. Of a document that is asked for by its id all is shown.
    """
    if doc_id is not None:
        return CURRENT
    by = as_of.isoformat() if as_of else LAST
    again = select(carried.c.entry).where(
        carried.c.entry == entries.c.entry, carried.c.carried_on <= by
    )
    return and_(CURRENT, not_(again.exists()))


def among(values: Collection[str]) -> Select[Any]:
    """Give many values as rows: one parameter, however many they are."""
    rows = func.json_each(bindparam(None, json.dumps(list(values)), unique=True))
    return select(rows.table_valued("value").c.value)


def in_document(doc_id: str | None) -> list[Condition]:
    """Give the condition that an entry is in this document, if one is named."""
    return [] if doc_id is None else [documents.c.doc_id == storable(doc_id)]


def in_processes(process_ids: Sequence[str] | None) -> list[Condition]:
    """Give the condition that a document belongs to one of these negotiations, if any is named."""
    if process_ids is None:
        return []
    members = select(file_processes.c.sha256).where(file_processes.c.process_id.in_(process_ids))
    return [documents.c.sha256.in_(members)]


def with_id(id_: str) -> list[Condition]:
    """Give the condition that an entry has this id."""
    return [entries.c.digits == id_.rpartition("-")[2], entries.c.id == id_]
