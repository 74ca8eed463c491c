"""Articles of PolNeAR as word pieces with labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from onrecord.extract.quotes import find_quotes
from onrecord.extract.tagger.labels import CONTENT, CUE, OUTSIDE, SOURCE
from onrecord.extract.tagger.pieces import Ints, Pieces, pieces_of
from onrecord.record import Paragraph, ParagraphKind, Span

UNSCORED = -100
"""A label that costs nothing: pieces inside a word follow the word's first one."""


class Gold(NamedTuple):
    """One attribution as a corpus has it, spans in code points."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True)
class Story:
    """A text with its gold attributions."""

    name: str
    text: str
    gold: tuple[Gold, ...]


@dataclass(frozen=True)
class Article:
    """A story as pieces with labels.

    `tags` holds a label for each piece, `cues` the first pieces of the cues, `roles` for each cue
    the pieces of its source and content as (piece, role).
    """

    story: Story
    pieces: Pieces
    tags: Ints
    cues: tuple[int, ...]
    roles: tuple[tuple[tuple[int, int], ...], ...]


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """Give the paragraphs of a plain text: its lines that are not blank."""
    found = re.finditer(r"[^\n]*\S[^\n]*", text)
    return tuple(Paragraph(ParagraphKind.BODY, *match.span()) for match in found)


def pieces_of_text(tokenizer: object, text: str) -> Pieces:
    """Give the word pieces of a plain text, as the extractor makes them of a document."""
    paragraphs = paragraphs_of(text)
    spans = [paragraph.span for paragraph in paragraphs]
    return pieces_of(tokenizer, text, spans, find_quotes(text, paragraphs))  # type: ignore[arg-type]


def article_of(tokenizer: object, story: Story) -> Article:
    """Give a story as pieces with labels."""
    pieces = pieces_of_text(tokenizer, story.text)
    tags = np.where(pieces.first, OUTSIDE, UNSCORED)
    cues, roles = [], []
    for item in story.gold:
        found = {role: _pieces_in(pieces, getattr(item, role)) for role in Gold._fields}
        for role, begin in (("content", CONTENT), ("source", SOURCE), ("cue", CUE)):
            for at, inside in found[role]:
                tags[at] = begin + inside
        if found["cue"]:
            cues.append(found["cue"][0][0])
            pairs = [(at, 1 + inside) for at, inside in found["source"]]
            pairs += [(at, 3 + inside) for at, inside in found["content"]]
            roles.append(tuple(pairs))
    return Article(story, pieces, tags, tuple(cues), tuple(roles))


def _pieces_in(pieces: Pieces, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Give the first pieces of the words in spans, each with 0 where it begins a span, else 1."""
    found = []
    for span in sorted(spans):
        low = int(np.searchsorted(pieces.ends, span.start, side="right"))
        high = int(np.searchsorted(pieces.starts, span.end))
        inside = [at for at in range(low, high) if pieces.first[at]]
        found += [(at, int(number > 0)) for number, at in enumerate(inside)]
    return found
