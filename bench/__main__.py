"""Measures every step: `python -m bench`; prints a table and ends with one line of JSON.

The JSON: `articles`, `words`, `ratio` (CPU seconds of the whole extraction over those of a bare
spaCy parse of the same texts, start-up taken off both, one thread), `kills` (writers killed, whose
records were whole), and `steps`: for each of them `articles`, `words`, `cpu` and `wall` (seconds),
`words_per_cpu_second`, `words_per_second`, `memory` (MiB at the peak, of a process of its own).
`onrecord read` is the whole command with its start-up; `copies` compares all articles with one
another, `copies of one` adds one to twenty times as many; `statements` and `full text` are
questions to the record, `stances in force`, `stances of one side`, `shifts` and `gaps` are
questions to a record of twenty times as many small documents with four stances each. Takes about
half an hour with 1,000 articles.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from bench.runs import Row, run

ARTICLES, KILLS = 1000, 200


def main() -> int:
    """Measure, print, and give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--articles", type=int, default=ARTICLES, metavar="N")
    parser.add_argument("--kills", type=int, default=KILLS, metavar="N", help="0 kills no writer")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        found = run(Path(name), given.articles, say)
    found["kills"] = kill(given.kills) if given.kills else 0
    show(found["steps"])
    print(json.dumps(found))
    return 0


def say(what: str) -> None:
    """Say on standard error what is being measured."""
    print(what, file=sys.stderr, flush=True)


def kill(times: int) -> int:
    """Kill so many writers; a record that is not whole then ends this with an AssertionError."""
    from tests.store.test_crash import kill_often  # noqa: PLC0415 - loads the whole store

    say(f"killing {times} writers")
    with tempfile.TemporaryDirectory() as name:
        return len(kill_often(times, Path(name)))


def show(steps: dict[str, Row]) -> None:
    """Print the table."""
    from rich.console import Console  # noqa: PLC0415 - kept out while children are measured
    from rich.table import Table  # noqa: PLC0415 - as above

    table = Table("step", title="onrecord, speed and memory")
    for column in ("articles", "words/CPU-s", "words/s", "CPU s", "peak MiB"):
        table.add_column(column, justify="right")
    for name, row in steps.items():
        speeds = (f"{row[key]:,.0f}" for key in ("words_per_cpu_second", "words_per_second"))
        counts = f"{row['articles']:g}" if row["articles"] else "all"
        table.add_row(name, counts, *speeds, f"{row['cpu']:.2f}", f"{row['memory']:.0f}")
    Console(width=None if sys.stdout.isatty() else 100).print(table)


if __name__ == "__main__":
    sys.exit(main())
