"""`onrecord meetings`, `onrecord deadlines`."""

import sys
from collections.abc import Sequence
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
    SinceOption,
    UntilOption,
)
from onrecord.cli.output import print_json, show

if TYPE_CHECKING:
    from onrecord.analyse.deadlines import Course
    from onrecord.analyse.meetings import Gathering
    from onrecord.show.occasions import OccasionFilter, Occasions

ActorOption = Annotated[
    str | None, typer.Option(help="Only with this actor: part of a name, or an actor's id.")
]
IcsOption = Annotated[
    bool, typer.Option("--ics", help="Print iCalendar, for a calendar program to subscribe to.")
]


def meetings(
    record: RecordOption = RECORD,
    actor: ActorOption = None,
    as_of: AsOfOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    process: ProcessOption = None,
    media: Annotated[
        bool, typer.Option("--media", help="Also interviews, press conferences, speeches.")
    ] = False,
    accounts: Annotated[
        bool, typer.Option("--accounts", help="Each account, and what it leaves out.")
    ] = False,
    limit: LimitOption = None,
    ics: IcsOption = False,
    json_: JsonOption = False,
) -> None:
    """Show the meetings: who meets whom, where, when, and how far it has come.

    Accounts of one meeting are put together by people, place and day, each with its words; dates
    that disagree are all kept. --accounts sets them side by side, with what each leaves out.
    --since and --until are days of the meetings, --as-of is a day of publication.

    Examples:

        onrecord meetings --as-of 2027-04-21
        onrecord meetings --actor Akerly --accounts
        onrecord meetings --ics > talks.ics
    """
    from onrecord.show.occasion_entries import gathering_entry
    from onrecord.show.occasion_tables import account_lines, meetings_table
    from onrecord.show.occasions import Occasions
    from onrecord.store import open_existing

    wanted = _wanted(actor, as_of, (since, until), process, media=media)
    with open_existing(record) as store:
        asked = Occasions(store, wanted)
        found = asked.meetings()
        rows = found[: limit if json_ or ics else limit or TABLE_ROWS]
        if json_:
            print_json(gathering_entry(one, asked) for one in rows)
        elif ics:
            _print_calendar(asked, meetings=rows)
        elif accounts:
            show(*(line for one in rows for line in account_lines(one, asked)))
        elif rows:
            show(meetings_table(rows, asked))
    if not json_ and not ics:
        _end(len(rows), len(found), "meeting")


def deadlines(
    record: RecordOption = RECORD,
    actor: ActorOption = None,
    as_of: AsOfOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    process: ProcessOption = None,
    accounts: Annotated[
        bool, typer.Option("--accounts", help="Each account, the history, and the remarks.")
    ] = False,
    limit: LimitOption = None,
    ics: IcsOption = False,
    json_: JsonOption = False,
) -> None:
    """Show the deadlines: due when, set by whom, for whom to do what, and where they stand.

    Only a source that announces a new day moves a deadline; a remark that deadlines get extended
    moves nothing. Where nobody reports what came of it, that is said. --as-of is the day on which
    they stand so, by what had been published; without it, that of the last article.

    Examples:

        onrecord deadlines --as-of 2027-04-21
        onrecord deadlines --accounts
        onrecord deadlines --ics > deadlines.ics
    """
    from onrecord.show.occasion_entries import course_entry
    from onrecord.show.occasion_tables import course_lines, deadlines_table
    from onrecord.show.occasions import Occasions
    from onrecord.store import open_existing

    wanted = _wanted(actor, as_of, (since, until), process)
    with open_existing(record) as store:
        asked = Occasions(store, wanted)
        found, day = asked.deadlines(), asked.day
        rows = found[: limit if json_ or ics else limit or TABLE_ROWS]
        if json_:
            print_json(course_entry(one, asked, day) for one in rows)
        elif ics:
            _print_calendar(asked, deadlines=rows)
        elif accounts:
            show(*(line for one in rows for line in course_lines(one, asked, day)))
        elif rows:
            show(f"As of {day}", deadlines_table(rows, asked, day))
    if not json_ and not ics:
        _end(len(rows), len(found), "deadline")


def _wanted(
    actor: str | None,
    as_of: str | None,
    days: tuple[str | None, str | None],
    process: str | None,
    *,
    media: bool = False,
) -> "OccasionFilter":
    from onrecord import wishes
    from onrecord.show.occasions import OccasionFilter

    since, until = wishes.period(*days)
    return OccasionFilter(actor, wishes.day(as_of), since, until, process, media)


def _print_calendar(
    asked: "Occasions", meetings: Sequence["Gathering"] = (), deadlines: Sequence["Course"] = ()
) -> None:
    from onrecord.show.calendar import calendar

    sys.stdout.write(calendar(meetings, deadlines, asked).decode("utf-8"))


def _end(shown: int, found: int, what: str) -> None:
    if not found:
        show(f"No {what} fits. `onrecord {what}s` without options shows all.")
    else:
        more(shown, found)
