"""What the outlet prints before the words of others is no part of who says them."""

from dataclasses import replace

import pytest

from onrecord.extract.extractor import FINDER
from onrecord.extract.language import parse
from onrecord.extract.own_words import without_own_words
from onrecord.read import document
from onrecord.record import Span
from onrecord.spans import Anchors

DATELINE = "LEMESH, June 4, 2031 (Pacific Wire) - "
WORDS = "Ostrany's trade minister said on Wednesday that the offer could help."


@pytest.mark.parametrize("first", ["LEMESH", "2031", "Wire", "Ostrany"])
def test_a_source_begins_behind_the_dateline(first: str) -> None:
    story = document(f"Offer may end the deadlock\n\n{DATELINE}{WORDS}\n".encode(), "story.txt")
    text = story.clean_text
    [found] = FINDER.find(parse(story), ())
    assert found.source
    begun = replace(found, source=Span(text.index(first), found.source.end))
    [kept] = without_own_words(story, Anchors(story), [begun])
    assert kept.source
    assert text[kept.source.start : kept.source.end] == "Ostrany's trade minister"
    assert kept.content == found.content
