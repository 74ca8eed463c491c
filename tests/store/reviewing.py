"""People who decide, for the tests of what a record makes of it."""

import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

from onrecord.record import Action, ReviewState, Ruling
from onrecord.store import Case, StatementFilter, Store
from tests.store.samples import Sample, sample

REJECTED = StatementFilter(states=(ReviewState.REJECTED,))

ADDED_BY_THE_LOG = {"subjects", "rulings", "reviewed", "changes", "sqlite_sequence"}


def ruled(store: Store, action: Action, case: Case, by: str = "ann", **changes: Any) -> Ruling:
    """Decide on a case; changes are those of its entry."""
    assert case.entry is not None
    entry = replace(case.entry, **changes)
    ruling = Ruling(action, case.kind, case.entry_id, case.doc_id, by)
    return store.rule(ruling, entry, (), case.seen)


def back(store: Store, action: Action, by: str = "ann", entry_id: str = "") -> Ruling:
    """Undo or redo."""
    return store.take_back(Ruling(action, "", entry_id, "", by))


def states(store: Store) -> dict[str, ReviewState]:
    """Give the states of all statements that are not rejected, and of those that are."""
    found = [*store.statements(), *store.statements(REJECTED)]
    return {each.statement_id: each.provenance.state for each in found}


def read_again(given: Sample, extractor: str, **changes: Any) -> Sample:
    """Give the same document as another extractor reads it; changes are those of its reading."""
    return Sample(
        given.document, given.content, replace(given.reading, extractor=extractor, **changes)
    )


def machines_rows(path: Path) -> dict[str, list[bytes]]:
    """Give every row that the machine wrote, byte for byte, by its table."""
    connection = sqlite3.connect(path)
    machines = "SELECT reading FROM readings WHERE extractor <> 'people'"
    entries = f"SELECT entry FROM entries WHERE reading IN ({machines})"
    tables = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if name not in ADDED_BY_THE_LOG and "_search" not in name
    ]
    found = {}
    for table in tables:
        columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        where = f" WHERE entry IN ({entries})" if "entry" in columns else ""
        if table == "readings":
            where = f" WHERE reading IN ({machines})"
        rows = connection.execute(f"SELECT * FROM {table}{where}")
        found[table] = sorted(repr(row).encode() for row in rows)
    connection.close()
    return found


ONE = sample(1)
