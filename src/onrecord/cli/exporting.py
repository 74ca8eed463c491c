"""`onrecord export`."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import (
    RECORD,
    ConfirmedOption,
    JsonOption,
    ProcessOption,
    RecordOption,
)
from onrecord.cli.output import print_object, progress_console, show
from onrecord.errors import BadCode


def export(
    target: Annotated[
        Path, typer.Argument(metavar="PATH", help="A new folder, or a new file that ends in .zip.")
    ],
    record: RecordOption = RECORD,
    confirmed_only: ConfirmedOption = False,
    process: ProcessOption = None,
    without: Annotated[
        list[str] | None,
        typer.Option(
            "--without",
            metavar="TABLE",
            help="Leave out this table, as events, which takes longest; may be given again.",
        ),
    ] = None,
    json_: JsonOption = False,
) -> None:
    """Write the whole record as open files: a CSV file a table, all of it as one JSON file.

    Tables: documents, statements, stances, plans, provisions, meetings, deadlines, conflicts,
    events, actors, decisions. Every row has its document, the exact words and their place in it. A
    README inside explains every column. The same record gives the same bytes.

    No cell of the CSV is taken for a formula by a spreadsheet. --json prints where the export is,
    and how many rows each table has.

    Examples:

        onrecord export talks
        onrecord export talks.zip --confirmed-only
        onrecord export talks --without events --json
    """
    from onrecord.show.export import TABLES, Asked
    from onrecord.show.export import export as write
    from onrecord.store import open_existing

    names = tuple(table.name for table in TABLES)
    for name in without or ():
        if name not in names:
            raise BadCode(name, names)
    with open_existing(record) as store, _progress() as step:
        asked = Asked(store, process, confirmed_only=confirmed_only)
        written = write(asked, target, without or (), step)
    if json_:
        print_object({"path": str(written.path), "tables": dict(written.rows)})
        return
    for name, count in written.rows.items():
        show(f"{name:<12} {count:>9}")
    show("", f"Written to {written.path}; README.md in it explains every column.")


@contextmanager
def _progress() -> Iterator[Callable[[str, int], None]]:
    """Show on standard error, where that is a terminal, which table is written and how far."""
    with progress_console().status("opening the record") as status:
        if not sys.stderr.isatty():
            status.stop()
        yield lambda name, rows: status.update(f"{name}: {rows} rows")
