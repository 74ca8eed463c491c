"""What a record answers, as Python values: the questions of the programming interface."""

from collections.abc import Iterable, Sequence
from typing import Any

from onrecord.analyse import Moment, timeline
from onrecord.analyse.alignment import Alignment, align
from onrecord.analyse.copies import Story
from onrecord.analyse.timeline import within
from onrecord.record import (
    BY_PEOPLE,
    Actor,
    Document,
    ReviewState,
    SpeechAct,
)
from onrecord.record.edtf import first_bounds
from onrecord.show.brief import Brief, BriefInput
from onrecord.show.brief_plans import Scope, plans_and_conflicts
from onrecord.show.coming import Coming, coming
from onrecord.show.notebook import DocumentList, ProvisionList, ShiftList, StanceList, StatementList
from onrecord.show.occasions import OccasionFilter
from onrecord.show.proposals import text_named
from onrecord.show.sources import Sourcings, Uttered
from onrecord.show.standing import Covered, Standings
from onrecord.store import (
    DocumentFilter,
    EntryFilter,
    StanceFilter,
    StatementFilter,
    Store,
)
from onrecord.wishes import Day, codes, day, levels, period, provision_filter, stance_filter


class Answers:
    """The questions that a record answers; `api.Record` asks them."""

    def __init__(self, store: Store) -> None:
        self.store = store

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
        states: Iterable[str] = (),
    ) -> StatementList:
        """Give the statements in order; all that is asked for must hold.

        `actor` is part of a name, `text` words of the statement, `sourcing` codes or beginnings of
        codes such as `L1` or `L3b_unnamed_bare`, `acts` those of speech acts. `as_of` gives what
        the coverage said up to that day. `review` True gives only what was found with so
        little confidence that it is for review, False leaves that out, None gives both. `states`
        are those of people's decisions, as `rejected`; `BY_PEOPLE` is all that people stand for.
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
            states=codes(ReviewState, states),
        )
        documents = {document.doc_id: document for document in self.store.documents()}
        return StatementList.of(self.store.statements(wanted), self.actors(), documents)

    def actors(self) -> dict[str, Actor]:
        """Give the actors by id."""
        return {actor.actor_id: actor for actor in self.store.actors()}

    def stances(self, *, trail: bool = False, **asked: Any) -> StanceList:
        """Give where the sides stand: the stances in force, or with `trail` all of them.

        `asked` are the arguments of `stance_filter`.
        """
        standings = Standings(self.store, stance_filter(**asked))
        return StanceList.of(standings, standings.rows(trail=trail))

    def provisions(self, **asked: Any) -> ProvisionList:
        """Give what plans say, point by point, in the order of the coverage.

        `asked` are the arguments of `provision_filter`.
        """
        return ProvisionList.of(self.store, self.store.provisions(provision_filter(**asked)))

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

    def brief(
        self,
        since: Day = None,
        until: Day = None,
        process: str | None = None,
        *,
        parties: Iterable[str] | None = None,
        confirmed_only: bool = False,
    ) -> str:
        """Give a brief in Markdown in which every line carries its source.

        `since` and `until` are days of publication, `parties` ids of the actors that it is about.
        `confirmed_only` leaves out what no person has confirmed, corrected or added.
        """
        states = BY_PEOPLE if confirmed_only else ()
        heard = None if parties is None else frozenset(parties)
        first, last = period(since, until)
        wanted = DocumentFilter(since=first, until=last, process=process)
        documents = list(self.store.documents(wanted))
        statements = [
            statement
            for document in documents
            for statement in self.store.statements(
                StatementFilter(doc_id=document.doc_id, states=states)
            )
            if heard is None or statement.actor_id in heard
        ]
        sums = EntryFilter(since=first, until=last, process=process, states=states)
        stances = [
            stance
            for document in documents
            for stance in self.store.stances(
                StanceFilter(doc_id=document.doc_id, review=False, states=states)
            )
            if heard is None or stance.holder in heard
        ]
        money, actors = list(self.store.money(sums)), self.actors()
        ahead = [] if confirmed_only else self._coming(documents, wanted, heard)
        own = frozenset(document.doc_id for document in documents)
        scope = Scope(own, last, process, heard, confirmed_only)
        plans, disputes = plans_and_conflicts(self.store, scope)
        cited = {line.doc_id for group in (*plans, *disputes) for line in group.lines} - own
        elsewhere = sorted(map(self.store.document, cited), key=_by_day)
        given = BriefInput(
            documents, statements, actors, money, stances, confirmed_only, ahead,
            plans, disputes, elsewhere,
        )  # fmt: skip
        return Brief(given).write()

    def brief_docx(self, *args: Any, **asked: Any) -> bytes:
        """Give a brief as a Word document (DOCX), the same bytes for the same brief.

        The arguments are those of `brief`.
        """
        from onrecord.show.brief_docx import word_document

        return word_document(self.brief(*args, **asked))

    def _coming(
        self, documents: Sequence[Document], wanted: DocumentFilter, heard: frozenset[str] | None
    ) -> list[Coming]:
        """Give what documents say is to come after the last of their days."""
        days = (first_bounds((one.published_on or "")[:10])[1] for one in documents)
        today = wanted.until or max((day for day in days if day), default=None)
        if today is None:
            return []
        own = {document.doc_id for document in documents}
        asked = OccasionFilter(as_of=wanted.until, process=wanted.process)
        return [
            one
            for one in coming(self.store, asked, today)
            if one.anchor.doc_id in own and (heard is None or not heard.isdisjoint(one.actors))
        ]

    def compare(self, left: str, right: str) -> Alignment:
        """Set two texts of plans side by side, each by its id or words of plan and version."""
        one, other = (text_named(self.store, name) for name in (left, right))
        return align(one.points, other.points)

    def sources(
        self, since: Day = None, until: Day = None, process: str | None = None
    ) -> list[Story]:
        """Give the documents put together that rest on one source, by day of publication."""
        first, last = period(since, until)
        return Sourcings(self.store, DocumentFilter(None, first, last, process)).stories()

    def utterances(self, **asked: Any) -> list[Uttered]:
        """Give each utterance once, with its reports, their wordings and independent sources.

        `asked` are the arguments of `statements`.
        """
        return Sourcings(self.store).uttered(self.statements(**asked))

    def document(self, doc_id: str) -> Document:
        """Give one document.

        Raises:
            NoSuchEntry: there is none with this id.
        """
        return self.store.document(doc_id)


def _by_day(document: Document) -> tuple[str, str]:
    return document.published_on or "", document.doc_id
