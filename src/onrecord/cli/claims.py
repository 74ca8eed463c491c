"""`onrecord claims`."""

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


def claims(
    record: RecordOption = RECORD,
    status: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Only these: hearsay, allegation …; again for more."),
    ] = None,
    military: Annotated[
        bool, typer.Option("--military", help="Only what is told of the fighting.")
    ] = False,
    actor: Annotated[
        str | None, typer.Option(help="Only whose claims these are: part of a name, or an id.")
    ] = None,
    as_of: AsOfOption = None,
    process: ProcessOption = None,
    limit: LimitOption = None,
    json_: JsonOption = False,
) -> None:
    """List what sources say is so, and how each claim stands by the record.

    A claim is disputed where another source denies it, superseded where the same side later tells
    otherwise, confirmed where a source of another side tells the same; else its sourcing and its
    words decide. Whether it is so is never said.

    Examples:

        onrecord claims --status disputed
        onrecord claims --military --as-of 2027-05-07
        onrecord claims --status hearsay --json
    """
    from onrecord import wishes
    from onrecord.analyse.claims import ClaimStatus
    from onrecord.show.claims import ClaimFilter, Claims, claim_entry, claim_lines
    from onrecord.store import open_existing

    wanted = ClaimFilter(wishes.codes(ClaimStatus, status or ()), military, actor)
    with open_existing(record) as store:
        asked = Claims(store, wishes.day(as_of), process)
    rows = asked.chosen(wanted)
    if json_:
        print_json(claim_entry(one, asked) for one in rows[:limit])
        return
    shown = rows[: limit or TABLE_ROWS]
    for one in shown:
        show(*claim_lines(one, asked), "")
    if not rows:
        show("No claim fits. `onrecord claims` without options lists all.")
        return
    more(len(shown), len(rows))
