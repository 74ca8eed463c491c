"""`onrecord proposals`."""

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


def proposals(
    name: Annotated[
        str | None, typer.Argument(help="One plan: words of its name, or an id or its beginning.")
    ] = None,
    record: RecordOption = RECORD,
    as_of: AsOfOption = None,
    process: ProcessOption = None,
    limit: LimitOption = None,
    json_: JsonOption = False,
) -> None:
    """List the texts that are negotiated: versions, points, who wrote, received and leaked them.

    How many points a version has and who drafted it are claims of those who said so; with a name,
    every claim is shown in its words, with whose word it is. A denial is a claim, too: what is
    denied is called disputed. A mention that does not say which version is meant stays open.

    Examples:

        onrecord proposals
        onrecord proposals Halmar
        onrecord proposals --as-of 2027-04-21 --json
    """
    from onrecord import wishes
    from onrecord.show.plan_tables import proposal_lines, proposals_table
    from onrecord.show.plans import Plans, proposal_entry
    from onrecord.store import open_existing

    with open_existing(record) as store:
        plans = Plans(store, wishes.day(as_of), process)
        if name is not None:
            found = plans.named(name)
            if json_:
                print_json([proposal_entry(found, plans)])
                return
            show(*proposal_lines(found, plans.actors))
            return
    if json_:
        print_json(proposal_entry(one, plans) for one in plans.all[:limit])
        return
    if not plans.all:
        show("No plan is on record. `onrecord read` reads articles that report on one.")
        return
    shown = plans.all[: limit or TABLE_ROWS]
    show(proposals_table(shown, plans.actors))
    more(len(shown), len(plans.all))
