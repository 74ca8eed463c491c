"""What the network tells of a word: its tag over the text, and its role for one cue."""

import numpy as np

from onrecord.extract.tagger.pieces import Ints

OUTSIDE = 0
SOURCE, CUE, CONTENT = 1, 3, 5
"""The tag that begins each kind of span; the next number goes on with it (IOB2)."""
TAGS = 7
ROLE_SOURCE, ROLE_CONTENT = 1, 3
"""The role that begins a source or a content of one cue; the next number goes on with it."""
ROLES = 5
HALF = 16
BUCKETS = 2 * HALF
"""Signed distances between a cue and a word, in logarithmic steps."""


def distance_buckets(away: Ints) -> Ints:
    """Give the bucket of signed distances in pieces: 0 the cue itself, from 16 on before it."""
    steps = np.floor(np.log2(np.abs(away) + 1.0) * 1.7).astype(np.int64)
    steps = np.minimum(steps, HALF - 1)
    return np.where(away < 0, steps + HALF, steps)
