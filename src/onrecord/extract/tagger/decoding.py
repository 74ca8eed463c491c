"""From the network's scores to sources, cues and contents.

Each word that may begin a cue is read on its own: the best path over the roles of the words in its
window (Viterbi 1967) gives its source and its contents. Candidates whose contents collide are then
settled, the surest first. Everything is counted in word pieces.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.extract.tagger.confidence import Calibration, Evidence
from onrecord.extract.tagger.labels import (
    CUE,
    ROLE_CONTENT,
    ROLE_SOURCE,
    ROLES,
    distance_buckets,
)
from onrecord.extract.tagger.pieces import Floats, Ints, Pieces
from onrecord.extract.tagger.settling import Found, Range, settle

NEVER = np.float32(-1e4)
"""A transition that cannot be: a span goes on only where it has begun."""
GOES_ON = 0.5
"""Probability from which a word goes on with the cue before it."""
PART = 64
"""Cues that are read at once: memory is bounded whatever the length of the text."""


@dataclass(frozen=True)
class Seen:
    """What the network says in one window: `pieces` and `cues` (pieces, 5, 64), from `first` on.

    The sides of the role product belong to their window: two windows that share pieces count their
    places from different beginnings.
    """

    first: int
    pieces: Floats
    cues: Floats

    def roles(self, cue: int, words: Ints, away: Floats) -> Floats:
        """Give log probabilities (words, 5) of the roles of words of this window for a cue."""
        raw = np.einsum("prd,rd->pr", self.pieces[words - self.first], self.cues[cue - self.first])
        return log_softmax(raw + away[distance_buckets(words - cue)])


@dataclass(frozen=True)
class Scores:
    """What the network says of a stretch of a text, the pieces from `first` on.

    `tags` (pieces, 7) are log probabilities; `away` (32, 5) is added to roles by distance;
    `window` (pieces,) numbers the window that tells of each piece.
    """

    first: int
    tags: Floats
    away: Floats
    windows: tuple[Seen, ...]
    window: Ints

    def seen(self, piece: int) -> Seen:
        """Give the window that tells of a piece, counted in the text."""
        return self.windows[int(self.window[piece - self.first])]


@dataclass(frozen=True)
class Settings:
    """Thresholds of the decoder, chosen on training articles that were held out.

    `cue`: probability from which a word is read as a cue; `content`: what a further content costs,
    `source`: what having a source brings, in log probability; `least`: confidence from which
    anything is kept.
    """

    cue: float = 0.1
    content: float = 0.5
    source: float = 0.5
    least: float = 0.1


class Decoder:
    """Decodes the scores of texts by one network's settings and calibration."""

    def __init__(self, settings: Settings, calibration: Calibration) -> None:
        self.settings = settings
        self.calibration = calibration
        self._transitions = transitions(settings)

    def decode(self, pieces: Pieces, stretches: Iterable[Scores]) -> list[Found]:
        """Give the attributions in the pieces of a text, in the order of their cues.

        The stretches are taken one after the other: memory is bounded whatever the text's length.
        """
        found = (item for scores in stretches for item in self._candidates(pieces, scores))
        kept = settle(item for item in found if item.confidence >= self.settings.least)
        return sorted(kept, key=lambda item: item.cue)

    def _candidates(self, pieces: Pieces, scores: Scores) -> Iterator[Found]:
        cues = list(cue_spans(pieces, scores, self.settings.cue))
        for at in range(0, len(cues), PART):
            yield from self._read(pieces, scores, cues[at : at + PART])

    def _read(self, pieces: Pieces, scores: Scores, cues: Sequence[Range]) -> Iterator[Found]:
        """Give the attribution of each cue that has a content."""
        words = [_words_near(pieces, scores, cue) for cue in cues]
        emission = np.zeros((len(cues), max(map(len, words)), ROLES), np.float32)
        for row, ((at, _), some) in enumerate(zip(cues, words, strict=True)):
            emission[row, : len(some)] = scores.seen(at).roles(at, some, scores.away)
        paths = viterbi(emission, self._transitions)
        for row, (cue, some) in enumerate(zip(cues, words, strict=True)):
            roles = np.exp(emission[row, : len(some)])
            reading = Reading(paths[row, : len(some)], roles)
            if reading.contents:
                sure = float(np.exp(scores.tags[cue[0] - scores.first, CUE]))
                yield self._found((pieces, some), cue, reading, reading.evidence(sure))

    def _found(
        self, place: tuple[Pieces, Ints], cue: Range, reading: "Reading", evidence: Evidence
    ) -> Found:
        pieces, words = place

        def in_pieces(span: Range) -> Range:
            return int(words[span[0]]), _end(pieces, int(words[span[1] - 1]))

        return Found(
            cue,
            in_pieces(reading.source) if reading.source else None,
            tuple(map(in_pieces, reading.contents)),
            evidence,
            self.calibration.confidence(evidence),
        )


