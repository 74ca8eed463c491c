"""The training loop of the judge: two tasks in turn through one encoder."""

import copy
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.judging.network import Judge, Judged, PairJudge
from training.judging.passages import Batch, Example, Noise, batch_of, groups, mirrored
from training.learn import halves_help, mix, optimizer_of

Some = TypeVar("Some", Judge, PairJudge)


@dataclass(frozen=True)
class Recipe:
    """Hyper-parameters; as they stand, those of the network for both tasks."""

    epochs: int = 6
    rate: float = 1.5e-4
    head_rate: float = 6e-4
    batch: int = 1600
    masked: float = 0.05
    nameless: float = 0.0
    average: float = 0.998
    warm: float = 0.06
    dropout: float = 0.1
    rare: float = 0.5
    """Labels weigh by how rare they are, to this power: macro F1 counts each label alike."""
    fact_weight: float = 1.0
    other_survey: float = 0.5
    smooth: float = 0.03
    words: bool = False
    """Whether the words' own vectors are learnt, too."""
    halves: bool = True
    """Whether products may be in bfloat16, where the processor is quick at it."""
    seed: int = 0


ATTITUDES = Recipe(
    epochs=4,
    rate=6e-5,
    head_rate=5e-4,
    batch=1800,
    masked=0.0,
    average=0.995,
    rare=0.25,
    smooth=0.0,
    words=True,
    halves=False,
)
"""Those of the network that reads brackets and knows attitudes alone; in full precision."""


def loss_of(judged: Judged, batch: Batch, recipe: Recipe, weights: Tensor) -> Tensor:
    """Give the loss of a batch of one task."""
    if batch.surveys is None:
        return functional.cross_entropy(
            judged.attitudes, batch.gold, weight=weights, label_smoothing=recipe.smooth
        )
    found = judged.facts.gather(1, batch.surveys[:, None])[:, 0]
    loss = functional.smooth_l1_loss(found, batch.gold.float(), reduction="none", beta=0.5)
    weight = torch.where(batch.surveys == 0, 1.0, recipe.other_survey)
    return recipe.fact_weight * (loss * weight).sum() / weight.sum()


class Training(Generic[Some]):
    """One run: the network, its moving average, the optimizer, how far it has come."""

    def __init__(self, judge: Some, examples: Sequence[Example], recipe: Recipe) -> None:
        self.judge: Some = judge
        self.recipe = recipe
        self.tasks = (
            [one for one in examples if one.label is None],
            [one for one in examples if one.label is not None],
        )
        self.chance = random.Random(recipe.seed)
        self.noise = Noise(self.chance, recipe.masked, recipe.nameless)
        torch.manual_seed(recipe.seed)
        judge.encoder.words.weight.requires_grad_(recipe.words)
        for layer in judge.encoder.layers:
            layer.drop.p = recipe.dropout
        self.average: Some = copy.deepcopy(judge)
        self.optimizer = optimizer_of(judge, recipe)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.weights = weights_of(self.tasks[1], recipe.rare)
        self.steps = recipe.epochs * len(self._epoch())
        self.step = 0
        self._losses: tuple[list[float], list[float]] = ([], [])
        self._began = time.monotonic()

    def _epoch(self) -> list[list[Example]]:
        found = [
            group for task in self.tasks for group in groups(task, self.recipe.batch, self.chance)
        ]
        self.chance.shuffle(found)
        return found

    def run(self, after_epoch: Callable[[int, Some], object]) -> Some:
        """Train; give the network whose weights are the moving average of the steps'."""
        for number in range(1, self.recipe.epochs + 1):
            for group in self._epoch():
                if self.step < self.steps:
                    self._learn(group)
            self._tell(number)
            after_epoch(number, self.average)
        return self.average

    def _learn(self, group: list[Example]) -> None:
        share = min((self.step + 1) / (self.recipe.warm * self.steps), 1.0)
        share *= 1 - self.step / self.steps
        for part, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            part["lr"] = rate * share
        if group[0].label is not None:
            group = [mirrored(one) if self.chance.random() < 0.5 else one for one in group]
        batch = batch_of(group, self.noise)
        self.judge.train()
        with torch.autocast("cpu", torch.bfloat16, enabled=self.recipe.halves and halves_help()):
            judged = self.judge(batch)
        loss = loss_of(judged, batch, self.recipe, self.weights)
        loss.backward()
        nn.utils.clip_grad_norm_(self.judge.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.step += 1
        mix(self.average, self.judge, min(self.recipe.average, self.step / (self.step + 10)))
        self._losses[batch.surveys is None].append(float(loss.detach()))

    def _tell(self, epoch: int) -> None:
        facts, attitudes = (sum(part) / max(len(part), 1) for part in self._losses)
        for part in self._losses:
            part.clear()
        seconds = time.monotonic() - self._began
        print(f"epoch {epoch}, step {self.step} of {self.steps}, {seconds:.0f} s:", end=" ")
        print(f"loss of facts {facts:.3f}, of attitudes {attitudes:.3f}", flush=True)


def weights_of(examples: Sequence[Example], power: float) -> Tensor:
    """Give the weight of each label; their mean over the passages is 1, mirrored ones included."""
    counts = torch.zeros(5)
    for one in examples:
        for label in (one.label, mirrored(one).label):
            assert label is not None
            counts[label] += 1
    weights = (counts.sum() / counts.clamp(min=1)) ** power
    return weights * counts.sum() / (weights * counts).sum()
