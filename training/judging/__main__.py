"""Makes the judge's weights: `python -m training.judging CORPORA`.

CORPORA holds `factuality/uw.train.jsonl`, `factuality/uds_ih2.dev.jsonl` and
`directed_sentiment/train.txt`. Trains on a CPU (about half an hour on two quiet cores), keeps a
checkpoint an epoch under `build/training`, and writes the mean of all but the first as
`judging.onnx` and `judging.json` beside the weights of the finder.
"""

import argparse
import copy
import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import torch

from evaluation import directed_sentiment, factuality
from onrecord.extract.tagger.files import VOCABULARY, WEIGHTS
from onrecord.extract.tagger.judging import MODEL
from onrecord.extract.tagger.judging import Judge as Shipped
from training.__main__ import BUILD, ENCODER, mean, tokenizer
from training.encoder import load_encoder
from training.export import write_model
from training.judging.graph import HEADS, graph_of
from training.judging.learn import Recipe, Training
from training.judging.network import Judge
from training.judging.passages import Example, facts, lone, pairs, parted

VERSION = "judging/1"


def main() -> None:
    """Train, export, write."""
    parser = argparse.ArgumentParser(prog="python -m training.judging", description=__doc__)
    parser.add_argument("corpora", type=Path, metavar="CORPORA")
    parser.add_argument("--epochs", type=int, default=Recipe.epochs)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--checkpoint", type=Path, help="export this network, train nothing")
    given = parser.parse_args()
    learnt, held = corpora(given.corpora)
    judge = Judge(load_encoder(ENCODER))
    if given.checkpoint:
        judge.load_state_dict(torch.load(given.checkpoint))
    else:
        judge = trained(judge, learnt, Recipe(epochs=given.epochs))
    write(judge.eval(), held, given.out)


def trained(judge: Judge, learnt: Sequence[Example], recipe: Recipe) -> Judge:
    """Give the mean of what the epochs made, but for the first one's (Wortsman et al. 2022)."""
    made: list[Judge] = []
    Training(judge, learnt, recipe).run(lambda epoch, average: made.append(_kept(epoch, average)))
    return mean(made[1:] or made)


def corpora(folder: Path) -> tuple[list[Example], list[Example]]:
    """Give the passages to learn from, and those held out."""
    cutter = tokenizer()
    parts = (
        facts(cutter, folder / "factuality" / "uw.train.jsonl", 0),
        facts(cutter, folder / "factuality" / "uds_ih2.dev.jsonl", 1),
        pairs(cutter, folder / "directed_sentiment" / "train.txt"),
    )
    learnt, held = zip(*map(parted, parts), strict=True)
    return [one for part in learnt for one in part], [one for part in held for one in part]


def _kept(epoch: int, judge: Judge) -> Judge:
    BUILD.mkdir(parents=True, exist_ok=True)
    torch.save(judge.state_dict(), BUILD / f"judge-epoch{epoch}.pt")
    return copy.deepcopy(judge)


def write(judge: Judge, held: Sequence[Example], out: Path) -> None:
    """Write the files that ship, and print the figures of the passages held out.

    They flatter: passages held out come from the articles that were learnt from.
    """
    write_model(graph_of(judge), out / MODEL, HEADS)
    _card(out)
    shipped = Shipped(out)
    events = [one for one in held if one.label is None and one.survey == 0]
    values = [value for one in events for value in shipped.facts(one.passage)]
    print(
        "held out:", factuality.figures([value for one in events for value in one.values], values)
    )
    named = lone([one for one in held if one.label is not None])
    likely = [shipped.attitude(one.passage) for one in named]
    found = [max(range(len(row)), key=row.__getitem__) for row in likely]
    labels = [one.label for one in named if one.label is not None]
    print("held out:", directed_sentiment.figures(directed_sentiment.tallies(labels, found)))


def _card(out: Path) -> None:
    files = (MODEL, VOCABULARY)
    card = {
        "name": VERSION,
        "sha256": {name: sha256((out / name).read_bytes()).hexdigest() for name in files},
    }
    (out / "judging.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
