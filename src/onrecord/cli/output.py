"""Where output goes: tables and JSON to standard output, progress and trouble to standard error."""

import json
import os
import sys
from collections.abc import Iterable
from typing import Any

from rich.console import Console, RenderableType

PIPE_WIDTH = 160
"""Columns of a table that goes to a file or another program, where COLUMNS does not say it."""


def console() -> Console:
    """Give the console of standard output."""
    terminal = sys.stdout.isatty()
    told = terminal or os.environ.get("COLUMNS", "").isdigit()
    return Console(width=None if told else PIPE_WIDTH, highlight=False, markup=False)


def progress_console() -> Console:
    """Give the console of standard error, for progress."""
    return Console(stderr=True, highlight=False, markup=False)


def show(*what: RenderableType) -> None:
    """Print tables and texts for people."""
    out = console()
    for item in what:
        out.print(item)


def print_json(entries: Iterable[Any]) -> None:
    """Print one JSON array, an entry at a time, so that long lists need no memory."""
    first = True
    sys.stdout.write("[")
    for entry in entries:
        sys.stdout.write("\n" if first else ",\n")
        sys.stdout.write(json.dumps(entry, ensure_ascii=False, indent=1))
        first = False
    sys.stdout.write("]\n" if first else "\n]\n")


def print_object(entry: Any) -> None:
    """Print one JSON object."""
    sys.stdout.write(json.dumps(entry, ensure_ascii=False, indent=1) + "\n")


def trouble(sentence: str) -> None:
    """Print a sentence about what went wrong."""
    print(f"onrecord: {sentence}", file=sys.stderr)
