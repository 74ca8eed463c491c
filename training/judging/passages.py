"""Passages as tensors: UW and UDS-IH2 for factuality, Park et al. 2021 for praise and blame.

The pieces are cut by the code that ships. A passage is held out for the choice of settings where
the hash of its text says so: a text that stands in a corpus more than once is on one side only.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Protocol, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from evaluation import factuality
from evaluation.directed_sentiment import Passage
from onrecord.extract.tagger.judging import MIRRORED
from onrecord.extract.tagger.marking import PLAIN, Marked, bracketed, marked
from onrecord.record import Span


class _Text(Protocol):
    @property
    def text(self) -> str: ...


One = TypeVar("One", bound=_Text)
HELD = 12
"""Every so manieth passage is held out."""
MASK = 103
"""[MASK] of BERT's vocabulary."""


@dataclass(frozen=True)
class Example:
    """A passage with its pieces; `values` of its events, or the `label` of its pair of names."""

    text: str
    passage: Marked
    values: tuple[float, ...] = ()
    label: int | None = None
    turned: Marked | None = None
    """A pair of names the other way round."""
    survey: int = 0
    """Which of two annotations of factuality: 0 UW, 1 UDS-IH2 (its scale means something else)."""


@dataclass(frozen=True)
class Batch:
    """Passages of one task side by side; `one`, `other` (places, pieces) average their pieces.

    `rows` says of which passage each place is.
    """

    ids: Tensor
    mask: Tensor
    features: Tensor
    rows: Tensor
    one: Tensor
    other: Tensor
    gold: Tensor
    surveys: Tensor | None


def facts(tokenizer: Tokenizer, path: Path, survey: int) -> list[Example]:
    """Give the sentences of a corpus of factuality that have events."""
    return [
        Example(one.text, marked(tokenizer, one.text, one.places), values=one.values, survey=survey)
        for one in factuality.sentences(path)
        if one.places
    ]


def pairs(tokenizer: Tokenizer, found: Sequence[Passage], *, brackets: bool) -> list[Example]:
    """Give passages of praise and blame, with brackets around the names or told where they are."""
    return [_pair(tokenizer, one, brackets=brackets) for one in found]


def _pair(tokenizer: Tokenizer, one: Passage, *, brackets: bool) -> Example:
    if brackets:
        here = bracketed(tokenizer, one.text, one.first, one.second)
        there = bracketed(tokenizer, one.text, one.second, one.first)
    else:
        here = marked(tokenizer, one.text, (one.first, one.second), pair=True)
        there = here.turned()
    return Example(one.text, here, label=one.label, turned=there)


def parted(examples: Sequence[One]) -> tuple[list[One], list[One]]:
    """Give the passages to learn from, and those held out."""
    held = [one for one in examples if _number(one.text) % HELD == 0]
    return [one for one in examples if _number(one.text) % HELD], held


def lone(examples: Sequence[One]) -> list[One]:
    """Give the passages whose text stands among them once.

    Every seventh text of the corpus of praise and blame stands there twice, and says somebody's
    attitude twice as often as others do. What is scored elsewhere is like the others: a text that
    is in both parts is left out there.
    """
    counts = Counter(one.text for one in examples)
    return [one for one in examples if counts[one.text] == 1]


def _number(text: str) -> int:
    return int.from_bytes(sha256(text.encode()).digest()[:4], "big")


def groups(
    examples: Sequence[Example], pieces: int, chance: random.Random
) -> Iterator[list[Example]]:
    """Give passages of like length together, about so many pieces a group, in random order."""
    order = sorted(examples, key=lambda one: (len(one.passage.ids) // 4, chance.random()))
    found: list[list[Example]] = [[]]
    for one in order:
        if (len(found[-1]) + 1) * len(one.passage.ids) > pieces and found[-1]:
            found.append([])
        found[-1].append(one)
    chance.shuffle(found)
    yield from (group for group in found if group)


def mirrored(one: Example) -> Example:
    """Give a passage whose two names have changed places."""
    assert one.label is not None
    assert one.turned is not None
    return Example(one.text, one.turned, label=MIRRORED[one.label], turned=one.passage)


@dataclass(frozen=True)
class Noise:
    """How much is hidden: the share of pieces, and of passages whose two names are hidden."""

    chance: random.Random
    masked: float
    nameless: float

    def hidden(self, example: Example) -> NDArray[np.bool_]:
        """Give which pieces of a passage are hidden this time."""
        marks = example.passage.marks
        hidden = np.array([self.chance.random() < self.masked for _ in marks])
        return hidden | (marks > PLAIN) if self.chance.random() < self.nameless else hidden


def batch_of(group: Sequence[Example], noise: Noise | None) -> Batch:
    """Give passages of one task as tensors; some pieces are masked where there is noise."""
    longest = max(len(one.passage.ids) for one in group)
    ids = np.zeros((len(group), longest), np.int64)
    features, mask = np.zeros_like(ids), np.zeros(ids.shape, np.float32)
    rows, one, other, gold, surveys = [], [], [], [], []
    for row, example in enumerate(group):
        count = len(example.passage.ids)
        ids[row, :count] = example.passage.ids
        features[row, :count] = example.passage.features
        mask[row, :count] = 1
        if noise:
            ids[row, :count][noise.hidden(example)] = MASK
        for first, second, value in _targets(example):
            rows.append(row)
            one.append(averaging(first, longest))
            other.append(averaging(second, longest))
            gold.append(value)
            surveys.append(example.survey)
    return Batch(
        ids=torch.from_numpy(ids),
        mask=torch.from_numpy(mask),
        features=torch.from_numpy(features),
        rows=torch.tensor(rows),
        one=torch.from_numpy(np.stack(one)),
        other=torch.from_numpy(np.stack(other)),
        gold=torch.tensor(gold),
        surveys=None if group[0].label is not None else torch.tensor(surveys),
    )


def _targets(example: Example) -> Iterator[tuple[Span, Span, float | int]]:
    if example.label is not None:
        (pair,) = pairwise(example.passage.places)
        yield (*pair, example.label)
        return
    for place, value in zip(example.passage.places, example.values, strict=True):
        yield place, place, value


def averaging(place: Span, pieces: int) -> NDArray[np.float32]:
    """Give a row that averages the pieces of a place."""
    row = np.zeros(pieces, np.float32)
    row[place.start : place.end] = 1 / (place.end - place.start)
    return row
