"""Sums of money and quantities in sentences."""

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.amounts import find_amounts
from onrecord.record import Span

CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("amounts.toml").read_text("utf-8")
)
WORDS = [
    "$",
    "3",
    "-",
    "4",
    "billion",
    "to",
    "twelve",
    "hundred",
    "ministers",
    "about",
    "90",
    "%",
    "euros",
    "12,000",
    ".",
]


def marked(text: str) -> tuple[str, Span]:
    """Give a text without its brackets, and where they were."""
    before, _, rest = text.partition("[")
    words, _, after = rest.partition("]")
    return before + words + after, Span(len(before), len(before) + len(words))


@pytest.mark.parametrize("case", CASES["money"], ids=lambda case: case["text"])
def test_the_sum_in_brackets_is_read(case: dict[str, Any]) -> None:
    text, span = marked(case["text"])
    (found,) = find_amounts(text).money
    assert (found.span, found.amount, found.currency) == (
        span,
        case["amount"],
        case.get("currency"),
    )
    assert (found.qualifier, found.upper) == (case.get("qualifier", "exact"), case.get("upper"))


@pytest.mark.parametrize("case", CASES["quantities"], ids=lambda case: case["text"])
def test_the_quantity_in_brackets_is_read(case: dict[str, Any]) -> None:
    text, span = marked(case["text"])
    (found,) = find_amounts(text).quantities
    assert (found.span, found.number, found.unit) == (span, case["number"], case["unit"])
    assert (found.qualifier, found.upper) == (case.get("qualifier", "exact"), case.get("upper"))


@pytest.mark.parametrize("case", CASES["none"], ids=lambda case: case["text"])
def test_other_numbers_are_no_amounts(case: dict[str, Any]) -> None:
    found = find_amounts(case["text"])
    assert (found.money, found.quantities) == ((), ())


def test_a_sign_alone_says_so_in_its_basis() -> None:
    (found,) = find_amounts("They asked for $5.").money
    assert found.currency_basis == "$, no currency named"


def test_a_currency_of_no_known_state_keeps_its_name() -> None:
    (found,) = find_amounts("They asked for 5 crowns.").money
    assert (found.currency, found.currency_basis) == (None, "crowns: several or unknown currencies")


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_any_words_give_sums_and_quantities_apart(words: list[str]) -> None:
    text = " ".join(words)
    found = find_amounts(text)
    money = [amount.span for amount in found.money]
    for spans in (money, [amount.span for amount in found.quantities]):
        ends = [0, *(span.end for span in spans)]
        assert all(end <= span.start < span.end for end, span in zip(ends, spans, strict=False))
    assert not any(sum_.span.meets(item.span) for sum_ in found.money for item in found.quantities)


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1,000", "$", "twenty-", "one hundred ", "3 to ", "1.", "more than "]
)
def test_repeating_one_piece_takes_no_longer_than_other_text(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    began = time.perf_counter()
    find_amounts(text)
    assert time.perf_counter() - began < 10  # seconds; quadratic work would take many minutes
