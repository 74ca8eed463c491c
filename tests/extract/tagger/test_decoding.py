"""Scores become spans: the best path, its spans, and who gets what."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

from onrecord.extract.tagger.confidence import Calibration, Evidence, inputs
from onrecord.extract.tagger.decoding import (
    Settings,
    log_softmax,
    transitions,
    viterbi,
)
from onrecord.extract.tagger.labels import ROLES, distance_buckets
from onrecord.extract.tagger.settling import Found, settle

FREE = transitions(Settings(content=0, source=0))
"""Steps that cost nothing but are forbidden where they cannot be."""


def allowed(path: tuple[int, ...]) -> bool:
    """Tell whether spans go on only where they have begun: 2 after 1 or 2, 4 after 3 or 4."""
    before = (0, *path)
    return all(
        role not in {2, 4} or last in {role, role - 1}
        for last, role in zip(before, path, strict=False)
    )


@pytest.mark.parametrize("seed", range(8))
def test_the_best_path_is_the_best_of_all_that_are_allowed(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(1, 5, ROLES)).astype(np.float32)
    paths = (p for p in itertools.product(range(ROLES), repeat=5) if allowed(p))
    best = max(paths, key=lambda path: sum(scores[0, at, role] for at, role in enumerate(path)))
    assert tuple(viterbi(scores, FREE)[0].tolist()) == best


def test_paths_of_a_batch_do_not_touch_one_another() -> None:
    scores = np.random.default_rng(1).normal(size=(6, 9, ROLES)).astype(np.float32)
    together = viterbi(scores, FREE)
    assert all((viterbi(scores[row : row + 1], FREE)[0] == together[row]).all() for row in range(6))


def test_a_further_content_is_read_only_where_it_is_worth_its_cost() -> None:
    scores = np.full((1, 5, ROLES), -9.0, np.float32)
    scores[0, [0, 1, 3, 4], [3, 4, 3, 4]] = 0.0
    scores[0, 2, 0] = 0.0
    scores[0, 3, 0] = scores[0, 4, 0] = -0.4
    dear = transitions(Settings(content=2, source=0))
    assert viterbi(scores, FREE)[0].tolist() == [3, 4, 0, 3, 4]
    assert viterbi(scores, dear)[0].tolist() == [3, 4, 0, 0, 0]


def test_log_probabilities_add_up_to_one() -> None:
    raw = np.random.default_rng(2).normal(size=(3, 7)).astype(np.float32) * 50
    assert np.allclose(np.exp(log_softmax(raw)).sum(-1), 1, atol=1e-5)


def test_distances_before_and_behind_the_cue_are_told_apart() -> None:
    away = np.array([-300, -1, 0, 1, 300])
    assert distance_buckets(away).tolist() == [29, 17, 0, 1, 13]


def found(content: tuple[int, int], score: float) -> Found:
    evidence = Evidence(*[0.5] * 7)
    return Found((content[0] - 1, content[0]), None, (content,), evidence, score)


def test_of_two_readings_of_the_same_words_the_likelier_is_kept() -> None:
    likely, unlikely, apart = found((5, 9), 0.9), found((8, 12), 0.4), found((20, 22), 0.3)
    assert settle(iter([unlikely, apart, likely])) == [likely, apart]


def test_a_part_goes_to_the_nearer_cue_and_the_other_keeps_the_rest() -> None:
    far = replace(found((5, 9), 0.9), content=((5, 9), (30, 34)))
    near = found((30, 34), 0.4)
    assert settle([near, far]) == [replace(far, content=((5, 9),)), near]


def test_confidence_rises_with_what_the_network_is_sure_of_and_stays_a_probability() -> None:
    calibration = Calibration((1.0, 1.0, 0, 0, 0, 0, 0.5), -0.5)
    steps = [Evidence(p, p, p, p, p, p, 1.0) for p in (0.0, 0.3, 0.6, 0.9, 1.0)]
    values = [calibration.confidence(step) for step in steps]
    assert values == sorted(values)
    assert 0 <= values[0] < values[-1] <= 1
    assert np.isfinite(inputs(steps[0])).all()
