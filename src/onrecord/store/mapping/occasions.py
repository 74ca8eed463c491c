"""Meetings and deadlines, and rows."""

from typing import Any

from sqlalchemy import Row

from onrecord.record import (
    ActRequired,
    Deadline,
    DeadlineStep,
    Firmness,
    Meeting,
    MeetingStatus,
    MeetingType,
    Track,
)
from onrecord.store import schema
from onrecord.store.mapping.anchors import Words
from onrecord.store.mapping.days import day_columns
from onrecord.store.mapping.sheet import Sheet
from onrecord.store.mapping.statements import one_or_none, provenance, provenance_columns


def write_meeting(sheet: Sheet, entry: int, meeting: Meeting) -> None:
    """Write the rows of a meeting."""
    first, last = day_columns(meeting.date)
    columns = {
        "type": meeting.type,
        "status": meeting.status,
        "track": meeting.track,
        "host": meeting.host,
        "place": meeting.place,
        "date": meeting.date,
        "date_min": first,
        "date_max": last,
        "told_by": meeting.told_by,
        "reported_on": meeting.reported_on,
        **provenance_columns(meeting.provenance),
    }
    sheet.write(schema.meetings, entry, columns)
    sheet.words(entry, "evidence", meeting.evidence)
    sheet.words(entry, "place", one_or_none(meeting.place_words))
    sheet.words(entry, "date", meeting.date_words)
    sheet.words(entry, "agenda", meeting.agenda)
    sheet.words(entry, "outcome", meeting.outcome)
    sheet.links(entry, "participant", meeting.participants)
    sheet.links(entry, "statement", meeting.statements)


def meeting(row: Row[Any], words: Words) -> Meeting:
    """Give the meeting of a row."""
    return Meeting(
        meeting_id=row.id,
        doc_id=words.doc_id,
        type=MeetingType(row.type),
        status=MeetingStatus(row.status),
        evidence=words.several(row.entry, "evidence"),
        provenance=provenance(row),
        track=Track(row.track) if row.track else None,
        participants=words.ids(row.entry, "participant"),
        host=row.host,
        place=row.place,
        place_words=words.perhaps(row.entry, "place"),
        date=row.date,
        date_words=words.several(row.entry, "date"),
        agenda=words.several(row.entry, "agenda"),
        outcome=words.several(row.entry, "outcome"),
        told_by=row.told_by,
        statements=words.ids(row.entry, "statement"),
        reported_on=row.reported_on,
    )


def write_deadline(sheet: Sheet, entry: int, deadline: Deadline) -> None:
    """Write the rows of a deadline."""
    first, last = day_columns(deadline.due)
    columns = {
        "step": deadline.step,
        "set_by": deadline.set_by,
        "act_required": deadline.act_required,
        "due": deadline.due,
        "due_min": first,
        "due_max": last,
        "moved_from": deadline.moved_from,
        "firmness": deadline.firmness,
        "announced_on": deadline.announced_on,
        "told_by": deadline.told_by,
        "reported_on": deadline.reported_on,
        **provenance_columns(deadline.provenance),
    }
    sheet.write(schema.deadlines, entry, columns)
    sheet.words(entry, "evidence", deadline.evidence)
    sheet.words(entry, "act", one_or_none(deadline.act_words))
    sheet.words(entry, "due", deadline.due_words)
    sheet.words(entry, "firmness", deadline.firmness_words)
    sheet.words(entry, "consequence", one_or_none(deadline.consequence))
    sheet.words(entry, "remark", deadline.remarks)
    sheet.links(entry, "addressee", deadline.addressees)
    sheet.links(entry, "statement", deadline.statements)


def deadline(row: Row[Any], words: Words) -> Deadline:
    """Give the deadline of a row."""
    return Deadline(
        deadline_id=row.id,
        doc_id=words.doc_id,
        step=DeadlineStep(row.step),
        evidence=words.several(row.entry, "evidence"),
        provenance=provenance(row),
        set_by=row.set_by,
        addressees=words.ids(row.entry, "addressee"),
        act_required=ActRequired(row.act_required) if row.act_required else None,
        act_words=words.perhaps(row.entry, "act"),
        due=row.due,
        due_words=words.several(row.entry, "due"),
        moved_from=row.moved_from,
        firmness=Firmness(row.firmness) if row.firmness else None,
        firmness_words=words.several(row.entry, "firmness"),
        consequence=words.perhaps(row.entry, "consequence"),
        remarks=words.several(row.entry, "remark"),
        announced_on=row.announced_on,
        told_by=row.told_by,
        statements=words.ids(row.entry, "statement"),
        reported_on=row.reported_on,
    )
