"""Checks answers against the record: `python -m evaluation.questions DIR`.

DIR holds `gold.json` with its articles, as the seeds do. The record is read from the articles
alone; each fact of each answer is then held against it (`evaluation.questions.facts`). An answer is
complete where all of its facts hold. The last line of the output is JSON: `facts`, those that hold,
and `answered`, questions that are answered completely, in percent.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from evaluation import command, tables
from evaluation.command import NothingToScore
from evaluation.questions import answered, figures


def main(given: Sequence[str] | None = None) -> int:
    """Print each question with the facts that do not hold, and the line of figures."""
    parser = command.parser("questions", __doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="gold.json and its articles")
    parser.add_argument("--failed", action="store_true", help="print the facts that do not hold")
    chosen = parser.parse_args(given)
    with command.sentences(parser):
        answers = answered(chosen.folder)
        if not answers:
            raise NothingToScore(f"{chosen.folder} has no questions in its gold.json.")
    table = Table("question", "held", "facts", "")
    for each in answers:
        total, asked = len(each.facts), each.question
        table.add_row(asked["id"], str(total - len(each.lost)), str(total), asked["question"])
        for fact in each.lost if chosen.failed else ():
            print(fact["id"], fact["about"], fact["where"], "absent" if fact.get("absent") else "")
    tables.show(table)
    return command.end(figures(answers))


if __name__ == "__main__":
    sys.exit(main())
