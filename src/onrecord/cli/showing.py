"""`onrecord show` and `onrecord brief`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import (
    RECORD,
    JsonOption,
    ProcessOption,
    RecordOption,
    SinceOption,
    UntilOption,
)
from onrecord.cli.output import print_object
from onrecord.cli.output import show as print_out


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
    from onrecord.show.single import entry_json, entry_text
    from onrecord.store import open_existing

    with open_existing(record) as store:
        found = store.find(entry_id)
        if json_:
            print_object(entry_json(store, found))
        else:
            print_out(*entry_text(store, found))


def brief(
    record: RecordOption = RECORD,
    since: SinceOption = None,
    until: UntilOption = None,
    process: ProcessOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write to this file.")
    ] = None,
) -> None:
    """Write a brief in Markdown in which every line carries its source.

    Examples:

        onrecord brief --since 2027-04-20 --until 2027-04-30
        onrecord brief --out brief.md
    """
    from onrecord import api
    from onrecord.show.brief import Brief, BriefInput
    from onrecord.store import DocumentFilter, EntryFilter, StatementFilter, open_existing

    first, last = api.day(since), api.day(until)
    with open_existing(record) as store:
        documents = list(store.documents(DocumentFilter(since=first, until=last, process=process)))
        known = {document.doc_id for document in documents}
        statements = [
            item
            for item in store.statements(StatementFilter(process=process))
            if item.doc_id in known
        ]
        money = list(store.money(EntryFilter(since=first, until=last, process=process)))
        actors = {actor.actor_id: actor for actor in store.actors()}
    text = Brief(BriefInput(documents, statements, actors, money)).write()
    if out:
        out.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
