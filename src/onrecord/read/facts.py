"""Facts: what a paragraph that is no body text says about the document."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.read.changes import Link
from onrecord.read.passages import Line
from onrecord.record import Fix, Noise, NoiseKind, Span


class Role(StrEnum):
    """What a fact is for the document."""

    PHOTO_CREDIT = "photo credit"
    AGENCY_CREDIT = "agency credit"
    BYLINE = "byline"
    PUBLISHED = "published"
    UPDATED = "updated"
    PUBLISHER = "publisher"
    PLACE = "place"
    ADDRESS = "address"
    REPAIRED_ADDRESS = "repaired address"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class Fact:
    """Words with a role; the span counts in the draft's text. `target` is a related link's."""

    role: Role
    value: str
    span: Span
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a draft, with what decides whether it is body text.

    `head` holds before the first body paragraph, `tail` after the last. `before` and `after` are
    the neighbours.
    """

    start: int
    text: str
    links: tuple[Link, ...] = ()
    mark: NoiseKind | None = None
    head: bool = False
    tail: bool = False
    before: Line | None = None
    after: Line | None = None

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """Its place."""
        return Span(self.start, self.end)

    def fact(self, role: Role, words: str, value: str | None = None) -> Fact:
        """Give a fact that stands in these words of the passage."""
        start = self.start + self.text.index(words)
        return Fact(role, value or words, Span(start, start + len(words)))


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words that are no body text: what they say, their place, and the noise that they are.

    `span` is smaller than the passage where a caption stays. Spans count in the draft's text.
    """

    facts: tuple[Fact, ...]
    span: Span
    noise: tuple[Noise, ...]


def moved(kind: NoiseKind, span: Span, *facts: Fact) -> Furniture:
    """Give the furniture that one stretch is."""
    return Furniture(facts, span, (Noise(kind, span, Fix.TO_METADATA),))
