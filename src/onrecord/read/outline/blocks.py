"""Blocks: the lines of a plan's text without markup, with their column and their place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.errors import TooManyPassages
from onrecord.read.changes import LineMark
from onrecord.read.draft import Draft
from onrecord.read.outline.labels import label
from onrecord.read.passages import joined, lines
from onrecord.read.text import Text
from onrecord.read.tokens import tokens
from onrecord.record import Edit, NoiseKind, Span

MOST_BLOCKS = 4_000
"""Passages of one text: the largest trade agreements have about 3,000. Two texts of so many are
aligned in half a minute, in half a gigabyte."""

TAB = 4
"""Columns of a tabulator, as in Markdown."""

MARKDOWN_ONLY = re.compile(r"\{:[^{}\n]{0,80}\}|\[[^\]\n]{1,80}\]:\s{0,9}<?https?://\S{1,2000}|TOC")
"""Lines that are marks: attributes, targets of links, the place of a table of contents."""


TARGET = re.compile(r"^ {0,3}\[([^\[\]\n]{1,80})\]:[ \t]{0,9}<?https?://", re.MULTILINE)
REFERENCE = re.compile(r"(\[)[^\[\]\n]{1,200}(\]\[([^\[\]\n]{1,80})\])")
"""Markdown's links by name, `[words][name]`, whose brackets are no drafter's."""


@dataclass(frozen=True, slots=True)
class Block:
    """One line: its words, its column, its place in the draft's text, the depth of a heading.

    `apart` tells that a blank line stands before it.
    """

    words: str
    indent: int
    span: Span
    mark: int
    apart: bool


@dataclass(frozen=True, slots=True)
class Blocks:
    """The lines of a text in order, and the way back to the published text."""

    draft: Draft
    blocks: tuple[Block, ...]


def blocks(text: Text) -> Blocks:
    """Give the lines of a text that hold words; lines broken by width are one.

    Raises:
        TooManyPassages: there are more than any plan has.
        TooManyMarks: there are more marks than any text has.
    """
    found = tokens(text)
    marks = (
        *found.line_marks,
        *(LineMark(NoiseKind.HEADING_MARKUP, start, start) for start in text.headings),
    )
    edits = sorted((*found.edits, *_references(text.raw, text.start)), key=lambda edit: edit.start)
    first = Draft(text.raw, (*([Edit(0, text.start)] if text.start else []), *edits))
    draft, _ = joined(first, marks, label)
    kept = tuple(_blocks(draft, marks))
    if len(kept) > MOST_BLOCKS:
        raise TooManyPassages(text.name, MOST_BLOCKS)
    return Blocks(draft, kept)


def _references(raw: str, start: int) -> Iterator[Edit]:
    """Cut the brackets and the names of links whose target the text gives elsewhere."""
    names = {found[1] for found in TARGET.finditer(raw, start)}
    for found in REFERENCE.finditer(raw, start) if names else ():
        if found[3] in names:
            yield Edit(*found.span(1))
            yield Edit(*found.span(2))


def _blocks(draft: Draft, marks: tuple[LineMark, ...]) -> Iterator[Block]:
    for line in lines(draft, marks):
        if MARKDOWN_ONLY.fullmatch(line.text):
            continue
        start = draft.whole(Span(line.start, line.start + 1)).start
        before = draft.raw[draft.raw.rfind("\n", 0, start) + 1 : start]
        mark = _depth(draft.raw, start) if line.mark is NoiseKind.HEADING_MARKUP else 0
        yield Block(line.text, len(before.expandtabs(TAB)), line.span, mark, line.after_blank)


def _depth(raw: str, start: int) -> int:
    """Give the depth of a heading: its number signs, one where a page has none."""
    signs = re.compile(r"[ \t]{0,3}(#{1,6})").match(raw, start)
    return len(signs[1]) if signs else 1
