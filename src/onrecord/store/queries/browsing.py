"""Questions of the reading room: statements chosen, counted and grouped; articles newest first."""

import json
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    case,
    distinct,
    func,
    literal,
    select,
    text,
    union_all,
)

from onrecord.record import BY_PEOPLE
from onrecord.store import search
from onrecord.store.filters import EntryFilter
from onrecord.store.mapping.days import FIRST, LAST
from onrecord.store.queries.conditions import (
    CURRENT,
    SHOWN,
    TEXT_ORDER,
    Condition,
    Question,
    among,
    in_processes,
    known_by,
    page,
    published,
)
from onrecord.store.queries.documents import detail
from onrecord.store.queries.findings import for_review, found, with_reviews
from onrecord.store.queries.spoken_of import speaking_of
from onrecord.store.schema import (
    details,
    documents,
    entries,
    links,
    readings,
    reviewed,
    stances,
    statements,
    times,
    topics,
)
from onrecord.store.selections import Facet, Order, Selection

JOINED = with_reviews(documents.join(readings).join(entries).join(statements))
VOUCHED = select(reviewed.c.entry).where(reviewed.c.state.in_(BY_PEOPLE))
"""The keys of what people confirmed, corrected or added."""
STANCE_ENTRIES = entries.alias("stance_entries")
OUTLET = detail("publisher")

STAMP = text(
    "SELECT coalesce((SELECT max(change) FROM changes), 0) || '.' ||"
    " coalesce((SELECT max(decision) FROM decisions), 0) || '.' ||"
    " coalesce((SELECT max(ruling) FROM rulings), 0) || '.' ||"
    " (SELECT count(*) FROM processes) || '.' ||"
    " (SELECT count(*) FROM tombstones) AS stamp"
)
"""What changes whenever the record does: documents, decisions, texts, negotiations, purges."""


def chosen(wanted: Selection, process_ids: Sequence[str] | None) -> list[Condition]:
    """Give the conditions that a selection puts on statements."""
    conditions = [CURRENT, SHOWN, *in_processes(process_ids), *known_by(wanted.as_of)]
    conditions += for_review(statements, wanted.review)
    if wanted.since:
        conditions.append(statements.c.said_max >= wanted.since.isoformat())
    if wanted.until:
        conditions.append(statements.c.said_min <= wanted.until.isoformat())
    if wanted.text is not None:
        conditions.append(search.statements_with(wanted.text))
    if wanted.speakers is not None:
        conditions.append(statements.c.actor_id.in_(among(wanted.speakers)))
    if wanted.acts:
        conditions.append(statements.c.speech_act.in_(wanted.acts))
    if wanted.sourcing:
        conditions.append(statements.c.sourcing_level.in_(wanted.sourcing))
    if wanted.outlets:
        conditions.append(func.coalesce(OUTLET, "").in_(wanted.outlets))
    if wanted.values or wanted.objects:
        conditions.append(_with_stances(wanted))
    return conditions + _of_people(wanted)


def _of_people(wanted: Selection) -> list[Condition]:
    """Give the conditions that others speak of somebody, and that a person has decided."""
    conditions: list[Condition] = []
    if wanted.confirmed:
        conditions.append(statements.c.entry.in_(VOUCHED))
    if wanted.spoken_of is not None:
        own = statements.c.actor_id.in_(among(wanted.spoken_of))
        conditions += [statements.c.entry.in_(speaking_of(wanted.spoken_of)), own.is_not(True)]
    return conditions


def _with_stances(wanted: Selection) -> Condition:
    """Give the condition that a stance of the wanted kind was read from a statement."""
    conditions = [_same_reading()]
    if wanted.values:
        conditions.append(stances.c.value.in_(wanted.values))
    if wanted.objects:
        conditions.append(stances.c.object_id.in_(among(wanted.objects)))
    joined = links.join(stances, stances.c.entry == links.c.entry).join(
        STANCE_ENTRIES, STANCE_ENTRIES.c.entry == stances.c.entry
    )
    return select(literal(1)).select_from(joined).where(*conditions).exists()


