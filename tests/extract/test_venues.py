"""To whom something was said, where, and by whom it was passed on."""

import pytest

from onrecord.extract import extract
from onrecord.read import document
from onrecord.record import Anchor, Statement

DAY = "2027-04-14"


def first(text: str) -> Statement:
    return extract(document(text.encode(), "x.txt", DAY), DAY).statements[0]


def exact(anchor: Anchor | None) -> str | None:
    return anchor.exact if anchor else None


@pytest.mark.parametrize(
    ("text", "addressee", "venue"),
    [
        ("Hedda Vik told reporters that the quota was fair.", "reporters", None),
        (
            "“The quota is fair,” Hedda Vik said in an interview with Radio Nord.",
            "Radio Nord",
            "in an interview",
        ),
        (
            "Hedda Vik said at a news conference in Tromso that the quota was fair.",
            None,
            "at a news conference",
        ),
        ("“The quota is fair,” Hedda Vik wrote on Telegram.", None, "on Telegram"),
        ("Hedda Vik said that the quota was fair.", None, None),
    ],
)
def test_the_sentence_names_them(text: str, addressee: str | None, venue: str | None) -> None:
    found = first(text)
    assert (exact(found.addressee), exact(found.venue)) == (addressee, venue)


def test_a_source_that_cites_others_has_them_in_its_chain() -> None:
    found = first("The Tromso Times, citing two officials, reported that the quota would fall.")
    assert [anchor.exact for anchor in found.chain] == ["two officials"]


def test_who_cites_nobody_has_no_chain() -> None:
    assert first("Hedda Vik said that the quota was fair.").chain == ()
