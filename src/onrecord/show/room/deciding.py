"""An entry to be decided on, as the page Review shows it: words in context, fields, history."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from onrecord.errors import OnrecordError
from onrecord.record import (
    Action,
    Actor,
    Anchor,
    Condition,
    Deadline,
    Document,
    Imprint,
    Meeting,
    Mention,
    PlanClaim,
    Provision,
    ReviewState,
    Ruling,
    Stance,
    StanceObject,
    Statement,
    Topic,
    Waiting,
)
from onrecord.show.plan_tables import claim_parts
from onrecord.show.provision_tables import behind, provision_parts
from onrecord.show.queue import brief_words
from onrecord.show.reviews import history_lines
from onrecord.show.room.fields import Known, Row, first_words, rows_of
from onrecord.show.room.passage import Mark, Stretch, passage
from onrecord.show.single_occasions import occasion_parts
from onrecord.show.single_stances import condition_parts, stance_parts
from onrecord.show.words import act, who
from onrecord.store import Case, EntryFilter, Found, Kind, StanceFilter, Store

OBJECTS = 400
"""Stances whose objects are offered beside those of the document."""

ROLES = {
    "content": "said",
    "evidence": "said",
    "anchor": "said",
    "demand": "said",
    "cue": "cue",
    "source": "who",
}
"""As what the words of each field are marked; all others are more."""
WITHIN = frozenset({"quoted", "act_words", "certainty"})
"""Fields whose words stand in those of others."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a history: when (UTC, to the minute), what, and whether a person did it."""

    at: str
    what: str
    person: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """One entry that can be decided on: its state, its fields seen at once, and the others."""

    case: Case
    title: str
    state: ReviewState
    found: bool
    rows: list[Row]
    more: list[Row]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that one person needs to decide on an entry.

    `with_it` are the stances that were read from a statement, `of` the statement that a stance was
    read from.
    """

    main: Panel
    with_it: tuple[Panel, ...]
    of: Statement | None
    document: Document
    imprint: Imprint | None
    words: tuple[Stretch, ...]
    at: Anchor | None
    history: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Queued:
    """A line of the queue: what waits, whose it is, its words."""

    waiting: Waiting
    who: str
    words: str


class Deciding:
    """Makes the sheets of one record."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def sheet(self, case: Case) -> Sheet:
        """Give the sheet of a case.

        Raises:
            NoSuchEntry: the current texts do not have its document.
        """
        store, entry = self._store, case.entry
        document = store.document(case.doc_id)
        of = self._statement(entry) if isinstance(entry, Stance) else None
        near = first_words(entry)
        known = self._known(document, near.start if near else 0)
        with_it: tuple[Panel, ...] = ()
        main = self._panel(case, known)
        if isinstance(entry, Statement):
            found = store.stances_from(entry.statement_id)
            with_it = tuple(self._panel(store.case(one.stance_id), known) for one in found)
        marks = [*marks_of(entry), *(_of_statement(of) if of else ())]
        return Sheet(
            main=main,
            with_it=with_it,
            of=of,
            document=document,
            imprint=store.imprints_with([case.doc_id]).get(case.doc_id),
            words=passage(document, marks),
            at=near,
            history=tuple(self.history(case)),
        )

    def _statement(self, stance: Stance) -> Statement | None:
        return next(iter(self._store.statements_with(stance.statements[:1])), None)

    def _known(self, document: Document, near: int) -> Known:
        store, own = self._store, EntryFilter(doc_id=document.doc_id)
        mentions = tuple(store.mentions(document.doc_id))
        ids = {one.actor_id for one in mentions if one.actor_id}
        return Known(
            mentions=mentions,
            times=tuple(store.times(own)),
            published_on=document.published_on,
            names={actor.actor_id: actor for actor in store.actors_with(ids)},
            objects=self._objects(document.doc_id),
            near=near,
        )

    def _objects(self, doc_id: str) -> tuple[StanceObject, ...]:
        """Give what stances are about: those of the document first, then others of the record."""
        own = self._store.stands(StanceFilter(doc_id=doc_id))
        others = self._store.stands(StanceFilter(limit=OBJECTS))
        found: dict[str, StanceObject] = {}
        for stand in (*own, *others):
            found.setdefault(stand.object.object_id, stand.object)
        return tuple(found.values())

    def _panel(self, case: Case, known: Known) -> Panel:
        entry, machine = case.entry, self._store.machines(case)
        missing = _actors(entry, machine) - known.names.keys()
        names = {one.actor_id: one for one in self._store.actors_with(missing)}
        known = replace(known, names={**known.names, **names})
        rows, more = rows_of(case.kind, entry, machine, known) if entry else ([], [])
        return Panel(
            case=case,
            title=title_of(self._store, entry, known.names),
            state=case.log.state,
            found=machine is not None,
            rows=rows,
            more=more,
        )

    def history(self, case: Case) -> Iterator[Line]:
        """Give what became of an entry: the machine's readings of its document, the decisions."""
        rulings = self._store.rulings(case.entry_id)
        lines = [
            Line(note.recorded_at.strftime("%Y-%m-%d %H:%M"), f"read by {note.extractor}", False)
            for note in self._store.readings(case.doc_id)
        ]
        lines += [Line(text.plain[:16], text.plain[18:], True) for text in _lines(rulings)]
        yield from sorted(lines, key=lambda line: line.at)

    def queue(self, waiting: Iterable[Waiting]) -> list[Queued]:
        """Give the lines of what waits."""
        store = self._store
        entries = self._entries(list(waiting))
        ids = {found for _, entry in entries if (found := _whose(entry))}
        names = {actor.actor_id: actor.name for actor in store.actors_with(ids)}
        return [Queued(one, _called(entry, names), brief_words(entry)) for one, entry in entries]

    def _entries(self, waiting: Sequence[Waiting]) -> list[tuple[Waiting, Any]]:
        """Give what waits with its entry; statements and stances are fetched together."""
        ids = [one.entry_id for one in waiting]
        found: dict[str, Any] = {it.statement_id: it for it in self._store.statements_with(ids)}
        found.update((it.stance_id, it) for it in self._store.stances_with(ids))
        return [
            (one, found.get(one.entry_id) or self._store.entry(Found(Kind(one.kind), one.entry_id)))
            for one in waiting
        ]


