"""Scores speech acts given by hand: `python -m evaluation.speech_acts DIR`.

DIR is the folder of the shared corpora. `speech_acts.tsv` beside this file holds, for statements
that the extractor found in them, where the content begins and ends and what is done in saying it;
no words of the corpora. Rows are of two parts: mistakes in `develop` were looked at while the rules
were written; of `untouched` only the total was, several times. Who gave the codes wrote the rules
too, and read every row to do so: both figures are kind. A row counts as matched where a found
content begins and ends at its places. Prints, for each part, matched rows, right ones, and the
share of right ones among the matched in percent; with `--mistakes` the wrong ones of the
development part.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from evaluation.extracting import Json, extracted
from evaluation.tally import percent

ROWS = Path(__file__).with_name("speech_acts.tsv")


class Row(NamedTuple):
    """A statement's place in a corpus, and what is done in saying it."""

    file: str
    start: int
    end: int
    act: str
    part: str


def rows(path: Path = ROWS) -> Iterator[Row]:
    """Give the rows of the table."""
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            file, start, end, act, part = line.split("\t")
            yield Row(file, int(start), int(end), act, part)


class Scored(NamedTuple):
    """A row that was matched, and the act that was found."""

    row: Row
    found: str


def scored(folder: Path) -> Iterator[Scored]:
    """Give the rows whose statement is found, with its act."""
    wanted = list(rows())
    files = [folder / name for name in sorted({row.file for row in wanted})]
    lines = {file.relative_to(folder).as_posix(): line for file, line in extracted(files, "acts")}
    for row in wanted:
        act = _act(lines.get(row.file, {}), row)
        if act:
            yield Scored(row, act)


def _act(line: Json, row: Row) -> str | None:
    for item in line.get("attributions", []):
        if (item["content"][0][0], item["content"][-1][1]) == (row.start, row.end):
            return str(item["speech_act"])
    return None


def main() -> int:
    """Print the figures, and give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.speech_acts")
    parser.add_argument("folder", type=Path, metavar="DIR", help="the shared corpora")
    parser.add_argument("--mistakes", action="store_true", help="print the development part's")
    given = parser.parse_args()
    missing = [row.file for row in rows() if not (given.folder / row.file).is_file()]
    if missing:
        print(f"{given.folder} holds no {missing[0]}.", file=sys.stderr)
        return 2
    found = list(scored(given.folder))
    for part in ("develop", "untouched"):
        of_part = [item for item in found if item.row.part == part]
        right = sum(item.found == item.row.act for item in of_part)
        share = percent(right / len(of_part)) if of_part else 0.0
        print(f"{part}\t{len(of_part)} matched\t{right} right\t{share}")
    if given.mistakes:
        for item in found:
            if item.row.part == "develop" and item.found != item.row.act:
                print(*item.row[:3], item.row.act, item.found, sep="\t")
    return 0


if __name__ == "__main__":
    sys.exit(main())
