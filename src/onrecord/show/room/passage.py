"""The words of an entry where they stand: its paragraphs, those around them, what is marked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.record import Anchor, Document, Span
from onrecord.show.room.reader import Places

AROUND = 400
"""Code points shown of a paragraph before and after."""
BESIDE = 1200
"""Code points shown of the entry's own paragraphs before and after its words."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to be marked, and as what: said, cue, who, of or more."""

    anchor: Anchor
    role: str


@dataclass(frozen=True, slots=True)
class Bit:
    """A stretch of text that is marked as all of these."""

    text: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a paragraph. `start` is where it begins in the clean text, in code points.

    It is None where the words stand outside the clean text. `before` and `after` tell that the
    text goes on there; `own` that words of the entry stand in it.
    """

    start: int | None
    bits: tuple[Bit, ...]
    before: bool = False
    after: bool = False
    own: bool = True


Placed = Sequence[tuple[Span, str]]


def passage(document: Document, marks: Iterable[Mark]) -> tuple[Stretch, ...]:
    """Give the paragraphs of marked words, one before and one after, as they were cleaned.

    Words that cleaning left nothing of are given as published.
    """
    marks = list(marks)
    placed = [
        (Span(it.anchor.clean_start, it.anchor.clean_end), it.role)
        for it in marks
        if it.anchor.clean_start is not None and it.anchor.clean_end is not None
    ]
    if not placed:
        return tuple(_published(it) for it in marks)
    return tuple(_stretches(document, placed))


def _published(mark: Mark) -> Stretch:
    bits = (Bit(mark.anchor.prefix), Bit(mark.anchor.exact, (mark.role,)), Bit(mark.anchor.suffix))
    return Stretch(None, bits, before=True, after=True)


def _stretches(document: Document, placed: Placed) -> Iterator[Stretch]:
    paragraphs = [Span(each.start, each.end) for each in Places(document).paragraphs]
    own = {
        index
        for index, whole in enumerate(paragraphs)
        if any(span.start < whole.end and whole.start < span.end for span, _ in placed)
    }
    near = {*own, min(own) - 1, max(own) + 1} if own else set()
    seen = sorted(near & set(range(len(paragraphs))))
    for index in seen:
        whole = paragraphs[index]
        if index in own:
            shown = _beside(whole, placed)
        elif index < min(own):
            shown = Span(max(whole.start, whole.end - AROUND), whole.end)
        else:
            shown = Span(whole.start, min(whole.end, whole.start + AROUND))
        shown = _at_words(document.clean_text, shown, whole)
        yield Stretch(
            start=shown.start,
            bits=tuple(_bits(document.clean_text, shown, placed)),
            before=shown.start > whole.start or (index > seen[0] and index - 1 not in near),
            after=shown.end < whole.end,
            own=index in own,
        )


def _beside(whole: Span, placed: Placed) -> Span:
    """Give as much of a paragraph as stands near to the words in it."""
    inside = [it for it, _ in placed if it.start < whole.end and whole.start < it.end]
    first = min(it.start for it in inside) - BESIDE
    last = max(it.end for it in inside) + BESIDE
    return Span(max(whole.start, first), min(whole.end, last))


def _at_words(text: str, shown: Span, whole: Span) -> Span:
    """Give a stretch that is cut where words end."""
    start, end = shown
    if start > whole.start:
        blank = text.find(" ", start, end)
        start = blank + 1 if 0 <= blank < start + AROUND // 4 else start
    if end < whole.end:
        blank = text.rfind(" ", start, end)
        end = blank if blank > end - AROUND // 4 else end
    return Span(start, max(end, start))


def _bits(text: str, shown: Span, placed: Placed) -> Iterator[Bit]:
    cuts = {cut for span, _ in placed for cut in span if shown.start < cut < shown.end}
    for start, end in pairwise(sorted({shown.start, *cuts, shown.end})):
        roles = {role for span, role in placed if span.start <= start and end <= span.end}
        yield Bit(text[start:end], tuple(sorted(roles)))
