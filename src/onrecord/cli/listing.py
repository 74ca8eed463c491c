"""`onrecord documents`, `onrecord statements`, `onrecord timeline`."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

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
from onrecord.cli.output import print_json, show
from onrecord.errors import OptionsExclude

if TYPE_CHECKING:
    from onrecord.record import Actor, ReviewState
    from onrecord.store import StatementFilter, Store

TABLE_ROWS = 200
"""Rows of a table where --limit does not say otherwise: what a person can look through."""


def documents(
    record: RecordOption = RECORD,
    text: Annotated[
        str | None, typer.Option(help="Only with these words in title or text.")
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    process: ProcessOption = None,
    limit: LimitOption = None,
    json_: JsonOption = False,
) -> None:
    """List the documents by day of publication.

    Examples:

        onrecord documents --since 2027-04-01
        onrecord documents --text '"pilot fees"' --json
    """
    from onrecord import wishes
    from onrecord.show.entries import document_entry
    from onrecord.show.tables import documents_table
    from onrecord.store import DocumentFilter, StatementFilter, open_existing

    wanted = DocumentFilter(text, *wishes.period(since, until), process, limit)
    with open_existing(record) as store:
        if json_:
            names = (
                {
                    **document_entry(doc),
                    "files": list(store.names(doc.doc_id)),
                    "processes": [item.name for item in store.processes(doc.doc_id)],
                    "assigned": {
                        each.process_id: each.reason for each in store.assignments(doc.doc_id)
                    },
                    "versions": [each.doc_id for each in store.versions(doc.doc_id)],
                }
                for doc in store.documents(wanted)
            )
            print_json(names)
            return
        rows = [
            (doc, sum(1 for _ in store.statements(StatementFilter(doc_id=doc.doc_id))))
            for doc in islice(store.documents(wanted), limit or TABLE_ROWS)
        ]
        full = len(rows) == TABLE_ROWS and not limit
        total = _count(store.documents(wanted)) if full else len(rows)
    show(documents_table(rows))
    more(len(rows), total)


def statements(
    record: RecordOption = RECORD,
    actor: Annotated[
        str | None, typer.Option(help="Only by this speaker: part of a name, or an actor's id.")
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    act: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE", help="Only these speech acts: deny, demand …; may be given again."
        ),
    ] = None,
    sourcing: Annotated[
        list[str] | None,
        typer.Option(
            metavar="LEVEL", help="Only on this sourcing: L1, L1a, L3 …; may be given again."
        ),
    ] = None,
    text: Annotated[
        str | None, typer.Option(help='Only with these words; "in quotation marks" a phrase.')
    ] = None,
    about: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="Only about this: words of a plan, a point, an issue."),
    ] = None,
    process: ProcessOption = None,
    for_review: Annotated[
        bool, typer.Option("--for-review", help="Only what is for review.")
    ] = False,
    sure: Annotated[bool, typer.Option("--sure", help="Only what is not for review.")] = False,
    utterances: Annotated[
        bool,
        typer.Option(
            "--utterances", help="Each utterance once, with its reports and independent sources."
        ),
    ] = False,
    confirmed_only: ConfirmedOption = False,
    rejected: Annotated[
        bool, typer.Option("--rejected", help="Only what people rejected.")
    ] = False,
    limit: LimitOption = None,
    json_: JsonOption = False,
) -> None:
    """List who said what, by day and place in the article.

    Sourcing levels: L1a named and quoted, L1b named in the reporter's words, L1c a body, L2 a
    document, L3a unnamed but described, L3b unnamed, L4 other media, L5 nobody, L6 the reporter.

    A statement with a ? was found with so little confidence, the number beside it, that a person
    must look at it: it is for review, and briefs leave it out. One with a ◆ a person has decided
    on; what people rejected is left out.

    Examples:

        onrecord statements --actor spokesman --since 2027-04-20
        onrecord statements --for-review
        onrecord statements --utterances --text deadline
        onrecord statements --act deny --as-of 2027-04-21
        onrecord statements --about receipt
        onrecord statements --text deadline --sourcing L3 --json
    """
    from onrecord import wishes
    from onrecord.record import SpeechAct
    from onrecord.show.revisions import Marks, mark_lines, marked_entries
    from onrecord.show.tables import statements_table
    from onrecord.store import StatementFilter, open_existing

    if for_review and sure:
        raise OptionsExclude("--for-review", "--sure")
    wanted = StatementFilter(
        actor,
        *wishes.period(since, until),
        text=text,
        about=about,
        process=process,
        acts=wishes.codes(SpeechAct, act or ()),
        as_of=wishes.day(as_of),
        sourcing=wishes.levels(sourcing or ()),
        review=for_review if for_review or sure else None,
        states=states_of(confirmed_only=confirmed_only, rejected=rejected),
        limit=limit,
    )
    with open_existing(record) as store:
        actors = {item.actor_id: item for item in store.actors()}
        if utterances:
            _once(store, wanted, actors, json_=json_)
            return
        if json_:
            print_json(marked_entries(store, wanted, actors))
            return
        rows = list(islice(store.statements(wanted), limit or TABLE_ROWS))
        total = _count(store.statements(wanted)) if len(rows) == TABLE_ROWS and not limit else 0
        marked = mark_lines(Marks(store), rows)
    if not rows:
        show("No statement fits. `onrecord statements` without options lists all.")
        return
    show(statements_table(rows, actors))
    show(*("", *marked) if marked else ())
    if wanted.review is None and any(row.for_review for row in rows):
        show("", "? is for review, found with this confidence; --sure leaves it out.")
    more(len(rows), max(total, len(rows)))


def _once(
    store: "Store", wanted: "StatementFilter", actors: "Mapping[str, Actor]", *, json_: bool
) -> None:
    """List the utterances of which statements are reports, each once."""
    from onrecord.show.source_entries import utterance_entry
    from onrecord.show.source_tables import titled
    from onrecord.show.sources import Sourcings

    asked = Sourcings(store)
    found = asked.uttered(store.statements(wanted))
    if json_:
        print_json(utterance_entry(each, actors, asked.outlets) for each in found)
        return
    for each in found[:TABLE_ROWS]:
        show(*titled(each, actors, asked.outlets), "")
    more(min(len(found), TABLE_ROWS), len(found))


def states_of(*, confirmed_only: bool, rejected: bool = False) -> "tuple[ReviewState, ...]":
    """Give the states that are asked for, none for all but what was rejected."""
    from onrecord.record import BY_PEOPLE, ReviewState

    if confirmed_only and rejected:
        raise OptionsExclude("--confirmed-only", "--rejected")
    if rejected:
        return (ReviewState.REJECTED,)
    return BY_PEOPLE if confirmed_only else ()


def _count(items: Iterator[object]) -> int:
    return sum(1 for _ in items)


def more(shown: int, total: int) -> None:
    """Say under a table how much of the answer it shows."""
    noun = "entry" if shown == 1 else "entries"
    rest = f" of {total}; --limit shows more" if total > shown else ""
    show("", f"{shown} {noun}{rest}. `onrecord show ID` opens one with its words in context.")


def timeline(
    record: RecordOption = RECORD,
    since: SinceOption = None,
    until: UntilOption = None,
    named: Annotated[
        bool, typer.Option("--named", help="Also the days that articles name, past and future.")
    ] = False,
    process: ProcessOption = None,
    limit: LimitOption = None,
    json_: JsonOption = False,
) -> None:
    """Show the course of events: what was published and what was said, by day.

    A time such as [..2027-04-16] means: on a day not stated, up to 16 April.

    Examples:

        onrecord timeline --since 2027-04-20 --until 2027-04-30
        onrecord timeline --named --json
    """
    from onrecord.api import Record
    from onrecord.show.entries import moment_entry
    from onrecord.show.tables import timeline_table
    from onrecord.store import open_existing

    with Record(open_existing(record)) as opened:
        actors = opened.actors()
        chosen = opened.timeline(since, until, process, named=named)
    if json_:
        print_json(moment_entry(moment, actors) for moment in chosen[:limit])
        return
    rows = chosen[: limit or TABLE_ROWS]
    show(timeline_table(rows, actors))
    if any(row.for_review for row in rows):
        show("", "? is for review, found with this confidence.")
    more(len(rows), len(chosen))
