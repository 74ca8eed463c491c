"""Conflicts: two accounts side by side, open ones first; none is ranked, none is dropped."""

from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from onrecord.analyse.conflicts import Conflict, ConflictType
from onrecord.show import occasion_words
from onrecord.show.conflicts import conflict_entry
from onrecord.show.room.disputes import (
    FEW,
    Wanted,
    akin,
    chosen,
    disputes,
    disputes_so_far,
    named,
    parties,
    sides,
)
from onrecord.show.room.voices import Passages, Voices
from onrecord.web.asked import FEWER, PAGE, View
from onrecord.web.asked_occasions import ConflictsAsked
from onrecord.web.trouble import ABSENT, REFUSED
from onrecord.web.visit import desk_of, draw

router = APIRouter()

LISTED, WHOLE = 12, 200
"""Accounts of each side that a list shows, and that the page of one conflict does."""
LATEST = 3
"""Open conflicts that the first page shows."""
STATES = {"all": None, "open": True, "explained": False}


def known(request: Request, asked: View) -> list[Conflict]:
    """Give all conflicts up to the day asked for."""
    return disputes(desk_of(request).room, asked.as_of, asked.process)


def wanted(asked: ConflictsAsked) -> Wanted:
    """Give what is asked for, in the record's terms."""
    return Wanted(asked.kinds, STATES[asked.state], asked.party, asked.since, asked.until)


@router.get("/conflicts", response_class=HTMLResponse, include_in_schema=False)
def page(request: Request, asked: Annotated[ConflictsAsked, Query()]) -> HTMLResponse:
    """Give the list of conflicts, or that a large record is being looked through for them."""
    room = desk_of(request).room
    found, people = disputes_so_far(room, asked.as_of, asked.process, begin=True), room.people()
    if found is None:
        return draw(request, "conflicts_sought.html", asked)
    whole = asked.model_copy(update={"state": "all"})
    of_states = chosen(found, wanted(whole), people)
    state = STATES[asked.state]
    fitting = [one for one in of_states if state is None or one.open is state]
    shown = fitting[asked.fewer]
    context = {
        "size": FEWER,
        "found": shown,
        "total": len(fitting),
        "everything": len(found),
        "states": {"all": len(of_states), **_states(of_states)},
        "kinds": _kinds(found),
        "kind": asked.kinds,
        "parties": room.keep(
            ("parties of conflicts", asked.as_of, asked.process),
            lambda: parties(known(request, asked), room.people()),
        ),
        **drawn(request, shown),
    }
    return draw(request, "conflicts.html", asked, **context)


def _states(found: Sequence[Conflict]) -> dict[str, int]:
    is_open = sum(one.open for one in found)
    return {"open": is_open, "explained": len(found) - is_open}


def _kinds(found: Sequence[Conflict]) -> list[tuple[ConflictType, int]]:
    """Give the kinds that there are, each with its number, in the order of the list of kinds."""
    counted = Counter(one.type for one in found)
    return [(kind, counted[kind]) for kind in ConflictType if counted[kind]]


def drawn(request: Request, shown: Sequence[Conflict], most: int = LISTED) -> dict[str, Any]:
    """Give what a template needs to draw conflicts, `most` accounts of each side."""
    room = desk_of(request).room
    accounts = [account for one in shown for side in sides(one) for account in side[:most]]
    accounts += [account for one in shown for account in (one.a[0], one.b[0])]
    return {
        "people": room.people(),
        "voices": Voices(room.store, accounts),
        "passages": Passages(room.documents.of),
        "sides": sides,
        "few": FEW,
        "most": most,
        "terms": occasion_words,
    }


def latest_open(request: Request, asked: View) -> dict[str, Any]:
    """Give the open conflicts that the first page shows; a large record is not looked through."""
    room = desk_of(request).room
    found = disputes_so_far(room, asked.as_of, asked.process, begin=False)
    if found is None:
        return {"conflicts": None}
    shown = [one for one in found if one.open][:LATEST]
    return {"conflicts": {**_states(found), "first": shown}, **drawn(request, shown)}


@router.get("/conflicts/{conflict_id}", response_class=HTMLResponse, include_in_schema=False)
def one(request: Request, conflict_id: str, asked: Annotated[View, Query()]) -> HTMLResponse:
    """Give one conflict, with the text around the words of both sides."""
    found = disputes_so_far(desk_of(request).room, asked.as_of, asked.process, begin=True)
    if found is None:
        return draw(request, "conflicts_sought.html", asked)
    conflict = named(found, conflict_id)
    context = {"one": conflict, "near": akin(found, conflict), **drawn(request, [conflict], WHOLE)}
    return draw(request, "conflict.html", asked, **context)


class ConflictList(BaseModel):
    """A page of conflicts."""

    total: int = Field(description="How many there are in all.")
    page: int
    items: list[dict[str, Any]] = Field(description="Conflicts, each side with its words.")


@router.get("/api/conflicts", tags=["conflicts"], responses=REFUSED)
def as_json(request: Request, asked: Annotated[ConflictsAsked, Query()]) -> ConflictList:
    """Where accounts do not agree: both sides with their words, open or explained, 100 a page."""
    people = desk_of(request).room.people()
    fitting = chosen(known(request, asked), wanted(asked), people)
    shown = fitting[asked.offset : asked.offset + PAGE]
    items = [conflict_entry(each, people.actors) for each in shown]
    return ConflictList(total=len(fitting), page=asked.page, items=items)


@router.get("/api/conflicts/{conflict_id}", tags=["conflicts"], responses=REFUSED | ABSENT)
def one_as_json(
    request: Request, conflict_id: str, asked: Annotated[View, Query()]
) -> dict[str, Any]:
    """One conflict: both sides with their words, and why they stand side by side."""
    people = desk_of(request).room.people()
    return conflict_entry(named(known(request, asked), conflict_id), people.actors)
