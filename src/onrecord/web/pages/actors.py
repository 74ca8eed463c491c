"""Actors: who is on record, under which names, in which offices, with what they said."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from onrecord.errors import NoSuchActor
from onrecord.show.plain import one_line
from onrecord.show.room.choosing import choose
from onrecord.show.room.people import People
from onrecord.show.room.room import Room
from onrecord.show.room.sourcing import levels_of
from onrecord.show.roster import Listed, roster_entry
from onrecord.show.spoken_of import Exchange, Of, exchange, exchange_entry, ways_in_words
from onrecord.store import Order, Selection, StanceFilter
from onrecord.web.asked import PAGE, ActorsAsked, View
from onrecord.web.trouble import ABSENT, REFUSED
from onrecord.web.visit import desk_of, draw

router = APIRouter()

SHOWN = 10
"""Statements on the page of an actor; the list of statements has all."""


def rows_of(people: People, asked: ActorsAsked) -> list[Listed]:
    """Give the actors asked for, whoever says most first."""
    words = (asked.q or "").casefold().split()
    sides = set(asked.side)
    return [
        row
        for row in people.rows
        if all(any(word in name for name in _names(row)) for word in words)
        and (not sides or people.side(row.identity.actor.actor_id).key in sides)
    ]


def _names(row: Listed) -> list[str]:
    offices = [f"{held.office.title} {held.office.organization or ''}" for held in row.offices]
    actor = row.identity.actor
    return [name.casefold() for name in (actor.name, *actor.aliases, *offices)]


@router.get("/actors", response_class=HTMLResponse, include_in_schema=False)
def page(request: Request, asked: Annotated[ActorsAsked, Query()]) -> HTMLResponse:
    """Give the list of actors."""
    people = desk_of(request).room.people(asked.as_of, asked.process)
    rows = rows_of(people, asked)
    sides = people.known_sides
    first = (asked.page - 1) * PAGE
    context = {"rows": rows[first : first + PAGE], "total": len(rows), "people": people}
    return draw(request, "actors.html", asked, sides=sides, **context)


@router.get("/actors/{actor_id}", response_class=HTMLResponse, include_in_schema=False)
def one(request: Request, actor_id: str, asked: Annotated[View, Query()]) -> HTMLResponse:
    """Give the page of one actor."""
    room = desk_of(request).room
    people = room.people(asked.as_of, asked.process)
    row = people.row(actor_id)
    if row is None:
        raise NoSuchActor(one_line(actor_id, 80))
    members = people.members([actor_id])
    wanted = Selection(
        speakers=members,
        as_of=asked.as_of,
        process=asked.process,
        order=Order.SAID_DOWN,
        limit=SHOWN,
    )
    mine = set(members)
    found = StanceFilter(process=asked.process, as_of=asked.as_of)
    cells = [cell for cell in room.cells(found) if cell.holder in mine]
    stands = [stand for cell in cells for stand in cell.in_force]
    words = {it.stance_id: it for it in room.store.stances_with(s.stance_id for s in stands)}
    read = [it for stance in words.values() for it in stance.statements]
    evidence = [anchor for held in row.offices for anchor in held.words]
    spoken = exchange_of(room, row, asked)
    documents = [it.doc_id for it in words.values()] + [it.doc_id for it in evidence]
    documents += [it.latest.doc_id for it in (*spoken.by, *spoken.of)]
    context = {
        "row": row,
        "people": people,
        "found": choose(room, wanted),
        "cells": cells,
        "words": words,
        "levels": levels_of(room, words.values()),
        "said": {it.statement_id: it for it in room.store.statements_with(read)},
        "imprints": room.store.imprints_with(documents),
        "exchange": spoken,
        "ways": ways_in_words,
    }
    return draw(request, "actor.html", asked, **context)


def exchange_of(room: Room, row: Listed, asked: View) -> Exchange:
    """Give who speaks of an actor and of whom he speaks."""
    kept, members = room.people(asked.as_of, asked.process).kept, row.identity.members
    of = Of(members, kept, asked.as_of, asked.process)
    key = ("exchange", members, asked.as_of, asked.process)
    return room.keep(key, lambda: exchange(room.store, of))


class Actors(BaseModel):
    """A page of actors."""

    total: int = Field(description="How many there are in all.")
    page: int
    items: list[dict[str, Any]] = Field(description="Actors with names, offices and numbers.")


@router.get("/api/actors", tags=["actors"], responses=REFUSED)
def as_json(request: Request, asked: Annotated[ActorsAsked, Query()]) -> Actors:
    """Actors, whoever says most first, 100 a page."""
    people = desk_of(request).room.people(asked.as_of, asked.process)
    rows = rows_of(people, asked)
    first = (asked.page - 1) * PAGE
    items = [_entry(people, row) for row in rows[first : first + PAGE]]
    return Actors(total=len(rows), page=asked.page, items=items)


@router.get("/api/actors/{actor_id}", tags=["actors"], responses=REFUSED | ABSENT)
def one_as_json(request: Request, actor_id: str, asked: Annotated[View, Query()]) -> dict[str, Any]:
    """One actor: names, offices with their evidence, parts; who speaks of it, of whom it speaks."""
    room = desk_of(request).room
    people = room.people(asked.as_of, asked.process)
    row = people.row(actor_id)
    if row is None:
        raise NoSuchActor(one_line(actor_id, 80))
    spoken = exchange_entry(exchange_of(room, row, asked), people.roster.by_kept)
    return {**_entry(people, row), **spoken}


def _entry(people: People, row: Listed) -> dict[str, Any]:
    return {**roster_entry(row), "side": people.side(row.identity.actor.actor_id).name}
