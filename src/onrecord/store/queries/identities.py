"""Questions for what people decided about actors, and for where actors appear."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, func, select, union_all

from onrecord.store.queries.conditions import (
    NOT_HIDDEN,
    Question,
    in_processes,
    known_by,
    shown,
)
from onrecord.store.schema import decisions, documents, entries, mentions, readings, statements


def decided() -> Question:
    """Ask for all decisions in the order in which they were made."""
    return select(decisions).order_by(decisions.c.decision)


def appearances(as_of: date | None, process_ids: Sequence[str] | None) -> Question:
    """Ask for a row for each actor and document: mentions, statements, day of publication."""
    conditions = (shown(as_of), NOT_HIDDEN, *known_by(as_of), *in_processes(process_ids))
    both = union_all(
        _counted(mentions, mentions.c.actor_id, and_(*conditions), said=False),
        _counted(statements, statements.c.actor_id, and_(*conditions), said=True),
    ).subquery()
    return select(
        both.c.actor_id,
        both.c.doc_id,
        both.c.day,
        func.sum(both.c.mentioned).label("mentions"),
        func.sum(both.c.said).label("statements"),
    ).group_by(both.c.actor_id, both.c.doc_id, both.c.day)


def _counted(
    table: object, actor: ColumnElement[str], wanted: ColumnElement[bool], *, said: bool
) -> Select[tuple[object, ...]]:
    joined = documents.join(readings).join(entries).join(table)  # type: ignore[arg-type]
    counts = (func.count() * int(not said), func.count() * int(said))
    return (
        select(
            actor.label("actor_id"),
            documents.c.doc_id,
            documents.c.published_max.label("day"),
            counts[0].label("mentioned"),
            counts[1].label("said"),
        )
        .select_from(joined)
        .where(wanted, actor.is_not(None))
        .group_by(actor, documents.c.doc_id, documents.c.published_max)
    )
