"""Versions of an article side by side, and what is marked because of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.table import Table
from rich.text import Text

from onrecord.analyse import Change, Edition, Fate, Passage, changes, passages
from onrecord.record import Actor, Document, Notice, Statement, Version
from onrecord.show.entries import anchor_entry, statement_entry
from onrecord.show.plain import one_line
from onrecord.show.tables import short, table
from onrecord.show.words import who
from onrecord.store import StatementFilter, Store

Json = dict[str, object]
SHOWN = 400
"""Characters of a passage that a table shows."""

FATES = {
    Fate.REWORDED: "other words",
    Fate.REATTRIBUTED: "another source",
    Fate.VANISHED: "no longer there",
    Fate.ADDED: "new",
    Fate.KEPT: "the same",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of an article: passages and statements that differ, and the later's notices."""

    before: Document
    after: Document
    passages: Sequence[Passage]
    changes: Sequence[Change]
    notices: Sequence[Notice]
    actors: Mapping[str, Actor]


def comparison(store: Store, one: str, other: str) -> Comparison:
    """Compare two documents, the earlier one first.

    Raises:
        NoSuchEntry: there is none of this id.
    """
    before, after = (Edition(store.document(each), store.reading(each)) for each in (one, other))
    found = changes(before, after)
    ids = {
        each.actor_id
        for change in found
        for each in (change.before, change.after)
        if each and each.actor_id
    }
    return Comparison(
        before=before.document,
        after=after.document,
        passages=passages(before.document, after.document),
        changes=[change for change in found if change.fate is not Fate.KEPT],
        notices=[each for each in store.notices(one) if each.doc_id == other],
        actors={actor.actor_id: actor for actor in store.actors_with(ids)},
    )


def comparison_entry(found: Comparison) -> Json:
    """Give a comparison as a JSON object."""
    return {
        "before": found.before.doc_id,
        "after": found.after.doc_id,
        "passages": [
            {
                "before": anchor_entry(each.before) if each.before else None,
                "after": anchor_entry(each.after) if each.after else None,
            }
            for each in found.passages
        ],
        "statements": [
            {
                "fate": each.fate,
                "before": each.before.statement_id if each.before else None,
                "after": each.after.statement_id if each.after else None,
                "still_printed": each.printed,
            }
            for each in found.changes
        ],
        "notices": [notice_entry(each) for each in found.notices],
    }


def notice_entry(notice: Notice) -> Json:
    """Give a notice as a JSON object."""
    return {
        "kind": notice.kind,
        "document": notice.doc_id,
        "words": anchor_entry(notice.anchor),
        "about": notice.about,
        "targets": list(notice.targets),
    }


def comparison_tables(found: Comparison) -> list[Table | Text | str]:
    """Give a comparison for people: passages, then statements."""
    words = table("before", "after")
    for column in words.columns:
        column.no_wrap, column.overflow, column.ratio = False, "fold", 1
    for passage in found.passages:
        words.add_row(
            *(_words(each.exact if each else "") for each in (passage.before, passage.after))
        )
    said = table("statement", "speaker", "what became of it", "words")
    for change in found.changes:
        statement = change.after or change.before
        assert statement
        shown = change.before or statement
        said.add_row(
            short(shown.statement_id),
            one_line(who(shown, _name(found.actors, shown)), 28),
            FATES[change.fate] + (", words still printed" if change.printed else ""),
            _words(
                f"{shown.gist} → {statement.gist}" if change.fate is Fate.REWORDED else shown.gist
            ),
        )
    notices = [Text(f"{each.kind}: {one_line(each.anchor.exact, SHOWN)}") for each in found.notices]
    heads = [f"{short(each.doc_id)}  {_title(each)}" for each in (found.before, found.after)]
    return [*heads, "", words, "", said, *notices]


def _name(actors: Mapping[str, Actor], statement: Statement) -> str | None:
    actor = actors.get(statement.actor_id or "")
    return actor.name if actor else None


