"""How certain the quoted source and the reporter are, and the words that decided it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.extract import extract
from onrecord.read import document
from onrecord.record import Statement

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("certainty.toml").read_text("utf-8")
)["cases"]


def statement(text: str) -> Statement:
    found = extract(document(text.encode(), "x.txt", "2027-04-14")).statements
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_source_and_author_are_as_certain_as_their_words(case: dict[str, Any]) -> None:
    found = statement(case["text"]).certainty
    assert found
    assert (found.source, found.author) == (case["source"], case["author"])
    assert found.conditional == case.get("conditional", False)
    assert [hedge.exact for hedge in found.hedges] == case.get("hedges", [])


def test_words_of_a_later_clause_change_nothing() -> None:
    text = "Hedda Vik said the fleet had sailed because the levy could fall."
    found = statement(text).certainty
    assert found
    assert found.source == "CT+"


def test_the_words_that_decided_the_act_are_anchored() -> None:
    text = "The ports “must open by Friday,” Hedda Vik said."
    assert [words.exact for words in statement(text).act_words] == ["must"]
