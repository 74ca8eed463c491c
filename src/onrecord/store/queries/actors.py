"""Questions for actors, whose names are put together from all current readings."""

from collections.abc import Collection, Sequence

from sqlalchemy import func, select

from onrecord.store import search
from onrecord.store.filters import ActorFilter
from onrecord.store.queries.conditions import CURRENT, Condition, Question, in_processes, with_id
from onrecord.store.schema import actor_names, actors, documents, entries, readings


def actors_wanted(wanted: ActorFilter, process_ids: Sequence[str] | None) -> Question:
    """Ask for the actors that a filter wants, a row for each name that any reading gives."""
    conditions: list[Condition] = []
    if wanted.name is not None:
        conditions.append(entries.c.id.in_(ids_named(wanted.name)))
    if process_ids is not None:
        ids = _named().with_only_columns(entries.c.id).where(CURRENT, *in_processes(process_ids))
        conditions.append(entries.c.id.in_(ids))
    return _put_together(*conditions)


def actor(actor_id: str) -> Question:
    """Ask for one actor, a row for each name that any reading gives."""
    return _put_together(*with_id(actor_id))


def actors_with(ids: Collection[str]) -> Question:
    """Ask for the actors with these ids, a row for each name that any reading gives."""
    digits = {id_.rpartition("-")[2] for id_ in ids}
    return _put_together(entries.c.digits.in_(digits), entries.c.id.in_(ids))


def actors_of_reading(reading: int) -> Question:
    """Ask for the actors of a reading, a row for each name."""
    order = (entries.c.place, actor_names.c.part)
    return _named().where(entries.c.reading == reading).order_by(*order)


def ids_named(name: str) -> Question:
    """Ask for the ids of the actors whose name fits in any current reading."""
    return _named().with_only_columns(entries.c.id).where(CURRENT, search.names_like(name))


def _put_together(*conditions: Condition) -> Question:
    """Ask for actors by the name that is chosen for each, and by id.

    The chosen name is the longest of those that documents give as the name, not as an alias.
    """
    best = (actor_names.c.part > 0, func.length(actor_names.c.name).desc(), actor_names.c.name)
    chosen = func.first_value(actor_names.c.name).over(partition_by=entries.c.id, order_by=best)
    question = _named().add_columns(chosen.label("chosen")).where(CURRENT, *conditions)
    return question.order_by("chosen", entries.c.id)


def _named() -> Question:
    """Ask for actors with their names."""
    joined = documents.join(readings).join(entries).join(actors).join(actor_names)
    return select(actors, entries.c.id, actor_names.c.name).select_from(joined)
