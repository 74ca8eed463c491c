"""Questions for what is kept in memory of each document; `ids` None asks for all documents."""

from collections.abc import Collection

from sqlalchemy import Integer, Table, and_, cast, func, select

from onrecord.record import REVIEW_BELOW
from onrecord.store.filters import DocumentFilter
from onrecord.store.queries.conditions import (
    CURRENT,
    NOT_HIDDEN,
    SHOWN,
    TEXT_ORDER,
    Condition,
    Question,
    among,
    left_by,
    shown,
)
from onrecord.store.queries.documents import imprints as all_imprints
from onrecord.store.queries.findings import found, with_reviews
from onrecord.store.queries.stances import OUTLINE
from onrecord.store.schema import (
    actor_names,
    actors,
    carried,
    changes,
    documents,
    entries,
    file_processes,
    links,
    mentions,
    readings,
    reviewed,
    stances,
    statements,
    versions,
)

Ids = Collection[str] | None

CARRIED_ON = (
    select(carried.c.carried_on).where(carried.c.entry == entries.c.entry).scalar_subquery()
)
"""From which day a later version of the article has an entry in the same words, if one does."""


def changed(since: int) -> Question:
    """Ask which documents changed after a change, in the order of their changes."""
    return select(changes).where(changes.c.change > since).order_by(changes.c.change)


def of_documents(ids: Ids) -> list[Condition]:
    """Give the condition that a document is one of these."""
    return [] if ids is None else [documents.c.doc_id.in_(among(ids))]


def frames(ids: Ids) -> Question:
    """Ask for what lists are narrowed by: days and negotiations of current documents."""
    members = select(func.group_concat(file_processes.c.process_id)).where(
        file_processes.c.sha256 == documents.c.sha256
    )
    columns = (
        documents.c.doc_id,
        documents.c.order_day,
        documents.c.published_min,
        documents.c.published_max,
        func.coalesce(versions.c.known_on, documents.c.published_max).label("known_on"),
        versions.c.left_on,
        members.scalar_subquery().label("processes"),
    )
    joined = documents.outerjoin(versions, versions.c.sha256 == documents.c.sha256)
    question = select(*columns).select_from(joined)
    return question.where(documents.c.superseded_at.is_(None), *of_documents(ids))


def imprints(ids: Ids) -> Question:
    """Ask where and when documents appeared."""
    return all_imprints(DocumentFilter(), None).where(*of_documents(ids))


def stands(ids: Ids) -> Question:
    """Ask for the outlines of stances, and from which day a later version has the same."""
    question = found(stances).where(CURRENT, *of_documents(ids))
    marks = (left_by(None).label("left_out"), CARRIED_ON.label("carried_on"))
    return question.with_only_columns(*OUTLINE, *marks).order_by(*TEXT_ORDER)


def entries_shown(table: Table, ids: Ids) -> Question:
    """Ask for the entries of one kind that are in force today."""
    return found(table).where(shown(), *of_documents(ids)).order_by(*TEXT_ORDER)


def actors_named(ids: Ids) -> Question:
    """Ask for the actors of documents, a row for each name, the name before its aliases."""
    columns = (
        documents.c.doc_id,
        entries.c.entry,
        entries.c.id,
        actors.c.schema,
        actors.c.country,
        actors.c.speaks_for,
        actor_names.c.name,
    )
    joined = documents.join(readings).join(entries).join(actors).join(actor_names)
    question = select(*columns).select_from(joined).where(CURRENT, *of_documents(ids))
    return question.order_by(entries.c.entry, actor_names.c.part)


def appearances(table: Table, ids: Ids) -> Question:
    """Ask how often documents have each actor in a table, what a later version has too apart."""
    day = documents.c.published_max
    columns = (documents.c.doc_id, table.c.actor_id, day, CARRIED_ON.label("carried_on"))
    joined = documents.join(readings).join(entries).join(table, table.c.entry == entries.c.entry)
    conditions = (CURRENT, NOT_HIDDEN, table.c.actor_id.is_not(None), *of_documents(ids))
    return select(*columns).select_from(joined).where(*conditions)


APPEARING = (mentions, statements)
"""Where actors appear."""


def told(ids: Ids) -> Question:
    """Ask for what statements are chosen and counted by, in text order."""
    doubtful = and_(
        func.coalesce(statements.c.confidence, 1) < REVIEW_BELOW, reviewed.c.entry.is_(None)
    )
    columns = (
        documents.c.doc_id,
        entries.c.entry,
        statements.c.actor_id,
        statements.c.speech_act,
        statements.c.sourcing_level,
        statements.c.said_min,
        statements.c.said_max,
        cast(doubtful, Integer).label("doubtful"),
    )
    joined = with_reviews(documents.join(readings).join(entries).join(statements))
    question = select(*columns).select_from(joined).where(CURRENT, SHOWN, *of_documents(ids))
    return question.order_by(*TEXT_ORDER)


def taken(ids: Ids) -> Question:
    """Ask for value and object of the stances that were read from each statement."""
    of = entries.alias("stance_entries")
    joined = (
        documents.join(readings)
        .join(of, of.c.reading == readings.c.reading)
        .join(stances, stances.c.entry == of.c.entry)
        .join(links, and_(links.c.entry == stances.c.entry, links.c.role == "statement"))
        .join(
            entries,
            and_(
                entries.c.reading == of.c.reading,
                entries.c.kind == "statement",
                entries.c.id == links.c.id,
            ),
        )
    )
    columns = (entries.c.entry, stances.c.value, stances.c.object_id)
    question = select(*columns).select_from(joined).where(CURRENT, *of_documents(ids))
    return question.distinct()


def statements_at(keys: Collection[int]) -> Question:
    """Ask for the statements with these keys, in no promised order."""
    return found(statements).where(statements.c.entry.in_(keys))
