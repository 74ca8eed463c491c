"""Questions for what readings found."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import FromClause, Label, Table, and_, func, not_, or_, select

from onrecord.record import REVIEW_BELOW, ReviewState, SpeechAct
from onrecord.store import search
from onrecord.store.filters import EntryFilter, StatementFilter
from onrecord.store.mapping.names import folded
from onrecord.store.mapping.readings import FINDINGS
from onrecord.store.queries.actors import ids_named
from onrecord.store.queries.conditions import (
    CURRENT,
    DOCUMENT_ORDER,
    MACHINES,
    NEVER_REVIEWED,
    SHOWN,
    TEXT_ORDER,
    Condition,
    Question,
    in_document,
    in_processes,
    in_states,
    known_by,
    page,
    published,
    shown,
    with_id,
)
from onrecord.store.schema import (
    anchors,
    documents,
    entries,
    links,
    mentions,
    offices,
    readings,
    reviewed,
    statements,
    topics,
)

KINDS = {finding.table: finding.kind for finding in FINDINGS}

SOURCE_ENTRIES = entries.alias("source_entries")
SOURCE_COLUMNS: tuple[Label[Any], ...] = (
    SOURCE_ENTRIES.c.id.label("source_id"),
    mentions.c.kind.label("source_kind"),
    mentions.c.actor_id.label("source_actor_id"),
    mentions.c.literal_place.label("source_literal_place"),
    mentions.c.basis.label("source_basis"),
)


REVIEW_COLUMNS: tuple[Label[Any], ...] = (
    reviewed.c.state.label("review_state"),
    reviewed.c.decided_by.label("review_by"),
    reviewed.c.decided_at.label("review_at"),
    reviewed.c.ruling_id.label("review_ruling"),
    reviewed.c.machine.label("review_machine"),
    reviewed.c.found.label("review_found"),
)


def found(table: Table, states: Collection[ReviewState] = ()) -> Question:
    """Ask for entries of one kind with their id and document, and what people made of them.

    What was rejected is left out, and what a person's entry stands in the place of; `states` asks
    for these states alone. A mention that is nothing but the source of a statement is left out; a
    statement has the columns of its source's mention beside its own, named `source_...`.
    """
    return _of_all(table).where(in_states(states))


def _of_all(table: Table) -> Question:
    """Ask for the same of all, whatever people made of them."""
    columns, joined = _parts(table)
    question = select(*columns, *REVIEW_COLUMNS).select_from(with_reviews(joined))
    return question.where(entries.c.kind == KINDS[table])


def with_reviews(joined: FromClause) -> FromClause:
    """Add to entries what people made of them, nothing where they are the machine's alone."""
    return joined.outerjoin(reviewed, reviewed.c.entry == entries.c.entry)


def as_read(table: Table) -> Question:
    """Ask for the same as the machine read it, without what people made of it."""
    columns, joined = _parts(table)
    return select(*columns).select_from(joined).where(entries.c.kind == KINDS[table])


def _parts(table: Table) -> tuple[tuple[Any, ...], FromClause]:
    """Give the columns and the tables of one kind of entry."""
    columns: tuple[Any, ...] = (table, entries.c.id, documents.c.document, documents.c.doc_id)
    joined: FromClause = documents.join(readings).join(entries)
    joined = joined.join(table, table.c.entry == entries.c.entry)
    if table is statements:
        columns += SOURCE_COLUMNS
        joined = _with_sources(joined)
    return columns, joined


def _with_sources(joined: FromClause) -> FromClause:
    """Add the mentions that are the sources of statements."""
    return joined.outerjoin(mentions, mentions.c.entry == statements.c.source).outerjoin(
        SOURCE_ENTRIES, SOURCE_ENTRIES.c.entry == statements.c.source
    )


def statements_wanted(wanted: StatementFilter, process_ids: Sequence[str] | None) -> Question:
    """Ask for the statements that a filter wants."""
    conditions = [*_said(wanted), *in_processes(process_ids), *in_document(wanted.doc_id)]
    conditions += known_by(wanted.as_of)
    if wanted.acts:
        conditions.append(statements.c.speech_act.in_(wanted.acts))
    if wanted.sourcing:
        conditions.append(statements.c.sourcing_level.in_(wanted.sourcing))
    if wanted.about is not None:
        conditions.append(_about(wanted.about))
    if wanted.text is not None:
        conditions.append(search.statements_with(wanted.text))
    if wanted.actor is not None:
        conditions.append(_by(wanted.actor))
    conditions += for_review(statements, wanted.review)
    current = shown(wanted.as_of, wanted.doc_id)
    question = found(statements, wanted.states).where(current, *conditions)
    return page(question.order_by(*TEXT_ORDER), wanted)


