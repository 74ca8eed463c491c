"""Reads documents one after another in this process.

A document that cannot be read is a value among the results; the others go on.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from onrecord.errors import DocumentError, NoSuchEntry, ReadingFailed
from onrecord.extract import extract, extractor_of
from onrecord.read import Skipped, Source, document, sources
from onrecord.record import Document, Process, Reading
from onrecord.run.versions import follow
from onrecord.settings import MAX_BYTES
from onrecord.store import Store


@dataclass(frozen=True, slots=True)
class Plan:
    """What to read and how: `published_on` (a day) stands in for every document's own date."""

    paths: tuple[Path, ...]
    published_on: str | None = None
    processes: tuple[Process, ...] = ()
    max_bytes: int = MAX_BYTES


class Outcome(StrEnum):
    """What became of one source."""

    NEW = "new"
    READ_AGAIN = "read_again"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    UNRELATED = "unrelated"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Done:
    """One source with its outcome; `trouble` is the sentence for a source that failed."""

    name: str
    outcome: Outcome
    document: Document | None = None
    reading: Reading | None = None
    trouble: str = ""


def read_paths(store: Store, plan: Plan) -> Iterator[Done]:
    """Read every source of the plan into the record, and say of each what became of it."""
    for source in sources(plan.paths, plan.max_bytes):
        yield _guarded(source, lambda found: _read(store, found, plan))


def extract_paths(plan: Plan) -> Iterator[Done]:
    """Read every source of the plan without a record, and give its document and findings."""
    for source in sources(plan.paths, plan.max_bytes):
        yield _guarded(source, lambda found: _extract(found, plan))


def _guarded(source: Source | Skipped | DocumentError, work: Callable[[Source], Done]) -> Done:
    """Do the work on one source; its trouble, and a slip of ours, ends nothing but itself."""
    match source:
        case DocumentError():
            return Done(source.name, Outcome.FAILED, trouble=str(source))
        case Skipped():
            return Done(source.name, Outcome.SKIPPED)
        case Source():
            try:
                return work(source)
            except DocumentError as error:
                return Done(source.name, Outcome.FAILED, trouble=str(error))
            except (ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as error:
                slip = ReadingFailed(source.name, f"{type(error).__name__}: {error}")
                return Done(source.name, Outcome.FAILED, trouble=str(slip))


def _read(store: Store, source: Source, plan: Plan) -> Done:
    content = source.read()
    found = document(content, source.name, plan.published_on)
    reading = _current(store, found.doc_id)
    day = plan.published_on
    if day is None and reading and reading.published_on:
        day = reading.published_on  # what the user once gave holds until another day is given
        found = document(content, source.name, day)
    if reading is None or reading.reading_id != _reading_id(found, day):
        reading = extract(found, day)
    added = store.add(found, content, reading, plan.processes)
    follow(store, found)
    return Done(source.name, Outcome(added.value), found, reading)


def _reading_id(found: Document, day: str | None) -> str:
    return Reading(found.doc_id, extractor_of(found), day).reading_id


def _current(store: Store, doc_id: str) -> Reading | None:
    """Give the document's current reading, None where the record does not hold it."""
    try:
        return store.reading(doc_id)
    except NoSuchEntry:
        return None


def _extract(source: Source, plan: Plan) -> Done:
    found = document(source.read(), source.name, plan.published_on)
    return Done(source.name, Outcome.NEW, found, extract(found, plan.published_on))


def count_sources(paths: Iterable[Path], max_bytes: int = MAX_BYTES) -> int:
    """Give how many sources the paths hold, for a progress bar."""
    return sum(1 for _ in sources(paths, max_bytes))
