"""Conflicts of a record up to a day, for people and for programs."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from rich.text import Text

from onrecord.analyse import cells, shifts
from onrecord.analyse.conflicts import (
    Account,
    Conflict,
    ConflictType,
    Figure,
    Grounds,
    conflicts,
    figure,
)
from onrecord.record import Actor, ParagraphKind
from onrecord.show.occasions import OccasionFilter, Occasions
from onrecord.show.plain import one_line
from onrecord.show.plans import Places, Plans
from onrecord.show.stance_entries import named_entry, words_entry
from onrecord.show.tables import WORDS_SHOWN, short
from onrecord.show.words import CONFLICTS
from onrecord.spans import OffsetMap
from onrecord.store import DocumentFilter, EntryFilter, StanceFilter, StatementFilter, Store

ABOUT = 100
"""Characters of what a conflict is about."""


class Conflicts:
    """The conflicts that the coverage up to a day holds; of one negotiation, where one is named.

    `plans` are those of that day, where they are known already.
    """

    def __init__(
        self,
        store: Store,
        as_of: date | None = None,
        process: str | None = None,
        plans: Plans | None = None,
    ) -> None:
        self.plans = plans or Plans(store, as_of, process)
        places = Places(self.plans.roster)
        stances = tuple(store.stances(StanceFilter(as_of=as_of, process=process)))
        self.side: Callable[[str | None], str | None] = lambda actor: (
            places.of(actor) if actor else None
        )
        occasions = Occasions(store, OccasionFilter(as_of=as_of, process=process))
        grounds = Grounds(
            statements=tuple(store.statements(StatementFilter(as_of=as_of, process=process))),
            stances=stances,
            moves=shifts(cells(stances), versions=True),
            proposals=self.plans.all,
            who=self.plans.who,
            side=self.side,
            headline_ends=headline_ends(store, as_of, process),
            topics=tuple(store.topics(EntryFilter(until=as_of, process=process))),
            figures=_figures(store, EntryFilter(until=as_of, process=process)),
            meetings=occasions.meetings(),
            deadlines=occasions.deadlines(),
        )
        self.all = conflicts(grounds)

    @property
    def actors(self) -> Mapping[str, Actor]:
        """The actors by id."""
        return self.plans.actors


def _figures(store: Store, wanted: EntryFilter) -> tuple[Figure, ...]:
    """Give the numbers and sums of the record that compare with others."""
    counted = (figure(each) for each in store.quantities(wanted))
    paid = (figure(each) for each in store.money(wanted))
    return tuple(one for one in (*counted, *paid) if one)


def headline_ends(store: Store, until: date | None, process: str | None) -> dict[str, int]:
    """Give where the headline of each document ends, in published code points."""
    found = {}
    for document in store.documents(DocumentFilter(until=until, process=process)):
        heads = [p for p in document.paragraphs if p.kind is ParagraphKind.HEADLINE]
        if heads:
            span = OffsetMap(document.raw_text, document.edits).to_raw(heads[-1].span)
            found[document.doc_id] = span.end
    return found


def conflict_entry(one: Conflict, actors: Mapping[str, Actor]) -> dict[str, Any]:
    """Give a conflict as a JSON object: the one place that names its keys."""
    return {
        "id": one.conflict_id,
        "type": one.type,
        "open": one.open,
        "about": one.about,
        "reason": one.reason,
        "a": [_account_entry(account, actors) for account in one.a],
        "b": [_account_entry(account, actors) for account in one.b],
    }


def _account_entry(account: Account, actors: Mapping[str, Actor]) -> dict[str, Any]:
    return {
        "id": account.entry_id,
        "doc_id": account.doc_id,
        "by": named_entry(account.actor, actors),
        "said_on": account.said_on,
        "reported_on": account.reported_on,
        "words": [words_entry(anchor) for anchor in account.words],
    }


def conflict_lines(one: Conflict, actors: Mapping[str, Actor]) -> Iterator[Text]:
    """Give a conflict for people: what it is about, then both sides with their words."""
    state = "open" if one.open else "explained"
    yield Text.assemble((CONFLICTS[one.type], "bold"), f", {state}: {one_line(one.about, ABOUT)}")
    for sign, side in (("  ", one.a), ("↔ ", one.b)):
        for account in side:
            yield _account_line(sign, account, actors)
    yield Text(f"  because: {one.reason}; {short(one.conflict_id)}", style="dim")


def _account_line(sign: str, account: Account, actors: Mapping[str, Actor]) -> Text:
    actor = actors.get(account.actor or "")
    words = " … ".join(anchor.exact for anchor in account.words)
    who = actor.name if actor else "the reporter"
    when = account.said_on or account.reported_on or "day unknown"
    line = f"{sign}{who}, {when}: {one_line(words, WORDS_SHOWN)} ({short(account.entry_id)})"
    return Text(line)


def chosen(
    found: list[Conflict], kinds: tuple[ConflictType, ...], *, open_: bool
) -> list[Conflict]:
    """Give the conflicts of these types, all where none is named; only open ones where asked."""
    return [one for one in found if (not kinds or one.type in kinds) and (one.open or not open_)]
