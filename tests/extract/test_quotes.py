"""Quotation marks of every style."""

import pytest

from onrecord.extract.quotes import find_quotes
from onrecord.record import Paragraph, ParagraphKind

CASES = [
    ('He said "yes, we will" and left.', ['"yes, we will"']),
    ("She called it “a start” twice.", ["“a start”"]),
    ("It is ‘over’, the paper’s editor wrote.", ["‘over’"]),
    ("The officials' plan isn't new.", []),
    ("Rock 'n' roll and the '90s.", []),
    ("„Nein“, sagte er.", ["„Nein“"]),
    ("«Jamais», dit-elle.", ["«Jamais»"]),
    ("``We agree,'' he said.", ["``We agree,''"]),
    ("“He told me ‘never’ again,” she said.", ["“He told me ‘never’ again,”"]),
    ('An unclosed "one runs to the end.', ['"one runs to the end.']),
    ("Don’t say it’s the workers’ fault.", []),
    ('The 6" pipe and the 8" pipe.', []),
    ('" We agree , " he said . " Soon . "', ['" We agree , "', '" Soon . "']),
    ('He called it a " start " twice .', ['" start "']),
    ('A mark " stands alone .', []),
    ("", []),
]


@pytest.mark.parametrize(("text", "quoted"), CASES)
def test_quotations_are_found_with_their_marks(text: str, quoted: list[str]) -> None:
    found = find_quotes(text, [Paragraph(ParagraphKind.BODY, 0, len(text))])
    assert [text[quote.span.start : quote.span.end] for quote in found] == quoted


def test_a_quotation_goes_on_in_the_next_paragraph_that_opens_with_its_mark() -> None:
    text = "“One.\n\n“Two,” he said. “Three.”"
    paragraphs = [Paragraph(ParagraphKind.BODY, 0, 5), Paragraph(ParagraphKind.BODY, 7, len(text))]
    first, second, third = find_quotes(text, paragraphs)
    assert not first.closed
    assert second.continues
    assert not third.continues


def test_a_paragraph_of_marks_alone_takes_no_time_and_gives_nothing_wrong() -> None:
    text = " ‘a" * 300_000
    found = find_quotes(text, [Paragraph(ParagraphKind.BODY, 0, len(text))])
    assert all(text[quote.span.start] == "‘" for quote in found)


def test_a_quotation_between_loose_marks_goes_on_over_the_lines() -> None:
    lines = ['" We agree .', "It holds .", 'Ask Oslo , " he said .', 'She left . " Why ? "']
    text, parts, at = "\n".join(lines), [], 0
    for line in lines:
        parts.append(Paragraph(ParagraphKind.BODY, at, at + len(line)))
        at += len(line) + 1
    found = find_quotes(text, parts)
    assert [text[slice(*quote.inner)].strip() for quote in found] == [
        "We agree .",
        "It holds .",
        "Ask Oslo ,",
        "Why ?",
    ]
    assert [quote.closed for quote in found] == [False, False, True, True]
    assert [quote.continues for quote in found] == [False, True, True, False]


def test_a_loose_mark_that_nothing_closes_is_no_quotation() -> None:
    text = '" We agree .\nIt holds .'
    parts = [Paragraph(ParagraphKind.BODY, 0, 12), Paragraph(ParagraphKind.BODY, 13, len(text))]
    assert find_quotes(text, parts) == ()
