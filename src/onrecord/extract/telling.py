"""One attribution with what is known of it by now: the input of what is told about a statement."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed
from onrecord.extract.sourcing import Said, Sourcing
from onrecord.extract.speakers import SpokenBy
from onrecord.extract.speech_acts import Act
from onrecord.record import Form, Span


@dataclass(frozen=True, slots=True)
class Telling:
    """An attribution, who is meant as its speaker, its words, and the codes given so far."""

    parsed: Parsed
    item: Attribution
    by: SpokenBy | None
    words: Said
    act: Act
    form: Form
    sourced: Sourcing


def joined(text: str, spans: Sequence[Span]) -> str:
    """Give the words of spans with a space between each two."""
    return " ".join(text[span.start : span.end] for span in spans)


def in_text(spans: Sequence[Span], part: Span) -> tuple[Span, ...]:
    """Give the stretches of the text of a part of what `joined` gave for the spans.

    >>> in_text([Span(10, 14), Span(20, 24)], Span(2, 7))
    (Span(start=12, end=14), Span(start=20, end=22))
    """
    found, at = [], 0
    for span in spans:
        length = span.end - span.start
        start, end = max(part.start - at, 0), min(part.end - at, length)
        if start < end:
            found.append(Span(span.start + start, span.start + end))
        at += length + 1
    return tuple(found)
