"""The record in a database: one contract, `Store`, and the door to it, `open_record`."""

from onrecord.store.answers import Added, Counts, Entry, Found, Kind, Problem, ReadingNote
from onrecord.store.contract import Store
from onrecord.store.filters import (
    ActorFilter,
    DocumentFilter,
    EntryFilter,
    StanceFilter,
    StatementFilter,
)
from onrecord.store.opening import Opening, open_existing, open_record
from onrecord.store.selections import Article, Crowd, Facet, Order, OutletSourcing, Selection

__all__ = [
    "ActorFilter",
    "Added",
    "Article",
    "Counts",
    "Crowd",
    "DocumentFilter",
    "Entry",
    "EntryFilter",
    "Facet",
    "Found",
    "Kind",
    "Opening",
    "Order",
    "OutletSourcing",
    "Problem",
    "ReadingNote",
    "Selection",
    "StanceFilter",
    "StatementFilter",
    "Store",
    "open_existing",
    "open_record",
]
