"""Windows of articles put together as tensors."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from onrecord.extract.tagger.labels import distance_buckets
from onrecord.extract.tagger.pieces import Ints
from onrecord.extract.tagger.windows import SIZE, Window, windows
from training.articles import UNSCORED, Article
from training.augment import Chances, varied

OPEN, CLOSE, PADDING, MASK = 101, 102, 0, 103
"""BERT's [CLS], [SEP], [PAD] and [MASK]."""
SHORTEST = 32
"""Pieces of the shortest first window of an article in training."""


@dataclass(frozen=True)
class Batch:
    """Tensors of one step: (windows, pieces) and, for roles, (cues, pieces)."""

    ids: Tensor
    mask: Tensor
    features: Tensor
    tags: Tensor
    rows: Tensor
    places: Tensor
    roles: Tensor
    away: Tensor


Piece = tuple[Article, Window]


def epoch(articles: Sequence[Article], size: int, chance: random.Random) -> Iterator[list[Piece]]:
    """Give the windows of all articles in batches of about `size` pieces, like lengths together."""
    found = []
    for article in articles:
        first = chance.randint(SHORTEST, SIZE)
        found += [(article, w) for w in windows(article.pieces.paragraph, first)]
    chance.shuffle(found)
    groups: list[list[Piece]] = []
    for start in range(0, len(found), 128):
        part = sorted(found[start : start + 128], key=lambda item: -_length(item))
        group: list[Piece] = []
        for item in part:
            if group and _length(group[0]) * (len(group) + 1) > size:
                groups.append(group)
                group = []
            group.append(item)
        groups.append(group)
    chance.shuffle(groups)
    yield from groups


def _length(item: Piece) -> int:
    return item[1].last - item[1].first + 2


class _Filling:
    """A batch that is being filled, window by window."""

    def __init__(self, count: int, length: int) -> None:
        shape = (count, length)
        self.ids = np.full(shape, PADDING)
        self.mask = np.zeros(shape, np.int64)
        self.tags = np.full(shape, UNSCORED)
        self.features = np.zeros((*shape, 3), np.int64)
        self.rows: list[int] = []
        self.places: list[int] = []
        self.roles: list[Ints] = []

    def add(self, row: int, item: Piece, chance: random.Random) -> None:
        """Fill a row with a window: its pieces, their tags, the roles of its cues."""
        article, window = item
        seen, inside = slice(window.first, window.last), slice(1, window.last - window.first + 1)
        self.ids[row, 0], self.ids[row, inside.stop] = OPEN, CLOSE
        self.ids[row, inside] = article.pieces.ids[seen]
        self.features[row, inside] = article.pieces.features[seen]
        varied(self.ids[row, inside], self.features[row, inside], chance, Chances())
        self.mask[row, : inside.stop + 1] = 1
        own = slice(window.own_first, window.own_last)
        there = slice(own.start - window.first + 1, own.stop - window.first + 1)
        self.tags[row, there] = article.tags[own]
        for cue, pairs in zip(article.cues, article.roles, strict=True):
            if own.start <= cue < own.stop:
                self.rows.append(row)
                self.places.append(cue - window.first + 1)
                self.roles.append(self._roles(item, pairs))

    def _roles(self, item: Piece, pairs: Sequence[tuple[int, int]]) -> Ints:
        article, window = item
        first = article.pieces.first[window.first : window.last]
        target = np.full(self.ids.shape[1], UNSCORED)
        target[1 : len(first) + 1] = np.where(first, 0, UNSCORED)
        for at, role in pairs:
            if window.first <= at < window.last:
                target[at - window.first + 1] = role
        return target

    def hide(self, share: float, chance: random.Random) -> None:
        """Put [MASK] in the place of a share of the words."""
        drawn = np.random.default_rng(chance.getrandbits(32)).random(self.ids.shape)
        words = (self.ids >= FIRST_WORD) & (self.tags != UNSCORED)
        self.ids[(drawn < share) & words] = MASK


FIRST_WORD = 1000
"""Ids of BERT under this are marks of its own."""


def batch_of(group: Sequence[Piece], chance: random.Random, masked: float) -> Batch:
    """Give a group of windows as tensors; a share `masked` of the words is hidden."""
    filling = _Filling(len(group), max(map(_length, group)))
    for row, item in enumerate(group):
        filling.add(row, item, chance)
    filling.hide(masked, chance)
    length = filling.ids.shape[1]
    places = np.array(filling.places, np.int64)
    away = np.arange(length)[None] - places[:, None]
    return Batch(
        ids=torch.from_numpy(filling.ids),
        mask=torch.from_numpy(filling.mask),
        features=torch.from_numpy(filling.features),
        tags=torch.from_numpy(filling.tags),
        rows=torch.tensor(filling.rows, dtype=torch.long),
        places=torch.from_numpy(places),
        roles=torch.from_numpy(np.array(filling.roles, np.int64).reshape(-1, length)),
        away=torch.from_numpy(distance_buckets(away)),
    )
