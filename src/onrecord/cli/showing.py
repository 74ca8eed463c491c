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
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="Write to this file; .docx for Word."),
    ] = None,
) -> None:
    """Write a brief in which every line carries its source, in Markdown or as a Word document.

    A file whose name ends in .docx becomes a Word document with the same words and links.

    Examples:

        onrecord brief --since 2027-04-20 --until 2027-04-30
        onrecord brief --out brief.md
        onrecord brief --out brief.docx
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
        out.write_bytes(_file(text, out))
    except OSError as error:
        raise OutputUnwritable(str(out), error.strerror or type(error).__name__) from error


def _file(text: str, out: Path) -> bytes:
    """Give what a file of this name holds."""
    if out.suffix.casefold() != ".docx":
        return text.encode("utf-8")
    from onrecord.show.brief_docx import word_document

    return word_document(text)
