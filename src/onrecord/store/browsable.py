"""What every store answers to readers who browse: chosen, counted, grouped, a page at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol

from onrecord.record import (
    Imprint,
    SourcingLevel,
    Stance,
    Statement,
    TimeExpression,
    TimeRole,
    Topic,
)
from onrecord.store.filters import DocumentFilter, EntryFilter
from onrecord.store.selections import (
    Article,
    Changed,
    Crowd,
    Facet,
    OutletSourcing,
    Selection,
    SpokenOf,
)


class Browsable(Protocol):
    """A record to browse in; answers follow the rules of `Store`."""

    def stamp(self) -> str:
        """Give a mark that changes whenever the record does.

        Before its first dot stands the number of the last change of a document; what follows is the
        same as long as nobody decides anything, purges, or names a negotiation.
        """

    def changed(self, since: int = 0) -> Changed:
        """Give the documents that changed after the change of this number, purged ones too."""

    def selected(self, wanted: Selection) -> Iterator[Statement]:
        """Give the statements that a selection chooses, in its order."""

    def selected_count(self, wanted: Selection) -> int:
        """Give how many statements a selection chooses, whatever its page."""

    def facets(self, wanted: Selection, among: Sequence[Facet]) -> dict[Facet, dict[str, int]]:
        """Give how many chosen statements there are of each value.

        `Facet.SPEAKER` counts by actor id, under "" what nobody known said; `Facet.OUTLET` counts
        under "" what is from an outlet that is not known.
        """

    def spoken_of(self, wanted: Selection) -> list[SpokenOf]:
        """Give of whom chosen statements speak, in their order, each actor and way once.

        Of a selection by whom is spoken of that actor alone is given; otherwise the speakers
        themselves are among those they speak of.
        """

    def crowds(self, wanted: Selection, unit: int | None = None) -> list[Crowd]:
        """Give how many chosen statements each actor made between the same two days.

        `unit` 7 puts those of one month together, 4 those of one year; None keeps the days.
        """

    def statements_with(self, ids: Iterable[str]) -> Iterator[Statement]:
        """Give the current statements with these ids, in no promised order."""

    def levels_with(self, ids: Iterable[str]) -> Mapping[str, SourcingLevel]:
        """Give how well the current statements with these ids are sourced."""

    def stances_of(self, statement_ids: Iterable[str]) -> Mapping[str, list[Stance]]:
        """Give the current stances that were read from these statements, by statement id."""

    def articles(self, wanted: DocumentFilter, sort: str = "-published") -> list[Article]:
        """Give documents as a list shows them: `-published`, `published` or `-recorded`."""

    def articles_count(self, wanted: DocumentFilter) -> int:
        """Give how many documents a filter wants, whatever its page."""

    def days(self, process: str | None = None) -> list[tuple[date, int]]:
        """Give the days by which documents were surely published, and how many by each."""

    def sourcing_of_outlets(self, wanted: Selection) -> list[OutletSourcing]:
        """Give how many chosen statements each outlet has at each level of sourcing."""

    def imprints_with(self, ids: Iterable[str]) -> Mapping[str, Imprint]:
        """Give where and when the documents with these ids appeared, superseded ones too."""

    def times_in_roles(
        self, roles: Iterable[TimeRole], wanted: EntryFilter
    ) -> Iterator[TimeExpression]:
        """Give the times of these roles in documents published from `since` on, by `until`."""

    def topics_on(self, lineages: Iterable[str], wanted: EntryFilter) -> Iterator[Topic]:
        """Give what statements are about that is of these lineages, as `topics` gives it."""
