"""Judges single passages: how factual the text says an event is, who praises or blames whom.

A small network of its own (`weights/judging.onnx`) with the vocabulary of the finder of statements.
It is told beside the word pieces where two names stand, and answers for places, not for texts:

>>> text = "The minister said the talks had failed."
>>> [[value]] = factuality([text], [[Span(32, 38)]])
>>> value > 1
True

What it was trained on, and how good it is: `weights/README.md`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from onrecord.errors import WeightsBroken
from onrecord.extract.quotes import find_quotes
from onrecord.extract.tagger.files import (
    CLOSE,
    OPEN,
    VOCABULARY,
    WEIGHTS,
    checked,
    described,
    session_of,
    tokenizer_of,
)
from onrecord.extract.tagger.pieces import Floats, Ints, pieces_of
from onrecord.record import Paragraph, ParagraphKind, Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

PLAIN, FIRST, SECOND = range(3)
"""Marks of a piece: in neither name, in the first, in the second."""
MARKS = 3
MOST = 254
"""Word pieces that are read around what is asked about."""
CERTAIN = 3.0
"""Factuality is from -3, certainly not, over 0, not said, to 3, certain."""


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
    if not all(0 <= place.start < place.end <= len(text) for place in places):
        raise ValueError("A place is empty or outside its text.")
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


class Judge:
    """The network and its vocabulary, loaded once a process."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        path = folder / "judging.json"
        card = described(path)
        try:
            self.name, checksums = str(card["name"]), dict(card["sha256"])
        except (KeyError, TypeError, ValueError) as trouble:
            raise WeightsBroken(path) from trouble
        self.tokenizer = tokenizer_of(checked(folder / VOCABULARY, checksums.get(VOCABULARY)))
        self._session = session_of(checked(folder / MODEL, checksums.get(MODEL)))

    def facts(self, passage: Marked) -> list[float]:
        """Give how factual the events at the places of a passage are."""
        if not passage.places:
            return []
        found = self._run(passage, [(place, place) for place in passage.places])["facts"][0]
        return [float(value) for value in np.clip(found[:, 0], -CERTAIN, CERTAIN)]

    def scores(self, passage: Marked) -> list[float]:
        """Give the scores of the five attitudes, the mean of both orders of the names."""
        here, there = (
            self._run(one, [(one.places[0], one.places[1])])["attitudes"][0]
            for one in (passage, passage.turned())
        )
        return [float(value) for value in (here + there[list(MIRRORED)]) / 2]

    def attitude(self, passage: Marked) -> list[float]:
        """Give the probabilities of the five attitudes."""
        scores = np.array(self.scores(passage))
        likely = np.exp(scores - scores.max())
        return [float(value) for value in likely / likely.sum()]

    def _run(self, passage: Marked, pairs: Sequence[tuple[Span, Span]]) -> dict[str, Floats]:
        count = len(passage.ids)
        places = np.zeros((3, len(pairs), count), np.float32)
        for row, pair in enumerate(pairs):
            for side, place in enumerate(pair):
                places[side, row, place.start : place.end] = 1 / (place.end - place.start)
        places[2, :, 0] = 1
        given = {"ids": passage.ids[None], "features": passage.features[None], "spans": places}
        return dict(zip(OUTPUTS, self._session.run(list(OUTPUTS), given), strict=True))


MODEL = "judging.onnx"
OUTPUTS = ("facts", "attitudes")
MIRRORED = (0, 2, 1, 4, 3)
"""The label of a pair whose names change places."""


@cache
def judge() -> Judge:
    """Give the judge that ships with the package.

    Raises:
        WeightsBroken: its files are not there, or others.
    """
    return Judge()


def factuality(texts: Sequence[str], places: Sequence[Sequence[Span]]) -> list[list[float]]:
    """Give how factual the events at places of texts are said to be, from -3 to 3.

    The scale is that of FactBank as a number (Stanovsky et al. 2017): certainly not -3, not said 0,
    certain 3. Places are code points of their text, end exclusive.

    Raises:
        ValueError: a place is empty or outside its text.
    """
    network = judge()
    return [
        network.facts(marked(network.tokenizer, text, found))
        for text, found in zip(texts, places, strict=True)
    ]


def attitude(text: str, one: Span, other: Span, /) -> list[float]:
    """Give what the name at `one` and the name at `other` think of each other, by a text.

    Five probabilities: neutral, `one` praises `other`, is praised by it, blames it, is blamed by
    it (the labels of Park et al. 2021). Places are code points, end exclusive.

    Raises:
        ValueError: a place is empty or outside the text.
    """
    network = judge()
    return network.attitude(marked(network.tokenizer, text, (one, other), pair=True))