def _said(wanted: StatementFilter) -> list[Condition]:
    """Give the condition that a statement may have been made in these days."""
    conditions: list[Condition] = []
    if wanted.since:
        conditions.append(statements.c.said_max >= wanted.since.isoformat())
    if wanted.until:
        conditions.append(statements.c.said_min <= wanted.until.isoformat())
    return conditions


def _about(object_: str) -> Condition:
    """Give the condition that a statement is about an object of this id, lineage or name."""
    id_, words = search.storable(object_), folded(object_)
    same = or_(topics.c.object_id == id_, topics.c.lineage == id_)
    named = topics.c.object_names.contains(words, autoescape=True)
    of = select(topics.c.statement_id).where(or_(same, named) if words else same)
    return entries.c.id.in_(of)


def _by(actor: str) -> Condition:
    """Give the condition that a statement is by an actor of this id, name or description."""
    return or_(
        statements.c.actor_id == search.storable(actor),
        statements.c.actor_id.in_(ids_named(actor)),
        search.sources_named(actor),
    )


def for_review(table: Table, review: bool | None) -> list[Condition]:
    """Give the condition that an entry is for review, or that it is not; see `is_for_review`.

    What a person has decided on is not.
    """
    if review is None:
        return []
    doubtful = and_(func.coalesce(table.c.confidence, 1) < REVIEW_BELOW, NEVER_REVIEWED)
    return [doubtful if review else not_(doubtful)]


def entries_wanted(
    table: Table, wanted: EntryFilter, process_ids: Sequence[str] | None
) -> Question:
    """Ask for the entries of one kind that a filter wants."""
    conditions = [
        *published(wanted.since, wanted.until),
        *in_processes(process_ids),
        *in_document(wanted.doc_id),
    ]
    current = shown(doc_id=wanted.doc_id)
    question = found(table, wanted.states).where(current, *conditions)
    return page(question.order_by(*TEXT_ORDER), wanted)


def entries_of_reading(table: Table, reading: int) -> Question:
    """Ask for what a reading found, in text order."""
    return as_read(table).where(entries.c.reading == reading).order_by(entries.c.place)


def entries_with_id(table: Table, id_: str) -> Question:
    """Ask for the current entries of one kind that have this id, the first in the text first.

    What people made of an entry stands before what it was made of, which is there, too.
    """
    shown_first = func.coalesce(reviewed.c.hidden, 0)
    return _of_all(table).where(CURRENT, *with_id(id_)).order_by(shown_first, *TEXT_ORDER)


def machines_with_id(table: Table, id_: str) -> Question:
    """Ask for what the machine's current readings have under this id."""
    return as_read(table).where(CURRENT, MACHINES, *with_id(id_)).order_by(*TEXT_ORDER)


def sources_with_id(id_: str) -> Question:
    """Ask for the current mentions with this id that are nothing but the sources of statements."""
    columns = (mentions, entries.c.id, documents.c.document, documents.c.doc_id)
    joined = documents.join(readings).join(entries).join(mentions)
    return select(*columns).select_from(joined).where(CURRENT, *with_id(id_)).order_by(*TEXT_ORDER)


def anchors_of(keys: Iterable[int]) -> Question:
    """Ask for the anchors of entries, each role's in their order."""
    order = (anchors.c.entry, anchors.c.role, anchors.c.part)
    return select(anchors).where(anchors.c.entry.in_(keys)).order_by(*order)


def links_of(keys: Iterable[int]) -> Question:
    """Ask for the ids that entries refer to, each role's in their order."""
    order = (links.c.entry, links.c.role, links.c.part)
    return select(links).where(links.c.entry.in_(keys)).order_by(*order)


def voices(wanted: EntryFilter, process_ids: Sequence[str] | None) -> Question:
    """Ask which actors are heard in which documents, and whether all they did was not to answer."""
    refused = statements.c.speech_act.in_((SpeechAct.DECLINE_TO_COMMENT, SpeechAct.NO_POSITION))
    columns = (statements.c.actor_id, documents.c.doc_id, func.min(refused).label("declined"))
    conditions = [*published(wanted.since, wanted.until), *in_document(wanted.doc_id)]
    return (
        select(*columns)
        .select_from(with_reviews(documents.join(readings).join(entries).join(statements)))
        .where(shown(doc_id=wanted.doc_id), SHOWN, statements.c.actor_id.is_not(None))
        .where(*conditions, *in_processes(process_ids), *for_review(statements, review=False))
        .group_by(documents.c.document, statements.c.actor_id)
        .order_by(*DOCUMENT_ORDER, statements.c.actor_id)
    )


def offices_known() -> Question:
    """Ask for the offices, each once, by title, organization and id."""
    title = func.min(offices.c.title).label("title")
    organization = func.min(offices.c.organization).label("organization")
    return (
        found(offices)
        .with_only_columns(entries.c.id, title, organization)
        .where(CURRENT)
        .group_by(entries.c.id)
        .order_by(title, func.coalesce(organization, ""), entries.c.id)
    )
