"""What goes into a brief: the entries of the documents of a period, and what is cited beside."""

from collections.abc import Iterator, Sequence

from onrecord.record import BY_PEOPLE, Document, ReviewState, Stance, Statement
from onrecord.record.edtf import first_bounds
from onrecord.show.brief import BriefInput
from onrecord.show.brief_plans import Known, Scope, plans_and_conflicts
from onrecord.show.coming import Coming, coming
from onrecord.show.occasions import OccasionFilter
from onrecord.store import DocumentFilter, EntryFilter, StanceFilter, StatementFilter, Store


class Briefing:
    """Gathers what a brief on these documents is written from.

    `heard` are the ids of the actors that it is about, None for all. With `confirmed_only` only
    what people stand for is in it.
    """

    def __init__(
        self,
        store: Store,
        wanted: DocumentFilter,
        heard: frozenset[str] | None = None,
        *,
        confirmed_only: bool = False,
    ) -> None:
        self._store, self._wanted, self._heard = store, wanted, heard
        self._confirmed_only = confirmed_only
        self._states: tuple[ReviewState, ...] = BY_PEOPLE if confirmed_only else ()
        self._documents = list(store.documents(wanted))
        self._own = frozenset(document.doc_id for document in self._documents)

    def given(self, known: Known | None = None) -> BriefInput:
        """Give all of it; `known` gives the conflicts of a day where somebody keeps them."""
        wanted = self._wanted
        scope = Scope(self._own, wanted.until, wanted.process, self._heard, self._confirmed_only)
        plans, conflicts = plans_and_conflicts(self._store, scope, known)
        cited = {line.doc_id for group in (*plans, *conflicts) for line in group.lines}
        sums = EntryFilter(
            since=wanted.since, until=wanted.until, process=wanted.process, states=self._states
        )
        return BriefInput(
            documents=self._documents,
            statements=list(self._statements()),
            actors={actor.actor_id: actor for actor in self._store.actors()},
            money=list(self._store.money(sums)),
            stances=list(self._stances()),
            confirmed_only=self._confirmed_only,
            coming=[] if self._confirmed_only else self._coming(),
            plans=plans,
            conflicts=conflicts,
            elsewhere=self._elsewhere(cited - self._own),
        )

    def _statements(self) -> Iterator[Statement]:
        for document in self._documents:
            wanted = StatementFilter(doc_id=document.doc_id, states=self._states)
            for statement in self._store.statements(wanted):
                if self._heard is None or statement.actor_id in self._heard:
                    yield statement

    def _stances(self) -> Iterator[Stance]:
        for document in self._documents:
            wanted = StanceFilter(doc_id=document.doc_id, review=False, states=self._states)
            for stance in self._store.stances(wanted):
                if self._heard is None or stance.holder in self._heard:
                    yield stance

    def _coming(self) -> list[Coming]:
        """Give what the documents say is to come after the last of their days."""
        days = (first_bounds((one.published_on or "")[:10])[1] for one in self._documents)
        today = self._wanted.until or max((day for day in days if day), default=None)
        if today is None:
            return []
        asked = OccasionFilter(as_of=self._wanted.until, process=self._wanted.process)
        return [
            one
            for one in coming(self._store, asked, today)
            if one.anchor.doc_id in self._own
            and (self._heard is None or not self._heard.isdisjoint(one.actors))
        ]

    def _elsewhere(self, cited: frozenset[str] | set[str]) -> Sequence[Document]:
        found = (self._store.document(doc_id) for doc_id in cited)
        return sorted(found, key=lambda one: (one.published_on or "", one.doc_id))
