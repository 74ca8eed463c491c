"""What no source is: a heading, the words above a paragraph, an article alone."""

import pytest

from onrecord.extract.attributions.bounds import within_bounds
from onrecord.extract.attributions.headings import without_headings
from onrecord.extract.attributions.texts import texts
from onrecord.extract.findings import Attribution
from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed, parse
from onrecord.read import document
from onrecord.record import Span

CASES = [
    ("FUNDS (XTB): Delegates met late.", "FUNDS (XTB)", True),
    ("PORT LEVIES: Delegates met.\n\nWATER: They left.\n\nCOD: They ate.", "PORT LEVIES", True),
    ("FORS: They met.\n\nOSEI: They left.\n\nFORS: They ate.", "FORS", False),
    ("NORWAY: We will stay.", "NORWAY", False),
    ("MR. OSEI (KALTRIA): We will stay.", "MR. OSEI (KALTRIA)", False),
]


def parsed_of(text: str) -> Parsed:
    return parse(document(text.encode(), "x.txt", "2027-04-14"))


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(("text", "label", "cut"), CASES)
def test_a_heading_that_runs_into_its_paragraph_says_nothing(
    text: str, label: str, cut: bool
) -> None:
    colon = place(text, label).end
    content = (Span(colon + 2, text.index(".", colon + 2)),)
    item = Attribution(place(text, label), Span(colon, colon + 1), content, "given", 1.0)
    assert [*without_headings(parsed_of(text), [item])] == ([] if cut else [item])


def test_a_source_ends_with_its_noun_and_begins_below_the_heading() -> None:
    text = "# Port levies\n\nThe working group said the levy was dead."
    parsed = parsed_of(text)
    given = Attribution(
        place(parsed.text, "Port levies\n\nThe working"),
        place(parsed.text, "said"),
        (place(parsed.text, "the levy was dead"),),
        "given",
        1.0,
    )
    (found,) = within_bounds(parsed, [given])
    assert found.source
    assert parsed.text[slice(*found.source)] == "The working group"


def test_an_article_alone_is_nobody() -> None:
    text = "They met with a view to ending the levy."
    item = Attribution(
        place(text, "a"), place(text, "view"), (place(text, "ending the levy"),), "given", 1.0
    )
    item = Attribution(Span(14, 15), item.cue, item.content, "given", 1.0)
    assert text[14] == "a"
    assert [*within_bounds(parsed_of(text), [item])] == []


def test_a_text_says_only_what_it_is_the_subject_of() -> None:
    sources = []
    for text in (
        "Osei sent the draft treaty, and delegates provided comments on it.",
        "The draft treaty would provide aid to three ports.",
    ):
        parsed = parsed_of(text)
        found = texts(parsed, Intervals((), lambda span: span))
        sources.append([parsed.text[slice(*item.source)] for item in found if item.source])
    assert sources == [[], ["The draft treaty"]]
