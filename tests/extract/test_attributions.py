"""Attributions in sentences of our own: how many are found, and exactly."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from evaluation.attribution_scores import Article, Attribution, figures, score
from onrecord.extract import extract
from onrecord.read import document
from onrecord.record import Span, Statement

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("attributions.toml").read_text("utf-8")
)["cases"]
DAY = "2027-04-14"
FLOORS = {"attr_overlap": 87.0, "attr_exact": 77.0, "direct": 95.0, "content_exact": 81.0}
"""Scores in percent that may not fall: a new network must read these sentences as well."""


def statements(text: str) -> tuple[Statement, ...]:
    """Give the statements of a text, published on a Wednesday."""
    found = extract(document(text.encode(), "x.txt", DAY), DAY).statements
    return tuple(statement for statement in found if not statement.for_review)


def placed(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


def gold(case: dict[str, Any]) -> Iterator[Attribution]:
    """Give the attributions of a case; its words are looked for from the left."""
    text, last = case["text"], 0
    for item in case["says"]:
        content, after = [], 0
        for part in item["content"]:
            at = text.find(part, max(after, last if len(part) < 8 else after))
            span = placed(text, part, max(at, 0))
            content.append(span)
            after = span.end
        last = content[0].start
        source = (placed(text, item["by"]),) if item["by"] else ()
        yield Attribution(source, (), tuple(content))


def found_in(text: str) -> Iterator[Attribution]:
    for statement in statements(text):
        source = (statement.source.anchor.span,) if statement.source else ()
        yield Attribution(source, (), tuple(part.span for part in statement.content))


@cache
def read() -> tuple[Article, ...]:
    return tuple(
        Article(case["text"], tuple(gold(case)), tuple(found_in(case["text"]))) for case in CASES
    )


@pytest.mark.parametrize("figure", FLOORS)
def test_our_own_sentences_are_read_as_well_as_they_were(figure: str) -> None:
    assert figures(score(read()))[figure] >= FLOORS[figure]


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.get("sure")], ids=lambda c: c["name"]
)
def test_what_no_network_may_unlearn_is_read_exactly(case: dict[str, Any]) -> None:
    found = [
        (item.source.surface if item.source else "", tuple(part.exact for part in item.content))
        for item in sorted(statements(case["text"]), key=lambda one: one.content[0].start)
    ]
    assert found == [(item["by"], tuple(item["content"])) for item in case["says"]]


def test_every_case_has_a_name_of_its_own() -> None:
    names = [case["name"] for case in CASES]
    assert len(set(names)) == len(names)
