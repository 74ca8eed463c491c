"""Questions for the log of what people decided, and for what it was about."""

from collections.abc import Collection

from sqlalchemy import Delete, delete, func, select

from onrecord.store.queries.conditions import MACHINES, Question
from onrecord.store.schema import (
    PEOPLE,
    conditions,
    documents,
    entries,
    links,
    readings,
    reviewed,
    rulings,
    subjects,
)


def log() -> Question:
    """Ask for all rulings in the order in which they were made."""
    about = (subjects.c.subject_id, subjects.c.kind, subjects.c.doc_id)
    question = select(rulings, *about).select_from(rulings.join(subjects))
    return question.order_by(rulings.c.ruling)


def log_of(subject_id: str) -> Question:
    """Ask for the rulings on one subject."""
    return log().where(subjects.c.subject_id == subject_id)


def log_of_file(sha256: str) -> Question:
    """Ask for the rulings on all that is in some bytes."""
    return log().where(subjects.c.sha256 == sha256)


def result_of(ruling_id: str) -> Question:
    """Ask for what a ruling made of its entry."""
    return select(rulings.c.result).where(rulings.c.ruling_id == ruling_id)


def subjects_of_file(sha256: str) -> Question:
    """Ask for what was decided about in some bytes."""
    return select(subjects).where(subjects.c.sha256 == sha256).order_by(subjects.c.subject)


def subject(subject_id: str) -> Question:
    """Ask for one subject."""
    return select(subjects).where(subjects.c.subject_id == subject_id)


def subject_of_entry(entry: int) -> Question:
    """Ask for what was decided about that stands as this entry now, by a ruling of its own.

    What fell with the statement that it was read from has none.
    """
    own = subjects.join(reviewed).join(entries, entries.c.entry == reviewed.c.entry)
    return (
        select(subjects)
        .select_from(own)
        .where(reviewed.c.entry == entry, entries.c.kind == subjects.c.kind)
    )


def subjects_called(prefix: str) -> Question:
    """Ask for what was decided about while its id began so, in the order of the first ruling."""
    ids = (subjects.c.entry_id, rulings.c.entry_id)
    begins = [column.startswith(prefix, autoescape=True) for column in ids]
    joined = subjects.join(rulings)
    question = select(subjects).select_from(joined).where(begins[0] | begins[1])
    return question.group_by(subjects.c.subject).order_by(subjects.c.subject)


def subject_made_for(entry_id: str) -> Question:
    """Ask for what was first decided about while it had this id."""
    return select(subjects).where(subjects.c.entry_id == entry_id)


def entry_of_subject(subject: int) -> Question:
    """Ask for the entry that stands for a subject now, the person's before the machine's."""
    joined = reviewed.join(entries, entries.c.entry == reviewed.c.entry)
    question = select(entries.c.entry, entries.c.id).select_from(
        joined.join(subjects, subjects.c.subject == reviewed.c.subject)
    )
    own = (reviewed.c.subject == subject, entries.c.kind == subjects.c.kind)
    return question.where(*own).order_by(reviewed.c.hidden, entries.c.entry)


def current_text(sha256: str) -> Question:
    """Ask for the id of the current document of some bytes."""
    current = documents.c.superseded_at.is_(None)
    return select(documents.c.doc_id).where(documents.c.sha256 == sha256, current)


def orphans() -> Question:
    """Ask for what was decided about that no current entry stands for."""
    standing = select(reviewed.c.subject).distinct()
    return select(subjects).where(subjects.c.subject.not_in(standing)).order_by(subjects.c.subject)


def machines_reading(doc_id: str) -> Question:
    """Ask for the machine's current reading of a document: its key and id, the document's key."""
    question = select(documents.c.document, readings.c.reading, readings.c.reading_id)
    current = (readings.c.superseded_at.is_(None), MACHINES)
    joined = question.select_from(documents.join(readings))
    return joined.where(documents.c.doc_id == doc_id, *current)


def entry_in(reading: int, kind: str) -> Question:
    """Ask for the key of a reading's entry of a kind, of which it has one."""
    own = (entries.c.reading == reading, entries.c.kind == kind)
    return select(entries.c.entry).where(*own)


def peoples_readings(sha256: str) -> Question:
    """Ask for the readings of some bytes that hold what people made of them."""
    own = readings.join(documents)
    question = select(readings.c.reading, readings.c.reading_id).select_from(own)
    return question.where(documents.c.sha256 == sha256, readings.c.extractor == PEOPLE)


def reviews_of_file(sha256: str) -> Delete:
    """Take out what the log makes of the entries in some bytes."""
    own = select(subjects.c.subject).where(subjects.c.sha256 == sha256)
    return delete(reviewed).where(reviewed.c.subject.in_(own))


def read_from(statements: Collection[str], reading: int) -> Question:
    """Ask for what a reading read from statements, all of which are among these, and from which."""
    own = links.join(entries, entries.c.entry == links.c.entry)
    among = links.c.id.in_(statements)
    linked = (
        select(entries.c.entry, func.min(links.c.id).label("statement_id"))
        .select_from(own)
        .where(entries.c.reading == reading, links.c.role == "statement")
        .group_by(entries.c.entry)
        .having(func.min(among) == 1)
    )
    return linked.order_by(entries.c.entry)


def conditions_of(statements: Collection[str], reading: int) -> Question:
    """Ask for the conditions that a reading read from these statements, and from which."""
    question = select(entries.c.entry, conditions.c.statement_id)
    return (
        question.select_from(entries.join(conditions))
        .where(entries.c.reading == reading, conditions.c.statement_id.in_(statements))
        .order_by(entries.c.entry)
    )
