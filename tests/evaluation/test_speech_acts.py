"""The table of speech acts given by hand holds codes and places, and no words."""

from pathlib import Path

import pytest

from evaluation.case.circumstances import venue_codes
from evaluation.speech_acts import main, rows
from onrecord.record import SpeechAct


def test_every_row_has_a_code_a_place_and_a_part() -> None:
    for row in rows():
        assert row.act in set(SpeechAct)
        assert 0 <= row.start < row.end
        assert row.part in {"develop", "untouched"}


def test_no_place_stands_twice() -> None:
    places = [row[:3] for row in rows()]
    assert len(places) == len(set(places))


def test_a_folder_without_the_corpora_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["speech_acts", str(tmp_path)])
    assert main() == 2
    assert "holds no" in capsys.readouterr().err


def test_words_of_an_occasion_give_its_code() -> None:
    assert "interview" in venue_codes("in a radio interview")
