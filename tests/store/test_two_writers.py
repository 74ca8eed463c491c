"""Two processes write into one record at once, and both succeed."""

from pathlib import Path

from onrecord.store import open_existing, open_record
from tests.store.children import writer
from tests.store.dumps import dump
from tests.store.samples import sample

EACH = 24


def test_two_writers_of_one_new_record_both_succeed(tmp_path: Path) -> None:
    path = tmp_path / "both.db"
    children = [writer(path, first, EACH) for first in (0, EACH // 2)]
    for child in children:
        told, _ = child.communicate(timeout=120)
        assert child.returncode == 0
        assert told.count("added") == EACH
    alone = tmp_path / "alone.db"
    with open_record(alone) as store:
        for number in range(EACH + EACH // 2):
            store.add(*sample(number, statements=5).parts)
        wanted = dump(store)
    with open_existing(path) as store:
        assert store.check() == []
        assert dump(store) == wanted
