"""Anchors and rows: words go in and come out only if they are the document's."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from onrecord.errors import NotVerbatim
from onrecord.record import Anchor, Document

Columns = Mapping[str, object]

PLACE = ("start", "end", "clean_start", "clean_end", "sentence", "paragraph")
"""The columns of an anchor's place, named like its fields."""


def anchor_columns(document: Document, anchor: Anchor) -> Columns:
    """Give the columns of an anchor.

    Raises:
        NotVerbatim: the document does not have these words there.
    """
    found = document.raw_text[anchor.start : anchor.end]
    if found != anchor.exact or anchor.doc_id != document.doc_id:
        raise NotVerbatim(document.doc_id, anchor.start, anchor.end, anchor.exact, found)
    place = {name: getattr(anchor, name) for name in PLACE}
    return {**place, "exact": anchor.exact}


def anchor(row: Row[Any], doc_id: str, published: str) -> Anchor:
    """Give the anchor of a row.

    Raises:
        NotVerbatim: the published text does not have these words there.
    """
    return Anchor(
        published,
        doc_id=doc_id,
        exact=row.exact,
        start=row.start,
        end=row.end,
        clean_start=row.clean_start,
        clean_end=row.clean_end,
        sentence=row.sentence,
        paragraph=row.paragraph,
    )


class RowsByRole:
    """The rows of many entries' anchors or links, by entry and role, each role's in their order."""

    def __init__(self, rows: Iterable[Row[Any]]) -> None:
        self._rows: dict[tuple[int, str], list[Row[Any]]] = defaultdict(list)
        for row in rows:
            self._rows[row.entry, row.role].append(row)

    def of(self, entry: int, role: str) -> list[Row[Any]]:
        """Give the rows of one entry in one role."""
        return self._rows.get((entry, role), [])


@dataclass(frozen=True, slots=True)
class Words:
    """The words of entries of one document, and the ids of entries that they refer to."""

    doc_id: str
    published: str
    rows: RowsByRole
    links: RowsByRole

    def several(self, entry: int, role: str) -> tuple[Anchor, ...]:
        """Give an entry's anchors in this role."""
        rows = self.rows.of(entry, role)
        return tuple(anchor(row, self.doc_id, self.published) for row in rows)

    def ids(self, entry: int, role: str) -> tuple[str, ...]:
        """Give the ids of the entries that an entry refers to in this role."""
        return tuple(row.id for row in self.links.of(entry, role))

    def perhaps(self, entry: int, role: str) -> Anchor | None:
        """Give an entry's only anchor in this role, None if it has none."""
        return next(iter(self.several(entry, role)), None)

    def one(self, entry: int, role: str) -> Anchor:
        """Give an entry's only anchor in this role.

        Raises:
            NotVerbatim: the entry has lost its words.
        """
        found = self.perhaps(entry, role)
        if found is None:
            raise NotVerbatim(self.doc_id, 0, 0, "", "")
        return found
