"""Readings and rows: which findings a reading holds, and where each is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table

from onrecord.record import Document, Reading
from onrecord.store import schema
from onrecord.store.answers import Kind
from onrecord.store.mapping import (
    actors,
    amounts,
    occasions,
    plans,
    provisions,
    stances,
    statements,
    topics,
)
from onrecord.store.mapping.anchors import Columns
from onrecord.store.mapping.sheet import Keys, Sheet


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of finding: its field of `Reading`, its id's field, its table, how it is written."""

    kind: Kind
    field: str
    id: str
    table: Table
    write: Callable[[Sheet, int, Any], None]


FINDINGS = (
    Finding(Kind.MENTION, "mentions", "mention_id", schema.mentions, actors.write_mention),
    Finding(
        Kind.STATEMENT, "statements", "statement_id", schema.statements, statements.write_statement
    ),
    Finding(Kind.ACTOR, "actors", "actor_id", schema.actors, actors.write_actor),
    Finding(Kind.OFFICE, "offices", "office_id", schema.offices, actors.write_office),
    Finding(
        Kind.OCCUPANCY, "occupancies", "occupancy_id", schema.occupancies, actors.write_occupancy
    ),
    Finding(Kind.TIME, "times", "time_id", schema.times, amounts.write_time),
    Finding(Kind.MONEY, "money", "money_id", schema.money, amounts.write_money),
    Finding(Kind.QUANTITY, "quantities", "quantity_id", schema.quantities, amounts.write_quantity),
    Finding(Kind.STANCE, "stances", "stance_id", schema.stances, stances.write_stance),
    Finding(
        Kind.CONDITION, "conditions", "condition_id", schema.conditions, stances.write_condition
    ),
    Finding(Kind.PLAN_CLAIM, "plans", "claim_id", schema.plan_claims, plans.write_plan_claim),
    Finding(Kind.TOPIC, "topics", "topic_id", schema.topics, topics.write_topic),
    Finding(Kind.MEETING, "meetings", "meeting_id", schema.meetings, occasions.write_meeting),
    Finding(Kind.DEADLINE, "deadlines", "deadline_id", schema.deadlines, occasions.write_deadline),
    Finding(
        Kind.PROVISION,
        "provisions",
        "provision_id",
        schema.provisions,
        provisions.write_provision,
    ),
)
"""Mentions come first: statements refer to them."""

IN_READINGS = {finding.kind: finding.field for finding in FINDINGS}
"""The field of `Reading` for each kind."""


def reading_row(reading: Reading) -> Columns:
    """Give the row of a reading itself."""
    return {
        "reading_id": reading.reading_id,
        "extractor": reading.extractor,
        "published_on": reading.published_on,
        "refused": reading.refused,
    }


def sheet(document: Document, reading: Reading, keys: Keys) -> Sheet:
    """Give the rows of everything that a reading found.

    Raises:
        NotVerbatim: the document does not have the words of an entry.
    """
    rows = Sheet(document, keys)
    for finding in FINDINGS:
        for place, record in enumerate(getattr(reading, finding.field), keys.place):
            entry = rows.entry(finding.kind, place, getattr(record, finding.id))
            finding.write(rows, entry, record)
    return rows
