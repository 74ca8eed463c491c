"""Versions, notices, tombstones, visits and alerts, and rows."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row

from onrecord.record import (
    Alert,
    AlertKind,
    Assignment,
    Notice,
    NoticeKind,
    Tombstone,
    Version,
    Visit,
    VisitOutcome,
)
from onrecord.store.mapping.anchors import Columns, anchor
from onrecord.store.mapping.days import moment, stamp
from onrecord.store.search import storable


def version(row: Row[Any]) -> Version:
    """Give the version of a row."""
    return Version(row.article, row.doc_id, row.created, row.fetched_on, row.known_on)


def notice(row: Row[Any], published: str, targets: Iterable[Row[Any]]) -> Notice:
    """Give the notice of a row, its words checked against the document's text."""
    own = (each.doc_id for each in targets if each.part == row.part)
    return Notice(
        kind=NoticeKind(row.kind),
        doc_id=row.doc_id,
        anchor=anchor(row, row.doc_id, published),
        about=row.about,
        targets=tuple(own),
    )


def assignment(row: Row[Any]) -> Assignment:
    """Give the assignment of a row."""
    return Assignment(row.doc_id, row.process_id, row.reason)


def tombstone(row: Row[Any]) -> Tombstone:
    """Give the tombstone of a row."""
    return Tombstone(row.doc_id, row.sha256, row.reason, row.purged_by, row.purged_at)


def visit_row(visit: Visit) -> Columns:
    """Give the row of a visit."""
    return {
        "url": storable(visit.url),
        "listed_by": visit.listed_by and storable(visit.listed_by),
        "listed_as": visit.listed_as and storable(visit.listed_as),
        "etag": visit.etag,
        "last_modified": visit.last_modified,
        "outcome": visit.outcome,
        "reason": storable(visit.reason),
        "failures": visit.failures,
        "first_at": stamp(visit.first_at),
        "visited_at": stamp(visit.visited_at),
        "due_at": stamp(visit.due_at),
    }


def visit(row: Row[Any]) -> Visit:
    """Give the visit of a row."""
    return Visit(
        url=row.url,
        outcome=VisitOutcome(row.outcome),
        first_at=moment(row.first_at),
        visited_at=moment(row.visited_at),
        due_at=moment(row.due_at),
        reason=row.reason,
        failures=row.failures,
        listed_by=row.listed_by,
        listed_as=row.listed_as,
        etag=row.etag,
        last_modified=row.last_modified,
    )


def alert_row(alert: Alert, at: str) -> Columns:
    """Give the row of an alert that is raised now."""
    return {
        "alert_id": alert.alert_id,
        "kind": alert.kind,
        "title": storable(alert.title),
        "words": storable(alert.words),
        "doc_id": alert.doc_id,
        "entry_id": alert.entry_id,
        "raised_at": at,
    }


def alert(row: Row[Any]) -> Alert:
    """Give the alert of a row."""
    return Alert(
        alert_id=row.alert_id,
        kind=AlertKind(row.kind),
        title=row.title,
        words=row.words,
        doc_id=row.doc_id,
        entry_id=row.entry_id,
        raised_at=row.raised_at,
        sent_at=row.sent_at,
    )
