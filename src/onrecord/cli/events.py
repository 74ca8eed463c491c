"""`onrecord events`."""

import json
import sys
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.listing import TABLE_ROWS, states_of
from onrecord.cli.options import (
    RECORD,
    ConfirmedOption,
    JsonOption,
    LimitOption,
    ProcessOption,
    RecordOption,
    SinceOption,
    UntilOption,
)
from onrecord.cli.output import print_json, show, trouble
from onrecord.errors import OptionsExclude

if TYPE_CHECKING:
    from onrecord.record import Actor, Event


def events(
    record: RecordOption = RECORD,
    type_: Annotated[
        list[str] | None,
        typer.Option(
            "--type",
            metavar="CODE",
            help="Only these types: agree, threaten …; may be given again.",
        ),
    ] = None,
    actor: Annotated[
        str | None,
        typer.Option(help="Only with this actor on either side: part of a name, or an id."),
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    process: ProcessOption = None,
    coded: Annotated[bool, typer.Option("--coded", help="Only what has a type in PLOVER.")] = False,
    confirmed_only: ConfirmedOption = False,
    limit: LimitOption = None,
    csv: Annotated[bool, typer.Option("--csv", help="Print comma-separated values.")] = False,
    plover: Annotated[
        bool, typer.Option("--plover", help="Print PLOVER records, one JSON object a line.")
    ] = False,
    json_: JsonOption = False,
) -> None:
    """List the events: who did what to whom, in PLOVER's types, each with its words.

    An event follows from an entry of the record (a statement, a stance, a meeting, a deadline, a
    report of a plan), or from a verb of the text itself. A meeting to come is AGREE, one called off
    REJECT; what has no type in PLOVER, such as a leak, stands under its own name. A ~ marks what is
    only somebody's word. Texts are parsed when this is asked, a few articles a second.

    --plover leaves out, and counts, what lacks something that PLOVER asks for. --confirmed-only
    gives the events of entries that people have confirmed, corrected or added.

    Examples:

        onrecord events --since 2027-04-20
        onrecord events --type threaten --type reject --json
        onrecord events --plover > events.jsonl
    """
    from onrecord import wishes
    from onrecord.record import PloverEvent
    from onrecord.show.event_entries import event_entry
    from onrecord.show.event_tables import events_table
    from onrecord.show.events import EventFilter
    from onrecord.show.events import events as asked
    from onrecord.store import open_existing

    _one_of({"--json": json_, "--csv": csv, "--plover": plover})
    wanted = EventFilter(
        wishes.codes(PloverEvent, type_ or ()),
        *wishes.period(since, until),
        actor=actor,
        process=process,
        coded=coded or plover,
        states=states_of(confirmed_only=confirmed_only),
    )
    with open_existing(record) as store:
        actors = {each.actor_id: each for each in store.actors()}
        rows = islice(asked(store, wanted), limit or (None if json_ or csv or plover else SHOWN))
        if json_:
            print_json(event_entry(event, actors) for event in rows)
        elif csv:
            _print_csv(rows, actors)
        elif plover:
            _print_plover(rows, actors)
        else:
            found = list(rows)
            if not found:
                show("No event fits. `onrecord events` without options lists all.")
                return
            show(events_table(found[: limit or TABLE_ROWS], actors))
            more = "; --limit shows more" if len(found) == SHOWN and not limit else ""
            show("", f"{min(len(found), limit or TABLE_ROWS)} events{more}.")


SHOWN = TABLE_ROWS + 1
"""Events read for a table: one more than it shows, to know whether there are more."""


def _one_of(formats: Mapping[str, bool]) -> None:
    given = [name for name, wanted in formats.items() if wanted]
    if len(given) > 1:
        raise OptionsExclude(given[0], given[1])


def _print_csv(rows: "Iterable[Event]", actors: "Mapping[str, Actor]") -> None:
    from onrecord.show.cells import csv_line
    from onrecord.show.event_entries import COLUMNS, event_row

    sys.stdout.write(csv_line(COLUMNS))
    for event in rows:
        sys.stdout.write(csv_line(event_row(event, actors)))


def _print_plover(rows: "Iterable[Event]", actors: "Mapping[str, Actor]") -> None:
    """Print the records, and say how many events lack something that PLOVER asks for."""
    from onrecord.show.event_entries import plover_record

    lacking = 0
    for event in rows:
        if record := plover_record(event, actors):
            sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        else:
            lacking += 1
    if lacking:
        trouble(f"{lacking} events name nobody who acts, nobody to whom, or no day: left out.")
