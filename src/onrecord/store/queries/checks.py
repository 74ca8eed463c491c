"""Questions that find what is not as it must be."""

from sqlalchemy import Insert, func, insert, not_, select, table, text
from sqlalchemy.sql import column

from onrecord.store.queries.conditions import MACHINES, Question
from onrecord.store.schema import anchors, details, documents, entries, files, readings

DAMAGE = text("PRAGMA integrity_check(20)")
"""SQLite's own check of the file; a row `ok` if all is well, at most twenty others."""

LOST_REFERENCES = text("PRAGMA foreign_key_check")
"""Rows that refer to a row that is not there."""


def all_files() -> Question:
    """Ask for all bytes with their digests."""
    return select(files).order_by(files.c.sha256)


def all_anchors() -> Question:
    """Ask for the anchors of all entries, superseded ones too, document by document."""
    joined = documents.join(readings).join(entries).join(anchors)
    return (
        select(anchors, entries.c.id, documents.c.document, documents.c.doc_id)
        .select_from(joined)
        .order_by(documents.c.document, anchors.c.entry, anchors.c.role, anchors.c.part)
    )


def all_detail_anchors() -> Question:
    """Ask for the details that have words, document by document."""
    return (
        select(details, documents.c.doc_id.label("id"), documents.c.doc_id)
        .join(documents)
        .where(details.c.exact.is_not(None))
        .order_by(details.c.document, details.c.role, details.c.part)
    )


def documents_without_one_reading() -> Question:
    """Ask for the documents that have no current reading, or several."""
    current = (
        select(func.count())
        .select_from(readings)
        .where(readings.c.document == documents.c.document, MACHINES)
        .where(readings.c.superseded_at.is_(None))
        .scalar_subquery()
    )
    return select(documents.c.doc_id).where(current != 1).order_by(documents.c.doc_id)


def files_without_one_text() -> Question:
    """Ask for the bytes that have no current document, or several."""
    current = (
        select(func.count())
        .select_from(documents)
        .where(documents.c.sha256 == files.c.sha256, documents.c.superseded_at.is_(None))
        .scalar_subquery()
    )
    return select(files.c.sha256).where(current != 1).order_by(files.c.sha256)


def index_is_in_step(index: str) -> Insert:
    """Have SQLite compare a search index with its words; FTS5 words this as an insertion."""
    own = table(index, column(index), column("rank"))
    return insert(own).values({index: "integrity-check", "rank": 1})


def entries_not_indexed(index: str, words: str, key: str) -> Question:
    """Ask how many rows of words are not in a search index."""
    indexed: Question = select(column("id")).select_from(table(f"{index}_docsize"))
    rows = select(func.count()).select_from(table(words))
    return rows.where(not_(column(key).in_(indexed)))
