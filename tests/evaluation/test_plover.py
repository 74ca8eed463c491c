"""Political events are scored as they are meant."""

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation import plover
from evaluation.command import NothingToScore
from onrecord.record import Span


def row(event: str, markup: str, text: str) -> dict[str, Any]:
    return {"event": event, "text": text, "textInfo": {"markup": markup}}


ROWS = [
    row(
        "DEMAND",
        "(SRC: Chile) (EVT: demanded) that (LOC:(TAR: Peru)) leave.",
        "Chile demanded that Peru leave.",
    ),
    row(
        "AGREE",
        "(SRC/TAR: Chile) and (SRC/TAR: Peru) (EVT: agreed) to (EVT: talk).",
        "Chile and Peru agreed to talk.",
    ),
    {"event": "AID", "text": "No marks.", "textInfo": "none"},
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "gold.json"
    path.write_text(json.dumps(ROWS), "utf-8")
    return path


def test_marks_and_old_names_are_read(file: Path) -> None:
    demand, agree = plover.sentences(file)
    assert (demand.event, agree.event) == ("REQUEST", "AGREE")
    assert (demand.sources, demand.targets) == ((Span(0, 5),), (Span(20, 24),))
    assert (agree.sources, agree.targets) == ((Span(0, 5), Span(10, 14)), ())


def test_types_and_names_are_scored(file: Path) -> None:
    found = plover.figures(plover.measured(file))
    assert found["type_f1"] == found["type_macro_f1"] == 100
    assert found["source_f1"] == 100


def test_a_sentence_without_an_event_counts_as_missed(file: Path) -> None:
    gold = plover.sentences(file)
    tallies = plover.tallies(gold, [None, None])
    assert (tallies["REQUEST"].gold, tallies["REQUEST"].predicted) == (1, 0)
    assert tallies["source"].gold == 3


def test_a_list_without_sentences_has_nothing_to_score(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[]", "utf-8")
    with pytest.raises(NothingToScore):
        plover.measured(tmp_path / "a.json")
