"""Who is on record, for people."""

from collections.abc import Iterator, Mapping, Sequence

from rich.table import Table
from rich.text import Text

from onrecord.analyse import MACHINE, Merge
from onrecord.record import Actor, Mention
from onrecord.show.plain import one_line
from onrecord.show.roster import Held, Listed
from onrecord.show.tables import short, table
from onrecord.show.words import many

DIM = "dim"
NAME, ALIASES, OFFICES = 30, 36, 40
"""Characters of a name, of the other names and of the offices in a table."""


def roster_table(rows: Sequence[Listed]) -> Table:
    """Give identities: name, kind, country, offices, statements, days, other names."""
    made = table("name", "kind", "country", "offices", "statements", "days", "also called", "id")
    for row in rows:
        actor = row.identity.actor
        made.add_row(
            Text(one_line(actor.name, NAME)),
            Text(actor.schema),
            Text(actor.country or ""),
            Text(one_line("; ".join(map(office_words, row.offices)), OFFICES)),
            Text(str(row.statements)),
            Text(_days(row.first, row.last)),
            Text(one_line(", ".join(actor.aliases), ALIASES)),
            short(actor.actor_id),
        )
    return made


def office_words(held: Held) -> str:
    """Give an office with the days of the documents that name it."""
    body = f" ({held.office.organization})" if held.office.organization else ""
    return f"{held.office.title}{body}, {_days(held.first, held.last)}"


def _days(first: str | None, last: str | None) -> str:
    if first is None:
        return "day unknown"
    return first if first == last else f"{first} to {last}"


def identity_lines(
    row: Listed, places: Mapping[str, Sequence[Mention]], actors: Mapping[str, Actor]
) -> Iterator[Text]:
    """Give one identity: what it is, its offices and names with their words, its merges."""
    actor = row.identity.actor
    yield Text(actor.name, style="bold")
    about = [str(actor.schema), actor.country or "", many(row.statements, "statement")]
    yield Text(", ".join(part for part in (*about, _days(row.first, row.last)) if part))
    if actor.speaks_for and (body := actors.get(actor.speaks_for)):
        side = f", side {body.country}" if body.country else ""
        yield Text(f"speaks for {body.name}{side}")
    for held in row.offices:
        yield Text(f"office: {office_words(held)}")
        for anchor in held.words:
            yield Text(f"    “{one_line(anchor.exact)}” {anchor.doc_id}", style=DIM)
    for name, mentions in sorted(places.items()):
        yield Text(f"called “{one_line(name)}” ({mentions[0].kind})")
        for mention in mentions:
            yield Text(f"    {mention.anchor.doc_id} at {mention.anchor.start}", style=DIM)
    yield from (_merged(merge, actors, "made one") for merge in row.identity.merges)
    yield from (_merged(merge, actors, "perhaps one") for merge in row.identity.proposed)


def _merged(merge: Merge, actors: Mapping[str, Actor], how: str) -> Text:
    names = [actors[id_].name if id_ in actors else id_ for id_ in (merge.merged, merge.kept)]
    by = "by machine" if merge.by == MACHINE else f"by {merge.by or 'a person'}"
    reason = f": {merge.reason}" if merge.reason else ""
    return Text(f"{how}, {by}, {merge.score:.2f}: {names[0]} = {names[1]}{reason}")
