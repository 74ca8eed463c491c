"""Questions for negotiations."""

from sqlalchemy import select

from onrecord.store.queries.conditions import Question
from onrecord.store.schema import documents, file_processes, process_parties, processes


def all_processes() -> Question:
    """Ask for the negotiations, by name."""
    return select(processes).order_by(processes.c.name, processes.c.process_id)


def processes_of(doc_id: str) -> Question:
    """Ask for the negotiations that a document belongs to, by name."""
    return (
        all_processes()
        .join(file_processes)
        .join(documents, documents.c.sha256 == file_processes.c.sha256)
        .where(documents.c.doc_id == doc_id)
    )


def all_parties() -> Question:
    """Ask for the parties of all negotiations."""
    return select(process_parties).order_by(*process_parties.c)
