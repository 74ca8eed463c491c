"""Measures every step: `python -m bench`; prints a table and ends with one line of JSON.

The JSON: `articles`, `words`, `ratio` (CPU seconds of the whole extraction over those of a bare
spaCy parse of the same texts, start-up taken off both, one thread), `layers` (CPU seconds of who is
who, plans, meetings, deadlines, conflicts and copies over those of the extraction), `kills`
(writers killed, whose records were whole), `room` (what each page of the reading room takes on
twenty times as many documents, what one more document costs besides its extraction, and `late`, the
pages that take more than is promised, see `bench.room`), `damaged` (what came of damaged files and
traps, see `bench.fuzz`; any that crashed, hung or got out makes the exit status 1), and `steps`:
for each of them `articles`, `words`, `cpu` and `wall` (seconds), `words_per_cpu_second`,
`words_per_second`, `memory` (MiB at the peak, of a process of its own).

`onrecord read` is the whole command with its start-up; `copies` compares all articles with one
another, `copies of one` adds one to twenty times as many; `statements` and `full text` are
questions to the record, `stances in force`, `stances of one side`, `shifts` and `gaps` are
questions to a record of twenty times as many small documents with four stances each. Takes about
an hour with 1,000 articles.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.runs import ROOT, Row, environment, room, run

ARTICLES, KILLS, DAMAGED = 1000, 200, 150
FOR_ONE = 20
"""Documents of the reading room for one article."""


def main() -> int:
    """Measure, print, and give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--articles", type=int, default=ARTICLES, metavar="N")
    parser.add_argument("--kills", type=int, default=KILLS, metavar="N", help="0 kills no writer")
    parser.add_argument(
        "--damaged", type=int, default=DAMAGED, metavar="N", help="0 reads no damaged files"
    )
    parser.add_argument("--room", type=int, metavar="N", help="documents of the room; 0 for none")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        found = run(Path(name), given.articles, say)
    found["kills"] = kill(given.kills) if given.kills else 0
    found["room"] = look(FOR_ONE * given.articles if given.room is None else given.room)
    found["damaged"] = damage(given.damaged) if given.damaged else {}
    show(found["steps"])
    print(json.dumps(found))
    bad = found["damaged"] and any(
        found["damaged"][kind] for kind in ("crashes", "hangs", "escapes")
    )
    return 1 if bad else 0


def say(what: str) -> None:
    """Say on standard error what is being measured."""
    print(what, file=sys.stderr, flush=True)


def kill(times: int) -> int:
    """Kill so many writers; a record that is not whole then ends this with an AssertionError."""
    from tests.store.test_crash import kill_often  # noqa: PLC0415 - loads the whole store

    say(f"killing {times} writers")
    with tempfile.TemporaryDirectory() as name:
        return len(kill_often(times, Path(name)))


def look(documents: int) -> dict[str, Any]:
    """Give what the pages of the reading room take on so many documents."""
    if not documents:
        return {}
    say(f"looking at the pages of {documents} documents")
    found: dict[str, Any] = room(documents)
    return found


def damage(cases: int) -> dict[str, Any]:
    """Give what came of reading so many damaged files of each kind, see `bench.fuzz`."""
    say(f"reading {cases} damaged files of each kind, and traps")
    command = [sys.executable, "-m", "bench.fuzz", "--cases", str(cases)]
    done = subprocess.run(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, check=False)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


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
