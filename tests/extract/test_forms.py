"""Wholly, partly or not at all in quotation marks."""

import pytest

from onrecord.extract import extract
from onrecord.extract.forms import form_of, quoted_in
from onrecord.extract.intervals import Intervals
from onrecord.extract.quotes import Quote, find_quotes
from onrecord.extract.speech_acts import Act
from onrecord.read import document
from onrecord.record import Form, Paragraph, ParagraphKind, ReporterDistance, Span, SpeechAct

DAY = "2027-04-14"


def quotes(text: str) -> Intervals[Quote]:
    paragraph = Paragraph(ParagraphKind.BODY, 0, len(text))
    return Intervals(find_quotes(text, [paragraph]), lambda quote: quote.span)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“We sail on Monday,” said Hedda Vik.", Form.DIRECT),
        ("“We sail,” Hedda Vik said. “We sail on Monday.”", Form.DIRECT),
        ("Hedda Vik said: “No.”", Form.DIRECT),
        ("Hedda Vik said the fleet would sail.", Form.INDIRECT),
        ("Hedda Vik said the offer was “pure theatre”.", Form.MIXED),
        ("Hedda Vik declined to say when the fleet would sail.", Form.NO_COMMENT),
        ("Hedda Vik did not say when the fleet would sail.", Form.NO_COMMENT),
        ("Growers hope that the levy will be dropped.", Form.ATTITUDE),
        ("Growers fear that the levy will stay.", Form.ATTITUDE),
    ],
)
def test_the_words_are_given_so(text: str, form: Form) -> None:
    (statement,) = extract(document(text.encode(), "x.txt", DAY), DAY).statements
    assert statement.form is form


def test_a_transcript_is_verbatim_without_marks() -> None:
    text = (
        "Talks at the bridge\n\nMODERATOR: When do the monitors arrive?\n\n"
        "PETRESCU: They arrived this morning."
    )
    question, answer = extract(document(text.encode(), "x.txt", DAY), DAY).statements
    assert (question.form, answer.form) == (Form.DIRECT, Form.DIRECT)
    assert answer.quoted == answer.content


def test_marks_are_part_of_what_is_quoted() -> None:
    text = "the offer was “pure theatre”, she said"
    assert quoted_in([Span(0, 28)], quotes(text)) == (Span(14, 28),)


def test_what_is_quoted_is_cut_to_the_content() -> None:
    text = "“We sail on Monday”"
    assert quoted_in([Span(0, 8), Span(9, 19)], quotes(text)) == (Span(0, 8), Span(9, 19))


def test_a_mark_alone_quotes_nothing() -> None:
    text = "he left “today”"
    assert quoted_in([Span(0, 9)], quotes(text)) == ()


@pytest.mark.parametrize("text", ["“We sail”.", "“We sail” —", " “We sail”,"])
def test_punctuation_outside_the_marks_does_not_make_it_mixed(text: str) -> None:
    content = [Span(0, len(text))]
    quoted = quoted_in(content, quotes(text))
    assert (
        form_of(text, content, quoted, Act(SpeechAct.STATE, ReporterDistance.NEUTRAL))
        is Form.DIRECT
    )


@pytest.mark.parametrize(("silent", "form"), [(True, Form.NO_COMMENT), (False, Form.DIRECT)])
def test_a_refusal_gives_no_words_unless_they_are_its_own(silent: bool, form: Form) -> None:
    content = [Span(0, 9)]
    act = Act(SpeechAct.DECLINE_TO_COMMENT, ReporterDistance.NEUTRAL, silent=silent)
    assert form_of("“We sail”", content, content, act) is form
