"""An entry with its words where they stand in the document as published."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.text import Text

from onrecord.record import Anchor, Document, Span
from onrecord.show.plain import printable

AROUND = 400
"""Code points shown on either side at most; the paragraph's end cuts them earlier."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Words to be marked, and how."""

    anchor: Anchor
    style: str


def in_context(document: Document, marks: Iterable[Marked]) -> Text:
    """Give the paragraphs that hold the marked words, as published, with the words marked."""
    marked = sorted(marks, key=lambda mark: mark.anchor.span)
    window = _window(document.raw_text, [mark.anchor.span for mark in marked])
    text = Text(printable(document.raw_text[window.start : window.end]))
    for mark in marked:
        text.stylize(mark.style, mark.anchor.start - window.start, mark.anchor.end - window.start)
    return text


def _window(text: str, spans: Sequence[Span]) -> Span:
    """Give the stretch to show: whole paragraphs, cut at AROUND."""
    first, last = spans[0].start, max(span.end for span in spans)
    start = text.rfind("\n\n", max(0, first - AROUND), first)
    end = text.find("\n\n", last, last + AROUND)
    start = max(0, first - AROUND) if start < 0 else start + 2
    return Span(start, min(len(text), last + AROUND) if end < 0 else end)
