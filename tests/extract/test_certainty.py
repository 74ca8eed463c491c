"""How certain the source and the reporter are, and the words that decided it."""

import pytest

from onrecord.extract import extract
from onrecord.extract.certainty.hedges import hedges
from onrecord.read import document
from onrecord.record import Statement

DAY = "2027-04-14"


def only(text: str) -> Statement:
    found = extract(document(text.encode(), "x.txt", DAY), DAY).statements
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "source", "author"),
    [
        ("Harbour minister Hedda Vik said the quota was fair.", "CT+", "Uu"),
        ("Harbour minister Hedda Vik said the quota could fall.", "PS+", "Uu"),
        ("Harbour minister Hedda Vik said the quota would probably fall.", "PR+", "Uu"),
        ("Harbour minister Hedda Vik denied that the quota had been cut.", "CT-", "Uu"),
        ("Harbour minister Hedda Vik said no date had been set.", "CT-", "Uu"),
        ("Harbour minister Hedda Vik acknowledged that the quota was too low.", "CT+", "CT+"),
        ("Harbour minister Hedda Vik declined to say whether the quota would fall.", "Uu", "CT+"),
    ],
)
def test_the_words_give_the_values(text: str, source: str, author: str) -> None:
    certainty = only(text).certainty
    assert certainty is not None
    assert (certainty.source, certainty.author) == (source, author)


def test_a_condition_is_kept_with_its_words() -> None:
    certainty = only("Hedda Vik said the fleet would sail if the rain stopped.").certainty
    assert certainty is not None
    assert certainty.conditional
    assert [anchor.exact for anchor in certainty.hedges] == ["if the rain stopped"]


def test_a_hedge_in_a_clause_beside_does_not_govern() -> None:
    (found,) = hedges("the quota, which could fall, is fair")
    assert not found.governs


@pytest.mark.parametrize(("text", "count"), [("about 60 boats", 1), ("talks about boats", 0)])
def test_about_hedges_before_a_number_only(text: str, count: int) -> None:
    assert len(hedges(text)) == count
