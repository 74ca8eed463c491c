"""`onrecord actors`, `onrecord merge`, `onrecord split`."""

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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

if TYPE_CHECKING:
    from onrecord.api import Record

ReasonOption = Annotated[str, typer.Option(help="Why, in a few words; kept with the decision.")]


def actors(
    name: Annotated[
        str | None, typer.Argument(help="One actor: a name, or an id or its beginning.")
    ] = None,
    record: RecordOption = RECORD,
    as_of: AsOfOption = None,
    process: ProcessOption = None,
    limit: LimitOption = None,
    json_: JsonOption = False,
) -> None:
    """List who is on record, whoever says most first; with a name, show that one and every word.

    That includes who speaks of him and of whom he speaks: whom statements are aimed at, whose
    stance they tell, whom they name.

    One actor is made of all that documents call him: “Vladimir Putin”, “Mr. Putin”, “the Russian
    president”. Every merge has a reason and a score; `onrecord split` undoes it, `onrecord merge`
    makes one. Unnamed sources stay what they are.

    Examples:

        onrecord actors
        onrecord actors Norling
        onrecord actors --as-of 2027-04-21 --json
    """
    from onrecord import wishes
    from onrecord.show.roster import Roster, roster_entry
    from onrecord.show.roster_tables import identity_lines, roster_table
    from onrecord.show.spoken_of import Of, exchange, exchange_entry, exchange_lines
    from onrecord.store import open_existing

    with open_existing(record) as store:
        roster = Roster(store, wishes.day(as_of), process)
        if name is not None:
            row = roster.listed(roster.named(name))
            of = Of(row.identity.members, roster.kept, wishes.day(as_of), process)
            spoken, who = exchange(store, of), roster.by_kept
            if json_:
                print_json([{**roster_entry(row), **exchange_entry(spoken, who)}])
                return
            show(*identity_lines(row, roster.mentions(row), roster.actors))
            show(*exchange_lines(spoken, who))
            return
        rows = roster.rows()
    if json_:
        print_json(roster_entry(row) for row in rows[:limit])
        return
    shown = rows[: limit or TABLE_ROWS]
    show(roster_table(shown))
    more(len(shown), len(rows))


def merge(
    one: Annotated[str, typer.Argument(help="An actor: a name or an id.")],
    other: Annotated[str, typer.Argument(help="The actor that is the same.")],
    record: RecordOption = RECORD,
    reason: ReasonOption = "",
) -> None:
    """Decide that two actors are one. The decision is kept, and can be undone by `onrecord split`.

    Examples:

        onrecord merge "Edda Norling" "the chair" --reason "said so at the opening"
    """
    with _opened(record) as opened:
        found = opened.merge(one, other, reason, getpass.getuser())
    show(f"One actor now: {found.name}, also called {', '.join(found.aliases) or 'nothing else'}.")


def split(
    one: Annotated[str, typer.Argument(help="The actor, or a name of his that is another's.")],
    other: Annotated[
        str | None, typer.Argument(help="From whom; without it from all he was made one with.")
    ] = None,
    record: RecordOption = RECORD,
    reason: ReasonOption = "",
) -> None:
    """Decide that two actors are not one, whoever made them one. The decision is kept.

    Examples:

        onrecord split Ruhl
        onrecord split "Mr. Lee" "Ann Lee" --reason "it is her brother"
    """
    with _opened(record) as opened:
        found = opened.split(one, other, reason, getpass.getuser())
    show(f"An actor of its own now: {found.name}.")


def _opened(path: Path) -> "Record":
    """Open a record that is there, to write into it."""
    from onrecord.api import Record
    from onrecord.store import open_existing, open_record

    open_existing(path).close()
    return Record(open_record(path))
