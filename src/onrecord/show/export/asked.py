"""What an export asks of a record, and what its rows have in common."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from onrecord.record import (
    BY_PEOPLE,
    Anchor,
    Event,
    Imprint,
    Provenance,
    ReviewState,
)
from onrecord.show.conflicts import Conflicts
from onrecord.show.events import EventFilter, events
from onrecord.show.occasions import OccasionFilter, Occasions
from onrecord.show.plans import Plans
from onrecord.show.roster import Roster
from onrecord.store import DocumentFilter, Store

Row = dict[str, Any]

BETWEEN = " … "
"""Stands between words that are not next to one another."""


class Asked:
    """A record to be exported, all of it or one negotiation.

    `confirmed_only` leaves out what no person has confirmed, corrected or added. `names` are the
    actors that rows have named so far, `kept` the entries.
    """

    def __init__(
        self, store: Store, process: str | None = None, *, confirmed_only: bool = False
    ) -> None:
        self.store, self.process, self.confirmed_only = store, process, confirmed_only
        self.states: tuple[ReviewState, ...] = BY_PEOPLE if confirmed_only else ()
        self.named: set[str] = set()
        self.kept: set[str] = set()

    @cached_property
    def roster(self) -> Roster:
        """Who is on record."""
        return Roster(self.store, None, self.process)

    @cached_property
    def plans(self) -> Plans:
        """The plans."""
        return Plans(self.store, None, self.process)

    @cached_property
    def occasions(self) -> Occasions:
        """The meetings and deadlines, those for the media too."""
        return Occasions(self.store, OccasionFilter(process=self.process, media=True))

    @cached_property
    def conflicts(self) -> Conflicts:
        """The conflicts."""
        return Conflicts(self.store, None, self.process)

    @cached_property
    def imprints(self) -> dict[str, Imprint]:
        """Where and when documents appeared, in the order of the coverage."""
        wanted = DocumentFilter(process=self.process)
        return {each.doc_id: each for each in self.store.imprints(wanted)}

    def keeps(self, entry_id: str, provenance: Provenance) -> bool:
        """Tell whether an entry is exported, and remember it."""
        if self.confirmed_only and provenance.state not in BY_PEOPLE:
            return False
        if self.confirmed_only:
            self.kept.add(entry_id)
        return True

    def who(self, actor_id: str | None) -> Row:
        """Give an actor as the record knows him: the identity's id and its name."""
        if actor_id is None:
            return {"id": None, "name": None}
        identity = self.roster.identities.of(actor_id)
        actor = identity.actor if identity else self.roster.actors.get(actor_id)
        found = actor.actor_id if actor else actor_id
        self.named.add(found)
        return {"id": found, "name": actor.name if actor else None}

    def names(self, actor_ids: Iterable[str]) -> list[str]:
        """Give the names of several actors, each once."""
        found = (self.who(actor_id) for actor_id in actor_ids)
        return list(dict.fromkeys(each["name"] or each["id"] for each in found))

    def place(self, doc_id: str, words: Sequence[Anchor | None]) -> Row:
        """Give where some words stand, and where and when their document appeared.

        Words that are not next to one another have all their places in `spans`.
        """
        anchors = sorted((a for a in words if a), key=lambda anchor: (anchor.start, anchor.end))
        imprint = self.imprints.get(doc_id)
        return {
            "doc_id": doc_id,
            "start": anchors[0].start if anchors else None,
            "end": max(anchor.end for anchor in anchors) if anchors else None,
            "spans": [f"{anchor.start}-{anchor.end}" for anchor in anchors],
            "words": BETWEEN.join(anchor.exact for anchor in anchors),
            "outlet": imprint.outlet if imprint else None,
            "title": imprint.title if imprint else None,
            "published": imprint.published_on if imprint else None,
        }

    def events(self) -> Iterator[Event]:
        """Give the events."""
        return events(self.store, EventFilter(process=self.process, states=self.states))


def read_by(provenance: Provenance) -> Row:
    """Give what found an entry, how sure, and what people made of it."""
    return {
        "rule": provenance.rule_id,
        "confidence": provenance.confidence,
        "review": provenance.state,
        "reviewed_by": provenance.review.by if provenance.review else None,
    }
