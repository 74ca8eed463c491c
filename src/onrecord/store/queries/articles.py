"""Questions for documents as lists show them, newest first, without their texts."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, select

from onrecord.store import search
from onrecord.store.filters import DocumentFilter
from onrecord.store.queries.conditions import (
    CURRENT,
    Condition,
    Question,
    in_processes,
    page,
    published,
)
from onrecord.store.queries.documents import FIRST_NAME, detail
from onrecord.store.schema import documents, entries, readings


def articles(wanted: DocumentFilter, process_ids: Sequence[str] | None, sort: str) -> Question:
    """Ask for documents as a list shows them; `sort` names the order, see `ARTICLE_ORDERS`."""
    said = (
        select(func.count())
        .select_from(entries)
        .where(entries.c.reading == readings.c.reading, entries.c.kind == "statement")
        .scalar_subquery()
    )
    columns = (
        documents.c.doc_id,
        FIRST_NAME,
        detail("title").label("title"),
        detail("publisher").label("outlet"),
        detail("published").label("published"),
        documents.c.language,
        readings.c.recorded_at,
        readings.c.refused,
        said.label("statements"),
    )
    keys = select(readings.c.reading).select_from(documents.join(readings))
    chosen = page(
        keys.where(*_articles(wanted, process_ids)).order_by(*ARTICLE_ORDERS[sort]), wanted
    )
    question = select(*columns).select_from(documents.join(readings))
    return question.where(readings.c.reading.in_(chosen)).order_by(*ARTICLE_ORDERS[sort])


ARTICLE_ORDERS: dict[str, tuple[ColumnElement[Any], ...]] = {
    "-published": (
        documents.c.published_max.is_(None),
        documents.c.order_day.desc(),
        documents.c.doc_id,
    ),
    "published": (documents.c.order_day, documents.c.doc_id),
    "-recorded": (readings.c.recorded_at.desc(), documents.c.doc_id),
}


def articles_count(wanted: DocumentFilter, process_ids: Sequence[str] | None) -> Question:
    """Ask how many documents a filter wants."""
    joined = documents.join(readings)
    return select(func.count()).select_from(joined).where(*_articles(wanted, process_ids))


def _articles(wanted: DocumentFilter, process_ids: Sequence[str] | None) -> list[Condition]:
    conditions = [CURRENT, *published(wanted.since, wanted.until), *in_processes(process_ids)]
    if wanted.text is not None:
        conditions.append(search.documents_with(wanted.text))
    return conditions


def days(process_ids: Sequence[str] | None) -> Question:
    """Ask how many documents were published by each day."""
    day = documents.c.published_max
    conditions = (documents.c.superseded_at.is_(None), day.is_not(None))
    question = select(day, func.count()).where(*conditions, *in_processes(process_ids))
    return question.group_by(day).order_by(day)


def imprints_with(ids: Collection[str]) -> Question:
    """Ask where and when the documents with these ids appeared, superseded ones too."""
    said = (detail(role).label(role) for role in ("title", "publisher", "published"))
    return select(documents.c.doc_id, FIRST_NAME, *said).where(documents.c.doc_id.in_(ids))
