"""Metadata and rows: every detail with its words or its field."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import Row

from onrecord.record import (
    Anchor,
    DateDetail,
    Detail,
    Document,
    Metadata,
    Precision,
    RelatedLink,
    UrlStatus,
)
from onrecord.store.mapping.anchors import PLACE, Columns, anchor, anchor_columns

AnyDetail = Detail | DateDetail | RelatedLink

EMPTY: Columns = dict.fromkeys(("field", "precision", "zone", "target", *PLACE, "exact"))
"""The columns that a detail may leave empty."""

FIELDS = (
    "title",
    "publisher",
    "byline",
    "agency_credits",
    "photo_credits",
    "url",
    "published",
    "updated",
    "dateline_place",
    "dateline_day",
    "related_links",
)
"""The fields of `Metadata` that are details."""

T = TypeVar("T")


def detail_rows(document: Document) -> list[Columns]:
    """Give the rows of all details of a document."""
    return [
        {"role": role, "part": part, **_columns(document, detail)}
        for role in FIELDS
        for part, detail in enumerate(_several(getattr(document.metadata, role)))
    ]


def _several(value: AnyDetail | tuple[AnyDetail, ...] | None) -> tuple[AnyDetail, ...]:
    """Give the details of a field that holds one, several or none."""
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _columns(document: Document, detail: AnyDetail) -> Columns:
    """Give the columns of one detail."""
    match detail:
        case Detail(value, _, field):
            columns: Columns = {"value": value, "field": field}
        case DateDetail(edtf, precision, zone, _, field):
            columns = {"value": edtf, "precision": precision, "zone": zone, "field": field}
        case RelatedLink(title, target):
            columns = {"value": title, "target": target}
    words = anchor_columns(document, detail.anchor) if detail.anchor else {}
    return {**EMPTY, **columns, **words}


def _only(values: tuple[T, ...]) -> T | None:
    """Give the value of a field that holds one or none."""
    return values[0] if values else None


class Details:
    """The details of one document, from their rows."""

    def __init__(self, rows: Iterable[Row[Any]], doc_id: str, published: str) -> None:
        self._rows: dict[str, list[Row[Any]]] = defaultdict(list)
        self._doc_id, self._published = doc_id, published
        for row in rows:
            self._rows[row.role].append(row)

    def metadata(self, url_status: str, language: str | None) -> Metadata:
        """Give the metadata that these details make up."""
        return Metadata(
            title=_only(self._plain("title")),
            publisher=_only(self._plain("publisher")),
            byline=_only(self._plain("byline")),
            agency_credits=self._plain("agency_credits"),
            photo_credits=self._plain("photo_credits"),
            url=_only(self._plain("url")),
            url_status=UrlStatus(url_status),
            language=language,
            published=_only(self._dates("published")),
            updated=_only(self._dates("updated")),
            dateline_place=_only(self._plain("dateline_place")),
            dateline_day=_only(self._dates("dateline_day")),
            related_links=self._links(),
        )

    def _plain(self, role: str) -> tuple[Detail, ...]:
        rows = self._rows[role]
        return tuple(Detail(row.value, self._anchor(row), row.field) for row in rows)

    def _dates(self, role: str) -> tuple[DateDetail, ...]:
        return tuple(
            DateDetail(row.value, Precision(row.precision), row.zone, self._anchor(row), row.field)
            for row in self._rows[role]
        )

    def _links(self) -> tuple[RelatedLink, ...]:
        rows = self._rows["related_links"]
        return tuple(RelatedLink(row.value, row.target, self._anchor(row)) for row in rows)

    def _anchor(self, row: Row[Any]) -> Anchor | None:
        if row.exact is None:
            return None
        return anchor(row, self._doc_id, self._published)
