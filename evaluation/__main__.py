"""Prints every figure beside its floor and what others reach: `python -m evaluation`.

Corpora that are not there are left out; `--only NAME` measures those that are named. The exit
status is 1 where a figure is under its floor or over its ceiling. Figures are in percent, or
fractions where their module says so, and explained in `evaluation.seeds`, `.questions`, `.copies`,
`.attributions`, `.kinds`, `.reliability`, `.speakers`, `.coreference`, `.times`, `.factuality`,
`.directed_sentiment`, `.unscon` and `.plover`; `docs/reference/evaluation.md` lists the corpora.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence

from rich.table import Table

from evaluation import command, tables
from evaluation.command import NothingToScore
from evaluation.corpora import Corpus, Figures, corpora
from evaluation.floors import AT_MOST, FLOORS, Others, fallen, floors, others, raised, text
from evaluation.floors import Table as Limits

MISSING = "not there, left out"


def main(given: Sequence[str] | None = None) -> int:
    """Measure, print, and give the exit status."""
    chosen = _parser().parse_args(given)
    wanted = [one for one in corpora() if not chosen.only or one.name in chosen.only]
    measured = {corpus.name: figures for corpus in wanted if (figures := _measure(corpus))}
    if chosen.json:
        print(json.dumps(measured))
    else:
        tables.show(table(measured, floors(), others()))
    if chosen.raise_floors:
        FLOORS.write_text(text(raised(measured, floors())), "utf-8")
    below = [line for name, figures in measured.items() for line in fallen(name, figures)]
    print(*below, sep="\n", end="\n" if below else "", file=sys.stderr)
    return 1 if below else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evaluation",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    names = [one.name for one in corpora()]
    parser.add_argument(
        "--only",
        action="append",
        choices=names,
        metavar="NAME",
        help=f"measure this one only; may be given several times: {', '.join(names)}",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object, no table")
    parser.add_argument(
        "--raise-floors", action="store_true", help="set floors to what is measured"
    )
    return parser


def _measure(corpus: Corpus) -> Figures:
    """Give the figures of a corpus, none where it is not there."""
    if corpus.path is None:
        command.say(f"{corpus.name}: {MISSING}")
        return {}
    command.say(f"{corpus.name}: measuring")
    try:
        return corpus.measure(corpus.path)
    except NothingToScore as nothing:
        command.say(f"{corpus.name}: left out. {nothing}")
        return {}


def table(measured: dict[str, Figures], limits: Limits, peers: Others) -> Table:
    """Give the table of all figures, a block for each corpus, a line for each other system."""
    result = Table("corpus", "figure", title="onrecord; ↓ the lower the better")
    for column in ("measured", "floor"):
        result.add_column(column, justify="right")
    result.add_column("peer")
    result.add_column("theirs", justify="right")
    for corpus, figures in measured.items():
        shown = corpus
        for name, value in figures.items():
            limit = _shown(limits.get(corpus, {}).get(name))
            label = f"{name} ↓" if name in AT_MOST else name
            mine = (shown, label, _shown(value), limit)
            for cells in _beside(mine, name, peers.get(corpus, {})):
                result.add_row(*cells)
            shown = ""
        result.add_section()
    return result


def _beside(
    mine: tuple[str, ...], name: str, peers: dict[str, dict[str, float]]
) -> Iterator[tuple[str, ...]]:
    """Give the lines of a figure: the first has ours, each has one of the others'."""
    theirs = [(peer, _shown(row[name])) for peer, row in peers.items() if name in row]
    for number, pair in enumerate(theirs or [("", "")]):
        yield (*(mine if number == 0 else [""] * len(mine)), *pair)


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


if __name__ == "__main__":
    sys.exit(main())
