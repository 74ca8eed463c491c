"""Thresholds and calibration, chosen on articles that were held out of training."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evaluation.attribution_scores import Article as Scored
from evaluation.attribution_scores import Attribution, compared, figures, match, score
from onrecord.extract.tagger.confidence import Calibration, Evidence, inputs
from onrecord.extract.tagger.decoding import Decoder, Scores, Settings
from onrecord.extract.tagger.pieces import Pieces
from onrecord.extract.tagger.settling import Found
from onrecord.record import Span
from training.articles import Story

CONTENTS, SOURCES = (0.0, 0.5, 1.0, 1.5, 2.0), (0.0, 0.5, 1.0)
UNSURE = Calibration((0.0,) * len(Evidence._fields), 0.0)
"""A calibration that tells nothing apart, to see everything that can be found."""
SUM = ("attr_overlap", "attr_exact", "direct", "content_exact")
"""The figures whose sum is to be highest."""


@dataclass(frozen=True)
class Seen:
    """A held-out story with what the network says of it."""

    story: Story
    pieces: Pieces
    scores: tuple[Scores, ...]


def attribution(pieces: Pieces, item: Found) -> Attribution:
    """Give what was found in code points."""
    parts = [(item.source,) if item.source else (), (item.cue,), item.content]
    return Attribution(*(tuple(_span(pieces, part) for part in role) for role in parts))


def _span(pieces: Pieces, part: tuple[int, int]) -> Span:
    return Span(int(pieces.starts[part[0]]), int(pieces.ends[part[1] - 1]))


def scored(seen: Sequence[Seen], decoder: Decoder, sure: float) -> dict[str, float]:
    """Give the figures of the evaluation over what is found with confidence, in percent."""
    articles = [
        Scored(
            one.story.text,
            [Attribution(*item) for item in one.story.gold],
            [
                attribution(one.pieces, item)
                for item in decoder.decode(one.pieces, one.scores)
                if item.confidence >= sure
            ],
        )
        for one in seen
    ]
    return figures(score(articles))


def chosen(seen: Sequence[Seen], sure: float) -> Decoder:
    """Give the decoder with the highest sum of figures, its calibration fitted to its settings."""
    tries = [calibrated(seen, Settings(content=c, source=s)) for c in CONTENTS for s in SOURCES]
    return max(tries, key=lambda decoder: _total(scored(seen, decoder, sure)))


def _total(found: dict[str, float]) -> float:
    return sum(found[key] for key in SUM)


def calibrated(seen: Sequence[Seen], settings: Settings) -> Decoder:
    """Give a decoder whose confidence is fitted to what is found with these settings."""
    return Decoder(settings, fit(*examples(seen, Decoder(settings, UNSURE))))


def examples(seen: Sequence[Seen], decoder: Decoder) -> tuple[list[list[float]], list[bool]]:
    """Give the inputs of the calibration for everything found, and whether each is right."""
    rows: list[list[float]] = []
    right: list[bool] = []
    for one in seen:
        found = decoder.decode(one.pieces, one.scores)
        gold = compared(one.story.text, [Attribution(*item) for item in one.story.gold])
        mine = compared(one.story.text, [attribution(one.pieces, item) for item in found])
        hits = {p for _, p in match(gold, mine, sources=True)}
        rows += [inputs(item.evidence) for item in found]
        right += [number in hits for number in range(len(found))]
    return rows, right


def fit(rows: Sequence[Sequence[float]], right: Sequence[bool]) -> Calibration:
    """Give a logistic regression of being right (Newton's method, a little ridge)."""
    x = np.column_stack([np.array(rows), np.ones(len(rows))])
    y = np.array(right, float)
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        hessian = (x.T * (p * (1 - p))) @ x + np.eye(len(w))
        w += np.linalg.solve(hessian, x.T @ (y - p) - w)
    return Calibration(tuple(w[:-1].round(6).tolist()), round(float(w[-1]), 6))
