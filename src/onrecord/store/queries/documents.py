"""Questions for documents, what surrounds them, and their readings."""

from collections.abc import Iterable, Sequence

from sqlalchemy import ScalarSelect, Select, func, select

from onrecord.store import search
from onrecord.store.filters import DocumentFilter
from onrecord.store.queries.conditions import (
    CURRENT,
    DOCUMENT_ORDER,
    MACHINES,
    Question,
    in_processes,
    page,
    published,
)
from onrecord.store.schema import (
    details,
    documents,
    file_names,
    file_processes,
    files,
    noise,
    readings,
)

NO_COVERAGE = "no coverage/1"
"""The extractor of the empty reading of a document that was added as the text of a plan alone."""

FIRST_NAME = (
    select(func.min(file_names.c.name))
    .where(file_names.c.sha256 == documents.c.sha256)
    .scalar_subquery()
    .label("name")
)


def documents_wanted(wanted: DocumentFilter, process_ids: Sequence[str] | None) -> Question:
    """Ask for the documents that a filter wants."""
    conditions = [
        documents.c.superseded_at.is_(None),
        documents.c.document.not_in(no_coverage()),
        *published(wanted.since, wanted.until),
    ]
    if wanted.text is not None:
        conditions.append(search.documents_with(wanted.text))
    question = select(documents, FIRST_NAME).where(*conditions, *in_processes(process_ids))
    return page(question.order_by(*DOCUMENT_ORDER), wanted)


def no_coverage() -> Select[int]:
    """Ask for the documents that are texts of plans and were not read as coverage."""
    current = readings.c.superseded_at.is_(None)
    return select(readings.c.document).where(current, readings.c.extractor == NO_COVERAGE)


def imprints(wanted: DocumentFilter, process_ids: Sequence[str] | None) -> Question:
    """Ask where and when the documents appeared that a filter wants."""
    return _imprinted(documents_wanted(wanted, process_ids))


def imprint(doc_id: str) -> Question:
    """Ask where and when one current document appeared."""
    own = (documents.c.doc_id == doc_id, documents.c.superseded_at.is_(None))
    return _imprinted(select(documents).where(*own))


def _imprinted(question: Question) -> Question:
    said = (detail(role).label(role) for role in ("title", "publisher", "published"))
    return question.with_only_columns(documents.c.doc_id, FIRST_NAME, *said)


def detail(role: str) -> ScalarSelect[str]:
    """Ask for the first of a document's details in one role."""
    own = (details.c.document == documents.c.document, details.c.role == role, details.c.part == 0)
    return select(details.c.value).where(*own).scalar_subquery()


def document(doc_id: str) -> Question:
    """Ask for one document, superseded or not."""
    return select(documents, FIRST_NAME).where(documents.c.doc_id == doc_id)


def details_of(keys: Iterable[int]) -> Question:
    """Ask for the details of documents, each document's together."""
    order = (details.c.document, details.c.role, details.c.part)
    return select(details).where(details.c.document.in_(keys)).order_by(*order)


def noise_of(keys: Iterable[int]) -> Question:
    """Ask for the noise of documents, each document's together."""
    order = (noise.c.document, noise.c.place)
    return select(noise).where(noise.c.document.in_(keys)).order_by(*order)


def names_of(doc_id: str) -> Question:
    """Ask for the names of a document's bytes."""
    return (
        select(file_names.c.name)
        .join(documents, documents.c.sha256 == file_names.c.sha256)
        .where(documents.c.doc_id == doc_id)
        .order_by(file_names.c.name)
    )


def known_by(sha256: str) -> Question:
    """Ask for the current document of some bytes, and how it was read."""
    columns = (documents.c.doc_id, readings.c.extractor, readings.c.published_on)
    own = (documents.c.sha256 == sha256, CURRENT, MACHINES)
    return select(*columns).join(readings).where(*own)


def names_by(sha256: str) -> Question:
    """Ask for the names under which some bytes were seen."""
    return select(file_names.c.name).where(file_names.c.sha256 == sha256)


def processes_by(sha256: str) -> Question:
    """Ask for the negotiations that some bytes belong to."""
    return select(file_processes.c.process_id).where(file_processes.c.sha256 == sha256)


def content_of(doc_id: str) -> Question:
    """Ask for a document's bytes."""
    return select(files.c.content).join(documents).where(documents.c.doc_id == doc_id)


def texts_of(keys: Iterable[int]) -> Question:
    """Ask for the published texts of documents."""
    columns = (documents.c.document, documents.c.raw_text)
    return select(*columns).where(documents.c.document.in_(keys))


def readings_of(doc_id: str) -> Question:
    """Ask for the history of the machine's readings of a document, as they were recorded."""
    order = (readings.c.recorded_at, readings.c.reading_id)
    return _readings().where(documents.c.doc_id == doc_id, MACHINES).order_by(*order)


def latest_reading_of(doc_id: str) -> Question:
    """Ask for a document's current reading, or its last one if the document is superseded."""
    superseded = readings.c.superseded_at
    order = (superseded.is_not(None), superseded.desc(), readings.c.reading_id)
    return _readings().where(documents.c.doc_id == doc_id, MACHINES).order_by(*order).limit(1)


def current_reading_of(doc_id: str) -> Question:
    """Ask for the current reading of a document that is current itself."""
    current = (documents.c.superseded_at.is_(None), readings.c.superseded_at.is_(None))
    return _readings().where(documents.c.doc_id == doc_id, *current)


def reading(reading_id: str) -> Question:
    """Ask for one reading, superseded or not."""
    return _readings().where(readings.c.reading_id == reading_id)


def _readings() -> Question:
    return select(readings, documents.c.doc_id).join(documents)
