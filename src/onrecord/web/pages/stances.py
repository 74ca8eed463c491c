"""Stances: the matrix of holders by points or categories, and the trail of a cell in its words."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from onrecord.record import SourcingLevel, StanceBasis, Stand
from onrecord.show.room.matrix import Cut, Matrix, lately, matrix
from onrecord.show.room.room import Room
from onrecord.show.room.sourcing import levels_of
from onrecord.show.standing import (
    Standing,
    Standings,
    both,
    by_names,
    shift_entry,
    standing_entry,
    told,
)
from onrecord.store import StanceFilter
from onrecord.web.asked import PAGE, StanceListAsked, StancesAsked
from onrecord.web.trouble import REFUSED
from onrecord.web.visit import desk_of, draw

router = APIRouter()

TRAIL = 60
"""Stances of a trail that are shown with their words; the list of stances has all."""
SLIDER = 400
"""Days of publication that the slider can be put on."""


@router.get("/stances", response_class=HTMLResponse, include_in_schema=False)
def page(request: Request, asked: Annotated[StancesAsked, Query()]) -> HTMLResponse:
    """Give the matrix, and the trail of the cell asked for."""
    room = desk_of(request).room
    found = _matrix(room, asked)
    cell = found.cell(asked.holder, asked.object) if asked.holder and asked.object else None
    trail = lately(cell)[:TRAIL] if cell else ()
    words = {it.stance_id: it for it in room.store.stances_with(s.stance_id for s in trail)}
    days = [day for day, _ in room.days(asked.process)]
    context = {
        "found": found,
        "cell": cell,
        "trail": [words[stand.stance_id] for stand in trail if stand.stance_id in words],
        "force": {stand.stance_id for stand in cell.in_force} if cell else set(),
        "levels": _levels(room, found),
        "said": _statements(room, words.values()),
        "imprints": room.store.imprints_with(it.doc_id for it in words.values()),
        "people": room.people(),
        "days": days[-SLIDER:],
    }
    return draw(request, "stances.html", asked, **context)


def _matrix(room: Room, asked: StancesAsked) -> Matrix:
    def make() -> Matrix:
        wanted = StanceFilter(process=asked.process, as_of=asked.as_of)
        stands = [
            stand
            for cell in room.cells(wanted)
            for stand in cell.trail
            if asked.basis == "all" or stand.basis is StanceBasis.EXPRESSED
        ]
        if asked.sourcing == "1":
            stands = _on_record(room, stands)
        cut = Cut(asked.rows == "categories", asked.holders)
        trails = room.trails(("matrix", cut.categories, asked.basis, asked.sourcing))
        return matrix(stands, room.people(), cut, trails)

    plain = asked.model_copy(update={"holder": None, "object": None})
    return room.keep(("matrix", plain.model_dump_json()), make)


def _on_record(room: Room, stands: list[Stand]) -> list[Stand]:
    """Give the stances that were read from statements on the record."""
    words = {it.stance_id: it for it in room.store.stances_with(s.stance_id for s in stands)}
    said = _statements(room, words.values())
    return [
        stand
        for stand in stands
        if stand.stance_id in words
        and any(
            said[it].sourcing_level.startswith("L1")
            for it in words[stand.stance_id].statements
            if it in said
        )
    ]


def _levels(room: Room, found: Matrix) -> dict[str, SourcingLevel]:
    """Give the sourcing of every stance that the matrix shows, by the stance's id."""
    shown = [
        stand.stance_id
        for group in found.groups
        for row in group.rows
        for of in row.cells.values()
        for stand in of.in_force
    ]
    key = ("levels", tuple(shown))
    return room.keep(key, lambda: levels_of(room, room.store.stances_with(shown)))


def _statements(room: Room, words: Any) -> dict[str, Any]:
    """Give the statements that stances were read from, by their ids."""
    ids = [statement_id for stance in words for statement_id in stance.statements]
    return {it.statement_id: it for it in room.store.statements_with(ids)}


class Stances(BaseModel):
    """A page of stances."""

    total: int = Field(description="How many there are in all.")
    page: int
    items: list[dict[str, Any]] = Field(description="Stances, each with its words.")


@router.get("/api/stances", tags=["stances"], responses=REFUSED)
def as_json(request: Request, asked: Annotated[StanceListAsked, Query()]) -> Stances:
    """Stances in force, or with trail all of them, by object and holder, 100 a page."""
    room, wanted = desk_of(request).room, _filter(asked)
    standings = Standings(room.store, wanted)
    rows = room.keep(("listed", wanted, asked.trail), lambda: _listed(standings, asked))
    chosen = rows[asked.offset : asked.offset + PAGE]
    names = standings.background(row.stand for row in chosen)
    items = [standing_entry(*pair, names) for pair in standings.worded(chosen)]
    return Stances(total=len(rows), page=asked.page, items=items)


def _listed(standings: Standings, asked: StanceListAsked) -> list[Standing]:
    """Give the stances by object and holder."""
    rows = standings.rows(trail=asked.trail)
    return by_names(rows, standings.holders(rows))


def _filter(asked: StanceListAsked) -> StanceFilter:
    return StanceFilter(
        holder=asked.holder,
        object=asked.object,
        values=asked.values,
        bases=asked.bases,
        process=asked.process,
        as_of=asked.as_of,
        since=asked.since,
        until=asked.until,
    )


class Shifts(BaseModel):
    """A page of shifts."""

    total: int = Field(description="How many there are in all.")
    page: int
    items: list[dict[str, Any]] = Field(description="Shifts, the coverage behind each with it.")


@router.get("/api/shifts", tags=["stances"], responses=REFUSED)
def shifts(request: Request, asked: Annotated[StanceListAsked, Query()]) -> Shifts:
    """Shifts, each with its two stances in their words and the coverage behind it."""
    standings = Standings(desk_of(request).room.store, _filter(asked))
    found = standings.shifts()
    chosen = found[asked.offset : asked.offset + PAGE]
    words = standings.words(both(chosen))
    chosen = told(chosen, words)
    names = standings.background(both(chosen))
    items = [shift_entry(shift, words, names) for shift in chosen]
    return Shifts(total=len(found), page=asked.page, items=items)
