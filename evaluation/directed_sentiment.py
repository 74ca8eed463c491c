"""Scores who praises or blames whom: `python -m evaluation.directed_sentiment FILE`.

FILE has one passage a line, as in the corpus of Park et al. 2021 ("Who Blames or Endorses Whom?"),
four columns between tabs: the passage with two names in brackets, the first name, the second, and a
label: 0 neutral, 1 the first praises the second, 2 is praised by it, 3 blames it, 4 is blamed by
it. The product is given the passage without brackets and the places of both names, and the label
that it finds most likely is taken. Passages that stand word for word in a training part, brackets
apart, are left out: in the one that `--without` names, else in those beside FILE (`train.txt`).

Figures over passages, as fractions and not in percent:

macro_f1
    The mean of the F1 of the labels that occur, in the corpus or in what is found.
accuracy
    The share whose label is right.
"""

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from evaluation import beside, command, tables
from evaluation.command import NothingToScore
from evaluation.factuality import DIGITS
from evaluation.judges import Judges, product
from evaluation.tally import Tally
from onrecord.record import Span

LABELS = ("neutral", "praises", "is praised by", "blames", "is blamed by")
"""What the first name does to the second, by the label's number."""

MARKED = re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage without brackets, the places of both names in code points, and the label."""

    text: str
    first: Span
    second: Span
    label: int


def passage(line: str) -> Passage:
    r"""Give the passage of a line.

    Raises:
        ValueError: it has not four columns, two marked names, and a label.

    >>> passage("[Ann] thanked [ Bob].\tAnn\tBob\t1").second
    Span(start=13, end=16)
    """
    marked, *names, label = next(csv.reader([line], delimiter="\t"))
    found = [match.group(1).strip() for match in MARKED.finditer(marked)]
    if len(found) != 2 or len(names) != 2 or not 0 <= int(label) < len(LABELS):
        raise ValueError("it is not: passage with two names in brackets, name, name, label 0 to 4")
    text, (first, second) = unmarked(marked)
    if found[0] == names[1].strip() and found[0] != names[0].strip():
        first, second = second, first
    return Passage(text, first, second, int(label))


def unmarked(marked: str) -> tuple[str, list[Span]]:
    """Give a text without brackets and the places of what stood in them, spaces around it apart.

    >>> unmarked("[Ann] saw [ Bob].")
    ('Ann saw  Bob.', [Span(start=0, end=3), Span(start=9, end=12)])
    """
    spans = []
    for before, match in enumerate(MARKED.finditer(marked)):
        inside = match.group(1)
        start = match.start() - 2 * before + len(inside) - len(inside.lstrip())
        spans.append(Span(start, start + len(inside.strip())))
    return MARKED.sub(r"\1", marked), spans


def passages(path: Path) -> list[Passage]:
    """Give the passages of a file; a line that is none is named and left out."""
    found = []
    for number, line in enumerate(path.read_bytes().decode("utf-8-sig").split("\n"), start=1):
        try:
            if line.strip():
                found.append(passage(line.rstrip("\r")))
        except (ValueError, csv.Error) as trouble:
            command.say(f"{path}, line {number}, is left out: {command.reason(trouble)}")
    return found


def texts(path: Path) -> frozenset[str]:
    """Give the texts of a file's passages."""
    return frozenset(one.text for one in passages(path))


def scored(file: Path, without: Path | None = None) -> list[Passage]:
    """Give the passages that are scored.

    Raises:
        NothingToScore: there is none.
    """
    (found,) = command.legible(command.one(file), passages).values()
    known = beside.learnt(without, file, texts)
    kept = [one for one in found if one.text not in known]
    beside.say_left_out(file, len(found) - len(kept))
    if not kept:
        raise NothingToScore(f"{file} holds no passages that can be scored.")
    return kept


def tallies(gold: Iterable[int], found: Iterable[int]) -> dict[str, Tally]:
    """Give the tally of each label, and of all of them, for passages in the same order."""
    pairs = Counter(zip(gold, found, strict=True))
    result = {
        name: Tally.of(
            pairs[number, number],
            sum(count for (wanted, _), count in pairs.items() if wanted == number),
            sum(count for (_, given), count in pairs.items() if given == number),
        )
        for number, name in enumerate(LABELS)
    }
    right = sum(tally.hit_gold for tally in result.values())
    return {**result, "all": Tally.share(right, pairs.total())}


def figures(found: dict[str, Tally]) -> dict[str, float]:
    """Give the figures that are printed."""
    met = [found[name].f1 for name in LABELS if found[name].gold or found[name].predicted]
    macro = sum(met) / len(met)
    return {"macro_f1": round(macro, DIGITS), "accuracy": round(found["all"].recall, DIGITS)}


def measured(
    file: Path, without: Path | None = None, judges: Judges | None = None
) -> dict[str, Tally]:
    """Give the tallies of a file.

    Raises:
        NothingToScore: there is no passage.
    """
    found, judge = scored(file, without), judges or product()
    likely = [
        list(judge.attitude(one.text, one.first, one.second))
        for one in command.shown(found, "directed sentiment")
    ]
    best = [max(range(len(LABELS)), key=row.__getitem__) for row in likely]
    return tallies([one.label for one in found], best)


def main(given: Sequence[str] | None = None) -> int:
    """Print the table and the line of figures, and give the exit status."""
    parser = command.parser("directed_sentiment", __doc__)
    parser.add_argument("file", type=Path, metavar="FILE", help="tab-separated passages")
    parser.add_argument("--without", type=Path, metavar="TRAIN", help="leave its passages out")
    chosen = parser.parse_args(given)
    with command.sentences(parser):
        found = measured(chosen.file, chosen.without)
    table: Table = tables.of_tallies("what the first name does to the second", found)
    tables.show(table)
    return command.end(figures(found))


if __name__ == "__main__":
    sys.exit(main())
