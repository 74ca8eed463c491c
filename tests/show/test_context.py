"""An entry with its words where they stand."""

from onrecord.read import document
from onrecord.record import Anchor, Document
from onrecord.show.context import AROUND, Marked, in_context

TEXT = (
    "Cod talks\n\nSnow fell on the pass.\n\nHedda Vik said the quota was dead.\n\nNobody slept.\n"
)


def article(text: str = TEXT) -> Document:
    return document(text.encode(), "talks.txt", "2027-04-14")


def mark(found: Document, words: str, style: str = "bold") -> Marked:
    start = found.raw_text.index(words)
    end = start + len(words)
    anchor = Anchor(found.raw_text, doc_id=found.doc_id, exact=words, start=start, end=end)
    return Marked(anchor, style)


def test_the_paragraph_of_the_words_is_shown_and_no_other() -> None:
    found = article()
    shown = in_context(found, [mark(found, "the quota was dead")])
    assert shown.plain == "Hedda Vik said the quota was dead."


def test_words_in_two_paragraphs_show_what_is_between() -> None:
    found = article()
    shown = in_context(found, [mark(found, "dead"), mark(found, "Snow")])
    assert shown.plain == "Snow fell on the pass.\n\nHedda Vik said the quota was dead."


def test_each_word_is_marked_in_its_own_style() -> None:
    found = article()
    shown = in_context(found, [mark(found, "the quota", "green"), mark(found, "said", "red")])
    marked = {(shown.plain[span.start : span.end], span.style) for span in shown.spans}
    assert marked == {("said", "red"), ("the quota", "green")}


def test_the_last_paragraph_ends_with_the_text() -> None:
    found = article()
    assert in_context(found, [mark(found, "Nobody")]).plain.rstrip() == "Nobody slept."


def test_a_long_paragraph_is_cut_on_both_sides() -> None:
    found = article("snow " * 400 + "thaw " + "snow " * 400)
    shown = in_context(found, [mark(found, "thaw")])
    assert len(shown.plain) == AROUND + len("thaw") + AROUND


def test_what_hides_is_replaced_and_the_marks_stay_in_place() -> None:
    found = article("Hedda\x1b[31m Vik\u202e said the quota was dead.")
    shown = in_context(found, [mark(found, "the quota")])
    assert "\x1b" not in shown.plain
    assert "\u202e" not in shown.plain
    assert [shown.plain[span.start : span.end] for span in shown.spans] == ["the quota"]
