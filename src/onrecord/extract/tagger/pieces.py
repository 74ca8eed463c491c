"""Word pieces of a text, with what the network is told of each beside its id.

The letters of a piece are small (the vocabulary is uncased), so its shape is told apart. Quotation
marks of every style are one id: what counts is whether a mark opens or closes, and that is said by
`quotes.find_quotes`, the same for an outlet that prints “…” and one that prints ''…''.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from onrecord.extract.quotes import Quote
from onrecord.record import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

LOWER, TITLE, UPPER, DIGIT, MARK, INNER = range(6)
"""Shapes of a piece: small letters, one capital, capitals, digits, no letter, inside a word."""
SHAPES = 6
OUTSIDE, OPENING, INSIDE, CLOSING = range(4)
"""Where a piece stands to the quotation marks around it."""
STATES = 4
MARK_ID = 1000
"""The id of `"` in the vocabulary of BERT (uncased), which every quotation mark gets."""


@dataclass(frozen=True)
class Pieces:
    """The word pieces of a text, arrays of one length, offsets in code points, end exclusive.

    `shape`, `state` and `begins` (1 at the first piece of a paragraph, else 0) are what the network
    is told beside `ids`; `first` is true where a piece begins a word; `paragraph` numbers them.
    """

    ids: Ints
    starts: Ints
    ends: Ints
    shape: Ints
    state: Ints
    begins: Ints
    first: NDArray[np.bool_]
    paragraph: Ints

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def features(self) -> Ints:
        """Shape, state and beginning side by side: (pieces, 3)."""
        return np.stack([self.shape, self.state, self.begins], axis=1)

    @property
    def combined(self) -> Ints:
        """The features as one number, the row of the network's table: (pieces,)."""
        return (self.shape * STATES + self.state) * 2 + self.begins


def pieces_of(
    tokenizer: "Tokenizer", text: str, paragraphs: Sequence[Span], quotes: Sequence[Quote]
) -> Pieces:
    """Give the word pieces of the paragraphs of a text."""
    encodings = tokenizer.encode_batch(
        [text[span.start : span.end] for span in paragraphs], add_special_tokens=False
    )
    counts = [len(encoding.ids) for encoding in encodings]
    numbers = np.repeat(np.arange(len(paragraphs)), counts)
    moved = np.repeat(np.array([span.start for span in paragraphs], np.int64), counts)
    offsets = [pair for encoding in encodings for pair in encoding.offsets]
    ids = np.array([i for encoding in encodings for i in encoding.ids], np.int64)
    spans = np.array(offsets, np.int64).reshape(-1, 2) + moved[:, None]
    first = _first(encodings)
    begins = np.zeros(len(ids), np.int64)
    begins[:1] = 1
    begins[1:] = numbers[1:] != numbers[:-1]
    state = _states(spans[:, 0], quotes)
    ids[(state == OPENING) | (state == CLOSING)] = MARK_ID
    shape = _shapes(text, spans, first)
    return Pieces(ids, spans[:, 0], spans[:, 1], shape, state, begins, first, numbers)


def _first(encodings: Sequence[object]) -> NDArray[np.bool_]:
    """Tell which pieces begin a word: those whose word is another than the one before."""
    first: list[bool] = []
    for encoding in encodings:
        words = encoding.word_ids  # type: ignore[attr-defined]
        first.extend(at == 0 or word != words[at - 1] for at, word in enumerate(words))
    return np.array(first, bool)


def _shapes(text: str, spans: Ints, first: NDArray[np.bool_]) -> Ints:
    return np.array(
        [
            _shape(text[start:end], begins)
            for (start, end), begins in zip(spans.tolist(), first.tolist(), strict=True)
        ],
        np.int64,
    )


def _shape(word: str, begins: bool) -> int:
    if not begins:
        return INNER
    head = word[:1]
    if head.isdigit():
        return DIGIT
    if not head.isalpha():
        return MARK
    if head.islower() or head == head.lower():
        return LOWER
    return UPPER if len(word) > 1 and word.isupper() else TITLE


def _states(starts: Ints, quotes: Sequence[Quote]) -> Ints:
    """Tell of each piece whether it is an opening mark, a closing one, or between the two."""
    states = np.zeros(len(starts), np.int64)
    if not quotes:
        return states
    edges = np.array([[*quote.span, *quote.inner] for quote in quotes], np.int64)
    low = np.searchsorted(starts, edges)
    for (first, last, inner, outer), quote in zip(low.tolist(), quotes, strict=True):
        states[first:inner] = OPENING
        states[inner:outer] = INSIDE
        if quote.closed:
            states[outer:last] = CLOSING
    return states
