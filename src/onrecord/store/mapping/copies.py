"""Sketches, relations and origins, and their rows."""

import json
import sys
from array import array
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from onrecord.record import Origin, Relation, RelationKind, SharedPassage, Sketch, Span
from onrecord.store.mapping.anchors import Columns
from onrecord.store.mapping.documents import imprint

HASH = 4
"""Bytes of a hash."""


def sketch_row(sketch: Sketch) -> Columns:
    """Give the columns of a sketch but for its document."""
    return {
        "made_by": sketch.made_by,
        "runs": _bytes(sketch.runs),
        "names": _bytes(sketch.names),
    }


def sketch(row: Row[Any]) -> Sketch:
    """Give a row as a sketch."""
    return Sketch(row.doc_id, row.made_by, _hashes(row.runs), _hashes(row.names))


def _bytes(hashes: "array[int]") -> bytes:
    return b"".join(value.to_bytes(HASH, "little") for value in hashes)


def _hashes(given: bytes) -> "array[int]":
    hashes = array("I")
    if hashes.itemsize != HASH:
        starts = range(0, len(given), HASH)
        return array("I", (int.from_bytes(given[at : at + HASH], "little") for at in starts))
    hashes.frombytes(given)
    if sys.byteorder == "big":
        hashes.byteswap()
    return hashes


def relation_row(relation: Relation) -> Columns:
    """Give the columns of a relation but for its documents."""
    passages = [[*each.earlier, *each.later, each.kept, each.alike] for each in relation.passages]
    return {
        "kind": relation.kind,
        "score": relation.score,
        "reason": relation.reason,
        "credited": relation.credited,
        "passages": json.dumps(passages, separators=(",", ":")),
    }


def relation(row: Row[Any]) -> Relation:
    """Give a row as a relation."""
    passages = (
        SharedPassage(Span(start, end), Span(first, last), kept, alike)
        for start, end, first, last, kept, alike in json.loads(row.passages)
    )
    return Relation(
        later=row.later_id,
        earlier=row.earlier_id,
        kind=RelationKind(row.kind),
        score=row.score,
        reason=row.reason,
        credited=bool(row.credited),
        passages=tuple(passages),
    )


def origin(row: Row[Any], details: Sequence[Row[Any]]) -> Origin:
    """Give where a document comes from."""
    said = {detail.role: detail.value for detail in details}
    credited = tuple(detail.value for detail in details if detail.role == "agency_credits")
    return Origin(
        imprint=imprint(row),
        url=said.get("url"),
        byline=said.get("byline"),
        credits=credited,
        language=row.language,
        published_at=said.get("updated") or row.published,
    )
