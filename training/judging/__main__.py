"""Makes the judge's weights: `python -m training.judging CORPORA`.

CORPORA holds `factuality/uw.train.jsonl`, `factuality/uds_ih2.dev.jsonl` and
`directed_sentiment/train.txt`. Trains two networks on a CPU (some forty minutes on two quiet
cores), keeps a checkpoint an epoch under `build/training`, and writes `judging.onnx`, the mean of
all epochs but the first, `attitudes.onnx`, the last epoch's, and `judging.json` beside the weights
of the finder. `--only judging` or `--only attitudes` makes one of them.
"""

import argparse
import copy
import json
from collections.abc import Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

import torch

from evaluation import directed_sentiment, factuality
from evaluation.directed_sentiment import Passage
from onrecord.extract.tagger.files import VOCABULARY, WEIGHTS
from onrecord.extract.tagger.judging import ATTITUDES as ATTITUDES_FILE
from onrecord.extract.tagger.judging import MODEL
from onrecord.extract.tagger.judging import Judge as Shipped
from training.__main__ import BUILD, ENCODER, mean, tokenizer
from training.encoder import load_encoder
from training.export import write_model
from training.judging.graph import HEADS, PAIR_HEADS, graph_of
from training.judging.learn import ATTITUDES, Recipe, Some, Training
from training.judging.network import Either, Judge, PairJudge
from training.judging.passages import Example, facts, lone, pairs, parted

VERSION = "judging/2"
JUDGING, BRACKETED = "judging", "attitudes"


def main() -> None:
    """Train, export, write."""
    parser = argparse.ArgumentParser(prog="python -m training.judging", description=__doc__)
    parser.add_argument("corpora", type=Path, metavar="CORPORA")
    parser.add_argument("--only", choices=(JUDGING, BRACKETED), help="make one network")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--checkpoint", type=Path, help="export this network, train nothing")
    given = parser.parse_args()
    if given.checkpoint and not given.only:
        parser.error("--checkpoint needs --only: a checkpoint is of one network.")
    for name in (given.only,) if given.only else (JUDGING, BRACKETED):
        write(made(name, given.corpora, given.checkpoint), given.out)
    _card(given.out)
    tell(given.corpora, given.out)


def made(name: str, corpora: Path, checkpoint: Path | None) -> Either:
    """Give one of the networks: a checkpoint, or trained."""
    encoder = load_encoder(ENCODER)
    judge = Judge(encoder) if name == JUDGING else PairJudge(encoder)
    if checkpoint:
        judge.load_state_dict(torch.load(checkpoint))
        return judge.eval()
    if isinstance(judge, Judge):
        return trained(judge, [*_facts(corpora)[0], *_pairs(corpora, brackets=False)]).eval()
    learnt = _pairs(corpora, brackets=True)
    return Training(judge, learnt, ATTITUDES).run(partial(_kept, BRACKETED)).eval()


def trained(judge: Judge, learnt: Sequence[Example]) -> Judge:
    """Give the mean of what the epochs made, but for the first one's (Wortsman et al. 2022)."""
    epochs: list[Judge] = []
    training = Training(judge, learnt, Recipe())
    training.run(lambda epoch, average: epochs.append(_kept(JUDGING, epoch, average)))
    return mean(epochs[1:] or epochs)


def _facts(folder: Path) -> tuple[list[Example], list[Example]]:
    """Give the sentences of factuality to learn from, and those held out."""
    cutter = tokenizer()
    parts = (
        facts(cutter, folder / "factuality" / "uw.train.jsonl", 0),
        facts(cutter, folder / "factuality" / "uds_ih2.dev.jsonl", 1),
    )
    learnt, held = zip(*map(parted, parts), strict=True)
    return [one for part in learnt for one in part], [one for part in held for one in part]


def _passages(folder: Path) -> tuple[list[Passage], list[Passage]]:
    """Give the passages of praise and blame to learn from, and those held out."""
    return parted(directed_sentiment.passages(folder / "directed_sentiment" / "train.txt"))


def _pairs(folder: Path, *, brackets: bool) -> list[Example]:
    return pairs(tokenizer(), _passages(folder)[0], brackets=brackets)


def _kept(name: str, epoch: int, judge: Some) -> Some:
    BUILD.mkdir(parents=True, exist_ok=True)
    torch.save(judge.state_dict(), BUILD / f"{name}-epoch{epoch}.pt")
    return copy.deepcopy(judge)


def write(judge: Either, out: Path) -> None:
    """Write the file of one network."""
    file, heads = (MODEL, HEADS) if isinstance(judge, Judge) else (ATTITUDES_FILE, PAIR_HEADS)
    write_model(graph_of(judge), out / file, heads)


def tell(corpora: Path, out: Path) -> None:
    """Print the figures of the passages held out, by the files as they ship.

    They flatter: passages held out come from the articles that were learnt from.
    """
    shipped = Shipped(out)
    events = [one for one in _facts(corpora)[1] if one.survey == 0]
    values = [value for one in events for value in shipped.facts(one.passage)]
    print(
        "held out:", factuality.figures([value for one in events for value in one.values], values)
    )
    named = lone(_passages(corpora)[1])
    likely = [shipped.attitude(one.text, one.first, one.second) for one in named]
    found = [max(range(len(row)), key=row.__getitem__) for row in likely]
    labels = [one.label for one in named]
    print("held out:", directed_sentiment.figures(directed_sentiment.tallies(labels, found)))


def _card(out: Path) -> None:
    files = (MODEL, ATTITUDES_FILE, VOCABULARY)
    card = {
        "name": VERSION,
        "sha256": {name: sha256((out / name).read_bytes()).hexdigest() for name in files},
    }
    (out / "judging.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
