"""What a record answers about meetings and deadlines, put together from its accounts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from onrecord.analyse.deadlines import Course, courses
from onrecord.analyse.meetings import Gathering, gatherings
from onrecord.analyse.sides import Sides
from onrecord.record import Actor, Deadline, Imprint, Meeting
from onrecord.record.edtf import first_bounds
from onrecord.show.roster import Roster
from onrecord.store import EntryFilter, Store


@dataclass(frozen=True, slots=True)
class OccasionFilter:
    """Which meetings or deadlines are wanted.

    `actor` is part of a name, or an id, of somebody who takes part. `as_of` leaves out what was
    published later, or on an unknown day. `media` adds interviews, press conferences and the like.
    `since` and `until` are days on which it may be.
    """

    actor: str | None = None
    as_of: date | None = None
    since: date | None = None
    until: date | None = None
    process: str | None = None
    media: bool = False


class Occasions:
    """The answers to one question for meetings and deadlines."""

    def __init__(self, store: Store, wanted: OccasionFilter, roster: Roster | None = None) -> None:
        self._store, self._wanted = store, wanted
        self._roster = roster or Roster(store)

    @property
    def actors(self) -> Mapping[str, Actor]:
        """The actors by id."""
        return self._roster.actors

    @cached_property
    def sides(self) -> Sides:
        """Whose side actors are on."""
        return Sides(self.actors, self._roster.identities)

    @cached_property
    def imprints(self) -> dict[str, Imprint]:
        """Where and when documents appeared."""
        return {imprint.doc_id: imprint for imprint in self._store.imprints()}

    @property
    def day(self) -> date:
        """The day asked for, else the last on which a document was surely published."""
        if self._wanted.as_of:
            return self._wanted.as_of
        days = (first_bounds(_day(each.published_on))[1] for each in self.imprints.values())
        return max((day for day in days if day), default=date.max)

    def meetings(self) -> list[Gathering]:
        """Give the meetings wanted, by their day."""
        told = filter(self._is_known, self._store.meetings(self._entries))
        found = gatherings(told, self.sides, self._roster.decisions)
        return [
            each
            for each in found
            if (self._wanted.media or each.type.negotiates)
            and self._takes_part(each.participants)
            and self._in_days(each.date)
        ]

    def deadlines(self) -> list[Course]:
        """Give the deadlines wanted, by their first day."""
        told = filter(self._is_known, self._store.deadlines(self._entries))
        found = courses(told, self.sides, self._roster.decisions)
        return [
            each
            for each in found
            if self._takes_part([*([each.set_by] if each.set_by else []), *each.addressees])
            and any(self._in_days(due) for due, _ in each.dues or ((None, ()),))
        ]

    @property
    def _entries(self) -> EntryFilter:
        return EntryFilter(process=self._wanted.process)

    def _is_known(self, account: Meeting | Deadline) -> bool:
        """Tell whether the document of an account was published by the day asked for."""
        if self._wanted.as_of is None:
            return True
        published = first_bounds(_day(account.reported_on))[1]
        return published is not None and published <= self._wanted.as_of

    def _takes_part(self, actor_ids: Iterable[str]) -> bool:
        if self._wanted.actor is None:
            return True
        return any(self.sides.one(actor) in self._asked for actor in actor_ids)

    @cached_property
    def _asked(self) -> frozenset[str]:
        ids = self._roster.ids(self._wanted.actor or "")
        return frozenset(self.sides.one(actor) for actor in ids)

    def _in_days(self, edtf: str | None) -> bool:
        return may_lie(edtf, self._wanted.since, self._wanted.until)

    def name(self, actor_id: str | None) -> str:
        """Give an actor's name as the record knows him, or that nobody is named."""
        actor = self.actors.get(self.sides.one(actor_id)) if actor_id else None
        return actor.name if actor else "nobody named"

    def names(self, actor_ids: Iterable[str]) -> str:
        """Give several names, each once."""
        return ", ".join(dict.fromkeys(map(self.name, actor_ids)))

    def source(self, account: Meeting | Deadline) -> str:
        """Give where and when an account was published, and who tells it."""
        imprint = self.imprints.get(account.doc_id)
        outlet = imprint.outlet if imprint and imprint.outlet else "outlet unknown"
        told = f", {self.name(account.told_by)}" if account.told_by else ""
        return f"{outlet}, {_day(account.reported_on) or 'day unknown'}{told}"


def may_lie(edtf: str | None, since: date | None, until: date | None) -> bool:
    """Tell whether a time may lie in a period; what has no day lies in all.

    >>> may_lie("2027-04", date(2027, 4, 30), None), may_lie("2027-04", date(2027, 5, 1), None)
    (True, False)
    """
    first, last = first_bounds(edtf)
    early = since is not None and last is not None and last < since
    return not early and not (until is not None and first is not None and first > until)


def _day(published: str | None) -> str | None:
    """Give the day of a time of day."""
    return published[:10] if published and "T" in published else published
