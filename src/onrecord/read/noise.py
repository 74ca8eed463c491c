"""Noise: the list of everything that is not as its author wrote it, at its published place."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.read import quotes
from onrecord.read.datelines import dateline
from onrecord.read.draft import Draft
from onrecord.read.sheet import Sheet
from onrecord.record import Fix, Noise, NoiseKind, Paragraph, ParagraphKind, Span

BLANK = re.compile(r"\ufeff?(?P<blank>\s*)")


def noise(sheet: Sheet, last: Draft, paragraphs: Sequence[Paragraph]) -> list[Noise]:
    """Give all noise of a text in text order."""
    found = [
        *_leading(sheet.text.raw, sheet.text.start),
        *_of_pointers(sheet),
        *_of_line_marks(sheet),
        *_of_furniture(sheet),
        *_of_headline(sheet, last, paragraphs),
        *_of_quotes(last, paragraphs),
        *_of_beginnings(last, paragraphs),
    ]
    return sorted(found, key=lambda item: (item.span, item.kind))


def _leading(raw: str, start: int) -> Iterator[Noise]:
    match = BLANK.match(raw, start)
    if match and "\n" in match["blank"]:
        yield Noise(NoiseKind.LEADING_BLANK_LINES, Span(*match.span("blank")), Fix.TRIM)


def _of_pointers(sheet: Sheet) -> Iterator[Noise]:
    """Give the noise of marks; a link without target in a related line is noise of its own kind."""
    places = [
        sheet.draft.whole(item.span)
        for item in sheet.moved
        if item and any(n.kind is NoiseKind.RELATED_LINK_AS_BODY_PARAGRAPH for n in item.noise)
    ]
    starts = [place.start for place in places]
    for item in sheet.found.noise:
        index = bisect_right(starts, item.span.start) - 1
        pointing = index >= 0 and places[index].holds(item.span)
        if pointing and item.kind is NoiseKind.EMPTY_LINK_TARGET:
            kind = NoiseKind.EMPTY_LINK_TARGET_IN_RELATED_LINK
            yield replace(item, kind=kind, fix=Fix.TO_METADATA, fix_text=None)
        else:
            yield item


def _of_line_marks(sheet: Sheet) -> Iterator[Noise]:
    """Give each marked line: the words without the mark are its mending."""
    passages = {sheet.draft.whole(passage.span): passage for passage in sheet.passages}
    ends = {place.start: place.end for place in passages}
    words = {place.start: passage.text for place, passage in passages.items()}
    for mark in sheet.found.line_marks:
        if mark.start < mark.end:
            end = ends.get(mark.start, mark.end)
            yield Noise(mark.kind, Span(mark.start, end), Fix.REPLACE, words.get(mark.start, ""))


def _of_furniture(sheet: Sheet) -> Iterator[Noise]:
    for item in sheet.moved:
        for found in item.noise if item else ():
            yield replace(found, span=sheet.draft.whole(found.span))


STAMP = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?(?:GMT|CET|BST|UTC|[ap]\.?m\.?))?(?=\s)")
"""`08:55` at the beginning of an entry of a live blog."""
STAMPED = 3
"""Entries with a stamp that make a live blog; a single one may be a sentence's first word."""


def _of_beginnings(last: Draft, paragraphs: Iterable[Paragraph]) -> Iterator[Noise]:
    """Give datelines and time stamps, which stay in the clean text but are nobody's words."""
    stamps = []
    for paragraph in paragraphs:
        words = last.text[paragraph.start : paragraph.end]
        if paragraph.kind is ParagraphKind.BODY and (found := dateline(words)):
            yield _beginning(NoiseKind.DATELINE_IN_BODY, last, paragraph, found.whole)
        elif match := STAMP.match(words):
            span = Span(*match.span())
            stamps.append(_beginning(NoiseKind.LIVE_BLOG_TIME_STAMP, last, paragraph, span))
    if len(stamps) >= STAMPED:
        yield from stamps


def _beginning(kind: NoiseKind, last: Draft, paragraph: Paragraph, span: Span) -> Noise:
    place = Span(paragraph.start + span.start, paragraph.start + span.end)
    return Noise(kind, last.published(place), Fix.KEEP)


def _of_headline(sheet: Sheet, last: Draft, paragraphs: Iterable[Paragraph]) -> Iterator[Noise]:
    headline = next((p for p in paragraphs if p.kind is ParagraphKind.HEADLINE), None)
    if not headline:
        return
    place = last.published(headline.span)
    marked = any(mark.end <= place.start <= mark.end + 3 for mark in sheet.found.line_marks)
    if sheet.text.marked and not marked:
        yield Noise(NoiseKind.TITLE_WITHOUT_MARKUP, place, Fix.TO_METADATA)
    for kind, span in quotes.nested(last.text[headline.start : headline.end]):
        inside = Span(headline.start + span.start, headline.start + span.end)
        yield Noise(kind, last.published(inside), Fix.KEEP)


def _of_quotes(last: Draft, paragraphs: Iterable[Paragraph]) -> Iterator[Noise]:
    """Compare the marks of the body; a headline has its own style."""
    start = min((p.start for p in paragraphs if p.kind is ParagraphKind.BODY), default=0)
    for kind, span in quotes.mixed(last.text[start:]):
        yield Noise(kind, last.published(Span(start + span.start, start + span.end)), Fix.KEEP)
