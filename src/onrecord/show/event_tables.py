"""Events for people."""

from collections.abc import Iterable, Mapping

from rich.table import Table
from rich.text import Text

from onrecord.record import Actor, Event, EventParty
from onrecord.show.event_entries import party_name
from onrecord.show.plain import one_line
from onrecord.show.tables import WORDS_SHOWN, short, table

NAMES = 26
"""Characters of names in a table."""


def events_table(events: Iterable[Event], actors: Mapping[str, Actor]) -> Table:
    """Give events: when, what, who to whom, in which words; a ~ marks what is only told."""
    made = table("when", "what", "who", "to whom", "words", "entry")
    for event in events:
        what = f"{event.plover or '-'} {event.mode or ''}".rstrip()
        own = Text(event.own_type, style="dim") if event.plover is None else Text(what)
        made.add_row(
            event.date or Text("unknown", style="dim"),
            own if event.confirmed else Text.assemble("~", own),
            _names(event.actors, actors),
            _names(event.recipients, actors),
            Text(one_line(" … ".join(each.exact for each in event.evidence), WORDS_SHOWN)),
            short(event.entry_id or event.doc_id),
        )
    return made


def _names(parties: Iterable[EventParty], actors: Mapping[str, Actor]) -> Text:
    return Text(one_line(", ".join(party_name(each, actors) for each in parties), NAMES))
