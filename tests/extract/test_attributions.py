"""Attributions in sentences: the source, the cue, the content."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.extract import extract
from onrecord.read import document
from onrecord.record import Statement

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("attributions.toml").read_text("utf-8")
)["cases"]
DAY = "2027-04-14"


def statements(text: str) -> tuple[Statement, ...]:
    """Give the statements of a text, published on a Wednesday."""
    return extract(document(text.encode(), "x.txt", DAY), DAY).statements


def marked(case: dict[str, Any]) -> Any:
    """Give a case as a parameter; a known failure must fail, so that its mending is noticed."""
    reason = case.get("known_failure")
    marks = [pytest.mark.xfail(strict=True, reason=reason, raises=AssertionError)] if reason else []
    return pytest.param(case, id=case["name"], marks=marks)


def found_in(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Give source, cue and content of each statement as printed, in the order of the contents."""
    return [
        (
            statement.source.surface if statement.source else "",
            statement.cue.exact if statement.cue else "",
            tuple(part.exact for part in statement.content),
        )
        for statement in sorted(statements(text), key=lambda found: found.content[0].start)
    ]


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_a_text_says_just_this(case: dict[str, Any]) -> None:
    found = found_in(case["text"])
    wanted = [(item["by"], tuple(item["content"])) for item in case["says"]]
    assert [(source, content) for source, _, content in found] == wanted
    for item, (_, cue, _) in zip(case["says"], found, strict=True):
        assert cue == item.get("cue", cue)


def test_every_case_has_a_name_of_its_own() -> None:
    names = [case["name"] for case in CASES]
    assert len(set(names)) == len(names)
