"""A record whose writer is killed at any moment holds whole documents, and can be completed.

    python -m tests.store.test_crash 200

kills two hundred times.
"""

import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.store import Store, open_existing, open_record
from tests.store.children import writer
from tests.store.dumps import dump
from tests.store.samples import sample

DOCUMENTS = 40
"""Documents that are to be added."""

TIMES = int(os.environ.get("ONRECORD_KILLS", "5"))

SEED = 2027

BETWEEN = 0.02
"""Seconds within which a writer is killed after a document: a few times what one takes."""


class Moment(NamedTuple):
    """When to kill: so many seconds after so many documents have been added."""

    documents: int
    seconds: float


def moments(times: int, making: float) -> Iterator[Moment]:
    """Give moments from a fixed seed: a third while the record is made, the others while filled."""
    draws = random.Random(SEED)
    for turn in range(times):
        if turn % 3:
            yield Moment(draws.randrange(1, DOCUMENTS - 5), draws.uniform(0, BETWEEN))
        else:
            yield Moment(0, draws.uniform(0, making))


def kill_often(times: int, folder: Path) -> list[int]:
    """Kill so many writers and give how many documents each had left."""
    making, wanted = undisturbed(folder / "undisturbed.db")
    left = []
    for turn, moment in enumerate(moments(times, making)):
        path = folder / f"killed {turn}.db"
        left.append(killed(path, moment))
        complete(path, wanted)
    return left


def undisturbed(path: Path) -> tuple[float, str]:
    """Let a writer finish; give the seconds to its first document, and its record's content."""
    child = writer(path, 0, DOCUMENTS)
    begun = time.monotonic()
    assert child.stdout
    child.stdout.readline()
    seconds = time.monotonic() - begun
    child.communicate()
    with open_existing(path) as store:
        return seconds, dump(store)


def killed(path: Path, moment: Moment) -> int:
    """Kill a writer at this moment and give the number of documents it left."""
    child = writer(path, 0, DOCUMENTS)
    assert child.stdout
    for _ in range(moment.documents):
        child.stdout.readline()
    time.sleep(moment.seconds)
    child.kill()
    told, _ = child.communicate()
    with open_existing(path) if path.exists() else open_record(path) as store:
        return whole(store, moment.documents + told.count("added"))


def whole(store: Store, added: int) -> int:
    """Give the number of documents, all of them whole and no fewer than the writer had added."""
    assert store.check() == []
    for number in range(added):
        given = sample(number, statements=5)
        assert store.reading(given.document.doc_id) == given.reading
    documents = store.counts().documents
    assert added <= documents <= added + 1
    assert store.counts().statements == 5 * documents
    return documents


def complete(path: Path, wanted: str) -> None:
    """Read everything again and compare with an undisturbed record."""
    with open_record(path) as store:
        for number in range(DOCUMENTS):
            store.add(*sample(number, statements=5).parts)
        assert store.check() == []
        assert dump(store) == wanted


def test_a_killed_writer_leaves_whole_documents_that_can_be_completed(tmp_path: Path) -> None:
    left = kill_often(TIMES, tmp_path)
    assert len(left) == TIMES
    assert min(left) < DOCUMENTS


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        counted = kill_often(int(sys.argv[1]), Path(name))
    sys.stdout.write(f"killed {len(counted)} times, documents left: {counted}\n")
