"""How certain events are said to be is scored as it is meant."""

import json
from pathlib import Path

import pytest

from evaluation import factuality
from evaluation.command import NothingToScore
from evaluation.shared import absent, shared
from onrecord.record import Span
from tests.evaluation.judged import Simple


def line(text: str, *events: tuple[list[int], float]) -> str:
    return json.dumps({"text": text, "targets": [{"span1": s, "label": v} for s, v in events]})


FELL = line("Ann fell and undid it .", ([1, 2], 3.0), ([3, 5], -3.0))
ROSE = line("Bob rose .", ([1, 2], 1.0))


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_places_are_those_of_the_tokens() -> None:
    found = factuality.sentence(FELL)
    assert [found.text[slice(*span)] for span in found.places] == ["fell", "undid it"]
    assert factuality.sentence(line("a  b", ([2, 3], 0))).places == (Span(3, 4),)


def test_figures_are_the_correlation_and_the_mean_error() -> None:
    assert factuality.figures([3, 1, -1, -3], [3, 1, -1, -3]) == {"r": 1.0, "mae": 0.0}
    assert factuality.figures([0, 1, 2], [2, 1, 3]) == {"r": 0.5, "mae": 1.0}
    assert factuality.figures([3, 1], [2, 2]) == {"r": 0.0, "mae": 1.0}


def test_a_file_is_scored(tmp_path: Path) -> None:
    file = written(tmp_path / "uw.dev.jsonl", FELL, ROSE)
    assert factuality.measured(file, judges=Simple()) == {"r": 0.9449, "mae": 0.6667}


def test_sentences_of_a_training_part_are_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path / "uw.dev.jsonl", FELL, ROSE)
    written(tmp_path / "uw.train.jsonl", ROSE)
    assert factuality.measured(file, judges=Simple()) == {"r": 1.0, "mae": 0.0}
    assert "1 left out, as in the training data" in capsys.readouterr().err
    other = written(tmp_path / "named", FELL)
    assert factuality.measured(file, other, Simple()) == {"r": 0.0, "mae": 2.0}
    train = tmp_path / "uw.train.jsonl"
    assert len(factuality.scored(train)) == 1


def test_a_line_that_is_no_sentence_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = (
        "no JSON",
        "[]",
        '{"text": "a"}',
        line("a b", ([1, 3], 0)),
        line("a b", ([1, 1], 0)),
        line("a b", ([0, 1], 4)),
        line("a b", ([0, 1], float("nan"))),
    )
    file = written(tmp_path / "a.jsonl", FELL, *wrong)
    assert len(factuality.sentences(file)) == 1
    named = capsys.readouterr().err.splitlines()
    assert [words.partition(",")[2][:8] for words in named] == [f" line {n}," for n in range(2, 9)]


@pytest.mark.parametrize("lines", [(), ("no JSON",), (line("Ann ."),)])
def test_a_file_without_events_is_said(tmp_path: Path, lines: tuple[str, ...]) -> None:
    with pytest.raises(NothingToScore, match="holds no sentences with events"):
        factuality.measured(written(tmp_path / "a.jsonl", *lines), judges=Simple())


def test_a_training_part_that_is_not_there_is_said(tmp_path: Path) -> None:
    file = written(tmp_path / "a.jsonl", FELL)
    with pytest.raises(NothingToScore, match="none of the 1 files"):
        factuality.measured(file, tmp_path / "nowhere", Simple())


def test_a_baseline_has_the_figure_that_is_known_of_it() -> None:
    file = shared("corpora", "factuality", "uw.dev.jsonl")
    if file is None:
        pytest.skip(absent("corpora", "factuality"))
    found = factuality.scored(file)
    assert (len(found), sum(len(one.values) for one in found)) == (977, 3310)
    values = [value for one in found for value in one.values]
    assert factuality.figures(values, [3.0] * len(values)) == {"r": 0.0, "mae": 0.7669}
