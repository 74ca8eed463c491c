"""Furniture: the paragraphs around the body. What is not proved to be furniture is body text."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.read.bylines import credit_line
from onrecord.read.changes import Link
from onrecord.read.credits import agency_credit, photo_credit
from onrecord.read.draft import Draft
from onrecord.read.facts import Furniture, Passage
from onrecord.read.passages import FINISHED, Line
from onrecord.read.pointers import address, related
from onrecord.read.words import is_title_case
from onrecord.record import NoiseKind

BODY = 80
"""Characters from which a paragraph that ends like a sentence is body text, if nothing proves it
to be furniture. Headlines and captions seldom end in a full stop."""

TRIES: tuple[Callable[[Passage], Furniture | None], ...] = (
    address,
    related,
    credit_line,
    photo_credit,
    agency_credit,
)
"""In this order: a byline may name an agency behind a stroke, as pictures' credits do."""


def passages(draft: Draft, lines: Sequence[Line], links: Sequence[Link]) -> list[Passage]:
    """Give the passages with their links and their place before, in or after the body."""
    found = [_passage(draft, lines, index, links) for index in range(len(lines))]
    body = [index for index, passage in enumerate(found) if _is_body(passage)]
    first, last = (body[0], body[-1]) if body else (len(found), -1)
    return [
        replace(passage, head=index < first, tail=index > last)
        for index, passage in enumerate(found)
    ]


def furniture(passage: Passage) -> Furniture | None:
    """Give what proves the passage to be furniture, None for body text."""
    return next((found for find in TRIES if (found := find(passage))), None)


def _passage(draft: Draft, lines: Sequence[Line], index: int, links: Sequence[Link]) -> Passage:
    line = lines[index]
    place = draft.whole(line.span)
    first = bisect_left(links, place.start, key=lambda link: link.span.start)
    last = bisect_left(links, place.end, key=lambda link: link.span.start)
    return Passage(
        line.start,
        line.text,
        tuple(links[first:last]),
        line.mark,
        before=lines[index - 1] if index else None,
        after=lines[index + 1] if index + 1 < len(lines) else None,
    )


def _is_body(passage: Passage) -> bool:
    if len(passage.text) < BODY or passage.mark is NoiseKind.HEADING_MARKUP:
        return False
    headline = passage.before is None and (passage.text[-1] in "?!" or is_title_case(passage.text))
    sentence = FINISHED.search(passage.text) is not None and not headline
    return sentence and furniture(replace(passage, head=True, tail=True)) is None
