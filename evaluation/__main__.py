"""Prints every figure beside its floor and the figure to beat: `python -m evaluation`.

Corpora that are not there are left out. The exit status is 1 where a figure is under its floor.
Figures are in percent and explained in `evaluation.seeds`, `.attributions`, `.kinds`,
`.reliability`, `.speakers`, `.coreference` and `.times`.
"""

import argparse
import json
import sys

from rich.table import Table

from evaluation import tables
from evaluation.corpora import Corpus, Figures, corpora
from evaluation.floors import FLOORS, fallen, floors, people, raised, text, to_beat


def main() -> int:
    """Measure, print, and give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object, no table")
    parser.add_argument(
        "--raise-floors", action="store_true", help="set floors to what is measured"
    )
    given = parser.parse_args()
    measured = {corpus.name: figures for corpus in corpora() if (figures := _measure(corpus))}
    if given.json:
        print(json.dumps(measured))
    else:
        tables.show(table(measured))
    if given.raise_floors:
        FLOORS.write_text(text(raised(measured, floors())), "utf-8")
    below = [line for name, figures in measured.items() for line in fallen(name, figures)]
    print(*below, sep="\n", end="\n" if below else "", file=sys.stderr)
    return 1 if below else 0


def _measure(corpus: Corpus) -> Figures:
    if corpus.folder is None:
        print(f"{corpus.name}: not there, left out", file=sys.stderr)
        return {}
    print(f"{corpus.name}: measuring", file=sys.stderr)
    return corpus.measure(corpus.folder)


def table(measured: dict[str, Figures]) -> Table:
    """Give the table of all figures."""
    result = Table("corpus", "figure", title="onrecord, scores in percent")
    for column in ("measured", "to beat", "people", "floor"):
        result.add_column(column, justify="right")
    for corpus, figures in measured.items():
        rows = [table.get(corpus, {}) for table in (to_beat(), people(), floors())]
        for name, value in figures.items():
            others = (_shown(row.get(name)) for row in rows)
            result.add_row(corpus, name, _shown(value), *others)
        result.add_section()
    return result


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


if __name__ == "__main__":
    sys.exit(main())
