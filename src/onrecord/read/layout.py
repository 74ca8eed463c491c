"""Layout: which passages stay, as what, and the blank lines between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.read.facts import Furniture, Passage
from onrecord.read.passages import FINISHED, LABELLED
from onrecord.read.words import is_title_case
from onrecord.record import Edit, NoiseKind, ParagraphKind, Span

LONGEST_HEADLINE = 200
"""Characters; the longest of 84 headlines of PolNeAR's development part has 118."""

CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{3,4})?")
"""A line that is a time heads an entry of a live blog."""

DATELINE_END = re.compile(r"[—―–-]\Z")


@dataclass(frozen=True, slots=True)
class Kept:
    """A passage, or the caption of a credit, that stays in the text."""

    span: Span
    kind: ParagraphKind


def kept(
    passages: Sequence[Passage], moved: Sequence[Furniture | None], known: str | None
) -> list[Kept]:
    """Give what stays, in text order; the headline is the known title where there is one."""
    title = _known(passages, known) if known else _title(passages, moved)
    found = []
    for index, (passage, furniture) in enumerate(zip(passages, moved, strict=True)):
        span = _rest(passage, furniture)
        if span:
            headline = index == title
            caption = furniture is not None
            found.append(Kept(span, _kind(passage, headline=headline, caption=caption)))
    return found


def edits(text: str, spans: Sequence[Span]) -> Iterator[Edit]:
    """Give the edits that leave these spans of a text, with a blank line between them."""
    first = spans[0].start if spans else len(text)
    if first:
        yield Edit(0, first)
    for left, right in pairwise(spans):
        yield from _gap(text, left.end, right.start)
    if spans and spans[-1].end < len(text):
        yield Edit(spans[-1].end, len(text))


def _gap(text: str, start: int, end: int) -> Iterator[Edit]:
    """Give two newlines, each from a stretch of its own, and cut the words between them.

    Where only one character stands between two passages, one newline is all that there can be.
    """
    words = re.search(r"\S", text[start:end])
    first = max(start + words.start(), start + 1) if words else end
    breaks = [(start, start + 1), (start + 1, first)] if first > start + 1 else [(start, first)]
    for left, right in breaks:
        if text[left:right] != "\n":
            yield Edit(left, right, "\n")
    last = end if len(breaks) > 1 else end - 1
    if first < last:
        yield Edit(first, last)
    if first < end and last < end and text[last] != "\n":
        yield Edit(last, end, "\n")


def _rest(passage: Passage, furniture: Furniture | None) -> Span | None:
    """Give what is left of a passage when its furniture has gone."""
    if furniture is None:
        return passage.span
    text = passage.text[: furniture.span.start - passage.start].rstrip()
    return Span(passage.start, passage.start + len(text)) if text else None


def _known(passages: Sequence[Passage], title: str) -> int | None:
    wanted = " ".join(title.split())
    fits = (i for i, passage in enumerate(passages) if " ".join(passage.text.split()) == wanted)
    return next(fits, None)


def _title(passages: Sequence[Passage], moved: Sequence[Furniture | None]) -> int | None:
    """Give the index of the headline, None where none is proved.

    It is the first heading, or the first passage that is no sentence; but a letterhead in
    capitals gives way to a longer line below it.
    """
    candidates = [i for i, passage in enumerate(passages) if passage.head and not moved[i]]
    marked = [i for i in candidates if passages[i].mark is NoiseKind.HEADING_MARKUP]
    if marked:
        return marked[0]
    unmarked = [i for i in candidates if _can_be_title(passages[i])]
    if not unmarked or unmarked[0] != candidates[0]:
        return None
    first = passages[unmarked[0]].text
    longer = [i for i in unmarked if not passages[i].text.isupper()]
    if first.isupper() and longer and len(candidates) > 1:
        best = max(longer, key=lambda i: len(passages[i].text))
        return best if len(passages[best].text) > len(first) else unmarked[0]
    return unmarked[0]


def _can_be_title(passage: Passage) -> bool:
    text = passage.text
    if len(text) > LONGEST_HEADLINE or passage.mark or passage.after is None:
        return False
    if LABELLED.match(text):
        return False
    sentence = FINISHED.search(text) is not None and not text.endswith(("?", "!", "?”", "!”"))
    return not DATELINE_END.search(text) and (not sentence or is_title_case(text))


def _kind(passage: Passage, *, headline: bool, caption: bool) -> ParagraphKind:
    if caption:
        return ParagraphKind.CAPTION
    if headline:
        return ParagraphKind.HEADLINE
    heading = passage.mark is NoiseKind.HEADING_MARKUP or CLOCK.fullmatch(passage.text)
    letterhead = passage.head and passage.text.isupper() and not FINISHED.search(passage.text)
    return ParagraphKind.HEADING if heading or letterhead else ParagraphKind.BODY
