"""Texts of plans and rows."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row

from onrecord.record import (
    Bracketing,
    Document,
    PlanText,
    Point,
    PointKind,
    TextLabel,
    TextState,
)
from onrecord.store.mapping.anchors import Columns, anchor, anchor_columns
from onrecord.store.mapping.names import folded

PLAIN = ("point_id", "path", "words", "number", "parent", "option", "category")
"""The columns of a point that are named like its fields and hold them as they are."""


def text_row(text: PlanText) -> Columns:
    """Give the row of a text."""
    plan, version, dated = text.label
    return {
        "text_id": text.text_id,
        "plan": plan,
        "version": version,
        "names": folded(plan, version),
        "dated": dated,
        "title": text.title,
        "reader": text.reader,
    }


def point_rows(document: Document, text: PlanText) -> list[Columns]:
    """Give the rows of a text's points.

    Raises:
        NotVerbatim: the document does not have the words of a point.
    """
    return [
        {
            "place": place,
            "kind": point.kind,
            "bracketing": point.bracketing,
            "state": point.state,
            **{name: getattr(point, name) for name in PLAIN},
            **anchor_columns(document, point.anchor),
        }
        for place, point in enumerate(text.points)
    ]


def text(row: Row[Any], points: Iterable[Row[Any]]) -> PlanText:
    """Give the text of a row with its points."""
    return PlanText(
        doc_id=row.doc_id,
        label=TextLabel(row.plan, row.version, row.dated),
        reader=row.reader,
        points=tuple(point(each, row.doc_id, row.raw_text) for each in points),
        title=row.title,
    )


def point(row: Row[Any], doc_id: str, published: str) -> Point:
    """Give the point of a row.

    Raises:
        NotVerbatim: the document does not have its words there.
    """
    return Point(
        **{name: getattr(row, name) for name in PLAIN},
        kind=PointKind(row.kind),
        anchor=anchor(row, doc_id, published),
        bracketing=Bracketing(row.bracketing),
        state=TextState(row.state),
    )
