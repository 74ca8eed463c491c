"""The part of the SQLite store that answers readers who browse."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row

from onrecord.record import (
    Imprint,
    SourcingLevel,
    Stance,
    Statement,
    TimeExpression,
    TimeRole,
    Topic,
)
from onrecord.store import loading
from onrecord.store.filters import DocumentFilter, EntryFilter
from onrecord.store.lists import EntryLists
from onrecord.store.mapping.days import FIRST, LAST
from onrecord.store.mapping.documents import DAY, imprint
from onrecord.store.queries import articles as article_questions
from onrecord.store.queries import browsing, remembering
from onrecord.store.queries import spoken_of as spoken_of_questions
from onrecord.store.selections import (
    Article,
    Changed,
    Crowd,
    Facet,
    OutletSourcing,
    Selection,
    SpokenOf,
    Way,
)


class Browsing(EntryLists):
    """Answers to readers who browse; what each method promises stands in `browsable.Browsable`."""

    def stamp(self) -> str:
        """Give a mark that changes whenever the record does."""
        with self._engine.connect() as connection:
            found: str = connection.execute(browsing.STAMP).scalar_one()
        return found

    def changed(self, since: int = 0) -> Changed:
        """Give the documents that changed after the change of this number."""
        rows = self._rows(remembering.changed(since))
        number = max((row.change for row in rows), default=since)
        return Changed(number, tuple(row.doc_id for row in rows))

    def selected(self, wanted: Selection) -> Iterator[Statement]:
        """Give the statements that a selection chooses."""
        return self._found("statements", browsing.selected(wanted, self._ids(wanted.process)))

    def selected_count(self, wanted: Selection) -> int:
        """Give how many statements a selection chooses."""
        return self._number(browsing.selected_count(wanted, self._ids(wanted.process)))

    def facets(self, wanted: Selection, among: Sequence[Facet]) -> dict[Facet, dict[str, int]]:
        """Give how many chosen statements there are of each value."""
        counted: dict[Facet, dict[str, int]] = {facet: {} for facet in among}
        if among:
            rows: Sequence[Any] = self._rows(
                browsing.facets(wanted, self._ids(wanted.process), among)
            )
            for facet, value, count in rows:
                counted[Facet(facet)][value or ""] = count
        return counted

    def spoken_of(self, wanted: Selection) -> list[SpokenOf]:
        """Give of whom chosen statements speak."""
        chosen: Sequence[Any] = self._rows(browsing.speakers_of(wanted, self._ids(wanted.process)))
        found: dict[int, list[tuple[str, Way]]] = {row.entry: [] for row in chosen}
        for some in loading.parts(found):
            rows: Sequence[Any] = self._rows(spoken_of_questions.spoken_of(some))
            for entry, actor_id, way in rows:
                if wanted.spoken_of is None or actor_id in wanted.spoken_of:
                    found[entry].append((actor_id, Way(way)))
        return [
            SpokenOf(row.id, row.actor_id, actor_id, way)
            for row in chosen
            for actor_id, way in sorted(found[row.entry])
        ]

    def crowds(self, wanted: Selection, unit: int | None = None) -> list[Crowd]:
        """Give how many chosen statements each actor made between the same two days."""
        rows: Sequence[Any] = self._rows(browsing.crowds(wanted, self._ids(wanted.process), unit))
        return [Crowd(row.actor_id, _day(row.first), _day(row.last), row[3]) for row in rows]

    def statements_with(self, ids: Iterable[str]) -> Iterator[Statement]:
        """Give the current statements with these ids."""
        for some in loading.parts(ids):
            yield from self._found("statements", browsing.statements_with(some))

    def levels_with(self, ids: Iterable[str]) -> Mapping[str, SourcingLevel]:
        """Give how well the current statements with these ids are sourced."""
        rows = (
            row for some in loading.parts(ids) for row in self._rows(browsing.levels_with(some))
        )
        return {row.id: SourcingLevel(row.sourcing_level) for row in rows}

    def stances_of(self, statement_ids: Iterable[str]) -> Mapping[str, list[Stance]]:
        """Give the current stances that were read from these statements."""
        found: dict[str, list[Stance]] = {}
        for some in loading.parts(statement_ids):
            for stance in self._found("stances", browsing.stances_of(some)):
                for statement_id in set(stance.statements) & set(some):
                    kept = found.setdefault(statement_id, [])
                    if stance not in kept:
                        kept.append(stance)
        return found

    def articles(self, wanted: DocumentFilter, sort: str = "-published") -> list[Article]:
        """Give documents as a list shows them."""
        rows = self._rows(article_questions.articles(wanted, self._ids(wanted.process), sort))
        return [_article(row) for row in rows]

    def articles_count(self, wanted: DocumentFilter) -> int:
        """Give how many documents a filter wants."""
        return self._number(article_questions.articles_count(wanted, self._ids(wanted.process)))

    def days(self, process: str | None = None) -> list[tuple[date, int]]:
        """Give the days by which documents were surely published."""
        rows: Sequence[Any] = self._rows(article_questions.days(self._ids(process)))
        return [(date.fromisoformat(day), count) for day, count in rows]

    def sourcing_of_outlets(self, wanted: Selection) -> list[OutletSourcing]:
        """Give how many chosen statements each outlet has at each level of sourcing."""
        rows: Sequence[Any] = self._rows(
            browsing.sourcing_of_outlets(wanted, self._ids(wanted.process))
        )
        return [OutletSourcing(row[0], SourcingLevel(row[1]), row[2]) for row in rows]

    def imprints_with(self, ids: Iterable[str]) -> Mapping[str, Imprint]:
        """Give where and when the documents with these ids appeared."""
        rows = (
            row
            for some in loading.parts(ids)
            for row in self._rows(article_questions.imprints_with(some))
        )
        return {row.doc_id: imprint(row) for row in rows}

    def times_in_roles(
        self, roles: Iterable[TimeRole], wanted: EntryFilter
    ) -> Iterator[TimeExpression]:
        """Give the times of these roles in the documents that a filter wants."""
        asked = browsing.times_in_roles(tuple(roles), wanted, self._ids(wanted.process))
        return self._found("times", asked)

    def topics_on(self, lineages: Iterable[str], wanted: EntryFilter) -> Iterator[Topic]:
        """Give what statements are about that is of these lineages."""
        asked = browsing.topics_on(tuple(lineages), wanted, self._ids(wanted.process))
        return self._found("topics", asked)

    def _number(self, question: Any) -> int:
        """Give the one number of an answer."""
        with self._engine.connect() as connection:
            found: int = connection.execute(question).scalar_one()
        return found


def _day(stored: str) -> date | None:
    """Give a stored day, None for an open end."""
    return None if stored in {FIRST, LAST} else date.fromisoformat(stored)


def _article(row: Row[Any]) -> Article:
    return Article(
        doc_id=row.doc_id,
        name=row.name,
        title=row.title,
        outlet=row.outlet,
        published_on=row.published[:DAY] if row.published else None,
        language=row.language,
        recorded_at=row.recorded_at,
        refused=row.refused,
        statements=row.statements,
    )
