"""Lists of entries of one kind, asked of the database of a record."""

from collections.abc import Iterator
from typing import Any

from onrecord.record import (
    Condition,
    Deadline,
    Meeting,
    Mention,
    Money,
    Occupancy,
    PlanClaim,
    Provision,
    Quantity,
    TimeExpression,
    Topic,
)
from onrecord.store import loading
from onrecord.store.asking import SqliteAsking
from onrecord.store.filters import ALL_ENTRIES, ALL_PROVISIONS, EntryFilter, ProvisionFilter
from onrecord.store.queries import findings
from onrecord.store.queries import provisions as provision_questions
from onrecord.store.queries.conditions import Question


class EntryLists(SqliteAsking):
    """The plain lists of a store; what each method promises stands in `contract.Store`."""

    def conditions(self, wanted: EntryFilter = ALL_ENTRIES) -> Iterator[Condition]:
        """Give the conditions."""
        return self._entries("conditions", wanted)

    def plans(self, wanted: EntryFilter = ALL_ENTRIES) -> Iterator[PlanClaim]:
        """Give what documents say of the texts that are negotiated."""
        return self._entries("plans", wanted)

    def meetings(self, wanted: EntryFilter = ALL_ENTRIES) -> Iterator[Meeting]:
        """Give what each document says of each meeting."""
        return self._entries("meetings", wanted)

    def deadlines(self, wanted: EntryFilter = ALL_ENTRIES) -> Iterator[Deadline]:
        """Give what each document says of each deadline."""
        return self._entries("deadlines", wanted)

    def provisions(self, wanted: ProvisionFilter = ALL_PROVISIONS) -> Iterator[Provision]:
        """Give the provisions."""
        question = provision_questions.provisions_wanted(wanted, self._ids(wanted.process))
        return self._found("provisions", question)

    def topics(self, wanted: EntryFilter = ALL_ENTRIES) -> Iterator[Topic]:
        """Give what statements are about."""
        return self._entries("topics", wanted)

    def mentions(self, doc_id: str) -> Iterator[Mention]:
        """Give the mentions in one document."""
        return self._entries("mentions", EntryFilter(doc_id=doc_id))

    def occupancies(self, wanted: EntryFilter = ALL_ENTRIES) -> Iterator[Occupancy]:
        """Give who holds which office, on whose word."""
        return self._entries("occupancies", wanted)

    def times(self, wanted: EntryFilter = ALL_ENTRIES) -> Iterator[TimeExpression]:
        """Give the time expressions."""
        return self._entries("times", wanted)

    def money(self, wanted: EntryFilter = ALL_ENTRIES) -> Iterator[Money]:
        """Give the sums of money."""
        return self._entries("money", wanted)

    def quantities(self, wanted: EntryFilter = ALL_ENTRIES) -> Iterator[Quantity]:
        """Give the quantities."""
        return self._entries("quantities", wanted)

    def _found(self, field: str, question: Question) -> Iterator[Any]:
        """Give the entries that answer a question for what stands in a field of readings."""
        _, make = loading.FIELDS[field]
        with self._engine.connect() as connection:
            yield from loading.found(connection, question, make)

    def _entries(self, field: str, wanted: EntryFilter) -> Iterator[Any]:
        """Give the entries of a field of readings that a filter wants."""
        table, _ = loading.FIELDS[field]
        process_ids = self._ids(wanted.process)
        return self._found(field, findings.entries_wanted(table, wanted, process_ids))
