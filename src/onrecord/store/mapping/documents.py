"""Documents and rows."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row

from onrecord.record import (
    Document,
    Edit,
    Fix,
    Imprint,
    Noise,
    NoiseKind,
    Paragraph,
    ParagraphKind,
    Span,
)
from onrecord.store.mapping.anchors import Columns
from onrecord.store.mapping.days import day_columns
from onrecord.store.mapping.details import Details
from onrecord.store.schema import UNKNOWN_DAY

DAY = len("2027-04-12")
"""The calendar part of a date with a time of day; see `DateDetail.day`."""


def document_row(document: Document) -> Columns:
    """Give the row of a document."""
    published = document.metadata.published
    first, last = day_columns(published.edtf if published else None)
    return {
        "doc_id": document.doc_id,
        "sha256": document.sha256,
        "order_day": first or UNKNOWN_DAY,
        "published_min": first,
        "published_max": last,
        "media_type": document.media_type,
        "reader": document.reader,
        "encoding": document.encoding,
        "url_status": document.metadata.url_status,
        "language": document.metadata.language,
        "edits": json.dumps([(edit.start, edit.end, edit.replacement) for edit in document.edits]),
        "paragraphs": json.dumps([(each.kind, *each.span) for each in document.paragraphs]),
        "raw_text": document.raw_text,
        "clean_text": document.clean_text,
    }


def document(row: Row[Any], details: Details, noise: Iterable[Row[Any]]) -> Document:
    """Give the document of a row that has the first of its names, too."""
    return Document(
        doc_id=row.doc_id,
        sha256=row.sha256,
        name=row.name,
        media_type=row.media_type,
        reader=row.reader,
        encoding=row.encoding,
        raw_text=row.raw_text,
        clean_text=row.clean_text,
        edits=tuple(Edit(*edit) for edit in json.loads(row.edits)),
        paragraphs=tuple(
            Paragraph(ParagraphKind(kind), start, end)
            for kind, start, end in json.loads(row.paragraphs)
        ),
        noise=tuple(_noise(each) for each in noise),
        metadata=details.metadata(row.url_status, row.language),
    )


def imprint(row: Row[Any]) -> Imprint:
    """Give where and when the document of a row appeared."""
    return Imprint(
        doc_id=row.doc_id,
        name=row.name,
        title=row.title,
        outlet=row.publisher,
        published_on=row.published[:DAY] if row.published else None,
    )


def noise_rows(document: Document) -> list[Columns]:
    """Give the rows of a document's noise."""
    return [
        {
            "place": place,
            "kind": noise.kind,
            "start": noise.span.start,
            "end": noise.span.end,
            "fix": noise.fix,
            "fix_text": noise.fix_text,
        }
        for place, noise in enumerate(document.noise)
    ]


def _noise(row: Row[Any]) -> Noise:
    return Noise(NoiseKind(row.kind), Span(row.start, row.end), Fix(row.fix), row.fix_text)