def _lines(rulings: Iterable[Ruling]) -> Any:
    return history_lines(rulings, named=False)


@dataclass(frozen=True, slots=True)
class Done:
    """What was decided last: on which entry, in words, and whether it was an undoing."""

    entry_id: str
    what: str
    undone: bool


def done_of(store: Store, entry_id: str | None) -> Done | None:
    """Give what was decided last on an entry, None where nothing was."""
    try:
        rulings = store.rulings(entry_id) if entry_id else ()
    except OnrecordError:  # an address that names nothing has nothing to tell
        return None
    if not rulings:
        return None
    return Done(
        rulings[-1].entry_id, _lines(rulings)[-1].plain[18:], rulings[-1].action is Action.UNDO
    )


def _whose(entry: Any) -> str:
    return next(
        (it for name in ("actor_id", "holder", "by") if (it := getattr(entry, name, ""))), ""
    )


def _called(entry: Any, names: Mapping[str, str]) -> str:
    name = names.get(_whose(entry))
    return who(entry, name) if isinstance(entry, Statement) else name or ""


def _actors(*entries: Any) -> set[str]:
    """Give the ids of actors that entries name."""
    found: set[str] = set()
    for entry in entries:
        for each in fields(entry) if entry is not None else ():
            value = getattr(entry, each.name)
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, str) and one.startswith("act-"):
                    found.add(one)
    return found


def marks_of(entry: Any) -> Iterator[Mark]:
    """Give all words that an entry was read from, each with its role."""
    for each in fields(entry) if entry is not None else ():
        if each.name in WITHIN:
            continue
        value = getattr(entry, each.name)
        for one in value if isinstance(value, tuple) else (value,):
            anchor = one.anchor if isinstance(one, Mention) else one
            if isinstance(anchor, Anchor):
                yield Mark(anchor, ROLES.get(each.name, "more"))


def _of_statement(statement: Statement) -> Iterator[Mark]:
    """Give the words of the statement that a stance was read from, its content marked lightly."""
    for mark in marks_of(statement):
        if mark.role in {"said", "cue", "who"}:
            yield Mark(mark.anchor, "of" if mark.role == "said" else mark.role)


Title = Callable[[Store, Any, Mapping[str, Actor]], str]

TITLES: Mapping[type, Title] = {
    Statement: lambda _, one, names: f"{who(one, _name(one.actor_id, names))} {act(one)}",
    Stance: lambda _, one, names: stance_parts(one, names).title,
    Condition: lambda _, one, names: condition_parts(one, names).title,
    PlanClaim: lambda _, one, names: claim_parts(one, names).title,
    Meeting: lambda _, one, names: occasion_parts(one, names).title,
    Deadline: lambda _, one, names: occasion_parts(one, names).title,
    Provision: lambda store, one, _: provision_parts(one, behind(store, [one])).title,
    Topic: lambda _, one, __: one.object.label,
}


def _name(actor_id: str | None, names: Mapping[str, Actor]) -> str | None:
    actor = names.get(actor_id or "")
    return actor.name if actor else None


def title_of(store: Store, entry: Any, names: Mapping[str, Actor]) -> str:
    """Give what an entry says in a few words; its first words where it has no better title."""
    title = TITLES.get(type(entry))
    return title(store, entry, names) if title else brief_words(entry)
