"""`onrecord conflicts`."""

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


def conflicts(
    record: RecordOption = RECORD,
    type_: Annotated[
        list[str] | None,
        typer.Option("--type", metavar="CODE", help="Only these types: authorship, numeric …"),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Only what is open.")] = False,
    as_of: AsOfOption = None,
    process: ProcessOption = None,
    limit: LimitOption = None,
    json_: JsonOption = False,
) -> None:
    """List where accounts do not agree: both sides with their words, open or explained.

    Neither side is dropped and none is called right. What the record itself explains (another
    version of the plan, parts of one thing, a headline stronger than its article) is marked so.

    Examples:

        onrecord conflicts
        onrecord conflicts --open --type denial
        onrecord conflicts --as-of 2027-04-21 --json
    """
    from onrecord import wishes
    from onrecord.analyse.conflicts import ConflictType
    from onrecord.show.conflicts import Conflicts, chosen, conflict_entry, conflict_lines
    from onrecord.store import open_existing

    kinds = wishes.codes(ConflictType, type_ or ())
    with open_existing(record) as store:
        found = Conflicts(store, wishes.day(as_of), process)
    rows = chosen(found.all, kinds, open_=open_)
    if json_:
        print_json(conflict_entry(one, found.actors) for one in rows[:limit])
        return
    shown = rows[: limit or TABLE_ROWS]
    for one in shown:
        show(*conflict_lines(one, found.actors), "")
    if not rows:
        show("No conflict fits. `onrecord conflicts` without options lists all.")
        return
    more(len(shown), len(rows))
