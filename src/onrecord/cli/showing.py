"""`onrecord show` and `onrecord brief`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import (
    RECORD,
    ConfirmedOption,
    JsonOption,
    ProcessOption,
    RecordOption,
    SinceOption,
    UntilOption,
)
from onrecord.cli.output import print_object
from onrecord.cli.output import show as print_out
from onrecord.errors import OutputUnwritable


def show(
    entry_id: Annotated[
        str, typer.Argument(metavar="ID", help="The id of an entry, or its beginning.")
    ],
    record: RecordOption = RECORD,
    json_: JsonOption = False,
) -> None:
    """Show one entry with its words where they stand in the document.

    Takes the id of a statement, document, actor, time, sum or any other entry, as lists print it.

    Examples:

        onrecord show st-3fa91c20
        onrecord show doc-07d1 --json
    """
    from onrecord.record import Statement
    from onrecord.show.revisions import Marks, mark_lines
    from onrecord.show.single import entry_text
    from onrecord.show.single_json import entry_json
    from onrecord.store import open_existing

    with open_existing(record) as store:
        found = store.find(entry_id)
        entry, marks = store.entry(found), Marks(store)
        if json_:
            marked = {"marks": marks.of(entry)} if isinstance(entry, Statement) else {}
            print_object({**entry_json(store, found), **marked})
        else:
            print_out(*entry_text(store, found))
            print_out(*mark_lines(marks, [entry] if isinstance(entry, Statement) else []))


def brief(
    record: RecordOption = RECORD,
    since: SinceOption = None,
    until: UntilOption = None,
    process: ProcessOption = None,
    confirmed_only: ConfirmedOption = False,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write to this file.")
    ] = None,
) -> None:
    """Write a brief in Markdown in which every line carries its source.

    Examples:

        onrecord brief --since 2027-04-20 --until 2027-04-30
        onrecord brief --out brief.md
    """
    from onrecord.api import Record
    from onrecord.store import open_existing

    with Record(open_existing(record)) as opened:
        text = opened.brief(since, until, process, confirmed_only=confirmed_only)
    if out is None:
        sys.stdout.write(text)
        return
    if out.exists() and record.exists() and out.samefile(record):
        raise OutputUnwritable(str(out), "it is the record itself")
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputUnwritable(str(out), error.strerror or type(error).__name__) from error
