"""Versions of one article, notices that take words back, and what was purged."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.record.anchors import Anchor
from onrecord.record.codes import ActorSchema


@dataclass(frozen=True, slots=True)
class Version:
    """A document as one version of an article; schema.org's and ninjs' `versioncreated`.

    `article` is the one spelling of the article's address. `created` is the EDTF time at which the
    document says that it was updated, or else published. `fetched_on` is the day on which it was
    fetched, None where it was read from a file. `known_on` is the day from which a later version's
    words were known; the first version's are known from the day of its publication, and it has
    none. Versions stand in the order of `created`, then of their coming into the record.
    """

    article: str
    doc_id: str
    created: str | None = None
    fetched_on: str | None = None
    known_on: str | None = None


class NoticeKind(StrEnum):
    """What a notice does to a story.

    `correction` mends something, `clarification` explains without mending, `withdrawal` takes the
    story back, `kill` asks everybody who has it not to use it.
    """

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    WITHDRAWAL = "withdrawal"
    KILL = "kill"

    @property
    def takes_back(self) -> bool:
        """Tell whether nothing of the story stands any more."""
        return self in {NoticeKind.WITHDRAWAL, NoticeKind.KILL}


@dataclass(frozen=True, slots=True)
class Notice:
    """Words by which a publication takes something back.

    `about` is the address or the headline of the story that it names, None where it is the
    document's own. `targets` are the documents on record that it is about, filled by the store's
    reader; the document itself is never among them.
    """

    kind: NoticeKind
    doc_id: str
    anchor: Anchor
    about: str | None = None
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stays of a purged document: its id, its digest, why, by whom, when (UTC, ISO 8601)."""

    doc_id: str
    sha256: str
    reason: str
    purged_by: str = ""
    purged_at: str = ""


ONLY_HERE = frozenset({ActorSchema.UNNAMED_SOURCE, ActorSchema.DOCUMENT})
"""Actors who are one document's own: another version's `two officials` has another id. Whether they
are the same is told by the words for them."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """That a document reports on a negotiation, and why in a few words."""

    doc_id: str
    process_id: str
    reason: str