def _same_reading() -> Condition:
    """Give the condition that a stance was read from a statement of its own reading."""
    return and_(
        links.c.role == "statement",
        links.c.id == entries.c.id,
        STANCE_ENTRIES.c.reading == entries.c.reading,
    )


def selected(wanted: Selection, process_ids: Sequence[str] | None) -> Question:
    """Ask for the chosen statements in their order."""
    question = found(statements).where(*chosen(wanted, process_ids))
    if wanted.order in {Order.SPEAKER, Order.SPEAKER_DOWN}:
        return page(_by_name(question, wanted), wanted)
    return page(question.order_by(*ORDERS[wanted.order], *TEXT_ORDER), wanted)


def speakers_of(wanted: Selection, process_ids: Sequence[str] | None) -> Question:
    """Ask for key, id and speaker of the chosen statements, in their order."""
    columns = (entries.c.entry, entries.c.id, statements.c.actor_id)
    return selected(wanted, process_ids).with_only_columns(*columns)


def _by_name(question: Question, wanted: Selection) -> Question:
    """Put statements in the order of their speakers' names; those of nobody known come last."""
    given = json.dumps(list(wanted.names))
    rows = func.json_each(bindparam(None, given, unique=True)).table_valued("key", "value")
    ranks = select(rows.c.key.label("rank"), rows.c.value.label("id")).cte("ranks")
    rank = select(ranks.c.rank).where(ranks.c.id == statements.c.actor_id).scalar_subquery()
    place = rank.desc() if wanted.order is Order.SPEAKER_DOWN else rank.asc()
    return question.order_by(place.nulls_last(), statements.c.said_max.desc(), *TEXT_ORDER)


ORDERS: dict[Order, tuple[ColumnElement[Any], ...]] = {
    Order.SAID_DOWN: (statements.c.said_max.desc(), statements.c.said_min.desc()),
    Order.SAID: (statements.c.said_max.asc().nulls_last(), statements.c.said_min),
    Order.PUBLISHED_DOWN: (documents.c.published_max.desc(),),
    Order.PUBLISHED: (),
    Order.SOURCING: (statements.c.sourcing_level, statements.c.said_max.desc()),
    Order.SOURCING_DOWN: (statements.c.sourcing_level.desc(), statements.c.said_max.desc()),
}


def selected_count(wanted: Selection, process_ids: Sequence[str] | None) -> Question:
    """Ask how many statements are chosen."""
    return select(func.count()).select_from(JOINED).where(*chosen(wanted, process_ids))


def facets(
    wanted: Selection, process_ids: Sequence[str] | None, among_: Sequence[Facet]
) -> Select[Any] | Any:
    """Ask how many chosen statements there are of each value of these facets, in one pass."""
    columns = (
        entries.c.id,
        entries.c.reading,
        statements.c.actor_id.label(Facet.SPEAKER),
        statements.c.speech_act.label(Facet.ACT),
        statements.c.sourcing_level.label(Facet.SOURCING),
        func.coalesce(OUTLET, "").label(Facet.OUTLET),
    )
    own = columns if Facet.OUTLET in among_ else columns[:-1]
    picked = select(*own).select_from(JOINED).where(*chosen(wanted, process_ids))
    rows = picked.cte("picked").prefix_with("MATERIALIZED", dialect="sqlite")
    counted = [_counted(rows, facet) for facet in among_]
    return union_all(*counted)


