"""Statements: what is sure of them."""

import pytest

from onrecord.record import REVIEW_BELOW
from tests.store.samples import doubted, sample


@pytest.mark.parametrize(
    ("confidence", "for_review"),
    [
        (0.0, True),
        (REVIEW_BELOW - 0.001, True),
        (REVIEW_BELOW, False),
        (1.0, False),
        (None, False),
    ],
)
def test_a_statement_found_with_little_confidence_is_for_review(
    confidence: float | None, for_review: bool
) -> None:
    (statement,) = doubted(sample(1, statements=1), confidence).reading.statements
    assert statement.for_review is for_review
