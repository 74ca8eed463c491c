"""Passages as the judges read them: word pieces, and where the places stand that are asked about.

One network is told beside each piece whether it stands in a name; the other reads brackets around
the names among the pieces themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.extract.quotes import find_quotes
from onrecord.extract.tagger.files import CLOSE, OPEN
from onrecord.extract.tagger.pieces import Ints, pieces_of
from onrecord.record import Paragraph, ParagraphKind, Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

PLAIN, FIRST, SECOND = range(3)
"""Marks of a piece: in neither name, in the first, in the second."""
MARKS = 3
MOST = 254
"""Word pieces that are read around what is asked about."""
AROUND = ((1, 2), (3, 4))
"""Ids that BERT's vocabulary leaves unused, here brackets around one name and around the other."""


@dataclass(frozen=True)
class Marked:
    """The word pieces of a passage between `[CLS]` and `[SEP]`, and the pieces of its places.

    `combined` is what the network is told of shape and quotation marks, `marks` where names stand;
    places are ranges of pieces, never empty.
    """

    ids: Ints
    combined: Ints
    marks: Ints
    places: tuple[Span, ...]

    @property
    def features(self) -> Ints:
        """The row of the network's table of each piece."""
        return self.combined * MARKS + self.marks

    def turned(self) -> "Marked":
        """Give the same passage with its two names the other way round."""
        marks = np.where(self.marks == PLAIN, PLAIN, FIRST + SECOND - self.marks)
        return Marked(self.ids, self.combined, marks, self.places[::-1])


def marked(
    tokenizer: "Tokenizer", text: str, places: Sequence[Span], *, pair: bool = False
) -> Marked:
    """Give the pieces of a passage; with `pair`, the first two places are marked as names.

    Of a passage longer than `MOST` pieces those around the places are kept.

    Raises:
        ValueError: a place is empty or outside the text.
    """
    _check(text, places)
    whole = Paragraph(ParagraphKind.BODY, 0, len(text))
    cut = pieces_of(tokenizer, text, [whole.span], find_quotes(text, (whole,)))
    found = [_pieces_at(cut.starts, cut.ends, place) for place in places]
    first = _first_kept(len(cut), found)
    inside = slice(first, first + MOST)
    ids = np.concatenate([[OPEN], cut.ids[inside], [CLOSE]])
    moved = tuple(_moved(place, first, len(ids)) for place in found)
    marks = np.zeros(len(ids), np.int64)
    for number, place in enumerate(moved[:2] if pair else (), start=1):
        marks[place.start : place.end] = number
    return Marked(ids, np.pad(cut.combined[inside], 1), marks, moved)


def _pieces_at(starts: Ints, ends: Ints, place: Span) -> Span:
    """Give the pieces that a place touches; where none does, for it is blank, the next one."""
    first = int(np.searchsorted(ends, place.start, side="right"))
    last = int(np.searchsorted(starts, place.end, side="left"))
    first = min(first, max(len(starts) - 1, 0))
    return Span(first, max(last, first + 1))


def _first_kept(count: int, places: Sequence[Span]) -> int:
    """Give the first of `MOST` pieces with the places in their middle."""
    if count <= MOST or not places:
        return 0
    middle = (places[0].start + places[-1].end) // 2
    return min(max(middle - MOST // 2, 0), count - MOST)


def _moved(place: Span, first: int, count: int) -> Span:
    """Give the place among the pieces that are kept, behind `[CLS]`: never empty."""
    start = min(max(place.start - first + 1, 1), count - 1)
    return Span(start, max(min(place.end - first + 1, count), start + 1))


def bracketed(tokenizer: "Tokenizer", text: str, one: Span, other: Span) -> Marked:
    """Give the pieces of a passage with brackets of their own around two names.

    The places are the opening brackets, that of `one` first. Of pieces nothing else is told, and
    quotation marks are as printed.

    Raises:
        ValueError: a place is empty or outside the text.
    """
    _check(text, (one, other))
    encoding = tokenizer.encode(text, add_special_tokens=False)
    starts, ends = (np.array([pair[side] for pair in encoding.offsets]) for side in range(2))
    found = [_pieces_at(starts, ends, place) for place in (one, other)]
    rows = [
        (place, opens, mark, side)
        for side, (span, marks) in enumerate(zip(found, AROUND, strict=True))
        for place, opens, mark in ((span.start, 1, marks[0]), (span.end, 0, marks[1]))
    ]
    rows.sort(key=lambda row: row[:2])  # where names meet, one closes before the other opens
    pieces = np.array(encoding.ids, np.int64)
    at = [min(row[0], len(pieces)) for row in rows]
    whole = np.insert(pieces, at, [row[2] for row in rows])
    opening = {side: place + at for at, (place, opens, _, side) in enumerate(rows) if opens}
    places = [Span(opening[side], opening[side] + 1) for side in range(2)]
    first = _first_kept(len(whole), sorted(places))
    ids = np.concatenate([[OPEN], whole[first : first + MOST], [CLOSE]])
    nothing = np.zeros(len(ids), np.int64)
    moved = tuple(_moved(place, first, len(ids)) for place in places)
    return Marked(ids, nothing, nothing, moved)


def _check(text: str, places: Sequence[Span]) -> None:
    if not all(0 <= place.start < place.end <= len(text) for place in places):
        raise ValueError("A place is empty or outside its text.")
