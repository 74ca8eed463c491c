"""Questions for sketches, relations, and where documents come from."""

from collections.abc import Sequence

from sqlalchemy import Delete, and_, delete, or_, select

from onrecord.store.filters import DocumentFilter
from onrecord.store.queries import documents as document_questions
from onrecord.store.queries.conditions import Question
from onrecord.store.schema import details, documents, relations, sketches

LATER, EARLIER = documents.alias("later_documents"), documents.alias("earlier_documents")


def sketches_of(made_by: str) -> Question:
    """Ask for the sketches of current documents that these rules made, by id."""
    published = document_questions.detail("published").label("published")
    return (
        select(sketches, documents.c.doc_id, published)
        .join(documents)
        .where(documents.c.superseded_at.is_(None), sketches.c.made_by == made_by)
        .order_by(documents.c.doc_id)
    )


def without_sketch(made_by: str) -> Question:
    """Ask for the current documents of which these rules made no sketch, by id.

    Texts of plans that were not read as coverage are no copies of anything.
    """
    own = and_(sketches.c.document == documents.c.document, sketches.c.made_by == made_by)
    return (
        select(documents.c.doc_id)
        .outerjoin(sketches, own)
        .where(documents.c.superseded_at.is_(None), sketches.c.document.is_(None))
        .where(documents.c.document.not_in(document_questions.no_coverage()))
        .order_by(documents.c.doc_id)
    )


def keys_of(ids: Sequence[str]) -> Question:
    """Ask for the keys of documents."""
    return select(documents.c.doc_id, documents.c.document).where(documents.c.doc_id.in_(ids))


def relations_of(ids: Sequence[str] | None) -> Question:
    """Ask for the relations between current documents, of all or of some, by later and earlier."""
    columns = (relations, LATER.c.doc_id.label("later_id"), EARLIER.c.doc_id.label("earlier_id"))
    current = (LATER.c.superseded_at.is_(None), EARLIER.c.superseded_at.is_(None))
    question = (
        select(*columns)
        .join(LATER, LATER.c.document == relations.c.later)
        .join(EARLIER, EARLIER.c.document == relations.c.earlier)
        .where(*current)
        .order_by(LATER.c.doc_id, EARLIER.c.doc_id)
    )
    if ids is None:
        return question
    return question.where(or_(LATER.c.doc_id.in_(ids), EARLIER.c.doc_id.in_(ids)))


def without_relations(document: int) -> tuple[Delete, Delete]:
    """Ask to forget the sketch and the relations of a document."""
    own = or_(relations.c.later == document, relations.c.earlier == document)
    return (
        delete(sketches).where(sketches.c.document == document),
        delete(relations).where(own),
    )


def origin(doc_id: str) -> Question:
    """Ask where one current document comes from."""
    return document_questions.imprint(doc_id).add_columns(
        documents.c.document, documents.c.language
    )


def origins(wanted: DocumentFilter, process_ids: Sequence[str] | None) -> Question:
    """Ask where the documents that a filter wants come from: their imprints and keys."""
    question = document_questions.imprints(wanted, process_ids)
    return question.add_columns(documents.c.document, documents.c.language)


def credits_of(keys: Sequence[int]) -> Question:
    """Ask for what documents say about where they come from."""
    roles = ("agency_credits", "byline", "updated", "url")
    order = (details.c.document, details.c.role, details.c.part)
    return (
        select(details.c.document, details.c.role, details.c.value)
        .where(details.c.document.in_(keys), details.c.role.in_(roles))
        .order_by(*order)
    )
