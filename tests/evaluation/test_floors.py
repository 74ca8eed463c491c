"""No figure may fall under its floor."""

import pytest

from evaluation.corpora import Corpus, corpora
from evaluation.floors import FLOORS, NO_FLOORS, fallen, floors, others, raised, text
from evaluation.shared import absent

CORPORA = {corpus.name: corpus for corpus in corpora()}


@pytest.mark.parametrize("name", ["sample", "seeds"])
def test_no_figure_of_a_case_is_under_its_floor(name: str) -> None:
    assert fallen(name, measured(CORPORA[name])) == []


def measured(corpus: Corpus) -> dict[str, float]:
    if corpus.path is None:
        pytest.skip(absent(corpus.name))
    return corpus.measure(corpus.path)


def test_every_table_is_about_a_corpus() -> None:
    assert set(floors()) == set(CORPORA) - NO_FLOORS
    assert set(CORPORA) >= NO_FLOORS
    assert set(others()) <= set(CORPORA)


@pytest.mark.parametrize("corpus", sorted(others()))
def test_every_figure_of_others_has_a_floor(corpus: str) -> None:
    for bars in others()[corpus].values():
        assert set(bars) <= set(floors()[corpus])


def test_a_figure_that_is_better_when_low_has_a_ceiling() -> None:
    table = {"uw": {"mae": 0.4, "r": 0.8}}
    assert fallen("uw", {"mae": 0.41, "r": 0.79}, table) == [
        "uw: mae is 0.41, its ceiling is 0.4",
        "uw: r is 0.79, its floor is 0.8",
    ]
    assert fallen("uw", {"mae": 0.4, "r": 0.8}, table) == []
    assert fallen("uw", {"r": 0.8}, table) == ["uw: mae is missing, its ceiling is 0.4"]


def test_a_ceiling_is_lowered_and_never_raised() -> None:
    assert raised({"uw": {"mae": 0.3512, "r": 0.85}}, {"uw": {"mae": 0.4}}) == {
        "uw": {"mae": 0.361, "r": 0.84}
    }
    assert raised({"uw": {"mae": 0.5}}, {"uw": {"mae": 0.4}}) == {"uw": {"mae": 0.4}}


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
