"""The scores of attributions are what they say, and what the shared scorer gives."""

import importlib.util
import random
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from evaluation.attribution_scores import Article, Attribution, score
from evaluation.normal_form import is_direct, normal
from evaluation.shared import absent, shared
from evaluation.tally import Tally
from onrecord.record import Span

TEXT = "“I ran,” Ann Lee said. “Then I fell.” Bob denied it was so, and Eve said that Bob lied."
SCORER = ("evaluation", "score_attribution.py")


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def attribution(source: str, cue: str, *content: str) -> Attribution:
    sources = (at(source),) if source else ()
    return Attribution(sources, (at(cue),), tuple(at(words) for words in content))


ANN = attribution("Ann Lee", "said", "“I ran,”", "“Then I fell.”")
BOB = attribution("Bob", "denied", "it was so")
NOBODY = attribution("", "said that", "that Bob lied")


def scored(gold: Iterable[Attribution], predicted: Iterable[Attribution]) -> dict[str, Tally]:
    return score([Article(TEXT, tuple(gold), tuple(predicted))])


def test_what_is_equal_has_full_marks() -> None:
    found = scored([ANN, BOB, NOBODY], [ANN, BOB, NOBODY])
    assert {name for name, tally in found.items() if tally.f1 != 1} == set()
    assert (found["direct.overlap"].gold, found["fragment.direct"].gold) == (1, 2)


def test_punctuation_at_the_ends_does_not_count() -> None:
    bare = attribution("Ann Lee", "said", "I ran", "Then I fell")
    assert scored([ANN], [bare])["attr.exact"].f1 == 1


def test_a_quotation_predicted_in_two_parts_is_found_once() -> None:
    parts = [attribution("Ann Lee", "said", part) for part in ("I ran", "Then I fell")]
    found = scored([ANN], parts)
    assert found["content.exact"].hit_gold == 0
    assert found["attr.overlap"] == Tally(1, 1, 1, 2)
    assert found["fragment.overlap"].f1 == found["tok.content"].f1 == 1


def test_a_missing_source_is_another_source() -> None:
    found = scored([BOB, NOBODY], [attribution("", "denied", "it was so"), NOBODY])
    assert found["content.overlap"].hit_gold == 2
    assert found["attr.overlap"].hit_gold == 1
    assert found["source.given.content"].f1 == 0.5


def test_one_gold_attribution_makes_one_hit() -> None:
    found = scored([BOB], [BOB, BOB])
    assert found["content.exact"] == found["attr.overlap"] == Tally(1, 1, 1, 2)


def test_less_than_half_is_no_overlap() -> None:
    found = scored([BOB], [attribution("Bob", "denied", "it was so, and Eve said")])
    assert found["attr.overlap"].f1 == 0


def test_a_document_without_predictions_lowers_recall_alone() -> None:
    found = scored([BOB], [])
    assert found["attr.overlap"] == Tally(0, 1, 0, 0)
    assert found["attr.overlap"].f1 == 0


def test_documents_are_added_before_shares_are_taken() -> None:
    found = score([Article(TEXT, (ANN, BOB), (ANN,)), Article(TEXT, (BOB,), (BOB,))])
    assert found["attr.overlap"] == Tally(2, 3, 2, 2)


def test_direct_needs_two_double_marks() -> None:
    assert is_direct(TEXT, (at("I ran"),))
    assert not is_direct(TEXT, (at("it was so"),))
    assert not is_direct(TEXT, (at("Then I"),))


def test_the_normal_form_unites_what_only_marks_part() -> None:
    assert normal(TEXT, [at("“I ran,”"), at("Ann")]) == (Span(1, at("Ann").end),)
    assert normal(TEXT, [at("“"), at("Bob")]) == (at("Bob"),)


def test_a_span_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="no span"):
        normal(TEXT, [Span(0, 10**6)])


@pytest.fixture(scope="module")
def scorer() -> Any:
    path = shared(*SCORER)
    if path is None:
        pytest.skip(absent(*SCORER))
    return module(path)


def module(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


@pytest.mark.parametrize("seed", range(60))
def test_random_cases_score_as_with_the_shared_scorer(scorer: Any, seed: int) -> None:
    draw = random.Random(seed)
    articles = [random_article(draw) for _ in range(draw.randrange(1, 4))]
    assert plain(score(articles)) == theirs(scorer, articles)


@pytest.mark.parametrize("predicted", [[ANN, BOB, NOBODY], [BOB, BOB], [], [NOBODY]])
def test_hand_made_cases_score_as_with_the_shared_scorer(
    scorer: Any, predicted: list[Attribution]
) -> None:
    articles = [Article(TEXT, (ANN, BOB, NOBODY), tuple(predicted))]
    assert plain(score(articles)) == theirs(scorer, articles)


def random_article(draw: random.Random) -> Article:
    """Give a text with marks, and attributions of which many overlap."""
    words = ["“", "”", '"', " ", ", ", "``", "Ann ", "said", "no", "ö", "…", "\n", "—", "a1 "]
    text = "".join(draw.choice(words) for _ in range(draw.randrange(1, 60)))
    gold = [random_attribution(draw, text) for _ in range(draw.randrange(6))]
    predicted = [random_attribution(draw, text) for _ in range(draw.randrange(4))]
    return Article(text, gold, [*predicted, *draw.sample(gold, len(gold) // 2)])


def random_attribution(draw: random.Random, text: str) -> Attribution:
    def spans(most: int) -> tuple[Span, ...]:
        places = [draw.randrange(len(text) + 1) for _ in range(2 * draw.randrange(most + 1))]
        return tuple(Span(*sorted(pair)) for pair in zip(places[::2], places[1::2], strict=True))

    return Attribution(spans(1), spans(1), spans(3))


def plain(found: Mapping[str, Tally]) -> dict[str, object]:
    """Give counts; shares of pairs as one number."""
    return {
        name: tally.recall
        if name.endswith("given.content")
        else (tally.hit_gold, tally.gold, tally.hit_predicted, tally.predicted)
        for name, tally in found.items()
    }


def theirs(scorer: Any, articles: list[Article]) -> dict[str, object]:
    """Give the same from the shared scorer."""
    gold = {str(n): {"text": one.text, **rows(one.gold)} for n, one in enumerate(articles)}
    predicted = {str(n): rows(one.predicted) for n, one in enumerate(articles)}
    names = ("hit_gold", "gold", "hit_predicted", "predicted")
    return {
        name: tuple(value[part] for part in names) if isinstance(value, dict) else value
        for name, value in scorer.score(gold, predicted).items()
    }


def rows(items: Iterable[Attribution]) -> dict[str, Any]:
    return {
        "attributions": [
            {"source": item.source, "cue": item.cue, "content": item.content} for item in items
        ]
    }
