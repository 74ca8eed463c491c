"""Purging: a document leaves the file for good, every table and every index of it.

Everything that hangs on the document, on its readings or on its bytes goes; the rows are found by
the foreign keys of the schema, so that a new kind of finding needs no line here.
"""

from collections.abc import Mapping
from hashlib import sha256

from sqlalchemy import Connection, Select, Table, delete, insert, select, text, update
from sqlalchemy.sql.elements import ColumnElement

from onrecord.errors import NoSuchEntry, Purged
from onrecord.record import Document, Tombstone
from onrecord.store import schema, search
from onrecord.store.queries import revised as articles
from onrecord.store.revising import Revising

REBUILD = "INSERT INTO {index} ({index}) VALUES ('rebuild')"
"""FTS5 builds an index anew from the words: nothing of what was deleted stays in it."""

DAY = len("2027-04-12")


def digest(words: str) -> str:
    """Give the digest of a text: words alone count, not the white space between them."""
    return sha256(" ".join(words.split()).encode("utf-8", "surrogatepass")).hexdigest()


def refuse_purged(connection: Connection, document: Document) -> None:
    """Let a document in that was not purged.

    Raises:
        Purged: the same bytes or the same text were.
    """
    question = articles.purged_before(document.sha256, digest(document.clean_text))
    for row in connection.execute(question):
        raise Purged(document.name, row.purged_at[:DAY], row.reason)


class Purging:
    """Purges in one transaction, at one time."""

    def __init__(self, connection: Connection, at: str) -> None:
        self._connection, self._at = connection, at

    def purge(self, doc_id: str, reason: str, by: str) -> Tombstone:
        """Delete a document with its bytes and all other texts of them, and keep a tombstone.

        Raises:
            NoSuchEntry: there is none.
        """
        found = schema.documents
        row = self._connection.execute(
            select(found.c.sha256, found.c.clean_text).where(found.c.doc_id == doc_id)
        ).one_or_none()
        if row is None:
            raise NoSuchEntry(doc_id)
        article = self._connection.execute(articles.article_of(row.sha256)).scalar_one_or_none()
        stone = Tombstone(doc_id, row.sha256, reason, by, self._at)
        self._forget_visits(row.sha256)
        self._delete(row.sha256)
        self._connection.execute(
            insert(schema.tombstones),
            {
                "doc_id": doc_id,
                "sha256": row.sha256,
                "text_sha256": digest(row.clean_text),
                "article_sha256": digest(article) if article else None,
                "reason": reason,
                "purged_by": by,
                "purged_at": self._at,
            },
        )
        if article:
            Revising(self._connection).compare(article)
        for index in search.INDEXES:
            self._connection.execute(text(REBUILD.format(index=index)))
        return stone

    def _delete(self, sha256_: str) -> None:
        """Delete what hangs on these bytes, the last tables first."""
        of_bytes = schema.documents.c.sha256 == sha256_
        documents = select(schema.documents.c.document).where(of_bytes)
        ids = select(schema.documents.c.doc_id).where(of_bytes)
        readings = select(schema.readings.c.reading).where(
            schema.readings.c.document.in_(documents)
        )
        entries = select(schema.entries.c.entry).where(schema.entries.c.reading.in_(readings))
        subjects = select(schema.subjects.c.subject).where(schema.subjects.c.sha256 == sha256_)
        texts = select(schema.plan_texts.c.text).where(schema.plan_texts.c.document.in_(documents))
        owners = {
            "entry": entries,
            "reading": readings,
            "document": documents,
            "subject": subjects,
            "text": texts,
        }
        self._connection.execute(delete(schema.alerts).where(schema.alerts.c.doc_id.in_(ids)))
        aimed = schema.notice_targets.c.doc_id.in_(ids)
        self._connection.execute(delete(schema.notice_targets).where(aimed))
        for table in reversed(schema.metadata.sorted_tables):
            for condition in _owned(table, owners, sha256_):
                self._connection.execute(delete(table).where(condition))

    def _forget_visits(self, sha256_: str) -> None:
        """Take the words of a feed about the article out of what is known of its addresses."""
        names = select(schema.file_names.c.name).where(schema.file_names.c.sha256 == sha256_)
        visits = update(schema.visits).where(schema.visits.c.url.in_(names))
        self._connection.execute(visits.values(listed_as=None, reason="purged"))


def _owned(
    table: Table, owners: Mapping[str, Select[tuple[int]]], sha256_: str
) -> list[ColumnElement[bool]]:
    """Give the conditions under which rows of a table belong to these bytes.

    The keys of the schema are named after what they number: a foreign key to whatever `entry` is
    one to an entry.
    """
    if table is schema.files:
        return [schema.files.c.sha256 == sha256_]
    found: list[ColumnElement[bool]] = []
    for key in table.foreign_keys:
        if key.column.table is schema.files:
            found.append(key.parent == sha256_)
        elif key.column.name in owners:
            found.append(key.parent.in_(owners[key.column.name]))
    return found
