"""The kinds of attributions are what their rules say, and recall is counted in each."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from evaluation.attribution_scores import Article, Attribution
from evaluation.kind_rules import Gold, kinds
from evaluation.kinds import figures, tallies
from evaluation.marks import marks
from evaluation.part import PartArticle
from evaluation.tally import Tally
from tests.evaluation.marked import attribution, spans

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("kinds.toml").read_text("utf-8")
)["case"]
ABOVE = "Town News\n\n"
TEXT = "Bob said that Ann told him she ran. Ann insisted that she had."


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_an_attribution_is_of_these_kinds(case: dict[str, Any]) -> None:
    text, item = attribution(("" if case.get("headline") else ABOVE) + case["text"])
    assert list(kinds(Gold(text, item, (item,), marks(text)))) == case["kinds"]


BOB = Attribution(spans(TEXT, "Bob"), spans(TEXT, "said"), spans(TEXT, "that Ann told him she ran"))
INNER = Attribution((), spans(TEXT, "told"), spans(TEXT, "she ran"))
ANN = Attribution((), spans(TEXT, "insisted"), spans(TEXT, "that she had"))


def test_cue_and_content_in_anothers_content_are_nested() -> None:
    every = (BOB, INNER, ANN)
    assert ["nested" in kinds(Gold(TEXT, item, every, marks(TEXT))) for item in every] == [
        False,
        True,
        False,
    ]


def test_an_attribution_without_content_is_of_no_kind() -> None:
    nothing = Attribution((), spans(TEXT, "told"), ())
    assert kinds(Gold(TEXT, nothing, (nothing,), marks(TEXT))) == ()


def test_recall_is_counted_in_each_kind() -> None:
    # Found are BOB and ANN, of three; INNER and ANN have no source, ANN alone another cue.
    given = PartArticle("a", Article(TEXT, (BOB, INNER, ANN), (ANN, BOB)), {})
    found = tallies([given])
    assert found["all"] == Tally.share(2, 3)
    assert found["no_source"] == Tally.share(1, 2)
    assert found["other_cues"] == Tally.share(1, 1)
    assert found["nested"] == Tally.share(0, 1)
    assert found["mixed"] == Tally()


def test_a_kind_that_there_is_not_has_no_figure() -> None:
    assert figures({"all": Tally.share(2, 3), "mixed": Tally()}) == {"all": 66.7}
