"""One file's documents and their readings, in whichever process it is read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from onrecord.errors import DocumentError, NoSuchEntry, ReadingFailed
from onrecord.extract import extract, extractor_after
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


def parts(leaf: Source, plan: Plan, store: Store | None) -> Iterator[Part]:
    """Give what a file holds, read and extracted; what the store has is not read twice."""
    try:
        known = _known(leaf, plan, store) if store else None
        if known:
            yield known
            return
        for found in documents(leaf, plan.published_on):
            yield _made(found, leaf, plan, store) if isinstance(found, Found) else found
    except DocumentError as error:
        yield error
    except SLIPS as error:
        yield ReadingFailed(leaf.name, f"{type(error).__name__}: {error}")


def _known(leaf: Source, plan: Plan, store: Store) -> Unchanged | None:
    """Tell that the record holds these bytes under this name, read in the way of now."""
    content = leaf.content()
    known = store.known(sha256(content).hexdigest())
    if known is None:
        return None
    processes = {process.process_id for process in plan.processes}
    reader = reader_name(replace(leaf, held=content))
    same = (
        known.extractor == extractor_after(reader)
        and plan.published_on in {None, known.published_on}
        and leaf.name in known.names
        and processes <= set(known.processes)
    )
    return Unchanged(leaf.name, known.doc_id) if same else None


def _made(found: Found, leaf: Source, plan: Plan, store: Store | None) -> Made:
    doc_id, day = found.document.doc_id, plan.published_on
    reading = _current(store, doc_id) if store else None
    if day is None and reading and reading.published_on:
        day = reading.published_on  # what the user once gave holds until another day is given
        found = next(
            each
            for each in documents(leaf, day)
            if isinstance(each, Found) and each.document.doc_id == doc_id
        )
    wanted = Reading(doc_id, extractor_after(found.document.reader), day).reading_id
    if reading is None or reading.reading_id != wanted:
        reading = extract(found.document, day)
    return Made(found, reading)


def _current(store: Store, doc_id: str) -> Reading | None:
    """Give the document's current reading, None where the record does not hold it."""
    try:
        return store.reading(doc_id)
    except NoSuchEntry:
        return None
