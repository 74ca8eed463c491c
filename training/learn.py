"""The training loop."""

import copy
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.extract.tagger.labels import CUE, distance_buckets
from training.articles import UNSCORED, Article
from training.batches import Batch, batch_of, epoch
from training.encoder import Encoder
from training.network import Network, Outputs


class Learner(Protocol):
    """A network with an encoder, whose other parts are new."""

    encoder: Encoder

    def parameters(self) -> Iterator[nn.Parameter]:
        """Give all that is learnt."""
        ...


class Rates(Protocol):
    """What a recipe says of rates: of the encoder, and of what is new."""

    @property
    def rate(self) -> float:
        """The encoder's."""
        ...

    @property
    def head_rate(self) -> float:
        """What is new."""
        ...


@dataclass(frozen=True)
class Recipe:
    """Hyper-parameters, each with its reason in docs/decisions/0006-a-trained-finder.md."""

    epochs: float = 6
    rate: float = 4e-4
    head_rate: float = 1e-3
    batch: int = 2048
    masked: float = 0.05
    role_weight: float = 1.0
    false_cues: int = 2
    average: float = 0.998
    warm: float = 0.06
    dropout: float = 0.0
    seed: int = 0


PER_CUE = 24.0
"""Words by which a cue's role loss is divided: about as many as an attribution has."""


@cache
def halves_help() -> bool:
    """Tell whether this processor multiplies faster in bfloat16: by trying, for many only pretend.

    Without instructions for it the same training takes thirty times as long.
    """
    one, two = torch.ones(512, 384), torch.ones(384, 1536)
    seconds = []
    for kind in (torch.float32, torch.bfloat16):
        a, b = one.to(kind), two.to(kind)
        a @ b
        began = time.perf_counter()
        for _ in range(5):
            a @ b
        seconds.append(time.perf_counter() - began)
    return seconds[1] < seconds[0]


def loss_of(network: Network, batch: Batch, recipe: Recipe) -> tuple[Tensor, float, float]:
    """Give the loss of a batch, and its two parts."""
    with torch.autocast("cpu", torch.bfloat16, enabled=halves_help()):
        outputs = network(batch.ids, batch.mask, batch.features)
    outputs = Outputs(*(part.float() for part in outputs))
    tag_loss = functional.cross_entropy(
        outputs.tags.flatten(0, 1), batch.tags.flatten(), ignore_index=UNSCORED
    )
    batch = with_false_cues(batch, outputs.tags, recipe.false_cues)
    if not len(batch.rows):  # a table, a list of links: nothing is said in this batch
        return tag_loss, float(tag_loss.detach()), 0.0
    scores = network.roles(outputs, batch.rows, batch.places, batch.away)
    role_loss = functional.cross_entropy(
        scores.flatten(0, 1), batch.roles.flatten(), ignore_index=UNSCORED, reduction="sum"
    ) / (PER_CUE * max(len(batch.rows), 1))
    return (
        tag_loss + recipe.role_weight * role_loss,
        float(tag_loss.detach()),
        float(role_loss.detach()),
    )


def with_false_cues(batch: Batch, tags: Tensor, count: int) -> Batch:
    """Add the words that look most like cues and are none: they have no source and no content."""
    if not count:
        return batch
    looks = tags.detach().softmax(-1)[:, :, CUE]
    looks = looks.masked_fill(
        (batch.tags == UNSCORED) | (batch.tags == CUE) | (batch.tags == CUE + 1), 0
    )
    value, place = looks.topk(count, dim=1)
    row, which = torch.nonzero(value > 0.02, as_tuple=True)
    if not len(row):
        return batch
    at = place[row, which]
    target = torch.where(batch.tags[row] == UNSCORED, UNSCORED, 0)
    away = torch.arange(tags.shape[1])[None] - at[:, None]
    return Batch(
        batch.ids,
        batch.mask,
        batch.features,
        batch.tags,
        torch.cat([batch.rows, row]),
        torch.cat([batch.places, at]),
        torch.cat([batch.roles, target]),
        torch.cat([batch.away, torch.from_numpy(distance_buckets(away.numpy()))]),
    )


def train(
    network: Network,
    articles: Sequence[Article],
    recipe: Recipe,
    after_epoch: Callable[[int, Network], None],
) -> Network:
    """Train; give the network whose weights are the moving average of the steps'."""
    training = Training(network, articles, recipe)
    number = 0
    while training.step < training.steps:
        training.epoch()
        number += 1
        after_epoch(number, training.average)
    return training.average


class Training:
    """One run: the network, its moving average, the optimizer, how far it has come."""

    def __init__(self, network: Network, articles: Sequence[Article], recipe: Recipe) -> None:
        self.network, self.articles, self.recipe = network, articles, recipe
        self.chance = random.Random(recipe.seed)
        torch.manual_seed(recipe.seed)
        network.encoder.words.weight.requires_grad_(False)
        for layer in network.encoder.layers:
            layer.drop.p = recipe.dropout
        self.average = copy.deepcopy(network)
        self.optimizer = optimizer_of(network, recipe)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        batches = list(epoch(articles, recipe.batch, random.Random(recipe.seed)))
        self.steps = int(recipe.epochs * len(batches))
        self.step = 0
        self._losses: list[tuple[float, float]] = []
        self._began = time.monotonic()

    def epoch(self) -> None:
        """Go through all articles once, or as far as there are steps left."""
        for group in epoch(self.articles, self.recipe.batch, self.chance):
            if self.step < self.steps:
                self._learn(batch_of(group, self.chance, self.recipe.masked))
                self._tell()

    def _learn(self, batch: Batch) -> None:
        share = min((self.step + 1) / (self.recipe.warm * self.steps), 1.0)
        share *= 1 - self.step / self.steps
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share
        self.network.train()
        total, tags, roles = loss_of(self.network, batch, self.recipe)
        total.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.step += 1
        mix(self.average, self.network, min(self.recipe.average, self.step / (self.step + 10)))
        self._losses.append((tags, roles))

    def _tell(self) -> None:
        if self.step % TOLD == 0:
            last = self._losses[-TOLD:]
            tags, roles = (sum(loss[n] for loss in last) / TOLD for n in (0, 1))
            seconds = time.monotonic() - self._began
            print(f"step {self.step} of {self.steps}, {seconds:.0f} s:", end=" ")
            print(f"loss of tags {tags:.3f}, of roles {roles:.3f}", flush=True)


TOLD = 50
"""Steps after which the losses are printed."""


def optimizer_of(network: Learner, recipe: Rates) -> torch.optim.Optimizer:
    """Give AdamW with a rate for the encoder and one for what is new."""
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    own = {id(p) for p in network.encoder.parameters()}
    heads = [p for p in network.parameters() if id(p) not in own]
    return torch.optim.AdamW(
        [{"params": encoder, "lr": recipe.rate}, {"params": heads, "lr": recipe.head_rate}],
        weight_decay=0.01,
        fused=True,
    )


@torch.no_grad()
def mix(average: nn.Module, network: nn.Module, keep: float) -> None:
    """Move the average towards the network."""
    for mean, now in zip(average.parameters(), network.parameters(), strict=True):
        if now.requires_grad:
            mean.lerp_(now, 1 - keep)
