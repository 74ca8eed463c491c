"""`onrecord sources`."""

from typing import Annotated

import typer

from onrecord.cli.options import (
    RECORD,
    JsonOption,
    LimitOption,
    ProcessOption,
    RecordOption,
    SinceOption,
    UntilOption,
)
from onrecord.cli.output import print_json, show


def sources(
    record: RecordOption = RECORD,
    since: SinceOption = None,
    until: UntilOption = None,
    process: ProcessOption = None,
    shared: Annotated[
        bool, typer.Option("--shared", help="Only sources that several documents rest on.")
    ] = False,
    limit: LimitOption = None,
    json_: JsonOption = False,
) -> None:
    """Show which documents rest on one source: copies, edited copies and rewrites, and why.

    Under a copy stand the sentences that are new in it, or have other names or numbers. Background
    that a story repeats from an earlier one makes no common source; it is named. A rewrite that
    credits nobody may be a report of its own from the same occasion: "perhaps several sources".
    --since and --until are days of publication.

    Examples:

        onrecord sources --since 2027-04-12 --until 2027-04-14
        onrecord sources --shared --json
    """
    from onrecord import wishes
    from onrecord.cli.listing import TABLE_ROWS, more
    from onrecord.show.source_entries import story_entry
    from onrecord.show.source_tables import story_text
    from onrecord.show.sources import Sourcings
    from onrecord.show.words import many
    from onrecord.store import DocumentFilter, open_existing

    first, last = wishes.period(since, until)
    with open_existing(record) as store:
        asked = Sourcings(store, DocumentFilter(since=first, until=last, process=process))
        found = asked.stories()
        wanted = [story for story in found if not shared or len(story.members) > 1]
        if json_:
            print_json(story_entry(s, asked.told(s), asked.outlets) for s in wanted[:limit])
            return
        chosen = wanted[: limit or TABLE_ROWS]
        for story in chosen:
            show(*story_text(story, asked.told(story), asked.outlets), "")
    documents = many(len(asked.origins), "document")
    show(f"{documents}, {many(len(found), 'independent report')}.")
    more(len(chosen), len(wanted))
