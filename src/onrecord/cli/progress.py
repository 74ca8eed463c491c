"""The bar that shows how far reading has come, how fast it goes, and how long it will take."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from onrecord.cli.output import progress_console

WIDEST_NAME = 40


class Steps:
    """Shows how far a run has come: in reading, then in comparing what was read."""

    def __init__(self, bar: Progress, size: int) -> None:
        self._bar = bar
        self._task = bar.add_task("", total=size or None, name="reading", count="0 read", rate="-")
        self._begun, self._count = monotonic(), 0

    def __call__(self, name: str, position: int) -> None:
        """Show that a document is done, and how many bytes of all files were gone through."""
        self._count += 1
        self._show(position, self._count, "read")
        self._bar.update(self._task, name=name[-WIDEST_NAME:])

    def compared(self, number: int, count: int) -> None:
        """Show how many of the new documents are compared with the others for copies."""
        if number == 1:
            self._begun = monotonic()
            self._bar.reset(self._task, total=count, name="comparing for copies", rate="-")
        self._show(number, number, "compared")

    def _show(self, position: int, count: int, what: str) -> None:
        rate = f"{count / max(monotonic() - self._begun, 1e-3):.1f}"
        self._bar.update(self._task, completed=position, count=f"{count} {what}", rate=rate)


@contextmanager
def progress(size: int) -> Iterator[Steps]:
    """Show a bar over so many bytes on standard error, where that is a terminal."""
    columns = (
        TextColumn("{task.fields[name]}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[count]}, {task.fields[rate]}/s,"),
        TimeRemainingColumn(),
        TextColumn("left"),
    )
    console, quiet = progress_console(), not sys.stderr.isatty()
    with Progress(*columns, console=console, transient=True, disable=quiet) as bar:
        yield Steps(bar, size)
