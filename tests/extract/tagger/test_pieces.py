"""Pieces stand where their words stand, and marks of every style are one mark."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.quotes import find_quotes
from onrecord.extract.tagger.network import network
from onrecord.extract.tagger.pieces import (
    CLOSING,
    INSIDE,
    MARK_ID,
    OPENING,
    OUTSIDE,
    Pieces,
    pieces_of,
)
from onrecord.record import Paragraph, ParagraphKind


def pieces(text: str) -> Pieces:
    paragraph = Paragraph(ParagraphKind.BODY, 0, len(text))
    return pieces_of(network().tokenizer, text, [paragraph.span], find_quotes(text, [paragraph]))


@given(st.text(max_size=200))
def test_pieces_stand_in_order_inside_the_text(text: str) -> None:
    found = pieces(text)
    assert (found.starts < found.ends).all()
    assert (found.starts[1:] >= found.starts[:-1]).all()
    assert (found.ends <= len(text)).all()
    assert len({len(part) for part in vars(found).values()}) == 1
    assert found.combined.max(initial=0) < 48


def test_a_quotation_has_the_same_ids_in_every_style_of_marks() -> None:
    styles = ["“Never,” he said.", '"Never," he said.', "«Never,» he said.", "‘Never,’ he said."]
    first, *others = map(pieces, styles)
    for other in others:
        assert other.ids.tolist() == first.ids.tolist()
        assert other.state.tolist() == first.state.tolist()
    assert first.state.tolist()[:5] == [OPENING, INSIDE, INSIDE, CLOSING, OUTSIDE]
    assert first.ids[0] == first.ids[3] == MARK_ID


def test_an_apostrophe_is_no_mark() -> None:
    found = pieces("Lee's fleet won't sail.")
    assert (found.state == OUTSIDE).all()
    assert MARK_ID not in found.ids


def test_only_the_first_piece_of_a_paragraph_begins_one() -> None:
    text = "One here.\nTwo there."
    lines = [Paragraph(ParagraphKind.BODY, 0, 9), Paragraph(ParagraphKind.BODY, 10, 20)]
    found = pieces_of(network().tokenizer, text, [line.span for line in lines], ())
    assert found.paragraph.tolist() == [0, 0, 0, 1, 1, 1]
    assert np.flatnonzero(found.begins).tolist() == [0, 3]
