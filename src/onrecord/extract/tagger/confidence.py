"""How often an attribution like this one is right: a calibrated probability.

A logistic regression over what the network was sure and unsure of, fitted on training articles that
the network had not seen (Platt 1999). Right means: matched by `attr.overlap` of the evaluation.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np


class Evidence(NamedTuple):
    """Probabilities in [0, 1] that say how sure the network was.

    Of the cue; mean and least of the content's words; of the first and last word of its least sure
    part being edges; of the source's words (without one: of there being none); 1 with a source.
    """

    cue: float
    mean: float
    least: float
    begin: float
    end: float
    source: float
    sourced: float


DIGITS = 2
"""Places of a confidence: what is behind them differs between processors, and means nothing."""
SMALLEST = 1e-4
"""Probabilities are kept this far from 0 and 1: log odds stay finite."""


@dataclass(frozen=True)
class Calibration:
    """Weights of the regression, one for each part of the evidence, and its bias."""

    weights: tuple[float, ...]
    bias: float

    def confidence(self, evidence: Evidence) -> float:
        """Give the probability that it is right, to two places."""
        score = float(np.dot(self.weights, inputs(evidence))) + self.bias
        return round(float(1 / (1 + np.exp(-score))), DIGITS)


def inputs(evidence: Evidence) -> list[float]:
    """Give the regression's inputs: probabilities as log odds, the last as it is."""
    p = np.clip(evidence[:-1], SMALLEST, 1 - SMALLEST)
    return [*np.log(p / (1 - p)).tolist(), evidence.sourced]
