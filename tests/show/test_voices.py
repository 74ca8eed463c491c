"""Words in the text around them: cut at words, never beyond a paragraph, marked exactly."""

import pytest

from onrecord.record import Span
from onrecord.show.room.voices import Windows, pieces

FIRST = "It rained all day. They met in Oslo, and in Bergen too."
SECOND = "Nobody spoke."
TEXT = f"{FIRST}\n\n{SECOND}"
PARTS = [Span(0, len(FIRST)), Span(len(FIRST) + 2, len(TEXT))]


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def seen(*words: str, around: int = 500) -> list[tuple[str, bool]]:
    spans = sorted(map(place, words))
    return [(it.text, it.marked) for it in pieces(TEXT, spans, Windows(spans, PARTS, around))]


def test_words_stand_in_their_paragraph_and_not_beyond() -> None:
    assert seen("Oslo") == [
        ("It rained all day. They met in ", False),
        ("Oslo", True),
        (", and in Bergen too.", False),
    ]


def test_what_is_cut_has_an_ellipsis_and_whole_words() -> None:
    assert seen("Oslo", around=8) == [
        ("… ", False),
        ("met in ", False),
        ("Oslo", True),
        (", and", False),
        (" …", False),
    ]


def test_words_of_two_paragraphs_have_an_ellipsis_between() -> None:
    found = seen("Bergen", "Nobody")
    assert [text for text, marked in found if marked] == ["Bergen", "Nobody"]
    assert (" … ", False) in found
    assert "".join(text for text, _ in found).endswith("spoke.")


@pytest.mark.parametrize("around", [0, 3, 20, 500])
def test_every_word_is_marked_once_whatever_is_shown_around(around: int) -> None:
    found = seen("They met", "met in", "Oslo", "Nobody", around=around)
    assert "".join(text for text, marked in found if marked) == "They met inOsloNobody"