class Reading:
    """The best path of one cue: its source and contents in words, `[first, last)` each."""

    def __init__(self, path: Ints, roles: Floats) -> None:
        self.contents = list(spans(path, ROLE_CONTENT))
        self._said = roles[:, ROLE_CONTENT : ROLE_CONTENT + 2].sum(1)
        self._spoke = roles[:, ROLE_SOURCE : ROLE_SOURCE + 2].sum(1)
        sources = spans(path, ROLE_SOURCE)
        self.source = max(sources, key=self._mean_source, default=None)

    def _mean_source(self, span: Range) -> float:
        return float(self._spoke[span[0] : span[1]].mean())

    def evidence(self, cue: float) -> Evidence:
        """Give what the confidence is computed from; `cue` is the probability of the cue."""
        said = self._said
        inside = np.concatenate([said[first:last] for first, last in self.contents])
        around = np.concatenate([[0.0], said, [0.0]])
        begins = [said[first] * (1 - around[first]) for first, _ in self.contents]
        ends = [said[last - 1] * (1 - around[last + 1]) for _, last in self.contents]
        spoke = self._mean_source(self.source) if self.source else 1 - float(self._spoke.max())
        return Evidence(
            cue=cue,
            mean=float(inside.mean()),
            least=float(inside.min()),
            begin=float(min(begins)),
            end=float(min(ends)),
            source=spoke,
            sourced=float(self.source is not None),
        )


def cue_spans(pieces: Pieces, scores: Scores, least: float) -> Iterator[Range]:
    """Give the words that may be cues, each with the words that go on with it."""
    stop = scores.first + len(scores.tags)
    begins = np.exp(scores.tags[:, CUE]) * pieces.first[scores.first : stop]
    goes_on = np.exp(scores.tags[:, CUE + 1])
    until = scores.first
    for at in (np.flatnonzero(begins >= least) + scores.first).tolist():
        if at < until:
            continue
        until = _end(pieces, at)
        while until < stop and goes_on[until - scores.first] > max(
            GOES_ON, begins[until - scores.first]
        ):
            until = _end(pieces, until)
        yield at, until


def _words_near(pieces: Pieces, scores: Scores, cue: Range) -> Ints:
    """Give the first pieces of the words in the window of a cue."""
    seen = scores.seen(cue[0])
    return np.flatnonzero(pieces.first[seen.first : seen.first + len(seen.pieces)]) + seen.first


def _end(pieces: Pieces, word: int) -> int:
    """Give the piece after a word that begins at a piece."""
    at = word + 1
    while at < len(pieces) and not pieces.first[at]:
        at += 1
    return at


def log_softmax(raw: Floats) -> Floats:
    """Give log probabilities over the last axis."""
    shifted = raw - raw.max(-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


def transitions(settings: Settings) -> Floats:
    """Give what a step from one role (rows) to the next (columns) adds to a path's score."""
    steps = np.zeros((ROLES, ROLES), np.float32)
    steps[:, ROLE_CONTENT] = -settings.content
    steps[:, ROLE_SOURCE] = settings.source
    for begin in (ROLE_SOURCE, ROLE_CONTENT):
        steps[:, begin + 1] = NEVER
        steps[begin, begin + 1] = steps[begin + 1, begin + 1] = 0
    return steps


def viterbi(emission: Floats, steps: Floats) -> Ints:
    """Give the best paths (rows, words) over scores (rows, words, roles)."""
    rows, count, roles = emission.shape
    back = np.zeros((rows, count, roles), np.int8)
    best = emission[:, 0] + steps[0]
    for at in range(1, count):
        reached = best[:, :, None] + steps
        back[:, at] = reached.argmax(1)
        best = reached.max(1) + emission[:, at]
    paths = np.zeros((rows, count), np.int64)
    paths[:, -1] = best.argmax(1)
    every = np.arange(rows)
    for at in range(count - 1, 0, -1):
        paths[:, at - 1] = back[every, at, paths[:, at]]
    return paths


def spans(path: Ints, begin: int) -> Iterator[Range]:
    """Give the spans of a role on a path, `[first, last)` in words."""
    start = None
    for at, role in enumerate([*path.tolist(), 0]):
        if start is not None and role != begin + 1:
            yield start, at
            start = None
        if role == begin:
            start = at
