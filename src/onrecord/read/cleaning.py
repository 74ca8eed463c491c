"""Cleaning: from the published text to the clean one, with everything that was moved or mended."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.read.bylines import live_date
from onrecord.read.changes import LineMark
from onrecord.read.draft import Draft
from onrecord.read.facts import Fact, Role
from onrecord.read.furniture import furniture, passages
from onrecord.read.layout import edits, kept
from onrecord.read.noise import noise
from onrecord.read.passages import joined, lines
from onrecord.read.sheet import Sheet
from onrecord.read.text import Text
from onrecord.read.tokens import Tokens, tokens
from onrecord.record import Edit, Noise, NoiseKind, Paragraph

LIVE_LINES = 3
"""The line that introduces a live blog is one of the first."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The clean text by its edits, and what was found; spans count in the published text."""

    draft: Draft
    paragraphs: tuple[Paragraph, ...]
    noise: tuple[Noise, ...]
    facts: tuple[Fact, ...]


def clean(text: Text) -> Cleaned:
    """Give the clean text with its paragraphs, the noise in text order, and the facts."""
    found = tokens(text)
    found = replace(found, line_marks=(*found.line_marks, *_headings(text)))
    first = Draft(text.raw, (*([Edit(0, text.start)] if text.start else []), *found.edits))
    draft, breaks = joined(first, found.line_marks)
    sheet = _sheet(text, replace(found, noise=(*found.noise, *breaks)), draft)
    last = draft.edited(edits(draft.text, [item.span for item in sheet.kept]))
    paragraphs = tuple(_paragraphs(sheet, last))
    return Cleaned(last, paragraphs, tuple(noise(sheet, last, paragraphs)), tuple(_facts(sheet)))


def _headings(text: Text) -> Iterator[LineMark]:
    for start in text.headings:
        yield LineMark(NoiseKind.HEADING_MARKUP, start, start)


def _sheet(text: Text, found: Tokens, draft: Draft) -> Sheet:
    """Tell furniture from body text; where nothing would stay, everything does."""
    items = passages(draft, lines(draft, found.line_marks), found.links)
    moved = [furniture(passage) for passage in items]
    if not kept(items, moved, text.title):
        moved = [None] * len(items)
    return Sheet(text, found, draft, items, moved, kept(items, moved, text.title))


def _paragraphs(sheet: Sheet, last: Draft) -> Iterator[Paragraph]:
    for item in sheet.kept:
        place = last.map.to_clean(sheet.draft.published(item.span))
        if place:
            yield Paragraph(item.kind, place.start, place.end)


def _facts(sheet: Sheet) -> Iterator[Fact]:
    """Give the facts at their places in the published text, marks included where they belong."""
    found = [fact for item in sheet.moved if item for fact in item.facts]
    standing = [p for p, item in zip(sheet.passages, sheet.moved, strict=True) if not item]
    found.extend(fact for p in standing[:LIVE_LINES] if (fact := live_date(p)))
    marked = {Role.ADDRESS, Role.REPAIRED_ADDRESS, Role.PHOTO_CREDIT}
    for fact in found:
        place = sheet.draft.whole if fact.role in marked else sheet.draft.published
        yield replace(fact, span=place(fact.span))
