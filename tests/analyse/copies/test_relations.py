"""What one article is to another; the kinds themselves are measured by `evaluation.copies`."""

import pytest

from evaluation.copies.measure import judged
from onrecord.analyse.copies import Text, changed, fresh, relation
from onrecord.analyse.copies.sketches import Index, sketch
from onrecord.record import RelationKind, Span
from tests.analyse.copies.articles import WIRE, article, origin

LINES = WIRE.strip().split("\n\n")
OTHER = """\
Fishermen at the mouth of the Selun hauled in eels again this spring, says the museum of Varn.

Its keeper, Alina Wirth, put three of them in a tank beside the door.
"""


def test_articles_are_found_as_they_were_written() -> None:
    easy = [one for one in judged() if one.pair.part != "hard"]
    wrong = [one for one in easy if one.kind is not one.pair.expected]
    assert [(one.pair.story, one.pair.kind, one.kind) for one in wrong] == []


def test_a_cut_copy_is_a_copy_whichever_came_first() -> None:
    whole, cut = article(WIRE, origin(1)), article("\n\n".join(LINES[:3]), origin(2))
    found = relation(whole, cut)
    assert (found.kind, found.later, found.earlier) == (RelationKind.COPY, "doc-2", "doc-1")
    assert relation(cut, whole) == found


def test_of_one_day_whoever_credits_the_other_comes_later() -> None:
    agency = article("\n\n".join(LINES[:4]), origin(5, "Inner Sea Press", day="2027-04-12"))
    paper = article(WIRE, origin(3, "Herald", day="2027-04-12", credits=("Inner Sea Press",)))
    found = relation(paper, agency)
    assert (found.later, found.credited) == ("doc-3", True)


def test_of_one_outlet_and_day_the_hour_decides() -> None:
    hours = ("2027-04-12T14:05", "2027-04-12T19:40")
    first, second = (
        article(text, origin(number, "Herald", day="2027-04-12", published_at=hour))
        for number, text, hour in zip((9, 2), (LINES[0], WIRE), hours, strict=True)
    )
    assert relation(second, first).earlier == "doc-9"


def test_other_news_on_top_of_what_an_outlet_has_told_is_no_copy() -> None:
    new = OTHER + "\n\n" + "\n\n".join(LINES[1:])
    before, after = article(WIRE, origin(1, "Herald")), article(new, origin(9, "Herald"))
    assert relation(before, after).kind is RelationKind.BACKGROUND_ONLY
    elsewhere = article(new, origin(9, "Courier"))
    assert relation(before, elsewhere).kind is RelationKind.LIGHT_EDIT


def test_every_passage_stands_where_it_says() -> None:
    edited = WIRE.replace("agreed on Monday to reopen", "have decided to open again")
    one, other = article(WIRE, origin(1)), article(edited, origin(2))
    found = relation(one, other)
    assert found.kind is RelationKind.COPY
    texts = text_of(WIRE), text_of(edited)
    pairs = [(cut(texts[0], each.earlier), cut(texts[1], each.later)) for each in found.passages]
    assert len(pairs) == len(LINES)
    assert all(theirs == mine for theirs, mine in pairs[1:])


def text_of(given: str) -> str:
    return given.strip()


def cut(text: str, span: Span) -> str:
    return text[span.start : span.end]


def test_what_is_new_and_what_is_changed_in_a_copy_is_told_apart() -> None:
    edited = WIRE.strip().replace("in 60 days", "in 90 days") + "\n\nThe board's clock has stopped."
    one, other = article(WIRE, origin(1)), article(edited, origin(2))
    found = relation(one, other)
    new = [cut(text_of(edited), span) for span in fresh(other.text, one.text, found)]
    assert new == ["The board's clock has stopped."]
    (passage,) = changed(other.text, one.text, found)
    assert "90 days" in cut(text_of(edited), passage.later)


@pytest.mark.parametrize("text", ["", "1", "“", "a " * 2000, "Mr. Mr. Mr.", "—\n\n—"])
def test_odd_texts_are_compared_like_others(text: str) -> None:
    odd = article(text or "?", origin(1))
    assert relation(odd, article(WIRE, origin(2))).kind is RelationKind.UNRELATED
    assert relation(odd, article(text or "?", origin(2))).score >= 0
    assert Index().like(sketch(odd.text), None) == []


def test_a_sentence_ends_at_its_own_stop() -> None:
    given = article("Mr. Ruhl came on Nov. 3. He left. “Go,” J. Roe said. “Now.” Ok", origin(1))
    found = [len(sentence.words) for sentence in given.text.sentences]
    assert found == [6, 2, 4, 1, 1]


def test_the_headline_is_no_part_of_the_text() -> None:
    text = article("Lock To Reopen\n\n" + WIRE, origin(1)).text
    assert isinstance(text, Text)
    assert text.plain[:2] == ("ministers", "in")
