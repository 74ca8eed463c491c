"""The bar that shows how far reading has come, how fast it goes, and how long it will take."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from onrecord.cli.output import progress_console

Step = Callable[[str, int], None]
"""Shows that a document is done: its name, and the bytes of all files gone through so far."""

WIDEST_NAME = 40


@contextmanager
def progress(size: int) -> Iterator[Step]:
    """Show a bar over so many bytes on standard error, where that is a terminal."""
    columns = (
        TextColumn("{task.fields[name]}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[count]} read, {task.fields[rate]}/s,"),
        TimeRemainingColumn(),
        TextColumn("left"),
    )
    console, quiet = progress_console(), not sys.stderr.isatty()
    with Progress(*columns, console=console, transient=True, disable=quiet) as bar:
        task = bar.add_task("reading", total=size or None, name="reading", count=0, rate="-")
        begun, count = monotonic(), 0

        def step(name: str, position: int) -> None:
            nonlocal count
            count += 1
            rate = f"{count / max(monotonic() - begun, 1e-3):.1f}"
            shown = name[-WIDEST_NAME:]
            bar.update(task, completed=position, name=shown, count=count, rate=rate)

        yield step
