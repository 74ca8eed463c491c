"""The record in a database: one contract, `Store`, and the door to it, `open_record`."""

from onrecord.store.answers import Added, Case, Counts, Entry, Found, Kind, Problem, ReadingNote
from onrecord.store.contract import Store
from onrecord.store.filters import (
    ActorFilter,
    DocumentFilter,
    EntryFilter,
    ProvisionFilter,
    QueueFilter,
    StanceFilter,
    StatementFilter,
    TextFilter,
)
from onrecord.store.opening import Opening, open_existing, open_record
from onrecord.store.selections import (
    Article,
    Crowd,
    Facet,
    Order,
    OutletSourcing,
    Selection,
    SpokenOf,
    Way,
)

__all__ = [
    "ActorFilter",
    "Added",
    "Article",
    "Case",
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
    "ProvisionFilter",
    "QueueFilter",
    "ReadingNote",
    "Selection",
    "SpokenOf",
    "StanceFilter",
    "StatementFilter",
    "Store",
    "TextFilter",
    "Way",
    "open_existing",
    "open_record",
]
