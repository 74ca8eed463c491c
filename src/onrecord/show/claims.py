"""Claims of a record up to a day, for people and for programs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rich.text import Text

from onrecord.analyse.claims import Claim, ClaimStatus, claims
from onrecord.record import Actor, Imprint
from onrecord.show.conflicts import Conflicts
from onrecord.show.plain import one_line
from onrecord.show.stance_entries import named_entry, words_entry
from onrecord.show.tables import WORDS_SHOWN, short
from onrecord.show.words import CLAIMS, SOURCING
from onrecord.store import StatementFilter, Store


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are wanted: of these statuses, of the fighting, by part of a name."""

    statuses: tuple[ClaimStatus, ...] = ()
    military: bool = False
    actor: str | None = None


class Claims:
    """The claims that the coverage up to a day holds; of one negotiation, where one is named."""

    def __init__(self, store: Store, as_of: date | None = None, process: str | None = None) -> None:
        told = Conflicts(store, as_of, process)
        statements = store.statements(StatementFilter(as_of=as_of, process=process))
        self.all = claims(statements, told.all, told.side)
        self.actors: Mapping[str, Actor] = told.actors
        self.imprints: Mapping[str, Imprint] = {one.doc_id: one for one in store.imprints()}

    def chosen(self, wanted: ClaimFilter) -> list[Claim]:
        """Give the claims wanted, in the order of the statements."""
        return [
            one
            for one in self.all
            if (not wanted.statuses or one.status in wanted.statuses)
            and (one.military or not wanted.military)
            and (wanted.actor is None or self._is_by(one, wanted.actor))
        ]

    def _is_by(self, one: Claim, actor: str) -> bool:
        names = (self.actors[id_].name for id_ in one.claimants if id_ in self.actors)
        return actor in one.claimants or any(actor.casefold() in name.casefold() for name in names)


def claim_entry(one: Claim, asked: Claims) -> dict[str, Any]:
    """Give a claim as a JSON object: the one place that names its keys."""
    imprint = asked.imprints.get(one.doc_id)
    return {
        "id": one.claim_id,
        "proposition": [words_entry(anchor) for anchor in one.proposition],
        "gist": one.gist,
        "claimants": [named_entry(actor, asked.actors) for actor in one.claimants],
        "status": one.status,
        "reason": one.reason,
        "marker": words_entry(one.marker),
        "military": one.military,
        "in_denial": one.in_denial,
        "sourcing_level": one.sourcing_level,
        "statements": list(one.statements),
        "answered_by": list(one.answered_by),
        "said_on": one.said_on,
        "reported_on": one.reported_on,
        "doc_id": one.doc_id,
        "file": imprint.name if imprint else None,
        "title": imprint.title if imprint else None,
        "outlet": imprint.outlet if imprint else None,
    }


def claim_lines(one: Claim, asked: Claims) -> Iterator[Text]:
    """Give a claim for people: how it stands, whose it is, in which words, and what answers it."""
    names = [asked.actors[actor].name for actor in one.claimants if actor in asked.actors]
    who = ", ".join(names) or "nobody named"
    when = one.said_on or one.reported_on or "day unknown"
    yield Text.assemble((CLAIMS[one.status], "bold"), f": {one.reason}")
    words = " … ".join(anchor.exact for anchor in one.proposition)
    entry = one.statements[0]
    when = f"{when}, in a denial" if one.in_denial else when
    yield Text(f"  {who}, {when}: {one_line(words, WORDS_SHOWN)} ({short(entry)})")
    answers = f"; see {', '.join(map(short, one.answered_by[:3]))}" if one.answered_by else ""
    yield Text(f"  {SOURCING[one.sourcing_level]}{answers}", style="dim")
