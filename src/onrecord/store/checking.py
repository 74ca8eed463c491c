"""Checking a record: everything that is not as it must be."""

from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import Connection, Engine

from onrecord.errors import NotARecord, NotVerbatim, RecordInaccessible
from onrecord.store import loading
from onrecord.store.answers import Problem
from onrecord.store.mapping.anchors import anchor
from onrecord.store.queries import checks
from onrecord.store.queries.texts import all_point_anchors
from onrecord.store.search import WORDS

FILES_AT_ONCE = 1
"""Bytes of files in memory together."""


def problems(engine: Engine) -> Iterator[Problem]:
    """Give everything in the record that is not as it must be."""
    with engine.connect() as connection:
        for part in (_damage, _bytes, _versions, _words, _index_rows):
            yield from part(connection)
    for index in WORDS:
        with engine.connect() as connection:
            yield from _index(connection, index)


def _damage(connection: Connection) -> Iterator[Problem]:
    """Give what SQLite itself finds wrong with the file."""
    for (what,) in connection.execute(checks.DAMAGE):
        if what != "ok":
            yield Problem("file", what)
    for lost in connection.execute(checks.LOST_REFERENCES):
        yield Problem(lost[0], f"row {lost[1]} refers to a row of {lost[2]} that is not there")


def _bytes(connection: Connection) -> Iterator[Problem]:
    """Give the bytes that are not those their digest names."""
    for (row,) in loading.batches(connection, checks.all_files(), FILES_AT_ONCE):
        intact = isinstance(row.content, bytes) and sha256(row.content).hexdigest() == row.sha256
        if not intact:
            yield Problem(row.sha256, "the bytes kept are not those that this digest names")


def _versions(connection: Connection) -> Iterator[Problem]:
    """Give the documents and bytes of which not exactly one version is current."""
    for row in connection.execute(checks.documents_without_one_reading()):
        yield Problem(row.doc_id, "the document has no current reading, or several")
    for row in connection.execute(checks.files_without_one_text()):
        yield Problem(row.sha256, "the bytes have no current document, or several")


def _words(connection: Connection) -> Iterator[Problem]:
    """Give the entries whose words are not their document's."""
    texts = loading.Texts(connection)
    anchored = (checks.all_anchors(), checks.all_detail_anchors(), all_point_anchors())
    for question in anchored:
        for rows in loading.batches(connection, question, loading.ENTRIES_AT_ONCE):
            for row in rows:
                try:
                    anchor(row, row.doc_id, texts.of(row.document))
                except NotVerbatim as error:
                    yield Problem(row.id, str(error))


def _index_rows(connection: Connection) -> Iterator[Problem]:
    """Give the search indexes in which rows are missing."""
    for index, (words, key) in WORDS.items():
        missing = connection.execute(checks.entries_not_indexed(index, words, key)).scalar_one()
        if missing:
            yield Problem(index, f"{missing} rows of {words} cannot be found by their words")


def _index(connection: Connection, index: str) -> Iterator[Problem]:
    """Give a search index that does not agree with the words, where SQLite can tell.

    The check is worded as an insertion, so it needs a file that can be written, and it is undone.
    """
    before = connection.exec_driver_sql("PRAGMA query_only").scalar_one()
    connection.exec_driver_sql("PRAGMA query_only = OFF")
    try:
        connection.execute(checks.index_is_in_step(index))
    except NotARecord as error:
        yield Problem(index, f"the search index does not agree with the words ({error.reason})")
    except RecordInaccessible:
        return
    finally:
        connection.exec_driver_sql(f"PRAGMA query_only = {before:d}")
