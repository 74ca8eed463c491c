"""Review for programs: what waits, and one entry with its history. Decisions go through `Desk`."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field

from onrecord.show.queue import waiting_entry
from onrecord.show.reviews import ruling_entry
from onrecord.show.single_json import own_json
from onrecord.store import Found, Kind
from onrecord.web.asked import ReviewAsked, View
from onrecord.web.pages.review import queue_of, wanted_of
from onrecord.web.trouble import ABSENT, REFUSED
from onrecord.web.visit import desk_of

router = APIRouter()

ITEMS = 100
"""Entries of the queue that are given."""


class Queue(BaseModel):
    """What waits for a decision."""

    total: int = Field(description="How much waits in all.")
    kinds: dict[str, int] = Field(description="How much of each kind waits.")
    items: list[dict[str, Any]] = Field(description="The most urgent, each with why it matters.")


@router.get("/api/review", tags=["review"], responses=REFUSED)
def as_json(request: Request, asked: Annotated[ReviewAsked, Query()]) -> Queue:
    """What waits for a decision, the most urgent 100 first."""
    store = desk_of(request).room.store
    waiting = queue_of(desk_of(request).room, asked)[:ITEMS]
    rows = ((one, store.entry(Found(Kind(one.kind), one.entry_id))) for one in waiting)
    counts = store.waiting_counts(wanted_of(asked))
    return Queue(
        total=sum(counts.values()),
        kinds=counts,
        items=[waiting_entry(one, entry) for one, entry in rows],
    )


@router.get("/api/review/{entry_id}", tags=["review"], responses=REFUSED | ABSENT)
def one_as_json(request: Request, entry_id: str, asked: Annotated[View, Query()]) -> dict[str, Any]:
    """One entry as it stands, as the machine reads it, and all decisions on it."""
    del asked
    store = desk_of(request).room.store
    case = store.case(entry_id)
    machine = store.machines(case)
    return {
        "id": case.entry_id,
        "kind": case.kind,
        "doc_id": case.doc_id,
        "state": case.log.state,
        "seen": case.seen,
        "entry": own_json(store, case.entry) if case.entry is not None else None,
        "machine": own_json(store, machine) if machine is not None else None,
        "history": [ruling_entry(ruling) for ruling in store.rulings(case.entry_id)],
    }
