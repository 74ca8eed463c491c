"""The second reader of certainty names what is wrong far more often than chance would."""

import json
from pathlib import Path

import pytest

import onrecord
from evaluation.second_reader import figures, main

CASE = Path(onrecord.__file__).parent / "sample"


def test_on_the_sample_case_most_of_what_it_names_is_wrong(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([str(CASE), "--mistakes"]) == 0
    *lines, last = capsys.readouterr().out.splitlines()
    found = json.loads(last)
    named = [line for line in lines if line.startswith(("wrong ", "right "))]
    assert len(named) == found["named"] > 0
    wrong = sum(line.startswith("wrong ") for line in named)
    assert found["wrong_named"] == round(100 * wrong / len(named), 1)
    assert found["wrong_named"] > 3 * found["wrong"]


def test_without_statements_there_are_no_shares() -> None:
    assert set(figures([]).values()) == {0}
