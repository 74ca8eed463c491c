"""The tables of a record, as declared; the migrations build exactly these, which a test proves.

Whole numbers named after their table (`document`, `reading`, `entry`) are keys inside one database.
They carry no meaning and are never shown; what is shown are the ids that follow from content.
Offsets count Unicode code points from 0, end exclusive.
"""

from onrecord.store.schema.articles import (
    alerts,
    assignments,
    carried,
    notice_targets,
    notices,
    tombstones,
    versions,
    visits,
)
from onrecord.store.schema.columns import metadata
from onrecord.store.schema.decisions import decisions
from onrecord.store.schema.documents import (
    UNKNOWN_DAY,
    details,
    documents,
    file_names,
    file_processes,
    files,
    noise,
    process_parties,
    processes,
)
from onrecord.store.schema.findings import (
    actor_names,
    actors,
    anchors,
    entries,
    links,
    mentions,
    money,
    occupancies,
    offices,
    quantities,
    readings,
    statements,
    times,
)
from onrecord.store.schema.stances import conditions, stances

REVISION = "0009"
"""The last migration: the one that a database must have seen to be read without Alembic."""

APPLICATION = 0x6F6E7264
"""SQLite's application_id of a record, the letters `onrd`."""

__all__ = [
    "APPLICATION",
    "REVISION",
    "UNKNOWN_DAY",
    "actor_names",
    "actors",
    "alerts",
    "anchors",
    "assignments",
    "carried",
    "conditions",
    "decisions",
    "details",
    "documents",
    "entries",
    "file_names",
    "file_processes",
    "files",
    "links",
    "mentions",
    "metadata",
    "money",
    "noise",
    "notice_targets",
    "notices",
    "occupancies",
    "offices",
    "process_parties",
    "processes",
    "quantities",
    "readings",
    "stances",
    "statements",
    "times",
    "tombstones",
    "versions",
    "visits",
]
