"""One file's documents and their readings: what the record has, what is made anew."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from onrecord.errors import DocumentError, NoSuchEntry, ReadingFailed
from onrecord.extract import Codebook, extract, extractor_after
from onrecord.read import Found, PassedOver, Source, documents, reader_name
from onrecord.read.document import SLIPS
from onrecord.record import Reading
from onrecord.run.plan import Plan
from onrecord.store import Store


@dataclass(frozen=True, slots=True)
class Made:
    """A document with its bytes and its reading."""

    found: Found
    reading: Reading


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A document that the record holds as it would be read now."""

    name: str
    doc_id: str


Part = Made | Unchanged | PassedOver | DocumentError


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be read, with the day that the user gave for it, now or before."""

    leaf: Source
    day: str | None
    book: Codebook | None = None


def job(leaf: Source, plan: Plan, store: Store | None) -> Job | Part:
    """Give what is to be done for a file, or what the record has of it already.

    What the user once gave as the day of publication holds until another day is given.
    """
    if store is None:
        return Job(leaf, plan.published_on, plan.codebook)
    try:
        leaf = replace(leaf, held=leaf.content())
        reader = reader_name(leaf)
    except DocumentError as error:
        return error
    content = leaf.held if isinstance(leaf.held, bytes) else b""
    known = store.known(sha256(content).hexdigest())
    day = plan.published_on or (known.published_on if known else None)
    wanted = extractor_after(reader, book=plan.codebook)
    if known is None or (known.extractor, known.published_on) != (wanted, day):
        return Job(leaf, day, plan.codebook)
    processes = {process.process_id for process in plan.processes}
    if leaf.name in known.names and processes <= known.processes:
        return Unchanged(leaf.name, known.doc_id)
    return _again(Job(leaf, day, plan.codebook), known.doc_id, store)


def made(job: Job) -> Iterator[Part]:
    """Give what a file holds, read and extracted."""
    try:
        for found in documents(job.leaf, job.day):
            if isinstance(found, Found):
                yield Made(found, extract(found.document, job.day, book=job.book))
            else:
                yield found
    except DocumentError as error:
        yield error
    except SLIPS as error:
        yield ReadingFailed(job.leaf.name, f"{type(error).__name__}: {error}")


def settled(part: Part, job: Job, store: Store) -> Part:
    """Give a part as the record needs it: with the day that the user once gave for it alone.

    The documents of one file are known by bytes of their own, which nobody could ask for before.
    """
    if not isinstance(part, Made) or job.day is not None:
        return part
    try:
        reading = store.reading(part.found.document.doc_id)
    except NoSuchEntry:
        return part
    if reading.published_on is None:
        return part
    return _same(made(replace(job, day=reading.published_on)), reading.doc_id, part)


def _again(job: Job, doc_id: str, store: Store) -> Part | Job:
    """Give a known document under a new name or in a new negotiation, with its reading."""
    for found in documents(job.leaf, job.day):
        if isinstance(found, Found) and found.document.doc_id == doc_id:
            return Made(found, store.reading(doc_id))
    return job


def _same(parts: Iterator[Part], doc_id: str, other: Part) -> Part:
    ids = (part for part in parts if isinstance(part, Made))
    return next((part for part in ids if part.found.document.doc_id == doc_id), other)
