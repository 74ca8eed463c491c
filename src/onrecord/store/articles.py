"""Articles over time in a SQLite file; what each method promises stands in `contract_articles`."""

import os
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

from sqlalchemy import Engine, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_not

from onrecord.errors import BackupThere, RecordInaccessible
from onrecord.record import Alert, Assignment, Notice, Tombstone, Version, Visit
from onrecord.store import loading, schema
from onrecord.store.mapping import articles as mapping
from onrecord.store.mapping.anchors import anchor_columns
from onrecord.store.mapping.days import stamp
from onrecord.store.purging import Purging, digest
from onrecord.store.queries import documents as document_questions
from onrecord.store.queries import revised as articles
from onrecord.store.revising import Revising


class SqliteArticles:
    """The part of the store that knows articles over time, and what is watched."""

    _engine: Engine
    _writer: Engine
    _clock: Callable[[], datetime]

    def keep_version(self, version: Version) -> None:
        """Keep that a document is a version of an article, and compare the article's versions."""
        with self._writer.begin() as connection:
            Revising(connection).keep(version, stamp(self._clock()))

    def versions(self, doc_id: str) -> tuple[Version, ...]:
        """Give all versions of a document's article in order, nothing where there is only one."""
        with self._engine.connect() as connection:
            rows = connection.execute(articles.versions_beside(doc_id)).all()
        return tuple(mapping.version(row) for row in rows) if len(rows) > 1 else ()

    def versions_of(self, article: str) -> tuple[Version, ...]:
        """Give all versions of an article."""
        with self._engine.connect() as connection:
            rows = connection.execute(articles.versions_of(article)).all()
        return tuple(mapping.version(row) for row in rows)

    def earlier_versions(self) -> dict[str, Version]:
        """Give the next version of each document that is not its article's last, by document."""
        with self._engine.connect() as connection:
            rows = connection.execute(articles.versions_of_revised_articles()).all()
        return {
            one.doc_id: mapping.version(other)
            for one, other in pairwise(rows)
            if one.article == other.article
        }

    def left_behind(self, doc_id: str) -> frozenset[str]:
        """Give the ids of what this version says and no later one has in the same words."""
        with self._engine.connect() as connection:
            rows = connection.execute(articles.left_behind(doc_id)).all()
        return frozenset(row.id for row in rows)

    def keep_notices(self, doc_id: str, notices: Iterable[Notice]) -> None:
        """Keep a document's notices in place of those that were kept for it."""
        with self._writer.begin() as connection:
            (document,) = loading.documents(connection, document_questions.document(doc_id))
            own = select(schema.documents.c.document).where(schema.documents.c.doc_id == doc_id)
            key = connection.execute(own).scalar_one()
            for table in (schema.notice_targets, schema.notices):
                connection.execute(delete(table).where(table.c.document == key))
            for part, notice in enumerate(notices):
                row = {"document": key, "part": part}
                words = anchor_columns(document, notice.anchor)
                kept = {**row, "kind": notice.kind, "about": notice.about, **words}
                connection.execute(insert(schema.notices), kept)
                aims = [{**row, "doc_id": target} for target in notice.targets]
                if aims:
                    connection.execute(insert(schema.notice_targets), aims)

    def notices(self, about: str | None = None) -> Iterator[Notice]:
        """Give the notices in the order of their documents, all or those about one document."""
        with self._engine.connect() as connection:
            rows = connection.execute(articles.all_notices(about)).all()
            texts = loading.Texts(connection)
            aims = defaultdict(list)
            for aim in connection.execute(articles.targets_of({row.document for row in rows})):
                aims[aim.document].append(aim)
            for row in rows:
                yield mapping.notice(row, texts.of(row.document), aims[row.document])

    def assign(self, assignment: Assignment) -> None:
        """Keep that a document reports on a negotiation that is on record, and why."""
        found = schema.documents
        with self._writer.begin() as connection:
            own = select(found.c.sha256).where(found.c.doc_id == assignment.doc_id)
            row = {
                "sha256": connection.execute(own).scalar_one(),
                "process_id": assignment.process_id,
            }
            member = insert_or_not(schema.file_processes).on_conflict_do_nothing()
            connection.execute(member, row)
            why = insert_or_not(schema.assignments).values(**row, reason=assignment.reason)
            set_ = {"reason": assignment.reason}
            connection.execute(
                why.on_conflict_do_update(index_elements=["sha256", "process_id"], set_=set_)
            )

    def assignments(self, doc_id: str) -> tuple[Assignment, ...]:
        """Give why a document was assigned to negotiations."""
        with self._engine.connect() as connection:
            rows = connection.execute(articles.assignments_of(doc_id)).all()
        return tuple(mapping.assignment(row) for row in rows)

    def purge(self, doc_id: str, reason: str, by: str = "") -> Tombstone:
        """Take a document out of the record for good, and keep a tombstone.

        The pages that were freed are overwritten, by writing the whole file anew.
        """
        with self._writer.begin() as connection:
            stone = Purging(connection, stamp(self._clock())).purge(doc_id, reason, by)
        for step in (
            "PRAGMA wal_checkpoint(TRUNCATE)",
            "VACUUM",
            "PRAGMA wal_checkpoint(TRUNCATE)",
        ):
            with closing(self._engine.raw_connection()) as raw:
                raw.cursor().execute(step)
        return stone

    def tombstones(self) -> tuple[Tombstone, ...]:
        """Give the tombstones by the time of the purge."""
        with self._engine.connect() as connection:
            rows = connection.execute(articles.all_tombstones()).all()
        return tuple(mapping.tombstone(row) for row in rows)

    def tombstone_at(self, article: str) -> Tombstone | None:
        """Give the tombstone of an article by the one spelling of its address."""
        with self._engine.connect() as connection:
            row = connection.execute(articles.purged_at(digest(article))).one_or_none()
        return mapping.tombstone(row) if row else None

    def backup(self, target: Path) -> None:
        """Copy the whole record, as it is at one moment, into a file that is not there yet."""
        if target.exists():
            raise BackupThere(os.fspath(target))
        part = target.with_name(target.name + ".part")
        try:
            part.unlink(missing_ok=True)
            with (
                closing(self._engine.raw_connection()) as raw,
                closing(sqlite3.connect(part)) as copy,
            ):
                own: sqlite3.Connection = raw.driver_connection  # type: ignore[assignment]
                own.backup(copy)
            with part.open("rb") as file:
                os.fsync(file.fileno())
            part.rename(target)
        except (OSError, sqlite3.Error) as error:
            part.unlink(missing_ok=True)
            raise RecordInaccessible(os.fspath(target), str(error)) from error

    def visit(self, url: str) -> Visit | None:
        """Give what came of an address the last time, None if it was never fetched."""
        with self._engine.connect() as connection:
            row = connection.execute(articles.visit(url)).one_or_none()
        return mapping.visit(row) if row else None

    def visits(self, listed_by: str | None = None) -> tuple[Visit, ...]:
        """Give what came of all addresses, or of those that a feed lists, by address."""
        with self._engine.connect() as connection:
            rows = connection.execute(articles.all_visits(listed_by)).all()
        return tuple(mapping.visit(row) for row in rows)

    def keep_visit(self, visit: Visit) -> None:
        """Keep what came of an address, in place of what came of it before."""
        row = mapping.visit_row(visit)
        with self._writer.begin() as connection:
            new = insert_or_not(schema.visits).values(**row)
            connection.execute(new.on_conflict_do_update(index_elements=["url"], set_=dict(row)))

    def raise_alert(self, alert: Alert) -> bool:
        """Keep an alert, and tell whether it is new."""
        row = mapping.alert_row(alert, stamp(self._clock()))
        with self._writer.begin() as connection:
            new = insert_or_not(schema.alerts).values(**row).on_conflict_do_nothing()
            return connection.execute(new).rowcount > 0

    def alerts(self, *, unsent: bool = False, since: date | None = None) -> tuple[Alert, ...]:
        """Give the alerts in the order in which they were raised."""
        with self._engine.connect() as connection:
            rows = connection.execute(articles.all_alerts(unsent=unsent, since=since)).all()
        return tuple(mapping.alert(row) for row in rows)

    def sent(self, alert_id: str) -> None:
        """Keep that an alert reached the user."""
        own = update(schema.alerts).where(schema.alerts.c.alert_id == alert_id)
        with self._writer.begin() as connection:
            connection.execute(own.values(sent_at=stamp(self._clock())))