def _words(words: str) -> Text:
    return Text(one_line(words, SHOWN))


def _title(document: Document) -> str:
    title = document.metadata.title
    created = document.metadata.updated or document.metadata.published
    return (
        f"{created.edtf if created else 'day unknown'}  {title.value if title else document.name}"
    )


def revised_table(store: Store, versions: Sequence[Sequence[Version]]) -> Table:
    """Give the articles that have several versions, a row for each version."""
    made = table("document", "version", "known on", "left out later", "title")
    for article in versions:
        for number, version in enumerate(article, 1):
            last = number == len(article)
            title = store.document(version.doc_id).metadata.title
            made.add_row(
                short(version.doc_id),
                f"{number} of {len(article)}",
                version.known_on or version.created or "unknown",
                "" if last else str(_statements_left(store, version.doc_id)),
                Text(one_line(title.value if title else version.article, 100)),
            )
    return made


def _statements_left(store: Store, doc_id: str) -> int:
    left = store.left_behind(doc_id)
    return sum(each.statement_id in left for each in store.reading(doc_id).statements)


def revised_articles(store: Store) -> list[tuple[Version, ...]]:
    """Give the versions of each article that has several, by the article's address."""
    firsts = sorted(store.earlier_versions())
    found = {store.versions(doc_id) for doc_id in firsts}
    return sorted(found, key=lambda versions: versions[0].article)


class Marks:
    """What a statement is marked with because of a later version or a notice."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._later = store.earlier_versions()
        self._notices: dict[str, list[Notice]] = defaultdict(list)
        for notice in store.notices():
            for target in notice.targets:
                self._notices[target].append(notice)
        self._left: dict[str, frozenset[str]] = {}

    def of(self, statement: Statement) -> list[Json]:
        """Give the marks of a statement, nothing for one that stands as it was read."""
        return [*self._revised(statement), *self._noticed(statement)]

    def _revised(self, statement: Statement) -> list[Json]:
        later = self._later.get(statement.doc_id)
        if later is None:
            return []
        if statement.doc_id not in self._left:
            self._left[statement.doc_id] = self._store.left_behind(statement.doc_id)
        if statement.statement_id not in self._left[statement.doc_id]:
            return []
        return [{"mark": "left_out", "document": later.doc_id, "since": later.known_on}]

    def _noticed(self, statement: Statement) -> list[Json]:
        """Give the notices that take back the story, or correct what was left out."""
        return [
            {"mark": notice.kind, "document": notice.doc_id, "since": None}
            for notice in self._notices.get(statement.doc_id, ())
            if notice.kind.takes_back or self._revised(statement)
        ]


def marked_entries(
    store: Store, wanted: StatementFilter, actors: Mapping[str, Actor]
) -> Iterator[Json]:
    """Give the statements that a filter wants as JSON objects, with their marks."""
    texts = {document.doc_id: document for document in store.documents()}
    marks = Marks(store)
    for statement in store.statements(wanted):
        entry = statement_entry(statement, actors, texts.get(statement.doc_id))
        yield {**entry, "marks": marks.of(statement)}


def mark_lines(marks: Marks, statements: Sequence[Statement]) -> list[str]:
    """Give a line for each kind of mark that some of these statements have."""
    found: dict[str, list[str]] = defaultdict(list)
    for statement in statements:
        for mark in marks.of(statement):
            found[str(mark["mark"])].append(short(statement.statement_id))
    told = {
        "left_out": "no later version of the article has these words",
        "correction": "a correction was printed to what the article said",
        "clarification": "a clarification was printed to what the article said",
        "withdrawal": "the story was withdrawn",
        "kill": "the story was killed",
    }
    return [
        f"‡ {', '.join(dict.fromkeys(ids))}: {told[mark]}; `onrecord revisions` shows it."
        for mark, ids in found.items()
    ]
