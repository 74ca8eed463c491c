"""A program to be killed: adds generated documents to a record, so many or until it is killed.

python -m tests.store.crash RECORD FIRST COUNT
"""

import sys
from collections.abc import Iterable
from pathlib import Path

import alembic.command  # noqa: F401 - loaded first, so that the program's time goes into the file

from onrecord.store import open_record, preparing, sqlite  # noqa: F401 - as above
from tests.store.samples import sample


def write(path: Path, numbers: Iterable[int]) -> None:
    """Add the documents with these numbers, and say `begun` and `added` as it goes."""
    say("begun")
    with open_record(path) as store:
        for number in numbers:
            store.add(*sample(number, statements=5).parts)
            say("added")


def say(word: str) -> None:
    """Tell the parent process at once."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    first, count = int(sys.argv[2]), int(sys.argv[3])
    write(Path(sys.argv[1]), range(first, first + count))
