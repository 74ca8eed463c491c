"""What is to be read and how, and what became of it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from onrecord.extract import Codebook
from onrecord.read import Options
from onrecord.record import Document, Process, Reading
from onrecord.settings import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Plan:
    """What to read and how.

    `published_on` (a day) stands in for every document's own date. `fields` are names of fields in
    JSON, as `read.Options` has them. `workers` are the processes that read at once; the record is
    the same for any number of them. `codebook` is the user's own, None for those that ship.
    """

    paths: tuple[Path, ...]
    published_on: str | None = None
    processes: tuple[Process, ...] = ()
    max_bytes: int = MAX_BYTES
    fields: tuple[tuple[str, str], ...] = ()
    workers: int = 1
    codebook: Codebook | None = None

    @property
    def options(self) -> Options:
        """How sources are read."""
        return Options(self.max_bytes, self.fields)


class Outcome(StrEnum):
    """What became of one document, or of a source that holds none."""

    NEW = "new"
    READ_AGAIN = "read_again"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    FAILED = "failed"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Done:
    """One document with its outcome; `trouble` is the sentence for a source that failed.

    A document that was read before in the same way is not read again: it has its `doc_id` alone.
    `notes` are sentences about what is odd with a document that was read. `position` counts the
    bytes of all sources that were gone through when this one was done.
    """

    name: str
    outcome: Outcome
    document: Document | None = None
    reading: Reading | None = None
    trouble: str = ""
    notes: tuple[str, ...] = ()
    doc_id: str | None = None
    position: int = 0
