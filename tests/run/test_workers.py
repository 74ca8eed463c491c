"""Several processes give the record that one gives, and a run that was killed goes on."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord.apart import Apart, Broken, Work
from onrecord.errors import OnrecordError
from onrecord.read import Source
from onrecord.run import Done, Outcome, Plan, extract_paths, read_paths
from onrecord.run.one import Job
from onrecord.run.workers import Task, at_once
from onrecord.store import Store, open_record

PEOPLE = ("Vik", "Keller", "Norling", "Reiss", "Ostrand", "Marsh")


def lines(count: int) -> str:
    articles = (
        {
            "title": f"Round {number} of the cod talks ends",
            "text": f"{PEOPLE[number % 6]} said on Monday that quota number {number} was dead.",
            "date": f"2027-04-{number % 28 + 1:02}",
        }
        for number in range(count)
    )
    return "\n".join(json.dumps(article) for article in articles)


def content(store: Store) -> tuple[Any, ...]:
    return (
        list(store.documents()),
        list(store.statements()),
        list(store.stances()),
        list(store.times()),
        {actor.actor_id: actor for actor in store.actors()},
    )


def into(path: Path, plan: Plan) -> tuple[tuple[Any, ...], list[Done]]:
    with open_record(path) as store:
        done = list(read_paths(store, plan))
        return content(store), done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "news"
    found.mkdir()
    (found / "a.jsonl").write_text(lines(12), "utf-8")
    (found / "b.txt").write_bytes(b" \n ")
    (found / "c.md").write_text("Martin Keller said the levy would stay.", "utf-8")
    (found / "d.bin").write_bytes(bytes(range(256)))
    return found


def test_several_processes_give_the_record_of_one(folder: Path, tmp_path: Path) -> None:
    alone, one = into(tmp_path / "one.db", Plan((folder,)))
    together, several = into(tmp_path / "several.db", Plan((folder,), workers=2))
    assert alone == together
    assert [(d.name, d.outcome, d.trouble) for d in one] == [
        (d.name, d.outcome, d.trouble) for d in several
    ]
    assert len(alone[0]) == 13


def test_several_processes_extract_in_the_files_order(folder: Path) -> None:
    names = [done.name for done in extract_paths(Plan((folder,), workers=2))]
    assert names == [done.name for done in extract_paths(Plan((folder,)))]


def test_a_process_that_breaks_costs_one_file(tmp_path: Path) -> None:
    def job(name: str, content: bytes) -> Task:
        return Task(Job(Source(name, content), None), 0)

    class Poison(bytes):
        def __reduce__(self) -> tuple[Any, ...]:
            return os._exit, (9,)  # what a process that reads this does when it is given it

    tasks = [job("a.txt", b"Vik left."), job("b.txt", Poison(b"x")), job("c.txt", b"Marsh left.")]
    done = [part for task in at_once(tasks, 2) for part in task.parts or ()]
    assert [type(part).__name__ for part in done] == ["Made", "ReadingStopped", "Made"]
    assert str(done[1]).startswith("b.txt: Reading was stopped")


def test_a_process_that_takes_too_long_is_ended() -> None:
    process = Apart(Work("tests.run.test_workers:sleeper"))
    process.give(60.0)
    with pytest.raises(Broken, match=r"more than 0\.5 seconds"):
        process.take(0.5)
    process.give(0.0)
    assert process.take(60.0) == "slept"
    process.end()


def sleeper(_: None) -> Any:
    def sleep(seconds: float) -> str:
        time.sleep(seconds)
        return "slept"

    return sleep


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_run_that_is_killed_goes_on_and_reads_nothing_twice(tmp_path: Path, workers: str) -> None:
    (tmp_path / "a.jsonl").write_text(lines(60), "utf-8")
    record = tmp_path / "killed.db"
    command = [sys.executable, "-m", "onrecord", "read", "a.jsonl"]
    command += ["-r", str(record), "-w", workers]
    places = os.pathsep.join(str(Path(place).resolve()) for place in sys.path if place)
    environment = {**os.environ, "PYTHONPATH": places}
    child = subprocess.Popen(command, cwd=tmp_path, env=environment)
    before = 0
    while child.poll() is None and before < 5:
        time.sleep(0.05)
        before = held(record)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    before = held(record)
    found, done = into(record, Plan((tmp_path / "a.jsonl",)))
    outcomes = [each.outcome for each in done]
    assert 0 < before <= outcomes.count(Outcome.UNCHANGED) < 60
    assert outcomes == sorted(outcomes, key=lambda outcome: outcome is Outcome.NEW)
    whole, _ = into(tmp_path / "whole.db", Plan((tmp_path / "a.jsonl",)))
    assert found == whole


def held(record: Path) -> int:
    if not record.exists():
        return 0
    try:
        with onrecord.open(record, create=False) as opened:
            return len(opened.documents())
    except OnrecordError:
        return 0
