"""Checks answers against the record: `python -m evaluation.questions DIR`.

DIR holds `gold.json` with its articles, as the seeds do. The record is read from the articles
alone; each fact of each answer is then held against it (`evaluation.questions.facts`). An answer is
complete where all of its facts hold. The last line of the output is JSON: `facts`, `held`,
`questions`, `answered`.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from evaluation import command, tables
from evaluation.command import NothingToScore
from evaluation.extracting import Json
from evaluation.questions import entries_of


def main(given: Sequence[str] | None = None) -> int:
    """Print each question with the facts that do not hold, and the line of figures."""
    parser = command.parser("questions", __doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="gold.json and its articles")
    parser.add_argument("--failed", action="store_true", help="print the facts that do not hold")
    chosen = parser.parse_args(given)
    with command.sentences(parser):
        case, entries = entries_of(chosen.folder)
        questions: list[Json] = case.gold.get("questions") or []
        if not questions:
            raise NothingToScore(f"{chosen.folder} has no questions in its gold.json.")
    table = Table("question", "held", "facts", "")
    figures = {"facts": 0, "held": 0, "questions": len(questions), "answered": 0}
    for question in questions:
        lost = [fact for fact in question["facts"] if not entries.holds(fact)]
        total = len(question["facts"])
        figures["facts"] += total
        figures["held"] += total - len(lost)
        figures["answered"] += not lost
        table.add_row(question["id"], str(total - len(lost)), str(total), question["question"])
        for fact in lost if chosen.failed else ():
            print(fact["id"], fact["about"], fact["where"], "absent" if fact.get("absent") else "")
    tables.show(table)
    return command.end(figures)


if __name__ == "__main__":
    sys.exit(main())
