"""Conditions: the if, the then and the else of sentences made up for it."""

import tomllib
from pathlib import Path

import pytest

from onrecord.extract import extract
from onrecord.read import document
from onrecord.record import Anchor, Condition

CASES = tomllib.loads(Path(__file__).with_name("conditions.toml").read_text())
DAY = "2027-04-14"


def shown(item: Condition) -> list[str]:
    parts = (item.demand, item.consequence, item.otherwise)
    return [item.type, *(words(part) for part in parts)]


def words(anchor: Anchor | None) -> str:
    return anchor.exact if anchor else ""


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["text"][:60])
def test_a_sentence_has_these_conditions(case: dict[str, object]) -> None:
    article = document(str(case["text"]).encode(), "x.txt", DAY)
    reading = extract(article, DAY)
    assert [shown(item) for item in reading.conditions] == case["conditions"]
