"""What a user types becomes a question that FTS5 understands."""

import pytest

from onrecord.store.search import NOTHING, asked, asked_of_names

CASES = {
    "dam": '"dam"',
    "dam troops": '"dam" AND "troops"',
    '"not on the table"': '"not on the table"',
    'dam "on the table" now': '"dam" AND "on the table" AND "now"',
    "withdr*": '"withdr" *',
    '"leave Bre"*': '"leave Bre" *',
    "peace-plan": '"peace plan"',
    'half "open': '"half" AND "open"',
    "AND OR NOT": '"AND" AND "OR" AND "NOT"',
    "cue:said": '"cue said"',
    "$4.2": '"4 2"',
    "a\x00b": '"a b"',
    "cafe\u0301": '"cafe\u0301"',
    "": NOTHING,
    " \t": NOTHING,
    '"" "—" !!! *': NOTHING,
}


@pytest.mark.parametrize(("text", "question"), CASES.items())
def test_words_and_phrases_are_quoted(text: str, question: str) -> None:
    assert asked(text) == question


def test_every_word_typed_begins_a_word_of_a_name() -> None:
    assert asked_of_names("O'Neill, jr") == '"O" * AND "Neill" * AND "jr" *'
    assert asked_of_names("…") == NOTHING
