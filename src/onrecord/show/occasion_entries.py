"""Meetings and deadlines as JSON objects: the one place that names their keys.

Spans are code points of the text as published, end exclusive.
"""

from collections.abc import Mapping
from datetime import date

from onrecord.analyse.deadlines import Course, Standing
from onrecord.analyse.meetings import Gathering, side_accounts
from onrecord.record import Actor, Deadline, Meeting
from onrecord.show.occasions import Occasions
from onrecord.show.stance_entries import Json, named_entry, words_entry

Actors = Mapping[str, Actor]


def meeting_entry(meeting: Meeting, actors: Actors) -> Json:
    """Give what one document says of a meeting."""
    return {
        "id": meeting.meeting_id,
        "type": meeting.type,
        "status": meeting.status,
        "track": meeting.track,
        "participants": [named_entry(actor, actors) for actor in meeting.participants],
        "host": named_entry(meeting.host, actors),
        "place": meeting.place,
        "place_words": words_entry(meeting.place_words),
        "date": meeting.date,
        "date_words": [words_entry(anchor) for anchor in meeting.date_words],
        "agenda": [words_entry(anchor) for anchor in meeting.agenda],
        "outcome": [words_entry(anchor) for anchor in meeting.outcome],
        "told_by": named_entry(meeting.told_by, actors),
        "statements": list(meeting.statements),
        "evidence": [words_entry(anchor) for anchor in meeting.evidence],
        "rule": meeting.provenance.rule_id,
        "confidence": meeting.provenance.confidence,
    }


def deadline_entry(deadline: Deadline, actors: Actors) -> Json:
    """Give what one document says of a deadline."""
    return {
        "id": deadline.deadline_id,
        "step": deadline.step,
        "set_by": named_entry(deadline.set_by, actors),
        "addressees": [named_entry(actor, actors) for actor in deadline.addressees],
        "act_required": deadline.act_required,
        "act_words": words_entry(deadline.act_words),
        "due": deadline.due,
        "due_words": [words_entry(anchor) for anchor in deadline.due_words],
        "moved_from": deadline.moved_from,
        "firmness": deadline.firmness,
        "firmness_words": [words_entry(anchor) for anchor in deadline.firmness_words],
        "consequence": words_entry(deadline.consequence),
        "remarks": [words_entry(anchor) for anchor in deadline.remarks],
        "announced_on": deadline.announced_on,
        "told_by": named_entry(deadline.told_by, actors),
        "statements": list(deadline.statements),
        "evidence": [words_entry(anchor) for anchor in deadline.evidence],
        "rule": deadline.provenance.rule_id,
        "confidence": deadline.provenance.confidence,
    }


def account_entry(account: Meeting | Deadline, actors: Actors) -> Json:
    """Give what one document says of a meeting or a deadline."""
    if isinstance(account, Meeting):
        return meeting_entry(account, actors)
    return deadline_entry(account, actors)


def gathering_entry(one: Gathering, asked: Occasions) -> Json:
    """Give a meeting of the record with all its accounts and what each leaves out."""
    return {
        "id": one.meeting_id,
        "type": one.type,
        "status": one.status,
        "track": one.track,
        "disputed": one.disputed,
        "participants": [named_entry(actor, asked.actors) for actor in one.participants],
        "place": one.place,
        "date": one.date,
        "dates": [
            {"date": each.edtf, "accounts": [account.meeting_id for account in each.accounts]}
            for each in one.dates
        ],
        "dates_disagree": one.dates_disagree,
        "history": [
            {
                "status": step.status,
                "reported_on": step.reported_on,
                "account": step.account.meeting_id,
            }
            for step in one.history
        ],
        "accounts": [
            {
                **meeting_entry(each.account, asked.actors),
                **_imprint(each.account, asked),
                "side": named_entry(each.side, asked.actors),
                "left_out": {name: list(values) for name, values in each.left_out},
            }
            for each in side_accounts(one, asked.sides)
        ],
    }


def course_entry(one: Course, asked: Occasions, day: date) -> Json:
    """Give a deadline of the record as it stands on a day, with its history and its accounts."""
    return {
        "id": one.deadline_id,
        "as_of": day.isoformat(),
        **_standing(one.standing(day)),
        "set_by": named_entry(one.set_by, asked.actors),
        "addressees": [named_entry(actor, asked.actors) for actor in one.addressees],
        "act_required": one.act_required,
        "act_words": words_entry(one.act_words),
        "firmness": one.firmness,
        "consequence": words_entry(one.consequence),
        "dues": [
            {"due": due, "accounts": [account.deadline_id for account in own]}
            for due, own in one.dues
        ],
        "extensions": [
            {
                "from": each.moved_from,
                "to": each.due,
                "announced_on": each.announced_on,
                "account": each.account.deadline_id,
            }
            for each in one.extensions
        ],
        "history": [
            {"as_of": since.isoformat(), **_standing(standing)}
            for since, standing in one.history(day)
        ],
        "accounts": [
            {**deadline_entry(each, asked.actors), **_imprint(each, asked)} for each in one.accounts
        ],
    }


def _standing(standing: Standing) -> Json:
    return {"status": standing.status, "due": standing.due, "outcome": standing.outcome}


def _imprint(account: Meeting | Deadline, asked: Occasions) -> Json:
    imprint = asked.imprints.get(account.doc_id)
    return {
        "reported_on": account.reported_on,
        "doc_id": account.doc_id,
        "file": imprint.name if imprint else None,
        "title": imprint.title if imprint else None,
        "outlet": imprint.outlet if imprint else None,
    }
