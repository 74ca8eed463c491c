"""The day on which something was said, in whole small documents."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.extract import extract
from onrecord.read import document

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("said_on.toml").read_text("utf-8")
)["cases"]
DAY = "2027-04-14"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_it_was_said_then(case: dict[str, Any]) -> None:
    reading = extract(document(case["text"].encode(), "x.txt", DAY), DAY)
    found = sorted(reading.statements, key=lambda statement: statement.content[0].start)
    assert [statement.said_on for statement in found] == [item["on"] for item in case["said"]]
    for item, statement in zip(case["said"], found, strict=True):
        assert item.get("basis", "") in (statement.said_on_basis or "")
    named = {time.anchor.exact: time.edtf for time in reading.times}
    wanted = case.get("times", {})
    assert {words: named.get(words) for words in wanted} == wanted


def test_nothing_is_guessed_where_the_day_of_publication_is_unknown() -> None:
    text = "Hedda Vik said on Monday that the fleet would sail."
    (statement,) = extract(document(text.encode(), "x.txt")).statements
    assert (statement.said_on, statement.reported_on) == (None, None)


def test_a_full_date_needs_no_day_of_publication() -> None:
    text = "Hedda Vik said on 2 April 2027 that the fleet would sail."
    (statement,) = extract(document(text.encode(), "x.txt")).statements
    assert statement.said_on == "2027-04-02"
