"""The programming interface: `import onrecord; record = onrecord.open("talks.db")`."""

import os
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from onrecord.analyse import Moment, timeline
from onrecord.analyse.timeline import within
from onrecord.errors import SameActor
from onrecord.fetch import is_address
from onrecord.record import (
    Actor,
    Decision,
    Document,
    Process,
    SpeechAct,
    Verdict,
    identify,
)
from onrecord.run import Done, Plan, read_paths
from onrecord.settings import Settings
from onrecord.show.brief import Brief, BriefInput
from onrecord.show.notebook import DocumentList, ShiftList, StanceList, StatementList
from onrecord.show.roster import Roster
from onrecord.show.standing import Covered, Standings
from onrecord.store import (
    DocumentFilter,
    EntryFilter,
    StanceFilter,
    StatementFilter,
    Store,
    open_record,
)
from onrecord.wishes import Day, codes, day, iso, levels, period, stance_filter

__all__ = [
    "Day",
    "Record",
    "codes",
    "day",
    "iso",
    "levels",
    "open",
    "period",
    "process_named",
    "sample",
    "settings",
    "stance_filter",
]


class Record:
    """A record in one file: read documents into it, ask it who said what.

    Use it as a context manager, or call `close` at the end.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    def read(
        self,
        *paths: str | Path,
        published_on: Day = None,
        processes: Iterable[str] = (),
    ) -> list[Done]:
        """Read files, folders and addresses, and give what became of each.

        Addresses are those of articles, feeds and sitemaps. Reading again changes nothing.

        `published_on` stands in for the documents' own dates; `processes` are names of the
        negotiations that the documents report on.
        """
        plan = Plan(
            paths=tuple(Path(path) for path in paths if not is_address(str(path))),
            published_on=iso(published_on),
            processes=tuple(process_named(name) for name in processes),
            max_bytes=settings().max_bytes,
        )
        addresses = [str(path) for path in paths if is_address(str(path))]
        return [*read_paths(self.store, plan), *self._fetched(addresses, plan)]

    def _fetched(self, addresses: list[str], plan: Plan) -> list[Done]:
        """Read addresses, as the environment's settings allow."""
        if not addresses:
            return []
        from onrecord import __version__
        from onrecord.fetch.client import Client, Limits
        from onrecord.fetch.politeness import Polite
        from onrecord.run.fetching import Round

        asked = settings()
        limits = Limits(
            asked.offline, asked.private_hosts, max_bytes=plan.max_bytes, version=__version__
        )
        round_ = Round(self.store, Polite(Client(limits)), plan.published_on, plan.processes)
        return [done for url in addresses for done in round_.take(url)]

    def documents(
        self, text: str | None = None, since: Day = None, until: Day = None
    ) -> DocumentList:
        """Give the documents by day of publication; `text` is searched in them."""
        first, last = period(since, until)
        wanted = DocumentFilter(text=text, since=first, until=last)
        return DocumentList(self.store.documents(wanted))

    def statements(
        self,
        actor: str | None = None,
        since: Day = None,
        until: Day = None,
        *,
        text: str | None = None,
        sourcing: Iterable[str] = (),
        process: str | None = None,
        acts: Iterable[str] = (),
        as_of: Day = None,
        review: bool | None = None,
    ) -> StatementList:
        """Give the statements in order; all that is asked for must hold.

        `actor` is part of a name, `text` words of the statement, `sourcing` codes or beginnings of
        codes such as `L1` or `L3b_unnamed_bare`, `acts` those of speech acts. `as_of` gives what
        the coverage said up to that day. `review` True gives only what was found with so
        little confidence that it is for review, False leaves that out, None gives both.
        """
        first, last = period(since, until)
        wanted = StatementFilter(
            actor=actor,
            since=first,
            until=last,
            text=text,
            sourcing=levels(sourcing),
            process=process,
            acts=codes(SpeechAct, acts),
            as_of=day(as_of),
            review=review,
        )
        documents = {document.doc_id: document for document in self.store.documents()}
        return StatementList.of(self.store.statements(wanted), self.actors(), documents)

    def actors(self) -> dict[str, Actor]:
        """Give the actors by id."""
        return {actor.actor_id: actor for actor in self.store.actors()}

    def merge(self, one: str, other: str, reason: str = "", by: str = "") -> Actor:
        """Decide that two actors, by name or id, are one; give the one.

        Raises:
            NoSuchActor: there is none of that name.
            AmbiguousActor: there are several.
            SameActor: they are one already.
        """
        roster = Roster(self.store)
        first, second = roster.named(one), roster.named(other)
        if first is second:
            raise SameActor(one, other, together=True)
        kept, merged = first.actor.actor_id, second.actor.actor_id
        self.store.decide(Decision(Verdict.MERGE, kept, merged, reason, by))
        return Roster(self.store).named(kept).actor

    def split(self, one: str, other: str | None = None, reason: str = "", by: str = "") -> Actor:
        """Decide that an actor is not one with another, or with any; give the one split off.

        Raises:
            NoSuchActor: there is none of that name.
            AmbiguousActor: there are several.
            SameActor: they are not one.
        """
        roster = Roster(self.store)
        apart = roster.member(one)
        identity = roster.identities.of(apart.actor_id)
        members = [m for m in identity.members if m != apart.actor_id] if identity else []
        if other is not None:
            wanted = roster.member(other).actor_id
            members = members if wanted in members else []
        if not members:
            raise SameActor(one, other or one, together=False)
        for member in members:
            self.store.decide(Decision(Verdict.SPLIT, apart.actor_id, member, reason, by))
        return Roster(self.store).named(apart.actor_id).actor

    def stances(self, *, trail: bool = False, **asked: Any) -> StanceList:
        """Give where the sides stand: the stances in force, or with `trail` all of them.

        `asked` are the arguments of `stance_filter`.
        """
        standings = Standings(self.store, stance_filter(**asked))
        return StanceList.of(standings, standings.rows(trail=trail))

    def shifts(self, *, versions: bool = False, **asked: Any) -> ShiftList:
        """Give what shifted, with the coverage behind it.

        `versions` adds different answers to two versions of one plan. `asked` are the arguments of
        `stance_filter`.
        """
        standings = Standings(self.store, stance_filter(**asked))
        return ShiftList.of(standings, standings.shifts(versions=versions))

    def coverage(self, *, gaps: bool = False, **asked: Any) -> Covered:
        """Give the articles of each outlet in a period.

        `gaps` adds who has no position of his own on what, and why. `asked` are the arguments of
        `stance_filter`; `since` and `until` are days of publication here.
        """
        return Standings(self.store, stance_filter(**asked)).covered(gaps=gaps)

    def timeline(
        self,
        since: Day = None,
        until: Day = None,
        process: str | None = None,
        *,
        named: bool = False,
    ) -> list[Moment]:
        """Give the course of events; `named` adds the days that articles name."""
        times = self.store.times(EntryFilter(process=process)) if named else ()
        moments = timeline(
            self.store.documents(DocumentFilter(process=process)),
            self.store.statements(StatementFilter(process=process)),
            times,
        )
        return within(moments, *period(since, until))

    def brief(self, since: Day = None, until: Day = None, process: str | None = None) -> str:
        """Give a brief in Markdown in which every line carries its source.

        `since` and `until` are days of publication.
        """
        first, last = period(since, until)
        wanted = DocumentFilter(since=first, until=last, process=process)
        documents = list(self.store.documents(wanted))
        known = {document.doc_id for document in documents}
        every = self.store.statements(StatementFilter(process=process))
        statements = [statement for statement in every if statement.doc_id in known]
        money = [sum_ for sum_ in self.store.money() if sum_.anchor.doc_id in known]
        taken = self.store.stances(StanceFilter(process=process, review=False))
        stances = [stance for stance in taken if stance.doc_id in known]
        given = BriefInput(documents, statements, self.actors(), money, stances)
        return Brief(given).write()

    def document(self, doc_id: str) -> Document:
        """Give one document.

        Raises:
            NoSuchEntry: there is none with this id.
        """
        return self.store.document(doc_id)

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def settings() -> Settings:
    """Give the settings of this process' environment: ONRECORD_RECORD, ONRECORD_MAX_BYTES."""
    return Settings.from_environment(os.environ)


def open(path: str | Path | None = None, *, create: bool = True) -> Record:
    """Open the record in a file, making it where there is none and `create` is true.

    Without a path it is the one that ONRECORD_RECORD names, or `onrecord.db` in this folder.

    Raises:
        RecordMissing: there is none, and `create` is false.
        NotARecord: the file is something else.
    """
    return Record(open_record(path or settings().record, create=create))


def sample() -> Path:
    """Give the folder of the sample case: articles about a negotiation that never took place."""
    return Path(str(files("onrecord") / "sample" / "articles"))


def process_named(name: str) -> Process:
    """Give the negotiation of this name."""
    return Process(identify("prc", name.casefold()), name)
