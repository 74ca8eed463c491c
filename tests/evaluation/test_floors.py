"""No figure may fall under its floor."""

import pytest

from evaluation.corpora import Corpus, corpora
from evaluation.floors import FLOORS, NO_FLOORS, fallen, floors, people, raised, text, to_beat
from evaluation.shared import absent

CORPORA = {corpus.name: corpus for corpus in corpora()}


@pytest.mark.parametrize("name", ["sample", "seeds"])
def test_no_figure_of_a_case_is_under_its_floor(name: str) -> None:
    assert fallen(name, measured(CORPORA[name])) == []


def measured(corpus: Corpus) -> dict[str, float]:
    if corpus.folder is None:
        pytest.skip(absent(corpus.name))
    return corpus.measure(corpus.folder)


def test_every_table_is_about_a_corpus() -> None:
    assert set(floors()) == set(CORPORA) - NO_FLOORS
    assert set(CORPORA) >= NO_FLOORS
    assert set(to_beat()) | set(people()) <= set(CORPORA)


def test_every_figure_of_others_has_a_floor() -> None:
    for corpus, bars in (*to_beat().items(), *people().items()):
        assert set(bars) <= set(floors()[corpus])


def test_a_figure_under_its_floor_is_named() -> None:
    table = {"sample": {"form": 90.0, "noise": 50.0}}
    assert fallen("sample", {"form": 89.9, "noise": 50.0}, table) == [
        "sample: form is 89.9, its floor is 90.0"
    ]
    assert fallen("sample", {"form": 90.0}, table) == [
        "sample: noise is missing, its floor is 50.0"
    ]
    assert fallen("another", {}, table) == []


def test_what_must_never_be_is_named_without_a_floor() -> None:
    assert fallen("speakers", {"pronoun_as_speaker": 2}, {}) == [
        "speakers: pronoun_as_speaker is 2, it must be 0"
    ]
    assert fallen("speakers", {"pronoun_as_speaker": 0}, {}) == []


def test_figures_that_are_better_when_low_get_no_floor() -> None:
    measured = {
        "speakers": {"speaker": 80.0, "no_speaker": 3.0, "pronoun_as_speaker": 0},
        "polnear_dev_confidence": {"right": 60.0},
    }
    assert raised(measured, {}) == {"speakers": {"speaker": 79.0}}


def test_floors_are_raised_and_never_lowered() -> None:
    before = {"sample": {"form": 90.0}}
    measured = {"sample": {"form": 50.0, "noise": 70.0, "direct_gold": 9.0}}
    assert raised(measured, before) == {"sample": {"form": 90.0, "noise": 69.0}}
    assert before == {"sample": {"form": 90.0}}


def test_the_file_of_floors_is_as_it_is_written() -> None:
    assert FLOORS.read_text("utf-8") == text(floors())
