"""What a record answers, as Python values: the questions of the programming interface."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from onrecord.analyse import Moment, timeline
from onrecord.analyse.alignment import Alignment, align
from onrecord.analyse.conflicts import Conflict, ConflictType
from onrecord.analyse.copies import Story
from onrecord.analyse.deadlines import Course
from onrecord.analyse.meetings import Gathering
from onrecord.analyse.proposals import Proposal
from onrecord.analyse.timeline import within
from onrecord.record import Actor, Document, ReviewState, SpeechAct
from onrecord.show.brief import Brief
from onrecord.show.briefing import Briefing
from onrecord.show.conflicts import Conflicts, chosen
from onrecord.show.notebook import DocumentList, ProvisionList, ShiftList, StanceList, StatementList
from onrecord.show.occasions import Occasions
from onrecord.show.plans import Plans
from onrecord.show.proposals import text_named
from onrecord.show.revisions import Comparison, comparison, revised_articles
from onrecord.show.single_json import entry_json
from onrecord.show.sources import Sourcings, Uttered
from onrecord.show.standing import Covered, Standings
from onrecord.store import DocumentFilter, EntryFilter, StatementFilter, Store
from onrecord.wishes import (
    Day,
    codes,
    day,
    levels,
    occasion_filter,
    period,
    provision_filter,
    stance_filter,
)


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
        heard = None if parties is None else frozenset(parties)
        first, last = period(since, until)
        wanted = DocumentFilter(since=first, until=last, process=process)
        asked = Briefing(self.store, wanted, heard, confirmed_only=confirmed_only)
        return Brief(asked.given()).write()

    def brief_docx(self, *args: Any, **asked: Any) -> bytes:
        """Give a brief as a Word document (DOCX), the same bytes for the same brief.

        The arguments are those of `brief`.

        Example:
            pathlib.Path("brief.docx").write_bytes(record.brief_docx(since="2027-04-20"))
        """
        from onrecord.show.brief_docx import word_document

        return word_document(self.brief(*args, **asked))

    def proposals(
        self, name: str | None = None, *, as_of: Day = None, process: str | None = None
    ) -> list[Proposal]:
        """Give the plans with their versions and who wrote and received them; with `name` the one.

        `name` is part of a name, an id or its beginning. `as_of` is a day of publication.

        Example:
            for plan in record.proposals():
                print(plan.label, [version.label for version in plan.versions])

        Raises:
            NoSuchPlan: there is none of that name.
            AmbiguousPlan: there are several.
        """
        plans = Plans(self.store, day(as_of), process)
        return plans.all if name is None else [plans.named(name)]

    def conflicts(
        self,
        type: Iterable[str] = (),  # noqa: A002 - as the command's --type
        *,
        open: bool = False,  # noqa: A002 - as the command's --open
        as_of: Day = None,
        process: str | None = None,
    ) -> list[Conflict]:
        """Give where accounts do not agree, the last reported first; with `open` what is open.

        `type` are codes or beginnings of codes, `as_of` is a day of publication.

        Example:
            for conflict in record.conflicts(open=True):
                print(conflict.about, "|", conflict.a[0].words[0].exact)

        Raises:
            BadCode: no type begins so.
        """
        found = Conflicts(self.store, day(as_of), process)
        return chosen(found.all, codes(ConflictType, type), open_=open)

    def meetings(self, actor: str | None = None, **asked: Any) -> list[Gathering]:
        """Give the meetings by their day, each with all accounts of it.

        `actor` is part of a name, or an id. `asked` are the other arguments of `occasion_filter`:
        `as_of` is a day of publication, `since` and `until` are days of the meetings.

        Example:
            for meeting in record.meetings("Norling", as_of="2027-05-21"):
                print(meeting.date, meeting.type, meeting.status, meeting.place)
        """
        return Occasions(self.store, occasion_filter(actor, **asked)).meetings()

    def deadlines(self, actor: str | None = None, **asked: Any) -> list[Course]:
        """Give the deadlines by their first day, each with all accounts of it.

        The arguments are those of `meetings`. Where one stands on a day, `standing` tells.

        Example:
            for deadline in record.deadlines():
                print(deadline.dues[-1][0], deadline.standing(datetime.date(2027, 5, 17)).status)
        """
        return Occasions(self.store, occasion_filter(actor, **asked)).deadlines()

    def revisions(self, one: str | None = None, other: str | None = None) -> list[Comparison]:
        """Give how articles changed from each version to the next; with ids how these two differ.

        With `one` alone it is the article of that document. The earlier version is `before`.

        Example:
            for change in record.revisions():
                print(change.before.doc_id, change.after.doc_id, len(change.changes))

        Raises:
            NoSuchEntry: there is no such document.
        """
        if one is not None and other is not None:
            return [comparison(self.store, *(self.store.find(id_).id for id_ in (one, other)))]
        known = [self.store.versions(self.store.find(one).id)] if one else None
        return [
            comparison(self.store, before.doc_id, after.doc_id)
            for versions in known or revised_articles(self.store)
            for before, after in pairwise(versions)
        ]

    def show(self, entry_id: str) -> dict[str, Any]:
        """Give one entry of whatever kind as `show --json` does, by its id or the beginning of it.

        Example:
            first = record.statements()[0]
            print(record.show(first.statement_id)["speaker"]["name"])

        Raises:
            NoSuchEntry: there is none.
        """
        return entry_json(self.store, self.store.find(entry_id))

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