def _counted(rows: Any, facet: Facet) -> Select[Any]:
    """Count the picked statements by one facet."""
    if facet not in {Facet.STANCE, Facet.OBJECT}:
        value = rows.c[facet]
        return select(literal(facet), value, func.count()).group_by(value)
    value = stances.c.value if facet is Facet.STANCE else stances.c.object_id
    joined = (
        rows.join(links, and_(links.c.id == rows.c.id, links.c.role == "statement"))
        .join(stances, stances.c.entry == links.c.entry)
        .join(
            STANCE_ENTRIES,
            and_(
                STANCE_ENTRIES.c.entry == stances.c.entry,
                STANCE_ENTRIES.c.reading == rows.c.reading,
            ),
        )
    )
    count = func.count(distinct(rows.c.id))
    return select(literal(facet), value, count).select_from(joined).group_by(value)


def crowds(wanted: Selection, process_ids: Sequence[str] | None, unit: int | None) -> Question:
    """Ask how many chosen statements each actor made between the same two days.

    `unit` cuts both days to so many characters: 7 for months, 4 for years, None keeps them.
    """
    first, last = (_cut(column, unit) for column in (statements.c.said_min, statements.c.said_max))
    columns = (
        statements.c.actor_id,
        func.min(statements.c.said_min).label("first"),
        func.max(statements.c.said_max).label("last"),
        func.count().label("count"),
    )
    return (
        select(*columns)
        .select_from(JOINED)
        .where(*chosen(wanted, process_ids), statements.c.said_max.is_not(None))
        .group_by(statements.c.actor_id, first, last)
        .order_by(last, first, statements.c.actor_id)
    )


def _cut(day: ColumnElement[str], unit: int | None) -> ColumnElement[str]:
    """Give the year or month of a day; open ends stay open."""
    if unit is None:
        return day
    return case((day.in_((FIRST, LAST)), day), else_=func.substr(day, 1, unit))


def statements_with(ids: Collection[str]) -> Question:
    """Ask for the current statements that have these ids."""
    digits = {id_.rpartition("-")[2] for id_ in ids}
    conditions = (entries.c.digits.in_(digits), entries.c.id.in_(ids))
    return found(statements).where(CURRENT, *conditions).order_by(*TEXT_ORDER)


def levels_with(ids: Collection[str]) -> Question:
    """Ask how well the current statements with these ids are sourced."""
    return statements_with(ids).with_only_columns(entries.c.id, statements.c.sourcing_level)


def stances_of(ids: Collection[str]) -> Question:
    """Ask for the current stances that were read from any of these statements."""
    read = select(links.c.entry).where(links.c.role == "statement", links.c.id.in_(ids))
    return found(stances).where(CURRENT, stances.c.entry.in_(read)).order_by(*TEXT_ORDER)


def sourcing_of_outlets(wanted: Selection, process_ids: Sequence[str] | None) -> Question:
    """Ask how many chosen statements each outlet has at each level of sourcing."""
    own = details.alias("own_details")
    outlet = own.c.value.label("outlet")
    level = statements.c.sourcing_level
    joined = JOINED.outerjoin(
        own,
        and_(
            own.c.document == documents.c.document,
            own.c.role == "publisher",
            own.c.part == 0,
        ),
    )
    question = select(outlet, level, func.count().label("count")).select_from(joined)
    return question.where(*chosen(wanted, process_ids)).group_by(outlet, level).order_by(level)


def times_in_roles(
    roles: Collection[str], wanted: EntryFilter, process_ids: Sequence[str] | None
) -> Question:
    """Ask for the times of these roles in the documents that a filter wants."""
    conditions = [*published(wanted.since, None), *known_by(wanted.until)]
    question = found(times).where(CURRENT, *conditions, *in_processes(process_ids))
    return question.where(times.c.role.in_(roles)).order_by(*TEXT_ORDER)


def topics_on(
    lineages: Collection[str], wanted: EntryFilter, process_ids: Sequence[str] | None
) -> Question:
    """Ask for what statements are about that is of these lineages."""
    conditions = [*published(wanted.since, None), *known_by(wanted.until)]
    question = found(topics).where(CURRENT, *conditions, *in_processes(process_ids))
    return question.where(topics.c.lineage.in_(lineages)).order_by(*TEXT_ORDER)
