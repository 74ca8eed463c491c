"""What the parts of the extractor hand to one another, in clean offsets."""

from dataclasses import dataclass
from typing import Protocol

from onrecord.extract.language import Parsed
from onrecord.extract.quotes import Quote
from onrecord.record import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, a cue and a content in clean code points; source and cue may be missing.

    `rule` names what found it, `confidence` in [0, 1] is how often that is right.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    rule: str
    confidence: float

    @property
    def first(self) -> int:
        """Where it begins."""
        return min(span.start for span in (self.source, self.cue, *self.content) if span)


class AttributionFinder(Protocol):
    """Whatever finds attributions; a trained model takes the rules' place behind this."""

    @property
    def name(self) -> str:
        """Name and version: a document that another finder has read is read again."""
        ...

    def find(self, parsed: Parsed, quotes: tuple[Quote, ...]) -> tuple[Attribution, ...]:
        """Give the attributions of a document in text order."""
        ...
