"""The weights that ship: they are the ones that were measured, and say what the framework says."""

import json
from pathlib import Path
from shutil import copytree
from typing import Any

import numpy as np
import pytest

from onrecord.errors import WeightsBroken
from onrecord.extract.quotes import find_quotes
from onrecord.extract.tagger.files import WEIGHTS, checked
from onrecord.extract.tagger.network import TOGETHER, Network, card, network
from onrecord.extract.tagger.pieces import Pieces, pieces_of
from onrecord.record import Paragraph, ParagraphKind

REFERENCE = json.loads(Path(__file__).with_name("reference.json").read_text("utf-8"))
MOST, MEAN, SAME = 0.4, 0.03, 0.97
"""How far probabilities in int8 may be from the framework's in float32, at most and on average, and
the share of pieces whose likeliest tag is the same: what the rounding costs, no more."""


def cut(text: str) -> Pieces:
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(Paragraph(ParagraphKind.BODY, at, at + len(line)))
        at += len(line) + 1
    spans = [line.span for line in lines]
    return pieces_of(network().tokenizer, text, spans, find_quotes(text, lines))


@pytest.mark.parametrize("row", REFERENCE, ids=[row["text"][:20] for row in REFERENCE])
def test_the_shipped_network_says_what_the_training_framework_says(row: dict[str, Any]) -> None:
    (scores,) = network().scores(cut(row["text"]))
    mine = scores.tags
    theirs = np.array(row["tags"], np.float32)
    apart = np.abs(np.exp(mine) - np.exp(theirs))
    assert apart.max() < MOST
    assert apart.mean() < MEAN
    assert (mine.argmax(1) == theirs.argmax(1)).mean() >= SAME


def test_the_same_text_gets_the_same_scores_whatever_stands_beside_it_in_a_run() -> None:
    text = REFERENCE[0]["text"]
    (once,), (twice,) = network().scores(cut(text)), network().scores(cut(text))
    assert np.array_equal(once.tags, twice.tags)
    assert np.array_equal(once.windows[0].cues, twice.windows[0].cues)


def test_windows_that_share_pieces_keep_what_they_say_of_them_apart() -> None:
    pieces = cut("The envoy said that the talks would go on, he added, and so they did. " * 40)
    (found,) = network().scores(pieces)
    first, second = found.windows[:2] if len(found.windows) > 1 else pytest.fail("one window")
    for at in (0, len(pieces) - 1):
        seen = found.seen(at)
        assert seen.first <= at < seen.first + len(seen.pieces)
    assert first.first != second.first
    assert sum(len(seen.pieces) for seen in found.windows) > len(pieces)


def test_a_long_text_is_told_of_stretch_by_stretch() -> None:
    pieces = cut(
        "\n".join("The envoy said that the talks would go on, he added. " * 12 for _ in "x" * 20)
    )
    stretches = list(network().scores(pieces))
    assert len(stretches) > 1
    assert sum(len(stretch.tags) for stretch in stretches) == len(pieces)
    assert [stretch.first for stretch in stretches] == sorted({s.first for s in stretches})
    assert all(len(stretch.windows) <= TOGETHER for stretch in stretches)


def test_weights_that_were_changed_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "weights"
    copytree(WEIGHTS, folder)
    with (folder / "attribution.onnx").open("r+b") as file:
        file.seek(5000)
        file.write(b"\x00\x01\x02")
    with pytest.raises(WeightsBroken, match="is missing or not the file"):
        Network(folder)


@pytest.mark.parametrize("name", ["attribution.onnx", "tokenizer.json"])
def test_weights_that_are_missing_are_said_so(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "weights"
    copytree(WEIGHTS, folder)
    (folder / name).unlink()
    with pytest.raises(WeightsBroken, match=name):
        checked(folder / name, card(folder).checksums[name])


def test_a_card_that_is_no_card_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "attribution.json").write_text('{"name": "x"}', "utf-8")
    with pytest.raises(WeightsBroken, match=r"attribution\.json"):
        card(tmp_path)


def test_the_weights_stay_small_enough_to_ship() -> None:
    assert (WEIGHTS / "attribution.onnx").stat().st_size < 26_000_000
