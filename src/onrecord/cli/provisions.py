"""`onrecord provisions`."""

from itertools import islice
from typing import Annotated

import typer

from onrecord.cli.listing import TABLE_ROWS, more
from onrecord.cli.options import (
    RECORD,
    AsOfOption,
    JsonOption,
    LimitOption,
    ProcessOption,
    RecordOption,
)
from onrecord.cli.output import print_json, show


def provisions(
    record: RecordOption = RECORD,
    plan: Annotated[
        str | None,
        typer.Option(help="Only of this plan or version: part of its name, or its id."),
    ] = None,
    category: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Only of this category: SEC.WITHDRAWAL, or SEC for all."),
    ] = None,
    obligor: Annotated[
        str | None, typer.Option(help="Only what this side must do: part of a name, or an id.")
    ] = None,
    as_of: AsOfOption = None,
    process: ProcessOption = None,
    sure: Annotated[bool, typer.Option("--sure", help="Only what is not for review.")] = False,
    limit: LimitOption = None,
    json_: JsonOption = False,
) -> None:
    """List what plans say, point by point, as articles report it: who must do what.

    Each row is one mention in one article, with its words. What the article does not say is left
    open: the number of a point, who must act, which version of a plan is meant. A row with a ? was
    found with so little confidence that a person must look at it.

    The categories are those of the codebook that the article was read with, see `onrecord read
    --codebook`. OTH.UNSPECIFIED is what an article mentions without describing it.

    Examples:

        onrecord provisions --plan "19 points" --as-of 2027-04-21
        onrecord provisions --category SEC --obligor Kaltria
        onrecord provisions --json
    """
    from onrecord import wishes
    from onrecord.show.provision_entries import reported_provision
    from onrecord.show.provision_tables import behind, provisions_table
    from onrecord.store import open_existing

    wanted = wishes.provision_filter(
        plan, category, obligor, as_of=as_of, process=process, review=False if sure else None
    )
    with open_existing(record) as store:
        found = list(store.provisions(wanted))
        rows = list(islice(found, limit if json_ else limit or TABLE_ROWS))
        names = behind(store, rows)
    if json_:
        print_json(
            reported_provision(row, names.actors, names.imprints.get(row.doc_id)) for row in rows
        )
        return
    if not rows:
        show("No provision fits. `onrecord provisions` without options lists all.")
        return
    show(provisions_table(rows, names))
    if not sure and any(row.for_review for row in rows):
        show("", "? is for review, found with this confidence; --sure leaves it out.")
    more(len(rows), len(found))
