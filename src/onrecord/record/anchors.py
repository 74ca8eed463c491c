"""Places in a document: the proof that every entry carries."""

from dataclasses import InitVar, dataclass, field
from typing import NamedTuple

from onrecord.errors import NotVerbatim

CONTEXT = 32
"""Code points of `prefix` and `suffix`, as in the W3C TextQuoteSelector examples."""


class Span(NamedTuple):
    """A stretch of text in Unicode code points, from 0, end exclusive."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Tell whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Anchor:
    """Exact words at their place in the document as published.

    `start` and `end` count Unicode code points of the published text from 0, end exclusive;
    `clean_start` and `clean_end` the same of the cleaned text (None where the words were moved out
    of it). `sentence` and `paragraph` number the clean text's from 0, None where not known.
    `prefix` and `suffix` are up to 32 code points of context.

    The published text must be handed in: an anchor whose `exact` is not the text at its offsets
    cannot be constructed.

    Raises:
        NotVerbatim: the text at the offsets is another one.
    """

    published: InitVar[str]
    doc_id: str
    exact: str
    start: int
    end: int
    clean_start: int | None = None
    clean_end: int | None = None
    sentence: int | None = None
    paragraph: int | None = None
    prefix: str = field(init=False, default="")
    suffix: str = field(init=False, default="")

    def __post_init__(self, published: str) -> None:
        inside = 0 <= self.start < self.end <= len(published)
        found = published[self.start : self.end] if inside else ""
        if not inside or found != self.exact:
            raise NotVerbatim(self.doc_id, self.start, self.end, self.exact, found)
        object.__setattr__(self, "prefix", published[max(0, self.start - CONTEXT) : self.start])
        object.__setattr__(self, "suffix", published[self.end : self.end + CONTEXT])

    @property
    def span(self) -> Span:
        """The place in the published text."""
        return Span(self.start, self.end)
