"""Sentences and the times that they name."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onrecord.extract.times import TimeAnchor, find_times
from onrecord.record import Span

WEDNESDAY = date(2027, 4, 14)
FAMILIES = ("days", "periods", "durations", "clock", "vague")


def cases(name: str) -> list[dict[str, Any]]:
    path = Path(__file__).with_name(f"{name}.toml")
    return tomllib.loads(path.read_text("utf-8"))["cases"]  # type: ignore[no-any-return]  # TOML is untyped


def marked(text: str) -> tuple[str, Span]:
    """Give a text without its brackets, and where they were."""
    before, _, rest = text.partition("[")
    words, _, after = rest.partition("]")
    return before + words + after, Span(len(before), len(before) + len(words))


@pytest.mark.parametrize(
    "case", [case for name in FAMILIES for case in cases(name)], ids=lambda case: case["text"]
)
def test_the_expression_in_brackets_has_its_value(case: dict[str, Any]) -> None:
    text, span = marked(case["text"])
    found = [time for time in find_times(text, TimeAnchor(WEDNESDAY)) if time.span == span]
    assert [(time.timex_value, time.edtf, time.mod) for time in found] == [
        (case["value"], case.get("edtf"), case.get("mod"))
    ]


@pytest.mark.parametrize("case", cases("none"), ids=lambda case: case["text"])
def test_other_words_are_no_times(case: dict[str, Any]) -> None:
    assert find_times(case["text"], TimeAnchor(WEDNESDAY)) == ()


@pytest.mark.parametrize("case", cases("roles"), ids=lambda case: case["text"])
def test_a_time_has_its_role(case: dict[str, Any]) -> None:
    text, span = marked(case["text"])
    found = [time for time in find_times(text, TimeAnchor(WEDNESDAY)) if time.span == span]
    assert [time.role for time in found] == [case["role"]]
