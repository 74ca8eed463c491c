"""Runs every step in a process of its own and gathers the figures.

A child's peak memory is at least the memory of the process that started it, so this process loads
nothing heavy, not even onrecord.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.steps import STEPS
from bench.workplace import Workplace

ROOT = Path(__file__).parents[1]
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)

Row = dict[str, float]
Say = Callable[[str], None]


def run(folder: Path, articles: int, say: Say) -> dict[str, Any]:
    """Give all figures over so many articles, written into a folder.

    `steps` holds a row for every work: articles, words, CPU and wall seconds, words per second of
    both, peak memory in MiB. `ratio` is the CPU of the whole extraction over that of a bare spaCy
    parse, `layers` that of all layers and of comparing for copies over that of the extraction.
    """
    place = Workplace(folder)
    say(f"writing {articles} articles")
    words: list[int] = _child("bench.articles", str(place.articles), str(articles))
    rows: dict[str, Row] = {}
    for name in STEPS:
        say(name)
        rows.update(_child("bench.measure", name, str(place.folder)))
    say("onrecord read")
    rows["onrecord read"] = {"articles": articles, **whole(place)}
    ratio = rows["extract in turns"]["cpu"] / rows["bare spaCy"]["cpu"]
    built = (rows["layers"]["cpu"] + rows["copies"]["cpu"]) / rows["extract"]["cpu"]
    for row in rows.values():
        _with_speed(row, sum(words[: int(row["articles"]) or None]))
    shares = {"ratio": round(ratio, 3), "layers": round(built, 3)}
    return {"articles": articles, "words": sum(words), **shares, "steps": rows}


def room(documents: int) -> Any:
    """Give what the pages of the reading room take on so many documents, see `bench.room`."""
    return _child("bench.room", "--documents", str(documents), "--json")


def _with_speed(row: Row, words: int) -> None:
    row["words"] = words
    row["words_per_cpu_second"] = round(words / max(row["cpu"], 1e-6))
    row["words_per_second"] = round(words / max(row["wall"], 1e-6))
    row.update({name: round(row[name], 3) for name in ("cpu", "wall", "memory")})


def _child(module: str, *arguments: str) -> Any:
    """Give the JSON that a module prints when it is run."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def whole(place: Workplace) -> Row:
    """Give the figures of `onrecord read` on all articles, its start-up included."""
    record = str(place.folder / "whole.db")
    command = [sys.executable, "-m", "onrecord", "read", str(place.articles), "--record", record]
    begun = time.perf_counter()
    child = subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    memory = usage.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
    cpu = usage.ru_utime + usage.ru_stime
    return {"cpu": cpu, "wall": time.perf_counter() - begun, "memory": memory}


def environment() -> dict[str, str]:
    """Give the environment of a child: one thread, and the modules that this process finds."""
    paths = os.pathsep.join(filter(None, (str(ROOT), *sys.path)))
    return {**os.environ, **ONE_THREAD, "PYTHONPATH": paths}
