"""Is the second reader worth asking? On a case with gold: `python -m evaluation.second_reader DIR`.

DIR is a case as in `evaluation.seeds`. Of the matched statements (`evaluation.case.statements`)
whose certainty the gold gives, those are wrong that have another value for the source. The second
reader is `onrecord.run.second_reader`: it must name more wrong ones than chance would. With
`--mistakes` the statements that it names are printed. Ends with one line of JSON:

statements, named
    How many there are, and how many it names.
wrong, wrong_named
    How many of all, and of those it names, are wrong, in percent.
found
    How many of the wrong ones it names, in percent.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation import command
from evaluation.case.articles import Case, load
from evaluation.case.statements import matches
from evaluation.command import NothingToScore
from evaluation.tally import percent
from onrecord.run.second_reader import reads_otherwise


@dataclass(frozen=True, slots=True)
class Looked:
    """A statement: is its certainty wrong, does the second reader name it, and its words."""

    wrong: bool
    named: bool
    words: str


def looked(case: Case) -> Iterator[Looked]:
    """Give the matched statements of a case whose certainty the gold gives."""
    for article in case.articles:
        reading = article.reading
        known = {one.statement_id: one for one in reading.statements} if reading else {}
        for row, found in matches(article):
            wanted, given = row["factuality"]["source"], found["certainty"]["source"]
            if wanted and found["id"] in known:
                named = reads_otherwise(known[found["id"]])
                words = f"{row['id']} {given}, gold {wanted}: {known[found['id']].gist}"
                yield Looked(wanted != given, named, words)


def figures(all_: Sequence[Looked]) -> dict[str, float]:
    """Give the figures that are printed.

    >>> figures([Looked(True, True, ""), Looked(False, False, "")])["found"]
    100.0
    """
    named = [one for one in all_ if one.named]
    wrong = [one for one in all_ if one.wrong]
    return {
        "statements": len(all_),
        "named": len(named),
        "wrong": _share(sum(one.wrong for one in all_), all_),
        "wrong_named": _share(sum(one.wrong for one in named), named),
        "found": _share(sum(one.named for one in wrong), wrong),
    }


def _share(count: int, of: Sequence[Looked]) -> float:
    return percent(count / len(of)) if of else 0.0


def main(given: Sequence[str] | None = None) -> int:
    """Print the line of figures, and give the exit status."""
    parser = command.parser("second_reader", __doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="gold.json and its articles")
    parser.add_argument("--mistakes", action="store_true", help="print what it names")
    chosen = parser.parse_args(given)
    with command.sentences(parser):
        found = list(looked(load(chosen.folder)))
        if not found:
            raise NothingToScore(f"{chosen.folder} holds no statements whose certainty is known.")
    if chosen.mistakes:
        print(*(("wrong " if o.wrong else "right ") + o.words for o in found if o.named), sep="\n")
    return command.end(figures(found))


if __name__ == "__main__":
    sys.exit(main())
