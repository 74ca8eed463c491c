"""What a speaker does in saying something, and the distance that the reporter's word keeps."""

import tomllib
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from onrecord.extract.speech_acts import CONTENT_MAX, CueWords, speech_act
from onrecord.record import ReporterDistance, SpeechAct

SAID = CueWords("said", ("say",))
CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("speech_acts.toml").read_text("utf-8")
)["cases"]
LEXICON: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (files("onrecord.extract") / "words" / "cues.toml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['cue']} {case['content']}")
def test_the_words_do_this(case: dict[str, Any]) -> None:
    lemmas = tuple(case["lemmas"])
    found = speech_act(CueWords(case["cue"], lemmas), case["content"], case.get("quoted", ""))
    assert (found.act, found.distance) == (case["act"], case["distance"])


@pytest.mark.parametrize("lemma", ["hope", "believe", "like", "fear", "back"])
def test_a_view_that_nobody_uttered_is_an_attitude(lemma: str) -> None:
    assert speech_act(CueWords(lemma, (lemma,)), "the levy", "").attitude
    assert not speech_act(SAID, "the levy", "").attitude


def test_words_late_in_a_long_content_do_not_decide() -> None:
    early = speech_act(SAID, "the guns must fall silent " + "x " * CONTENT_MAX, "")
    late = speech_act(SAID, "x " * CONTENT_MAX + "the guns must fall silent", "")
    assert (early.act, late.act) == (SpeechAct.DEMAND, SpeechAct.STATE)


def test_an_unknown_cue_states_at_no_distance() -> None:
    found = speech_act(CueWords("hummed", ("hum",)), "the levy", "")
    assert (found.act, found.distance) == (SpeechAct.STATE, ReporterDistance.NEUTRAL)


@pytest.mark.parametrize("table", ["cues", "nouns"])
def test_a_word_stands_in_one_line_of_the_lexicon(table: str) -> None:
    lemmas = Counter(lemma for row in LEXICON[table] for lemma in row["lemmas"])
    assert [lemma for lemma, times in lemmas.items() if times > 1] == []
