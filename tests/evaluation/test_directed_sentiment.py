"""Who praises or blames whom is scored as it is meant."""

from pathlib import Path

import pytest

from evaluation import directed_sentiment
from evaluation.command import NothingToScore
from evaluation.shared import absent, shared
from onrecord.record import Span
from tests.evaluation.judged import Simple

PRAISE = "[Ann Lee] praised [Bob]’s plan.\tAnn Lee\tBob\t1"
BLAME = "[Ann] blamed [Bob].\tAnn\tBob\t3"
NOTHING = "[Ann] met [Bob].\tAnn\tBob\t0"


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def names(line: str) -> tuple[str, str]:
    found = directed_sentiment.passage(line)
    return found.text[slice(*found.first)], found.text[slice(*found.second)]


def test_names_have_their_places_in_the_text_without_brackets() -> None:
    found = directed_sentiment.passage(PRAISE)
    assert found.text == "Ann Lee praised Bob’s plan."
    assert (found.first, found.second, found.label) == (Span(0, 7), Span(16, 19), 1)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("[Bob] met [Ann].\tAnn\tBob\t0", ("Ann", "Bob")),
        ("[ Bob] met [Ann ].\tBob\tAnn\t0", ("Bob", "Ann")),
        ("[Ann] met [Ann].\tAnn\tAnn\t0", ("Ann", "Ann")),
        ('"[Ann] met [Bob.""Carl] fell."\tAnn\t"Bob.""Carl"\t0', ("Ann", 'Bob."Carl')),
    ],
)
def test_names_are_found_whatever_their_order_and_quotation_marks(
    line: str, wanted: tuple[str, str]
) -> None:
    assert names(line) == wanted


@pytest.mark.parametrize(
    "line", ["[Ann] met Bob.\tAnn\tBob\t0", "[Ann] [Bob]\tAnn\tBob\t5", "[Ann] [Bob]\t0", "text"]
)
def test_a_line_that_is_no_passage_is_named(
    line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path / "a.txt", line, PRAISE)
    assert len(directed_sentiment.passages(file)) == 1
    assert f"{file}, line 1, is left out: " in capsys.readouterr().err


def test_figures_are_the_mean_f1_of_the_labels_that_occur_and_the_share_right() -> None:
    found = directed_sentiment.tallies([0, 0, 1, 3], [0, 1, 1, 0])
    # neutral: 1 of 2 right, 2 found; praises: 1 of 1, 2 found; blames: none; no others occur
    assert directed_sentiment.figures(found) == {
        "macro_f1": round((1 / 2 + 2 / 3 + 0) / 3, 4),
        "accuracy": 0.5,
    }


def test_a_file_is_scored_without_what_is_in_a_training_part(tmp_path: Path) -> None:
    file = written(tmp_path / "valid.txt", PRAISE, BLAME, NOTHING)
    found = directed_sentiment.figures(directed_sentiment.measured(file, judges=Simple()))
    assert found["accuracy"] == 0.6667
    written(tmp_path / "train.txt", BLAME.replace("[Bob]", "Bob").replace("blamed", "[blamed]"))
    assert directed_sentiment.measured(file, judges=Simple())["all"].gold == 2
    other = written(tmp_path / "other.txt", PRAISE, NOTHING)
    assert directed_sentiment.measured(file, other, Simple())["all"].gold == 1
    with pytest.raises(NothingToScore, match="holds no passages"):
        directed_sentiment.measured(file, file, Simple())


def test_a_baseline_has_the_figures_that_are_known_of_it() -> None:
    file = shared("corpora", "directed_sentiment", "valid.txt")
    if file is None:
        pytest.skip(absent("corpora", "directed_sentiment"))
    labels = [one.label for one in directed_sentiment.scored(file)]
    found = directed_sentiment.tallies(labels, [0] * len(labels))
    assert len(labels) == 1067
    assert directed_sentiment.figures(found) == {"macro_f1": 0.1721, "accuracy": 0.7554}
