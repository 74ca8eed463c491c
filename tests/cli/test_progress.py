"""The bar tells how far reading has come, then how far comparing."""

from io import StringIO

from rich.console import Console
from rich.progress import Progress, TextColumn

from onrecord.cli.progress import Steps

SHOWN = "{task.fields[name]} {task.completed}/{task.total} {task.fields[count]}"


def test_reading_is_followed_by_comparing() -> None:
    bar = Progress(TextColumn(SHOWN), console=Console(file=StringIO()), auto_refresh=False)
    steps = Steps(bar, 200)
    (task,) = bar.tasks
    steps("a.txt", 100)
    steps("b.txt", 200)
    assert (task.completed, task.total, task.fields["count"]) == (200, 200, "2 read")
    for number in (1, 2):
        steps.compared(number, 2)
    assert (task.completed, task.total, task.fields["count"]) == (2, 2, "2 compared")
    assert task.fields["name"] == "comparing for copies"
    assert float(task.fields["rate"]) > 0
