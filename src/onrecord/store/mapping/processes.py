"""Negotiations and rows."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row

from onrecord.record import Process
from onrecord.store.mapping.anchors import Columns

PARTY = "party"
THIRD_PARTY = "third_party"


def process_row(process: Process) -> Columns:
    """Give the row of a negotiation."""
    return {"process_id": process.process_id, "name": process.name}


def party_rows(process: Process) -> list[Columns]:
    """Give the rows of a negotiation's parties."""
    roles = {PARTY: process.parties, THIRD_PARTY: process.third_parties}
    return [
        {"process_id": process.process_id, "role": role, "actor_id": actor_id}
        for role, actor_ids in roles.items()
        for actor_id in actor_ids
    ]


def process(row: Row[Any], parties: Iterable[Row[Any]]) -> Process:
    """Give the negotiation of a row, its parties sorted."""
    own = [party for party in parties if party.process_id == row.process_id]
    return Process(
        process_id=row.process_id,
        name=row.name,
        parties=tuple(party.actor_id for party in own if party.role == PARTY),
        third_parties=tuple(party.actor_id for party in own if party.role == THIRD_PARTY),
    )
