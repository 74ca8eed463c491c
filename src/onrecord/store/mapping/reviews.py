"""Rows as rulings, and as what people made of entries."""

import json
from typing import Any

from sqlalchemy import Row

from onrecord.record import Action, Reason, Review, ReviewState, Ruling, Waiting


def review(row: Row[Any]) -> Review | None:
    """Give what people made of the entry of a row, None where it is the machine's alone."""
    state = getattr(row, "review_state", None)
    if state is None:
        return None
    machine = json.loads(row.review_machine) if row.review_machine else []
    return Review(
        state=ReviewState(state),
        by=row.review_by,
        at=row.review_at,
        ruling_id=row.review_ruling,
        machine=tuple((name, value) for name, value in machine),
        found=row.review_found,
    )


def ruling(row: Row[Any]) -> Ruling:
    """Give a row of the log as a ruling."""
    return Ruling(
        action=Action(row.action),
        kind=row.kind,
        entry_id=row.entry_id,
        doc_id=row.doc_id,
        by=row.decided_by,
        note=row.note,
        field=row.field,
        before=row.before,
        value=row.value,
        of=row.of,
        subject_id=row.subject_id,
        ruling_id=row.ruling_id,
        at=row.decided_at,
    )


def waiting(row: Row[Any]) -> Waiting:
    """Give a row as what waits for a decision."""
    reasons = tuple(reason for reason in Reason if getattr(row, reason.value))
    return Waiting(row.kind, row.id, row.doc_id, row.doubt, reasons)
