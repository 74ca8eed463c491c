"""`onrecord stances`, `onrecord shifts`, `onrecord coverage`."""

from typing import Annotated

import typer

from onrecord.cli.listing import TABLE_ROWS, more, states_of
from onrecord.cli.options import (
    RECORD,
    AsOfOption,
    ConfirmedOption,
    JsonOption,
    LimitOption,
    ProcessOption,
    RecordOption,
    SinceOption,
    UntilOption,
)
from onrecord.cli.output import print_json, print_object, show

HolderOption = Annotated[
    str | None, typer.Option(help="Only this side: part of a name, or an actor's id.")
]
ObjectOption = Annotated[
    str | None,
    typer.Option(
        "--object", help="Only on this: part of its label, a category, or an object's id."
    ),
]


def stances(
    record: RecordOption = RECORD,
    holder: HolderOption = None,
    object_: ObjectOption = None,
    value: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Only these: reject, accept …; may be given again."),
    ] = None,
    basis: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Only so told: expressed, hearsay …; again for more."),
    ] = None,
    as_of: AsOfOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    process: ProcessOption = None,
    trail: Annotated[
        bool, typer.Option("--trail", help="All stances in order, not only those in force.")
    ] = False,
    confirmed_only: ConfirmedOption = False,
    rejected: Annotated[
        bool, typer.Option("--rejected", help="Only what people rejected.")
    ] = False,
    limit: LimitOption = None,
    json_: JsonOption = False,
) -> None:
    """Show where the sides stand: who takes which position on what, in which words.

    In force is a side's latest stance on an object; several of one day stand side by side. What a
    side said in its own words is bold; what others tell of it stands with the name of who tells it.

    --since and --until are days of the stances, --as-of is a day of publication. A code may be cut:
    acc is every way to accept, accept is only that one.

    Examples:

        onrecord stances --as-of 2027-04-21
        onrecord stances --holder Valdek --object dam --trail
        onrecord stances --value reject --basis expressed --json
    """
    from onrecord import wishes
    from onrecord.show.stance_tables import stances_table
    from onrecord.show.standing import Standings, by_names, standing_entry
    from onrecord.store import open_existing

    wanted = wishes.stance_filter(
        holder=holder,
        object=object_,
        value=value or (),
        basis=basis or (),
        as_of=as_of,
        since=since,
        until=until,
        process=process,
        states=states_of(confirmed_only=confirmed_only, rejected=rejected),
    )
    with open_existing(record) as store:
        asked = Standings(store, wanted)
        found = asked.rows(trail=trail)
        names = asked.background(row.stand for row in found)
        rows = by_names(found, names)[: limit if json_ else limit or TABLE_ROWS]
        if json_:
            print_json(standing_entry(*pair, names) for pair in asked.worded(rows))
            return
        table = stances_table(list(asked.worded(rows)), names, trail=trail)
    if not rows:
        show("No stance fits. `onrecord stances` without options shows all that are in force.")
        return
    show(table)
    more(len(rows), len(found))


def shifts(
    record: RecordOption = RECORD,
    holder: HolderOption = None,
    object_: ObjectOption = None,
    as_of: AsOfOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    process: ProcessOption = None,
    versions: Annotated[
        bool,
        typer.Option("--versions", help="Also different answers to two versions of one plan."),
    ] = False,
    confirmed_only: ConfirmedOption = False,
    limit: LimitOption = None,
    json_: JsonOption = False,
) -> None:
    """Show what shifted: two stances of one side, one after the other, and the coverage behind it.

    Only a side's own words make a shift; stances of one day, and what others tell, do not. Under
    it stand the articles of each outlet between the two reports and in as many days before, so that
    a new outlet or a gap in the coverage is not taken for a change. --since and --until are days of
    the later stance.

    Examples:

        onrecord shifts --since 2027-04-20
        onrecord shifts --holder Valdek --as-of 2027-05-01 --json
    """
    from onrecord import wishes
    from onrecord.show.stance_tables import shift_text
    from onrecord.show.standing import Standings, both, shift_entry, told
    from onrecord.store import open_existing

    wanted = wishes.stance_filter(
        holder=holder,
        object=object_,
        as_of=as_of,
        since=since,
        until=until,
        process=process,
        states=states_of(confirmed_only=confirmed_only),
    )
    with open_existing(record) as store:
        asked = Standings(store, wanted)
        found = asked.shifts(versions=versions)
        chosen = found[: limit if json_ else limit or TABLE_ROWS]
        names = asked.background(both(chosen))
        words = asked.words(both(chosen))
        chosen = told(chosen, words)
    if json_:
        print_json(shift_entry(shift, words, names) for shift in chosen)
        return
    for shift in chosen:
        show(*shift_text(shift, words, names), "")
    if not chosen:
        show("No shift fits. `onrecord stances --trail` shows every stance in order.")
        if not versions:
            show("--versions also shows different answers to two versions of one plan.")
        return
    more(len(chosen), len(found))


def coverage(
    record: RecordOption = RECORD,
    gaps: Annotated[
        bool, typer.Option("--gaps", help="Also who has no position of his own on what, and why.")
    ] = False,
    holder: HolderOption = None,
    object_: ObjectOption = None,
    as_of: AsOfOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    process: ProcessOption = None,
    json_: JsonOption = False,
) -> None:
    """Show what the record rests on: the articles of each outlet, and what they leave out.

    An outlet is new where its first article in the record is of the period. With --gaps every side
    and object is listed for which the articles of the period give no position of the side's own:
    asked and gave none, heard but silent on it, covered but not heard, or not covered at all.

    Examples:

        onrecord coverage --since 2027-04-20 --until 2027-04-30
        onrecord coverage --gaps --object dam --json
    """
    from onrecord import wishes
    from onrecord.show.stance_tables import coverage_table, days, gaps_table
    from onrecord.show.standing import Standings, coverage_entry
    from onrecord.store import open_existing

    wanted = wishes.stance_filter(
        holder=holder,
        object=object_,
        as_of=as_of,
        since=since,
        until=until,
        process=process,
    )
    with open_existing(record) as store:
        asked = Standings(store, wanted)
        found = asked.covered(gaps=gaps)
        names = asked.names_of(found.gaps)
    if json_:
        print_object(coverage_entry(found, names))
        return
    show(f"Articles {days(found.period)}", coverage_table(found.marked()))
    if found.undated:
        show(f"{found.undated} of an unknown day are in no period.")
    if gaps:
        show("", gaps_table(found.gaps[:TABLE_ROWS], names))
        rest = len(found.gaps) - TABLE_ROWS
        show("", f"{rest} more; --json gives all." if rest > 0 else "These are all.")
