"""Alerts: what the user asked to be told, each once, in the record's words and the source's.

An alert's id follows from what it is about. An utterance that several versions or outlets report is
told once, as are a deadline that many articles name and a denial that is made again.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from onrecord.record import Alert, AlertKind, Document, identify
from onrecord.show.occasions import OccasionFilter
from onrecord.show.plain import one_line
from onrecord.store import Store
from onrecord.watch.heard import first_heard
from onrecord.watch.news import WORDS, News, untold
from onrecord.watch.occasions import OccasionNews
from onrecord.watch.plans import PlanNews
from onrecord.watch.shifts import shift_news

RULES = {AlertKind.SHIFT: ("2",), AlertKind.CONFLICT: ("2",)}
"""Which rules say what is one thing, of kinds for which they changed: what is on record when they
are first used counts as told, since it was told by others."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user wants to be told.

    `actors` are names of whom every new statement is told; `days` is how long before a deadline it
    is told, None for nothing of deadlines. `process` is the negotiation that all but statements,
    revisions and notices are of.
    """

    actors: tuple[str, ...] = ()
    shifts: bool = False
    days: int | None = None
    meetings: bool = False
    plans: bool = False
    conflicts: bool = False
    revisions: bool = False
    notices: bool = False
    process: str | None = None


def of_document(store: Store, document: Document, wishes: Wishes) -> Iterator[Alert]:
    """Give the alerts that a document which just came in gives cause for."""
    yield from _statements(store, document, wishes.actors)
    if wishes.revisions:
        yield from _revisions(store, document)
    if wishes.notices:
        yield from _notices(store, document)


def of_record(store: Store, wishes: Wishes, today: date) -> Iterator[Alert]:
    """Give the alerts that the record as a whole gives cause for today."""
    if wishes.days is not None:
        yield from untold(store, _occasions(store, wishes, today).near(wishes.days))
    for give in _lasting(store, wishes, today).values():
        yield from give()


def raised(store: Store, found: Iterable[Alert], *, silent: bool = False) -> Iterator[Alert]:
    """Keep alerts and give those that are new; with `silent` they count as told, without words."""
    for alert in found:
        if store.raise_alert(replace(alert, words="") if silent else alert):
            if silent:
                store.sent(alert.alert_id)
            else:
                yield alert


def begin(store: Store, wishes: Wishes, today: date) -> None:
    """Count as told what the record holds when it is first watched for something.

    A deadline that is near is told all the same.
    """
    of = (wishes.process,) if wishes.process else ()
    for kind, give in _lasting(store, wishes, today).items():
        rules = RULES.get(kind, ())
        mark = Alert(identify("alr", "begun", kind, *of, *rules), kind, "watched from here on", "")
        if store.raise_alert(mark):
            store.sent(mark.alert_id)
            for _ in raised(store, give(), silent=True):
                pass


def _lasting(
    store: Store, wishes: Wishes, today: date
) -> dict[AlertKind, Callable[[], Iterator[Alert]]]:
    """Give what is wished for of which a record can hold some before it is watched."""
    of_plans = PlanNews(store, wishes.process)
    of_days = _occasions(store, wishes, today)

    def told(news: Callable[[], Iterator[News]]) -> Callable[[], Iterator[Alert]]:
        return lambda: untold(store, news())

    known: dict[AlertKind, tuple[bool, Callable[[], Iterator[Alert]]]] = {
        AlertKind.SHIFT: (wishes.shifts, told(lambda: shift_news(store, wishes.process))),
        AlertKind.DEADLINE_MOVED: (wishes.days is not None, told(of_days.moved)),
        AlertKind.DEADLINE_ENDED: (wishes.days is not None, told(of_days.ended)),
        AlertKind.MEETING: (wishes.meetings, told(of_days.meetings)),
        AlertKind.PLAN_VERSION: (wishes.plans, told(of_plans.versions)),
        AlertKind.CONFLICT: (wishes.conflicts, told(of_plans.conflicts)),
    }
    return {kind: give for kind, (wanted, give) in known.items() if wanted}


def _occasions(store: Store, wishes: Wishes, today: date) -> OccasionNews:
    return OccasionNews(store, OccasionFilter(process=wishes.process), today)


def _source(document: Document) -> str:
    about = document.metadata
    outlet = about.publisher.value if about.publisher else document.name
    return f"{outlet}, {document.published_on or 'day unknown'}"


def _statements(store: Store, document: Document, actors: Iterable[str]) -> Iterator[Alert]:
    told: set[str] = set()
    for name in actors:
        for statement in first_heard(store, document.doc_id, name):
            if statement.statement_id in told:
                continue  # `Marr` and `Lena Marr` are both asked for
            told.add(statement.statement_id)
            said = " ".join(part.exact for part in statement.content)
            yield Alert(
                alert_id=identify("alr", "statement", name.casefold(), " ".join(said.split())),
                kind=AlertKind.STATEMENT,
                title=f"{name}: {one_line(statement.gist, 120)}",
                words=f"“{one_line(said, WORDS)}” ({_source(document)})",
                doc_id=document.doc_id,
                entry_id=statement.statement_id,
            )


def _revisions(store: Store, document: Document) -> Iterator[Alert]:
    versions = [each.doc_id for each in store.versions(document.doc_id)]
    if document.doc_id not in versions[1:]:
        return
    before = versions[versions.index(document.doc_id) - 1]
    ids = {each.statement_id for each in store.reading(before).statements}
    left = len(ids & store.left_behind(before))
    title = document.metadata.title
    yield Alert(
        alert_id=identify("alr", "revision", before, document.doc_id),
        kind=AlertKind.REVISION,
        title=f"An article changed: {one_line(title.value if title else document.name, 120)}",
        words=f"{left} of its statements are no longer there ({_source(document)})",
        doc_id=document.doc_id,
        entry_id=before,
    )


def _notices(store: Store, document: Document) -> Iterator[Alert]:
    for notice in store.notices():
        if notice.doc_id == document.doc_id:
            yield Alert(
                alert_id=identify("alr", "notice", notice.kind, notice.anchor.exact),
                kind=AlertKind.NOTICE,
                title=f"A {notice.kind} was printed",
                words=f"“{one_line(notice.anchor.exact, WORDS)}” ({_source(document)})",
                doc_id=document.doc_id,
            )
