"""Confidences are compared with what is right, those for review among them."""

import pytest

from evaluation.attribution_scores import Article, Attribution
from evaluation.extracting import Json, attributions
from evaluation.part import PartArticle
from evaluation.reliability import Judged, bins, figures, judged
from tests.evaluation.marked import spans

TEXT = "Ann said she ran. Bob said he fell. Eve said nothing much."


def row(source: str, content: str, confidence: float) -> Json:
    return {
        "source": spans(TEXT, source),
        "cue": [],
        "content": spans(TEXT, content),
        "confidence": confidence,
    }


def gold(source: str, content: str) -> Attribution:
    return Attribution(spans(TEXT, source), (), spans(TEXT, content))


ANN, BOB = gold("Ann", "she ran"), gold("Bob", "he fell")


def article(found: list[Json], for_review: list[Json] | None = None) -> PartArticle:
    line: Json = {"attributions": found}
    if for_review is not None:
        line["for_review"] = for_review
    return PartArticle("a", Article(TEXT, (ANN, BOB), attributions(line)), line)


def test_each_attribution_is_right_or_not() -> None:
    given = article([row("Ann", "she ran", 0.9), row("Eve", "nothing much", 0.95)])
    assert list(judged(given)) == [Judged(0.9, True), Judged(0.95, False)]


def test_those_for_review_are_matched_with_what_is_left() -> None:
    kept = [row("Ann", "she ran", 0.9)]
    review = [row("Ann", "she ran", 0.35), row("Bob", "he fell", 0.3)]
    rights = [one.right for one in judged(article(kept, review))]
    assert rights == [True, False, True]


def test_bins_hold_their_lower_end() -> None:
    found = bins(Judged(value, True) for value in (0.0, 0.3, 0.39, 0.4, 1.0))
    assert [(one.low, len(one.judged)) for one in found] == [(0.0, 1), (0.3, 2), (0.4, 1), (0.9, 1)]


def test_the_error_is_the_mean_distance_of_confidence_and_truth() -> None:
    # 0.9-1.0: mean confidence 0.925, right 1/2, apart 0.425; 0.3-0.4: 0.325, 1/2, 0.175.
    # (2 * 0.425 + 2 * 0.175) / 4 = 0.3; mean confidence 2.5 / 4 = 0.625.
    kept = [row("Ann", "she ran", 0.9), row("Eve", "nothing much", 0.95)]
    review = [row("Ann", "she ran", 0.35), row("Bob", "he fell", 0.3)]
    assert figures(bins(judged(article(kept, review)))) == {
        "calibration_error": pytest.approx(30.0),
        "confidence": 62.5,
        "right": 50.0,
        "right_0.3": 50.0,
        "right_0.9": 50.0,
    }


def test_nothing_found_gives_no_figures() -> None:
    assert figures(bins(judged(article([])))) == {}
