"""Texts of plans in a SQLite file: put in, taken out."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from sqlalchemy import Connection, Engine, insert, select, update

from onrecord.record import Document, PlanText, Point, Process, Reading
from onrecord.store.adding import Adding, Addition
from onrecord.store.answers import Added
from onrecord.store.filters import ALL_TEXTS, TextFilter
from onrecord.store.mapping import texts
from onrecord.store.mapping.days import stamp
from onrecord.store.queries import documents as document_questions
from onrecord.store.queries import texts as questions
from onrecord.store.queries.documents import NO_COVERAGE
from onrecord.store.schema import documents, plan_points, plan_texts
from onrecord.store.writing import free_key


class Shelf:
    """The part of a record that holds texts of plans; its promises stand in `contract.Store`."""

    _engine: Engine
    _writer: Engine
    _clock: Callable[[], datetime]

    def add_text(
        self,
        document: Document,
        content: bytes,
        text: PlanText,
        processes: Iterable[Process] = (),
    ) -> Added:
        """Keep a text of a plan with its document, and say what that changed."""
        with self._writer.begin() as connection:
            at = stamp(self._clock())
            _keep_document(Adding(connection, at), document, content, tuple(processes))
            return _keep_text(connection, document, text, at)

    def texts(self, wanted: TextFilter = ALL_TEXTS) -> Iterator[PlanText]:
        """Give the texts of plans by plan, version and day."""
        with self._engine.connect() as connection:
            for row in connection.execute(questions.texts_wanted(wanted)).all():
                points = connection.execute(questions.points_of(row.text))
                yield texts.text(row, points)


def _keep_document(
    adding: Adding, document: Document, content: bytes, processes: tuple[Process, ...]
) -> None:
    """Write the document as far as it is not known; what was read in it as coverage stays."""
    nothing = Reading(document.doc_id, NO_COVERAGE)
    given = Addition(document, content, nothing, processes)
    if adding.connection.execute(document_questions.current_reading_of(document.doc_id)).first():
        adding.keep_file(given)
    else:
        adding.add(given)


def _keep_text(connection: Connection, document: Document, text: PlanText, at: str) -> Added:
    """Write a text that is not known; the one of the same names that it supersedes is kept."""
    key = select(documents.c.document).where(documents.c.doc_id == document.doc_id)
    own = connection.execute(key).scalar_one()
    beside = questions.texts_beside(own, text.text_id, text.label[:2])
    others = update(plan_texts).where(plan_texts.c.text.in_(beside))
    replaced = connection.execute(others.values(superseded_at=at)).rowcount
    known = connection.execute(questions.text_with(text.text_id)).first()
    if known:
        again = update(plan_texts).where(plan_texts.c.text == known.text)
        connection.execute(again.values(superseded_at=None))
        return Added.READ_AGAIN if replaced else Added.UNCHANGED
    number = free_key(connection, plan_texts.c.text)
    row = {**texts.text_row(text), "text": number, "document": own, "recorded_at": at}
    connection.execute(insert(plan_texts), row)
    rows = [{**each, "text": number} for each in texts.point_rows(document, text)]
    connection.execute(insert(plan_points), rows)
    return Added.READ_AGAIN if replaced else Added.NEW


def text_with(connection: Connection, text_id: str) -> Iterator[PlanText]:
    """Look up a text, superseded or not."""
    for row in connection.execute(questions.text_with(text_id)):
        yield texts.text(row, connection.execute(questions.points_of(row.text)))


def point_with(connection: Connection, point_id: str) -> Iterator[Point]:
    """Look up a point of a text."""
    for row in connection.execute(questions.point_with(point_id)):
        yield texts.point(row, row.doc_id, row.raw_text)
