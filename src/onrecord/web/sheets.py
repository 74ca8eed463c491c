"""A selection of statements as a file: comma-separated values, a workbook, JSON."""

import json
import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from itertools import islice
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter

from onrecord.record import Statement
from onrecord.show.cells import csv_line, plain
from onrecord.show.days import in_words
from onrecord.show.room.choosing import Told, told
from onrecord.show.room.room import Room
from onrecord.show.signs import BADGES
from onrecord.show.words import act
from onrecord.store import Selection
from onrecord.web.words import exact

AT_ONCE = 500
"""Statements in memory together."""
SHEET_ROWS = 1_048_575
"""Rows of a worksheet after its head; what is beyond goes to further sheets."""
CELL = 32_767
"""Characters that a cell of a workbook holds."""

COLUMNS = (
    "id",
    "said",
    "said_in_words",
    "speaker",
    "side",
    "act",
    "gist",
    "words",
    "stances",
    "objects",
    "sourcing",
    "sourcing_in_words",
    "outlet",
    "title",
    "published",
    "doc_id",
    "start",
    "end",
    "confidence",
    "for_review",
    "reading",
    "decided_by",
    "decided_on",
)
DATES = frozenset({"said", "published", "decided_on"})
"""Columns of days: a plain day is a date in a workbook, what is less certain stays as it is."""
WIDE = {"gist": 60, "words": 60, "title": 40, "said_in_words": 28, "sourcing_in_words": 36}
USUAL = 16
"""Widths of columns, in characters: words are read without pulling at the sheet first."""
DAY = re.compile(r"(?!0|1[0-8])[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""A plain day that a workbook has a number for; none has one before 1900."""


def batches(room: Room, wanted: Selection) -> Iterator[Told]:
    """Give the chosen statements, so many at a time."""
    people = room.people()
    found = room.store.selected(wanted)
    while some := list(islice(found, AT_ONCE)):
        yield told(room.store, some, people)


def _rows(room: Room, wanted: Selection) -> Iterator[list[Any]]:
    for batch in batches(room, wanted):
        yield from (_row(batch, statement) for statement in batch.statements)


def _row(of: Told, statement: Statement) -> list[Any]:
    stances = of.stances.get(statement.statement_id, [])
    imprint = of.imprints.get(statement.doc_id)
    return [
        statement.statement_id,
        statement.said_on,
        in_words(statement.said_on),
        of.who(statement),
        of.people.side(statement.actor_id).name if statement.actor_id else "",
        act(statement),
        statement.gist,
        exact(statement.content),
        "; ".join(f"{stance.value} ({stance.basis})" for stance in stances),
        "; ".join(stance.object.label for stance in stances),
        statement.sourcing_level,
        BADGES[statement.sourcing_level].sentence,
        imprint.outlet if imprint else None,
        imprint.title if imprint else None,
        statement.reported_on,
        statement.doc_id,
        statement.content[0].start if statement.content else None,
        statement.content[-1].end if statement.content else None,
        statement.provenance.confidence,
        statement.for_review,
        *_decided(statement),
    ]


def _decided(statement: Statement) -> list[str | None]:
    """Give what people made of a statement, who and when; that the machine alone read it."""
    review = statement.provenance.review
    return [review.state, review.by, review.at[:10]] if review else ["machine", None, None]


def csv_rows(room: Room, wanted: Selection) -> Iterator[str]:
    """Give the lines of a file of comma-separated values."""
    yield csv_line(COLUMNS)
    for row in _rows(room, wanted):
        yield csv_line(row)


def workbook(room: Room, wanted: Selection) -> bytes:
    """Give a workbook; a selection longer than a worksheet goes on in the next one."""
    book = Workbook(write_only=True)
    rows = _rows(room, wanted)
    while True:
        some = list(islice(rows, SHEET_ROWS))
        if some or not book.worksheets:
            sheet = book.create_sheet("Statements")
            sheet.freeze_panes = "A2"
            for number, name in enumerate(COLUMNS, 1):
                sheet.column_dimensions[get_column_letter(number)].width = WIDE.get(name, USUAL)
            sheet.append(COLUMNS)
            for row in some:
                sheet.append([_cell(sheet, *each) for each in zip(COLUMNS, row, strict=True)])
        if len(some) < SHEET_ROWS:
            break
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, column: str, value: Any) -> Any:
    if column in DATES and value and DAY.fullmatch(value):
        cell = WriteOnlyCell(sheet, date.fromisoformat(value))
        cell.number_format = "yyyy-mm-dd"
        return cell
    safe = plain(value)
    return safe[:CELL] if isinstance(safe, str) else safe


def json_rows(room: Room, wanted: Selection) -> Iterator[str]:
    """Give one JSON array, an entry at a time."""
    before = "[\n"
    for batch in batches(room, wanted):
        for entry in batch.entries():
            yield before + json.dumps(entry, ensure_ascii=False)
            before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
