"""What a command loads before it knows what to do: help and completion wait for it."""

import subprocess
import sys

ALLOWED = {"cli", "errors", "fetch", "record", "settings"}
"""Parts of the package that name options, limits, codes and errors; none reads or computes."""
HEAVY = {"babel", "fastapi", "httpcore2", "lxml", "numpy", "onnxruntime", "spacy", "sqlalchemy"}


def test_the_commands_load_nothing_that_works() -> None:
    command = "import sys, onrecord.cli.app; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, check=True, text=True
    )
    loaded = done.stdout.split()
    own = {name.split(".")[1] for name in loaded if name.startswith("onrecord.")}
    assert own <= ALLOWED
    assert not HEAVY & set(loaded)
