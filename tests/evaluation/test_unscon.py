"""Speeches of the Security Council are scored as they are meant."""

from pathlib import Path

import pytest

from evaluation import unscon
from evaluation.shared import absent, shared

HEAD = (
    "filename,text,A0_Negative_Evaluation,A4_Country_Name,A4_Country_Name_2,"
    "B1_ChallengeType,B3_Country_Name\n"
)
ROWS = """\
x_preproc_Chad.txt,Sudan violated the truce.,Direct_NegEval,sudan,_,_,_
x_preproc_Chad.txt,That is illegal.,Direct_NegEval,sudan,egypt,_,_
x_preproc_Chad.txt,"In fact, the roads are open.",_,_,_,Correction,_
x_preproc_Sudan.txt,We regret the grave situation.,_,_,_, ,_
x_preproc_Sudan.txt,Chad thanked us.,_,_,_,_,_
x_preproc_Sudan.txt,An illegal act again.,Indirect_NegEval,-NONE-,_,_,_
"""


def test_conflict_and_targets_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(HEAD + ROWS, "utf-8")
    found = unscon.sentences(tmp_path / "a.csv")
    assert [one.in_conflict for one in found] == [True, True, True, False, False, True]
    assert [one.targets for one in found[:3]] == [{"SDN"}, {"SDN", "EGY"}, set()]
    assert [one.speaks_for for one in found[2:4]] == ["TCD", "SDN"]


def test_a_folder_is_scored_speech_by_speech(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.csv").write_text(HEAD + ROWS, "utf-8")
    found = unscon.measured(tmp_path)
    conflict, target, named = found.values()
    assert (conflict.hit_gold, conflict.gold, conflict.predicted) == (6, 8, 8)
    assert (target.gold, named.hit_gold, named.gold) == (8, 4, 4)


def test_a_file_without_the_columns_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text(HEAD + ROWS, "utf-8")
    (tmp_path / "b.csv").write_text("text\nno\n", "utf-8")
    unscon.measured(tmp_path)
    wanted = "it has no column A0_Negative_Evaluation, B1_ChallengeType, filename"
    assert wanted in capsys.readouterr().err


def test_every_country_of_the_corpus_is_known() -> None:
    folder = shared("corpora", "unscon")
    if folder is None:
        pytest.skip(absent("corpora", "unscon"))
    found = [one for path in folder.glob("*.csv") for one in unscon.sentences(path)]
    assert (len(found), sum(one.in_conflict for one in found)) == (1376, 322)
    assert {one.speech for one in found if not one.speaks_for} == set()
    assert {name for one in found for name in one.targets if not name.isupper()} == set()
