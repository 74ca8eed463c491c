"""Questions for versions of articles, notices, tombstones, visits and alerts."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, and_, func, select, tuple_

from onrecord.store.answers import Kind
from onrecord.store.queries.conditions import CURRENT, DOCUMENT_ORDER, Question, in_document
from onrecord.store.schema import (
    actor_names,
    actors,
    alerts,
    anchors,
    assignments,
    carried,
    documents,
    entries,
    notice_targets,
    notices,
    readings,
    stances,
    statements,
    tombstones,
    versions,
    visits,
)
from onrecord.store.search import storable

VERSION_ORDER = (
    func.coalesce(versions.c.created, versions.c.seen_at),
    versions.c.seen_at,
    versions.c.sha256,
)
"""By the time that the document gives, which is text that sorts, then by the time of its coming."""


def versions_of(article: str) -> Question:
    """Ask for the versions of an article, in order."""
    return _versions().where(versions.c.article == article)


def versions_beside(doc_id: str) -> Question:
    """Ask for the versions of a document's article, in order."""
    own = (
        select(versions.c.article)
        .join(documents, documents.c.sha256 == versions.c.sha256)
        .where(documents.c.doc_id == doc_id)
    )
    return _versions().where(versions.c.article.in_(own))


def versions_of_revised_articles() -> Question:
    """Ask for the versions of all articles that have several, each article's in order."""
    several = select(versions.c.article).group_by(versions.c.article).having(func.count() > 1)
    return (
        _versions()
        .where(versions.c.article.in_(several))
        .order_by(None)
        .order_by(versions.c.article, *VERSION_ORDER)
    )


def article_of(sha256: str) -> Question:
    """Ask which article some bytes are a version of."""
    return select(versions.c.article).where(versions.c.sha256 == sha256)


def _versions() -> Question:
    joined = versions.join(documents, documents.c.sha256 == versions.c.sha256)
    current = documents.c.superseded_at.is_(None)
    question = select(versions, documents.c.doc_id).select_from(joined).where(current)
    return question.order_by(*VERSION_ORDER)


def signs(doc_id: str) -> Question:
    """Ask for what tells the current entries of a document from one another, but for their words.

    That is their kind and id, whose words they are, and how they were read.
    """
    columns = (
        entries.c.entry,
        entries.c.kind,
        entries.c.id,
        statements.c.source,
        statements.c.actor_id,
        statements.c.speech_act,
        stances.c.holder,
        stances.c.object_id,
        stances.c.value,
        actors.c.schema,
        actor_names.c.name,
    )
    joined = documents.join(readings).join(entries)
    joined = joined.outerjoin(statements, statements.c.entry == entries.c.entry)
    joined = joined.outerjoin(stances, stances.c.entry == entries.c.entry)
    joined = joined.outerjoin(others, _is_actor(statements.c.actor_id, stances.c.holder))
    joined = joined.outerjoin(actors, actors.c.entry == others.c.entry)
    first = and_(actor_names.c.entry == actors.c.entry, actor_names.c.part == 0)
    joined = joined.outerjoin(actor_names, first)
    question = select(*columns).select_from(joined)
    return question.where(CURRENT, *in_document(doc_id)).order_by(entries.c.entry)


others = entries.alias("other_entries")


def _is_actor(*ids: ColumnElement[str]) -> ColumnElement[bool]:
    """Give the condition that another entry of the reading is the actor with this id."""
    own = (others.c.reading == readings.c.reading, others.c.kind == Kind.ACTOR)
    return and_(*own, others.c.id == func.coalesce(*ids))


def words(doc_id: str) -> Question:
    """Ask for the words of the current entries of a document."""
    columns = (anchors.c.entry, anchors.c.role, anchors.c.exact, entries.c.kind)
    joined = documents.join(readings).join(entries).join(anchors)
    question = select(*columns).select_from(joined).where(CURRENT, *in_document(doc_id))
    return question.order_by(anchors.c.entry, anchors.c.role, anchors.c.part)


def left_behind(doc_id: str) -> Question:
    """Ask for the ids of the current entries of a document that no later version has."""
    again = select(carried.c.entry).where(carried.c.entry == entries.c.entry)
    joined = documents.join(readings).join(entries)
    question = select(entries.c.id).select_from(joined)
    return question.where(CURRENT, *in_document(doc_id), ~again.exists())


def all_notices(about: str | None) -> Question:
    """Ask for the notices of current documents, all or those about one document."""
    question = select(notices, documents.c.doc_id).join(documents)
    question = question.where(documents.c.superseded_at.is_(None))
    if about is not None:
        aims = select(notice_targets.c.document, notice_targets.c.part)
        own = tuple_(notices.c.document, notices.c.part)
        question = question.where(own.in_(aims.where(notice_targets.c.doc_id == about)))
    return question.order_by(*DOCUMENT_ORDER, notices.c.part)


def targets_of(keys: Iterable[int]) -> Question:
    """Ask which documents the notices of these documents are about."""
    return (
        select(notice_targets)
        .where(notice_targets.c.document.in_(keys))
        .order_by(notice_targets.c.document, notice_targets.c.part, notice_targets.c.doc_id)
    )


def assignments_of(doc_id: str) -> Question:
    """Ask why a document belongs to negotiations."""
    question = select(assignments, documents.c.doc_id)
    joined = question.join(documents, documents.c.sha256 == assignments.c.sha256)
    return joined.where(documents.c.doc_id == doc_id).order_by(assignments.c.process_id)


def all_tombstones() -> Question:
    """Ask for the tombstones in the order of the purges."""
    return select(tombstones).order_by(tombstones.c.purged_at, tombstones.c.doc_id)


def purged_before(sha256: str, text_sha256: str) -> Question:
    """Ask for the tombstone of these bytes, or of this text."""
    same = (tombstones.c.sha256 == sha256) | (tombstones.c.text_sha256 == text_sha256)
    return all_tombstones().where(same).limit(1)


def purged_as(digits: str) -> Question:
    """Ask for the tombstone of a document whose id has these digits, or begins with them."""
    return (
        all_tombstones()
        .where(tombstones.c.doc_id.startswith(f"doc-{digits}", autoescape=True))
        .limit(1)
    )


def purged_at(article_sha256: str) -> Question:
    """Ask for the tombstone of an article by the digest of its address."""
    return all_tombstones().where(tombstones.c.article_sha256 == article_sha256).limit(1)


def visit(url: str) -> Question:
    """Ask what came of an address."""
    return select(visits).where(visits.c.url == storable(url))


def all_visits(listed_by: str | None) -> Question:
    """Ask what came of all addresses, or of those that a feed lists."""
    question = select(visits).order_by(visits.c.url)
    return (
        question if listed_by is None else question.where(visits.c.listed_by == storable(listed_by))
    )


def all_alerts(*, unsent: bool, since: date | None) -> Question:
    """Ask for the alerts in the order in which they were raised."""
    question = select(alerts).order_by(alerts.c.alert)
    if unsent:
        question = question.where(alerts.c.sent_at.is_(None))
    return question.where(alerts.c.raised_at >= since.isoformat()) if since else question
