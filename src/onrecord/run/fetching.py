"""Reads addresses into the record: articles, and what feeds and sitemaps list.

Each address leaves a visit in the record: what came of it, what the server said of it, and when it
is due again. An address that fails ends nothing but itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from onrecord.errors import (
    AnswerRefused,
    DocumentError,
    HostResting,
    NetworkForbidden,
    Purged,
    ReadingFailed,
    TooSlow,
    Unreachable,
)
from onrecord.extract import Codebook, extract
from onrecord.fetch import Answer, Known, Listed, canonical, listing, shown
from onrecord.fetch.politeness import Polite
from onrecord.record import Assignment, Document, Process, Visit, VisitOutcome
from onrecord.run.fetched import fetched_document
from onrecord.run.plan import Done, Outcome
from onrecord.run.versions import Fetching, article_at, follow
from onrecord.settings import MAX_BYTES
from onrecord.store import Store

EVERY = timedelta(minutes=15)
LONGEST = timedelta(days=1)
"""The longest time until a feed or an article that failed is asked for again."""

SOONEST = timedelta(hours=1)
FOLLOWED = timedelta(days=7)
"""How long an article is looked at again for changes, each time after as long as it is known, but
not before an hour: most corrections come within a day, hardly any after a week."""

NEVER = datetime(9999, 12, 31, tzinfo=UTC)
MOST_SITEMAPS = 50
DAY = len("2027-04-12")
GONE = frozenset({400, 401, 402, 403, 404, 405, 406, 410, 414, 421, 451})
"""Answers that are not about to change."""


@dataclass(frozen=True, slots=True)
class Admission:
    """Whether a document comes in: the negotiations that it reports on, each with the reason.

    Where `wanted` is false it stays out, for the `reason`.
    """

    wanted: bool = True
    processes: tuple[tuple[Process, str], ...] = ()
    reason: str = ""


Admit = Callable[[Document], Admission]


def everything(_: Document) -> Admission:
    """Let every document in."""
    return Admission()


def now() -> datetime:
    """Give the time, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Round:
    """How addresses are read: into which record, by which fetcher, and what comes in.

    `every` is the time between two looks at a feed. `patient` leaves out what is not due.
    """

    store: Store
    fetcher: Polite
    published_on: str | None = None
    processes: tuple[Process, ...] = ()
    admit: Admit = everything
    every: timedelta = EVERY
    patient: bool = False
    max_bytes: int = MAX_BYTES
    clock: Callable[[], datetime] = now
    codebook: Codebook | None = None
    _seen: set[str] = field(default_factory=set)

    def renewed(self, admit: Admit) -> "Round":
        """Give the next round: nothing is seen yet, and this decides what comes in."""
        return replace(self, admit=admit, _seen=set())

    def take(self, url: str) -> Iterator[Done]:
        """Read an address, or what it lists, and say of each what became of it."""
        before = self.store.visit(url)
        if self.patient and before and self._rests(before):
            yield from self._due(url)
            return
        answer = self._got(url, before)
        if isinstance(answer, Done):
            yield answer
            yield from self._due(url)
            return
        yield from self._taken(Listed(url), answer, before)

    def _rests(self, visit: Visit) -> bool:
        """Tell whether an address that was named is left alone for now: it failed lately."""
        return visit.outcome is not VisitOutcome.LISTED and visit.due_at > self.clock()

    def _taken(self, asked: Listed, answer: Answer, before: Visit | None) -> Iterator[Done]:
        """Read an answer: an article, a feed, a sitemap, or that nothing changed."""
        url = asked.url
        if answer.unchanged and before:
            outcome = self._known_as(before)
            self._keep(replace(before, failures=0), outcome, answer=answer)
            if outcome is not VisitOutcome.LISTED:
                yield Done(shown(url), Outcome.UNCHANGED)
            yield from self._due(url)
            return
        try:
            found = listing(answer, self.max_bytes)
        except DocumentError as error:
            yield self._failed(Visit(url, VisitOutcome.FAILED, *self._moments(before)), error)
            return
        if found is None:
            yield self._article(asked, answer, before)
            return
        visit = Visit(url, VisitOutcome.LISTED, *self._moments(before))
        self._keep(visit, VisitOutcome.LISTED, answer=answer)
        self._seen.add(url)
        for place in found.sitemaps[:MOST_SITEMAPS]:
            if place not in self._seen:
                yield from self.take(place)
        for entry in found.entries:
            yield from self._listed(entry, url)
        yield from self._due(url)

    def _listed(self, entry: Listed, feed: str) -> Iterator[Done]:
        """Read an article that a feed lists, if it is new or the feed says that it changed."""
        before = self.store.visit(entry.url)
        if entry.url in self._seen:
            return
        if before is None or self._wanted(before, entry):
            yield self._one(entry, feed, before)
        elif not self.patient and before.outcome is VisitOutcome.READ:
            yield Done(shown(entry.url), Outcome.UNCHANGED)

    def _wanted(self, before: Visit, entry: Listed) -> bool:
        """Tell whether to fetch an article again that a feed lists.

        Where the user asks for it once more, what failed or was left out is tried again.
        """
        if before.listed_as is not None and before.listed_as != _said(entry):
            return True
        again = {VisitOutcome.FAILED, VisitOutcome.UNRELATED}
        return not self.patient and before.outcome in again

    def _known_as(self, visit: Visit) -> VisitOutcome:
        """Give what an address is that answers that nothing changed, though it failed lately."""
        if visit.outcome is not VisitOutcome.FAILED:
            return visit.outcome
        lists = any(self.store.visits(listed_by=visit.url))
        return VisitOutcome.LISTED if lists else VisitOutcome.READ

    def _due(self, feed: str) -> Iterator[Done]:
        """Read what a feed listed earlier and is due again: it failed, or may have changed."""
        for visit in self.store.visits(listed_by=feed):
            if visit.due_at <= self.clock() and visit.url not in self._seen:
                published = (visit.listed_as or "")[:DAY].strip()
                yield self._one(Listed(visit.url, published=published), feed, visit)

    def _one(self, entry: Listed, feed: str, before: Visit | None) -> Done:
        self._seen.add(entry.url)
        listed_as = (before.listed_as if before and not entry.title else None) or _said(entry)
        known = before or Visit(entry.url, VisitOutcome.FAILED, *self._moments(None))
        visit = replace(known, listed_by=feed, listed_as=listed_as)
        answer = self._got(entry.url, visit)
        if isinstance(answer, Done):
            return answer
        if answer.unchanged:
            self._keep(replace(visit, failures=0), self._known_as(visit), answer=answer)
            return Done(shown(entry.url), Outcome.UNCHANGED)
        return self._article(entry, answer, visit)

    def _got(self, url: str, before: Visit | None) -> Answer | Done:
        """Give the answer for an address, or what became of it without one."""
        visit = before or Visit(url, VisitOutcome.FAILED, *self._moments(None))
        try:
            stone = self.store.tombstone_at(canonical(url) or "")
            if stone:
                raise Purged(shown(url), stone.purged_at[:10], stone.reason)
            return self.fetcher.get(url, Known(visit.etag, visit.last_modified))
        except DocumentError as error:
            return self._failed(visit, error)

    def _article(self, asked: Listed, answer: Answer, before: Visit | None) -> Done:
        """Read one article, unless it is unrelated or has the words that are known."""
        visit = before or Visit(asked.url, VisitOutcome.FAILED, *self._moments(None))
        try:
            done = self._read(answer, asked.published[:DAY])
        except DocumentError as error:
            return self._failed(visit, error)
        except (ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as error:
            slip = ReadingFailed(shown(asked.url), f"{type(error).__name__}: {error}")
            return self._failed(visit, slip)
        unrelated = done.outcome is Outcome.UNRELATED
        outcome = VisitOutcome.UNRELATED if unrelated else VisitOutcome.READ
        self._keep(replace(visit, failures=0), outcome, reason=done.trouble, answer=answer)
        return done

    def _read(self, answer: Answer, listed_on: str) -> Done:
        found = fetched_document(answer, self.published_on, listed_on)
        fetching = Fetching(answer.url, self.clock().date().isoformat())
        same = self._newest(found, fetching)
        admission = self.admit(same or found)
        if not admission.wanted and not same:
            return Done(found.name, Outcome.UNRELATED, found, trouble=admission.reason)
        processes = (*self.processes, *(process for process, _ in admission.processes))
        if same:
            reading = self.store.reading(same.doc_id)
            self.store.add(same, self.store.content(same.doc_id), reading, processes)
            return Done(found.name, Outcome.UNCHANGED, same, reading)
        reading = extract(found, self.published_on, book=self.codebook)
        added = self.store.add(found, answer.content, reading, processes)
        follow(self.store, found, fetching)
        for process, reason in admission.processes:
            self.store.assign(Assignment(found.doc_id, process.process_id, reason))
        return Done(found.name, Outcome(added.value), found, reading)

    def _newest(self, found: Document, fetching: Fetching) -> Document | None:
        """Give the newest version of the article if it has the same text.

        The bytes of a page change with every advertisement; only other words are another version.
        """
        article = article_at(self.store, found, fetching)
        known = self.store.versions_of(article) if article else ()
        newest = self.store.document(known[-1].doc_id) if known else None
        return newest if newest and newest.raw_text == found.raw_text else None

    def _moments(self, before: Visit | None) -> tuple[datetime, datetime, datetime]:
        at = self.clock()
        return before.first_at if before else at, at, at

    def _keep(
        self, visit: Visit, outcome: VisitOutcome, *, reason: str = "", answer: Answer | None = None
    ) -> None:
        """Keep what came of an address, and when it is due again."""
        at = self.clock()
        if answer:
            known = answer.known
            visit = replace(visit, etag=known.etag, last_modified=known.last_modified)
        kept = replace(visit, outcome=outcome, reason=reason, visited_at=at)
        self.store.keep_visit(replace(kept, due_at=self._next(kept)))

    def _next(self, visit: Visit) -> datetime:
        """Give when an address is due again; one that fails, after twice as long each time."""
        at = visit.visited_at
        match visit.outcome:
            case VisitOutcome.LISTED:
                return at + self.every
            case VisitOutcome.FAILED:
                return at + min(self.every * (1 << min(visit.failures, 12)), LONGEST)
            case VisitOutcome.READ if at - visit.first_at < FOLLOWED:
                return at + max(SOONEST, at - visit.first_at)
        return NEVER

    def _failed(self, visit: Visit, error: DocumentError) -> Done:
        """Keep that an address failed, for good or until it is due again."""
        passing = isinstance(error, TooSlow | Unreachable | HostResting) or (
            isinstance(error, AnswerRefused) and error.status not in GONE
        )
        if isinstance(error, NetworkForbidden):
            return Done(error.name, Outcome.FAILED, trouble=str(error))
        lists = visit.outcome is VisitOutcome.LISTED
        outcome = VisitOutcome.FAILED if passing or lists else VisitOutcome.REFUSED
        kept = replace(visit, failures=visit.failures + 1)
        self._keep(kept, outcome, reason=error.sentence)
        return Done(error.name, Outcome.FAILED, trouble=str(error))


def _said(entry: Listed) -> str:
    """Give what a feed says of an article, its day first, so that a change is seen."""
    return f"{entry.published[:DAY]:{DAY}} {entry.changed} {entry.title}"
