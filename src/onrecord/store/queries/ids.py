"""Questions for ids, and for how many there are of what."""

from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    and_,
    case,
    column,
    distinct,
    func,
    literal,
    not_,
    select,
    union,
)

from onrecord.store.answers import Kind
from onrecord.store.mapping.statements import SOURCE
from onrecord.store.queries.conditions import (
    CURRENT,
    MACHINES,
    NOT_HIDDEN,
    Condition,
    Question,
    shown,
    with_id,
)
from onrecord.store.queries.texts import current_texts
from onrecord.store.schema import (
    documents,
    entries,
    noise,
    plan_points,
    plan_texts,
    processes,
    readings,
)

Ids = CompoundSelect[Any]

LAST = "\U0010ffff"
"""The last code point: what begins with some words comes between these, and these and it."""

IN_ENTRIES = documents.join(readings).join(entries)
ENTRY_KIND = case((entries.c.kind == SOURCE, Kind.MENTION), else_=entries.c.kind)
ELSEWHERE = {
    Kind.DOCUMENT: documents.c.doc_id,
    Kind.READING: readings.c.reading_id,
    Kind.PROCESS: processes.c.process_id,
    Kind.TEXT: plan_texts.c.text_id,
    Kind.POINT: plan_points.c.point_id,
}


def ids_at(keys: Collection[int]) -> Question:
    """Ask for the ids of entries by their keys."""
    return select(entries.c.entry, entries.c.id).where(entries.c.entry.in_(keys))


def ids_that_are(id_: str) -> Ids:
    """Ask for the kinds that have exactly this id."""
    return _kinds_and_ids(and_(*with_id(id_)), lambda column: column == id_)


def ids_beginning(prefix: str, most: int) -> Ids:
    """Ask for kinds and ids that begin so, with their kind part or without."""
    part, _, digits = prefix.rpartition("-")
    in_entries = _begins(entries.c.digits, digits)
    if part:
        in_entries &= _begins(entries.c.id, prefix)
    return _kinds_and_ids(
        in_entries,
        lambda id_: _begins(id_, prefix) if part else id_.contains(f"-{digits}", autoescape=True),
    ).limit(most)


def _begins(text: ColumnElement[str], beginning: str) -> Condition:
    """Give the condition that a text begins so, in the way that an index can answer."""
    return text.between(beginning, beginning + LAST)


def _kinds_and_ids(
    in_entries: Condition, elsewhere: Callable[[ColumnElement[str]], Condition]
) -> Ids:
    """Ask for kinds and ids of current entries and of everything else, each once, in order."""
    kind, id_ = ENTRY_KIND.label("kind"), entries.c.id.label("id")
    questions = [select(kind, id_).select_from(IN_ENTRIES).where(CURRENT, in_entries)]
    for other, other_id in ELSEWHERE.items():
        columns = (literal(other).label("kind"), other_id.label("id"))
        questions.append(select(*columns).where(elsewhere(other_id)))
    return union(*questions).order_by(column("id"), column("kind"))


def entries_by_kind() -> Question:
    """Ask how many current entries there are of each kind, and how many different ids they have."""
    columns = (
        entries.c.kind,
        func.count().label("all"),
        func.count(distinct(entries.c.id)).label("different"),
    )
    question = select(*columns).select_from(IN_ENTRIES)
    return question.where(shown(), NOT_HIDDEN).group_by(entries.c.kind)


def other_counts() -> Question:
    """Ask how many there are of everything that is no entry of a reading."""
    current = documents.c.superseded_at.is_(None)
    counted = {
        "documents": select(func.count()).select_from(documents).where(current),
        "superseded_documents": select(func.count()).select_from(documents).where(not_(current)),
        "superseded_readings": (
            select(func.count())
            .select_from(documents.join(readings))
            .where(not_(CURRENT), MACHINES)
        ),
        "noise": select(func.count()).select_from(documents.join(noise)).where(current),
        "processes": select(func.count()).select_from(processes),
        "texts": current_texts(),
    }
    return select(*(question.scalar_subquery().label(it) for it, question in counted.items()))
