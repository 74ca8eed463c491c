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
from onrecord.store.schema.changes import TRIGGERS, changes
from onrecord.store.schema.columns import metadata
from onrecord.store.schema.copies import relations, sketches
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
from onrecord.store.schema.occasions import deadlines, meetings
from onrecord.store.schema.plans import plan_claims
from onrecord.store.schema.provisions import provisions
from onrecord.store.schema.reviews import PEOPLE, reviewed, rulings, subjects
from onrecord.store.schema.stances import conditions, stances
from onrecord.store.schema.texts import plan_points, plan_texts
from onrecord.store.schema.topics import topics

REVISION = "0012"
"""The last migration: the one that a database must have seen to be read without Alembic."""

APPLICATION = 0x6F6E7264
"""SQLite's application_id of a record, the letters `onrd`."""

__all__ = [
    "APPLICATION",
    "PEOPLE",
    "REVISION",
    "TRIGGERS",
    "UNKNOWN_DAY",
    "actor_names",
    "actors",
    "alerts",
    "anchors",
    "assignments",
    "carried",
    "changes",
    "conditions",
    "deadlines",
    "decisions",
    "details",
    "documents",
    "entries",
    "file_names",
    "file_processes",
    "files",
    "links",
    "meetings",
    "mentions",
    "metadata",
    "money",
    "noise",
    "notice_targets",
    "notices",
    "occupancies",
    "offices",
    "plan_claims",
    "plan_points",
    "plan_texts",
    "process_parties",
    "processes",
    "provisions",
    "quantities",
    "readings",
    "relations",
    "reviewed",
    "rulings",
    "sketches",
    "stances",
    "statements",
    "subjects",
    "times",
    "tombstones",
    "topics",
    "versions",
    "visits",
]
