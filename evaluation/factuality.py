"""Scores how certain events are said to be: `python -m evaluation.factuality FILE.jsonl`.

FILE has one sentence a line, as in the corpora that White et al. 2018 unified: `text`, whose tokens
are what single spaces part, and `targets`, events with a token span `span1` and a `label` from -3
(certainly not) over 0 (unknown) to 3 (certain). The product is given the sentence and the places of
its events. Sentences that stand word for word in a training part are left out: in the one that
`--without` names, else in those beside FILE (`uw.train.jsonl` beside `uw.dev.jsonl`).

Figures over events, as numbers and not in percent:

r
    Pearson's correlation of judged and annotated values, in [-1, 1]; 0 where either is constant.
mae
    The mean absolute error, in [0, 6]. The lower the better.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evaluation import beside, command
from evaluation.command import NothingToScore
from evaluation.judges import Judges, product
from onrecord.record import Span

MOST = 3.0
"""Factuality is from -3 to 3."""

DIGITS = 4
"""Digits behind the point: a threshold must not be reached by rounding."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the places of its events, in code points, and their values."""

    text: str
    places: tuple[Span, ...]
    values: tuple[float, ...]


def sentence(line: str) -> Sentence:
    """Give the sentence of a line.

    Raises:
        ValueError, LookupError, TypeError: it is none, or an event is not in it.

    >>> sentence('{"text": "Ann fell .", "targets": [{"span1": [1, 2], "label": 3}]}').places
    (Span(start=4, end=8),)
    """
    row = json.loads(line)
    text: str = row["text"]
    tokens = text.split(" ")
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token) + 1)
    events = [(*target["span1"], float(target["label"])) for target in row["targets"]]
    if not all(0 <= first < end <= len(tokens) and abs(v) <= MOST for first, end, v in events):
        raise ValueError("an event is outside the sentence, or its label not from -3 to 3")
    places = tuple(Span(starts[first], starts[end] - 1) for first, end, _ in events)
    return Sentence(text, places, tuple(value for *_, value in events))


def sentences(path: Path) -> list[Sentence]:
    """Give the sentences of a file; a line that is none is named and left out."""
    found = []
    for number, line in enumerate(path.read_bytes().decode("utf-8-sig").split("\n"), start=1):
        try:
            if line.strip():
                found.append(sentence(line))
        except command.TROUBLES as trouble:
            command.say(f"{path}, line {number}, is left out: {command.reason(trouble)}")
    return found


def texts(path: Path) -> frozenset[str]:
    """Give the texts of a file's sentences."""
    return frozenset(one.text for one in sentences(path))


def scored(file: Path, without: Path | None = None) -> list[Sentence]:
    """Give the sentences with events that are scored.

    Raises:
        NothingToScore: there is none.
    """
    (found,) = command.legible(command.one(file), sentences).values()
    known = beside.learnt(without, file, texts)
    kept = [one for one in found if one.places and one.text not in known]
    beside.say_left_out(file, sum(one.text in known for one in found))
    if not kept:
        raise NothingToScore(f"{file} holds no sentences with events that can be scored.")
    return kept


def figures(gold: Iterable[float], judged: Iterable[float]) -> dict[str, float]:
    """Give the figures that are printed, for events in the same order.

    >>> figures([3.0, 0.0, -3.0], [2.0, 0.0, -2.0])
    {'r': 1.0, 'mae': 0.6667}
    """
    wanted, found = np.array(list(gold), float), np.array(list(judged), float)
    constant = not (np.ptp(wanted) and np.ptp(found))
    r = 0.0 if constant else float(np.corrcoef(wanted, found)[0, 1])
    return {"r": round(r, DIGITS), "mae": round(float(np.abs(wanted - found).mean()), DIGITS)}


def judged(found: Sequence[Sentence], judges: Judges) -> list[float]:
    """Give the judged value of each event, sentence by sentence."""
    values: list[float] = []
    for one in command.shown(found, "factuality"):
        (given,) = judges.factuality([one.text], [one.places])
        values.extend(given)
    return values


def measured(
    file: Path, without: Path | None = None, judges: Judges | None = None
) -> dict[str, float]:
    """Give the figures of a file.

    Raises:
        NothingToScore: there is no sentence with an event.
    """
    found = scored(file, without)
    values = [value for one in found for value in one.values]
    command.say(f"{file.name}: {len(values)} events in {len(found)} sentences")
    return figures(values, judged(found, judges or product()))


def main(given: Sequence[str] | None = None) -> int:
    """Print the counts and the line of figures, and give the exit status."""
    parser = command.parser("factuality", __doc__)
    parser.add_argument("file", type=Path, metavar="FILE", help="JSON lines: text, targets")
    parser.add_argument("--without", type=Path, metavar="TRAIN", help="leave its sentences out")
    chosen = parser.parse_args(given)
    with command.sentences(parser):
        found = measured(chosen.file, chosen.without)
    return command.end(found)


if __name__ == "__main__":
    sys.exit(main())
