"""Windows hold whole paragraphs, and every piece is told of exactly once."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.tagger.windows import OVERLAP, SIZE, Window, windows


def numbered(lengths: list[int]) -> np.ndarray:
    return np.repeat(np.arange(len(lengths)), lengths)


LENGTHS = st.lists(st.integers(1, 3 * SIZE), max_size=12)


@given(LENGTHS, st.integers(1, SIZE))
def test_every_piece_is_told_of_once_and_no_window_is_too_large(
    lengths: list[int], first: int
) -> None:
    paragraph = numbered(lengths)
    found = windows(paragraph, first)
    told = [at for w in found for at in range(w.own_first, w.own_last)]
    assert told == list(range(len(paragraph)))
    assert all(w.first <= w.own_first < w.own_last <= w.last for w in found)
    assert all(w.last - w.first <= SIZE for w in found)


@given(LENGTHS)
def test_a_paragraph_that_fits_a_window_is_never_cut(lengths: list[int]) -> None:
    paragraph = numbered(lengths)
    for window in windows(paragraph):
        inside = paragraph[window.first : window.last]
        for number in np.unique(inside):
            if lengths[number] <= SIZE:
                assert (inside == number).sum() == lengths[number]


def test_short_paragraphs_share_a_window() -> None:
    assert windows(numbered([100, 100, 100])) == [
        Window(0, 200, 0, 200),
        Window(200, 300, 200, 300),
    ]


def test_the_windows_of_a_long_paragraph_overlap() -> None:
    one, two, three = windows(numbered([2 * SIZE + 50]))
    assert one.last - two.first >= OVERLAP
    assert two.last - three.first >= OVERLAP


def test_an_empty_text_has_no_windows() -> None:
    assert windows(numbered([])) == []
