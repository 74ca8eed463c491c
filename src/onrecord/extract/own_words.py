"""What the outlet itself prints among the statements: datelines, time stamps, its own questions."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.findings import Attribution
from onrecord.record import Document, NoiseKind, Span
from onrecord.spans import Anchors

BEGINNINGS = frozenset({NoiseKind.DATELINE_IN_BODY, NoiseKind.LIVE_BLOG_TIME_STAMP})


def without_own_words(
    document: Document, anchors: Anchors, found: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """Give the attributions without the outlet's words.

    `BRUSSELS, Dec. 14 (Agency) - ` is no part of what was said nor of who said it, and `Telegraf:
    When will you travel?` in the Lemesh Telegraf is no statement about the talks.
    """
    publisher = document.metadata.publisher
    own = set(publisher.value.lower().split()) if publisher else set()
    begins = _beginnings(document, anchors)
    asked = (item for item in found if not _asks(document.clean_text, item, own))
    return tuple(
        replace(
            item,
            source=_cut(item.source, begins) if item.source else None,
            content=tuple(_cut(span, begins) for span in item.content),
        )
        for item in asked
    )


def _beginnings(document: Document, anchors: Anchors) -> list[Span]:
    """Give the places of datelines and time stamps, in clean code points."""
    places = (anchors.map.to_clean(n.span) for n in document.noise if n.kind in BEGINNINGS)
    return [place for place in places if place]


def _cut(span: Span, begins: Sequence[Span]) -> Span:
    """Give a span without the dateline or time stamp in which it begins."""
    for place in begins:
        if place.start <= span.start < place.end < span.end:
            return Span(place.end, span.end)
    return span


def _asks(text: str, item: Attribution, own: set[str]) -> bool:
    if item.source is None or item.cue is None or text[item.cue.start : item.cue.end] != ":":
        return False
    return bool(own) and set(text[item.source.start : item.source.end].lower().split()) <= own
