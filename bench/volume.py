"""A large run of `onrecord read`, in a process of its own: `python -m bench.volume [--articles N]`.

The articles are those of `bench.coverage`, as a compressed web archive and as JSON lines. While the
archive is read, memory and CPU of the command and of its workers are sampled every second; printed
are for each tenth of the run its articles a second, milliseconds of CPU an article, how many of
them went into writing, and the largest memory up to there; then the same of one worker on a smaller
part, read from JSON lines.

At the end a run is killed in its middle and started again: what was done must not be read twice,
and the record must be equal to that of a run of one worker that nobody killed. The exit status is 1
where it is not. Ends with a line of JSON. On two cores 20,000 articles take about an hour.
"""

import argparse
import gzip
import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace
from html import escape
from pathlib import Path
from typing import Any

from bench.coverage import Written, written
from bench.runs import ROOT, environment
from bench.samples import answer, record

ARTICLES, ALONE, KILLED = 20_000, 500, 1_500
KIB = 1024
LINES, ARCHIVE = "coverage.jsonl", "coverage.warc.gz"


def main() -> int:
    """Measure, print, and give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench.volume", description=__doc__)
    for name, number in (("articles", ARTICLES), ("alone", ALONE), ("killed", KILLED)):
        parser.add_argument(f"--{name}", type=int, default=number, metavar="N")
    parser.add_argument("--workers", type=int, default=2, metavar="N")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="keep files and records here")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = given.folder or Path(name)
        found = _all(folder, given)
    print(json.dumps(found))
    return 0 if found.get("resumed", {}).get("equal", True) else 1


def _all(folder: Path, given: argparse.Namespace) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if given.articles:
        archive = files(folder / "all", given.articles)[1]
        run = Run(archive, folder / "all.db", given.workers)
        found["all"] = _told(run, given.articles)
    if given.alone:
        lines, _ = files(folder / "part", given.alone)
        run = Run(lines, folder / "alone.db", 1)
        found["alone"] = _told(run, given.alone)
    if given.killed:
        found["resumed"] = resumed(folder, given.killed, given.workers)
        print("killed and started again:", found["resumed"])
    return found


def files(folder: Path, count: int) -> tuple[Path, Path]:
    """Write so many articles as JSON lines and as a compressed web archive."""
    folder.mkdir(parents=True, exist_ok=True)
    lines, archive = folder / LINES, folder / ARCHIVE
    with lines.open("wb") as one, archive.open("wb") as other:
        for number in range(count):
            article = written(number)
            one.write(line(article))
            other.write(gzip.compress(record(article.url, answer(page(article))), mtime=0))
    return lines, archive


def line(article: Written) -> bytes:
    """Give an article as a line of JSON, its text under a name that is to be mapped."""
    return json.dumps({"story": asdict(article)}, ensure_ascii=False).encode() + b"\n"


def page(article: Written) -> bytes:
    """Give an article as a page of the web."""
    title, author = escape(article.title), escape(article.author)
    body = "".join(f"<p>{escape(each)}</p>" for each in article.text.split("\n\n"))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="og:site_name" content="{escape(article.outlet)}">'
        f'<meta name="author" content="{author}">'
        f'<meta property="article:published_time" content="{article.day}">'
        f'<link rel="canonical" href="{article.url}"></head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


NAMED = (
    ("text", "text"),
    ("title", "title"),
    ("published", "day"),
    ("outlet", "outlet"),
    ("author", "author"),
    ("url", "url"),
)
"""What the fields of a line mean, and their names in `story`."""
MAPPED = [part for meaning, name in NAMED for part in ("--field", f"{meaning}=story.{name}")]


@dataclass(frozen=True, slots=True)
class Moment:
    """How far a run was after so many seconds, and what its processes took.

    `memory` is that of all of them in MiB, shared pages in each; `cpu` and `own` are the seconds
    of CPU of all, and of the one that writes the record.
    """

    seconds: float
    documents: int
    memory: float
    cpu: float
    own: float


@dataclass
class Run:
    """`onrecord read` on a file, into a record, with so many workers."""

    file: Path
    record: Path
    workers: int
    moments: list[Moment] = field(default_factory=list)
    said: dict[str, int] = field(default_factory=dict)

    def start(self) -> "subprocess.Popen[bytes]":
        """Start the command."""
        command = [sys.executable, "-m", "onrecord", "read", str(self.file), "--json"]
        command += ["--record", str(self.record), "--workers", str(self.workers)]
        command += MAPPED if self.file.name == LINES else []
        return subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE)

    def watched(self, enough: Callable[[Moment], bool] = lambda _: False) -> list[Moment]:
        """Run to the end, or until it is killed, and give what was seen every second."""
        begun, child = time.perf_counter(), self.start()
        while child.poll() is None:
            now = time.perf_counter() - begun
            moment = Moment(now, documents(self.record), *taken(child.pid))
            if self.moments and moment.cpu < self.moments[-1].cpu:  # workers have ended
                moment = replace(moment, cpu=self.moments[-1].cpu)
            self.moments.append(moment)
            if enough(moment):
                os.kill(child.pid, signal.SIGKILL)
                child.communicate()
                return self.moments
            time.sleep(1)
        self.said = json.loads(child.communicate()[0])
        end = replace(self.moments[-1], documents=documents(self.record))
        self.moments.append(replace(end, seconds=time.perf_counter() - begun))
        return self.moments


def documents(place: Path) -> int:
    """Give how many documents a record holds that somebody else writes."""
    if not place.exists():
        return 0
    with closing(sqlite3.connect(f"{place.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            (last,) = connection.execute("SELECT max(document) FROM documents").fetchone()
            return int(last or 0)
        except sqlite3.OperationalError:  # it is being made
            return 0


def taken(process: int) -> tuple[float, float, float]:
    """Give memory and CPU of a process with its children, and its own CPU, as in `Moment`."""
    command = ["ps", "-axo", "pid=,ppid=,rss=,time="]
    table = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    rows = [row.split() for row in table.stdout.splitlines()]
    family = [row for row in rows if str(process) in row[:2]]
    own = sum(_seconds(row[3]) for row in family if row[0] == str(process))
    return sum(int(row[2]) for row in family) / KIB, sum(_seconds(row[3]) for row in family), own


def _seconds(told: str) -> float:
    """Give the seconds of `[[days-]hours:]minutes:seconds`."""
    days, _, rest = told.rpartition("-")
    parts = (float(part) * 60.0**place for place, part in enumerate(reversed(rest.split(":"))))
    return sum(parts) + 86_400 * int(days or 0)


def tenths(moments: list[Moment], count: int) -> Iterator[dict[str, float]]:
    """Give what each tenth of a run took.

    `rate` is articles a second, `cpu` and `own` milliseconds of CPU an article, `memory` the
    largest up to the end of it.
    """
    before = moments[0]
    for tenth in range(1, 11):
        reached = (each for each in moments if each.documents >= tenth * count * 0.0999)
        end = next(reached, moments[-1]) if tenth < 10 else moments[-1]
        done = max(end.documents - before.documents, 1)
        yield {
            "tenth": tenth,
            "rate": round(done / max(end.seconds - before.seconds, 0.1), 2),
            "cpu": round(1000 * (end.cpu - before.cpu) / done),
            "own": round(1000 * (end.own - before.own) / done, 1),
            "memory": round(max(m.memory for m in moments if m.seconds <= end.seconds)),
        }
        before = end


def _told(run: Run, count: int) -> dict[str, Any]:
    """Run, print what became of it, and give it."""
    moments = run.watched()
    rows, end = list(tenths(moments, count)), moments[-1]
    failed = run.said["failed"]
    last = next(each for each in moments if each.documents == end.documents)
    told = (
        f"{end.seconds:.0f} s, {end.seconds - last.seconds:.0f} of them to compare them for copies"
    )
    print(f"{count} articles, {run.workers} at once: {told}; {failed} failed")
    for row in rows:
        print(
            f"{row['tenth'] * 10:5.0f} % {row['rate']:6.2f} /s {row['cpu']:6.0f} ms CPU each, "
            f"{row['own']:6.1f} of them to write {row['memory']:6.0f} MiB"
        )
    sys.stdout.flush()
    return {"articles": count, "failed": failed, "seconds": round(end.seconds, 1), "tenths": rows}


def resumed(folder: Path, count: int, workers: int) -> dict[str, Any]:
    """Kill a run in its middle, let it go on, and compare it with one that nobody killed."""
    from onrecord.store import open_existing  # noqa: PLC0415 - after what is measured
    from tests.store.dumps import dump  # noqa: PLC0415 - as above

    _, archive = files(folder / "killed", count)
    Run(archive, folder / "killed.db", workers).watched(lambda now: now.documents >= count / 2)
    left = documents(folder / "killed.db")
    again = Run(archive, folder / "killed.db", workers)
    again.watched()
    Run(archive, folder / "whole.db", 1).watched()
    with open_existing(folder / "killed.db") as one, open_existing(folder / "whole.db") as other:
        equal = dump(one) == dump(other)
    said = {name: again.said[name] for name in ("new", "unchanged")}
    return {"articles": count, "left": left, **said, "equal": equal and said["unchanged"] == left}


if __name__ == "__main__":
    sys.exit(main())
