"""Child processes that write into a record."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def writer(record: Path, first: int, count: int) -> "subprocess.Popen[str]":
    """Start a process that adds documents, and wait until it begins to open the record."""
    command = [sys.executable, "-m", "tests.store.crash", str(record), str(first), str(count)]
    paths = os.pathsep.join(filter(None, [str(ROOT), *sys.path]))
    child = subprocess.Popen(
        command, cwd=ROOT, env=os.environ | {"PYTHONPATH": paths}, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout
    assert child.stdout.readline() == "begun\n"
    return child
