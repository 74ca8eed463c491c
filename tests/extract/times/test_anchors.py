"""From which day an expression is resolved."""

from datetime import date

import pytest

from onrecord.extract.times import NO_DATE, Quoted, TimeAnchor, find_times
from onrecord.record import Span


def test_inside_a_quotation_the_day_of_utterance_counts() -> None:
    text = "Yesterday she wrote: “We met yesterday.”"
    quotation = Quoted(Span(text.index("“"), len(text)), date(2027, 4, 10))
    outside, inside = find_times(text, TimeAnchor(date(2027, 4, 14), (quotation,)))
    assert (outside.edtf, inside.edtf) == ("2027-04-13", "2027-04-09")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Friday", "XXXX-WXX-5"),
        ("November 27", "XXXX-11-27"),
        ("last week", "XXXX-WXX"),
        ("last month", "XXXX-XX"),
        ("last year", "XXXX"),
        ("yesterday", "XXXX-XX-XX"),
        ("August", "XXXX-08"),
        ("two years ago", "PAST_REF"),
        ("the weekend", "XXXX-WXX-WE"),
    ],
)
def test_without_a_day_of_publication_the_value_keeps_its_unknowns(words: str, value: str) -> None:
    (found,) = find_times(f"They met {words}.", TimeAnchor(None))
    assert (found.timex_value, found.edtf, found.rule) == (value, None, NO_DATE)


def test_a_full_date_needs_no_day_of_publication() -> None:
    (found,) = find_times("They met on April 12, 2027.", TimeAnchor(None))
    assert found.edtf == "2027-04-12"


def test_the_day_of_publication_on_its_own_line_is_the_dateline() -> None:
    text = "Truce holds\n\nApril 14, 2027\n\nThe truce of April 14, 2027 holds."
    first, second = find_times(text, TimeAnchor(date(2027, 4, 14)))
    assert (first.function, second.function) == ("PUBLICATION_TIME", None)


def test_an_empty_line_parts_expressions() -> None:
    found = find_times("They met on May\n\n12 ministers came.", TimeAnchor(date(2027, 4, 14)))
    assert [time.timex_value for time in found] == ["2026-05"]
