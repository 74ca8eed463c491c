"""The measurement of copies: its pairs are as they say, and its figures count."""

from pathlib import Path

import pytest

from evaluation.copies import said
from evaluation.copies.__main__ import main
from evaluation.copies.measure import Judged, figures
from evaluation.copies.pairs import EXPECTED, STORIES, pairs
from evaluation.copies.said import Answer
from onrecord.record import RelationKind


def test_there_are_enough_pairs_of_each_kind_in_both_halves() -> None:
    found = pairs()
    for kind in EXPECTED:
        parts = [pair.part for pair in found if pair.kind == kind]
        assert (parts.count("develop"), parts.count("held_out")) == (6, 6), kind


def test_stories_are_whole_in_one_half() -> None:
    halves = {(pair.story, pair.part) for pair in pairs() if pair.part != "hard"}
    assert len(halves) == len(list(STORIES.glob("*.toml")))


def test_rewrites_are_rewritten() -> None:
    """No rewrite has more than a tenth of its runs of five words from the wire."""
    for pair in pairs():
        if pair.kind == "rewrite":
            one, other = (runs(each.clean_text) for each in (pair.earlier, pair.later))
            assert len(one & other) <= 0.1 * len(other), pair.story


def runs(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return set(zip(*(words[start:] for start in range(5)), strict=False))


def test_an_edit_of_words_that_are_not_there_is_an_error(tmp_path: Path) -> None:
    story = (STORIES / "peace_prisoners.toml").read_text("utf-8")
    (tmp_path / "peace_corridor.toml").write_text(story, "utf-8")
    wrong = story.replace('["confirmed the number', '["confirmed the weather')
    (tmp_path / "peace_prisoners.toml").write_text(wrong, "utf-8")
    with pytest.raises(ValueError, match="is not in the text"):
        pairs(tmp_path)


def test_figures_are_of_the_half_held_out() -> None:
    held = [pair for pair in pairs() if pair.part == "held_out"]
    kinds = {"copy": RelationKind.LIGHT_EDIT}
    found = [Judged(pair, kinds.get(pair.kind, pair.expected)) for pair in held]
    answers = [Answer("held_out", True, True), Answer("develop", True, False)]
    given = figures(found, answers, [Answer("held_out", 1, 2), Answer("held_out", -1, -1)])
    assert given["relation_accuracy"] == 88.9
    assert (given["copy_f1"], given["light_edit_precision"]) == (0.0, 50.0)
    assert given["unrelated_f1"] == given["utterance_f1"] == 100.0
    assert given["odd_wording"] == 50.0


def test_reports_and_wordings_have_both_answers_in_both_halves() -> None:
    for part in ("develop", "held_out"):
        same = [answer.expected for answer in said.pairs() if answer.part == part]
        assert min(same.count(True), same.count(False)) >= 6
        odd = [answer.expected for answer in said.odd_ones() if answer.part == part]
        assert {each >= 0 for each in odd} == {True, False}


def test_the_command_ends_with_the_figures(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["copies"])
    assert main() == 0
    out = capsys.readouterr().out
    assert "held_out" in out
    assert out.splitlines()[-1].startswith('{"relation_accuracy": ')
