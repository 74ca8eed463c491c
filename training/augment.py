"""Windows as other outlets would print them: marks that are missing, headlines in capitals.

PolNeAR's seven outlets are tidy. Elsewhere quotations are in single marks or lose them, and whole
paragraphs are printed in capitals. Ids and features of a window are changed; no offset moves.
"""

import random
from typing import NamedTuple

from onrecord.extract.tagger.pieces import (
    CLOSING,
    LOWER,
    MARK_ID,
    OPENING,
    OUTSIDE,
    TITLE,
    UPPER,
    Ints,
)

SINGLE_ID = 1005
"""The id of `'` in the vocabulary of BERT (uncased)."""


class Chances(NamedTuple):
    """How often a window is changed, from 0 to 1."""

    unmarked: float = 0.04
    capitals: float = 0.03
    lowered: float = 0.02


def varied(ids: Ints, features: Ints, chance: random.Random, chances: Chances) -> None:
    """Change ids (pieces,) and features (pieces, 3) of one window in place, now and then.

    `unmarked`: no mark is told apart from an apostrophe; `capitals`: everything is printed in
    capitals; `lowered`: names lose their capitals.
    """
    shape, state = features[:, 0], features[:, 1]
    drawn = chance.random()
    if drawn < chances.unmarked:
        ids[(ids == MARK_ID) & ((state == OPENING) | (state == CLOSING))] = SINGLE_ID
        state[:] = OUTSIDE
    elif drawn < chances.unmarked + chances.capitals:
        shape[(shape == LOWER) | (shape == TITLE)] = UPPER
    elif drawn < sum(chances):
        shape[(shape == TITLE) | (shape == UPPER)] = LOWER
