"""Who speaks of whom: for one actor, which others speak of him, and of which others he speaks."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rich.text import Text

from onrecord.record import Actor, Statement
from onrecord.show.plain import one_line
from onrecord.show.stance_tables import joined
from onrecord.show.words import many
from onrecord.store import Selection, SpokenOf, Store, Way

WAYS = {Way.AIMED_AT: "aimed at", Way.STANCE: "stance told", Way.NAMED: "named"}
UNNAMED = "nobody named"
LINES, WIDTH = 10, 90
"""Others that a terminal shows on each side, and characters of their latest words."""

LISTED = 100
"""Others that are listed on each side, whoever speaks or is spoken of most first."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """Statements of one actor that speak of another.

    `other` is the identity on the far side, None for speakers that the text does not name; `ways`
    count in how many of the statements each way occurs: one may be aimed at somebody and name him.
    """

    other: str | None
    statements: int
    ways: Mapping[Way, int]
    latest: Statement


@dataclass(frozen=True, slots=True)
class Exchange:
    """Who speaks of an actor, and of whom he speaks, in how many statements altogether."""

    by: tuple[Speaking, ...]
    by_all: int
    of: tuple[Speaking, ...]
    of_all: int


@dataclass(frozen=True, slots=True)
class Of:
    """An actor, by the ids that he goes by in documents; `kept` gives the identity of any actor."""

    members: tuple[str, ...]
    kept: Callable[[str], str]
    as_of: date | None = None
    process: str | None = None


def exchange(store: Store, asked: Of) -> Exchange:
    """Give who speaks of an actor and of whom he speaks; what he says of himself is left out."""
    view = {"as_of": asked.as_of, "process": asked.process}
    others = store.spoken_of(Selection(spoken_of=asked.members, **view))  # type: ignore[arg-type]
    own = store.spoken_of(Selection(speakers=asked.members, **view))  # type: ignore[arg-type]
    by = _grouped(others, lambda it: asked.kept(it.speaker) if it.speaker else None)
    himself = {asked.kept(member) for member in asked.members}
    of = _grouped(own, lambda it: asked.kept(it.actor_id))
    of = {other: rows for other, rows in of.items() if other not in himself}
    return Exchange(
        by=_speaking(store, by),
        by_all=len({it.statement_id for rows in by.values() for it in rows}),
        of=_speaking(store, of),
        of_all=len({it.statement_id for rows in of.values() for it in rows}),
    )


Groups = dict[str | None, list[SpokenOf]]


def _grouped(found: Iterable[SpokenOf], far: Callable[[SpokenOf], str | None]) -> Groups:
    groups: Groups = {}
    for each in found:
        groups.setdefault(far(each), []).append(each)
    return groups


def _speaking(store: Store, groups: Groups) -> tuple[Speaking, ...]:
    """Give the groups with most statements; the first of each group is its latest."""
    counts = {other: len({it.statement_id for it in rows}) for other, rows in groups.items()}
    ranked = sorted(groups, key=lambda other: (-counts[other], other is None, other or ""))
    shown = ranked[:LISTED]
    ids = {groups[other][0].statement_id for other in shown}
    latest = {it.statement_id: it for it in store.statements_with(ids)}
    return tuple(
        Speaking(other, counts[other], _ways(groups[other]), statement)
        for other in shown
        if (statement := latest.get(groups[other][0].statement_id))
    )


def _ways(rows: Sequence[SpokenOf]) -> dict[Way, int]:
    found = {(it.statement_id, it.way) for it in rows}
    counts = {way: sum(each is way for _, each in found) for way in Way}
    return {way: count for way, count in counts.items() if count}


def ways_in_words(row: Speaking) -> str:
    """Give how others are spoken of: `aimed at, named in 2` where not all statements name them."""
    return ", ".join(
        WAYS[way] if count == row.statements else f"{WAYS[way]} in {count}"
        for way, count in row.ways.items()
    )


def exchange_lines(found: Exchange, actors: Mapping[str, Actor]) -> Iterator[Text]:
    """Give who speaks of whom for a terminal, each with the latest words."""
    for title, rows, count in (
        ("spoken of by others", found.by, found.by_all),
        ("speaks of others", found.of, found.of_all),
    ):
        yield Text(f"{title} in {many(count, 'statement')}")
        for row in rows[:LINES]:
            actor = actors.get(row.other or "")
            name = actor.name if actor else UNNAMED
            words = one_line(joined(row.latest.content) or row.latest.gist, WIDTH)
            yield Text(f"    {one_line(name)}: {row.statements} ({ways_in_words(row)})")
            yield Text(f"        {words} {row.latest.statement_id}", style="dim")
        if len(rows) > LINES:
            yield Text(f"    and {many(len(rows) - LINES, 'other')}; --json gives them")


def exchange_entry(found: Exchange, actors: Mapping[str, Actor]) -> dict[str, Any]:
    """Give who speaks of whom for programs; `actors` gives the actor of each identity's id."""
    return {
        "spoken_of_by": {
            "statements": found.by_all,
            "by": [_entry(row, actors) for row in found.by],
        },
        "speaks_of": {"statements": found.of_all, "of": [_entry(row, actors) for row in found.of]},
    }


def _entry(row: Speaking, actors: Mapping[str, Actor]) -> dict[str, Any]:
    actor = actors.get(row.other or "")
    return {
        "id": row.other,
        "name": actor.name if actor else None,
        "statements": row.statements,
        "ways": {way.value: count for way, count in row.ways.items()},
        "latest": {
            "statement_id": row.latest.statement_id,
            "said_on": row.latest.said_on,
            "reported_on": row.latest.reported_on,
            "words": [
                {
                    "doc_id": anchor.doc_id,
                    "start": anchor.start,
                    "end": anchor.end,
                    "exact": anchor.exact,
                }
                for anchor in row.latest.content
            ],
        },
    }
