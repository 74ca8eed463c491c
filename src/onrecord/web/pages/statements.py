"""Statements: full-text search with facets, in any order, a page at a time; exports."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response, StreamingResponse
from pydantic import BaseModel, Field

from onrecord.record import SourcingLevel, StanceValue
from onrecord.show.room.choosing import (
    UNKNOWN_OUTLET,
    Value,
    choose,
    facet_counts,
    sides,
    speakers,
    values,
)
from onrecord.show.room.room import Room
from onrecord.show.words import ACTS
from onrecord.store import Facet, Order, Selection, StanceFilter
from onrecord.web.asked import PAGE, StatementsAsked, sourcing_levels
from onrecord.web.sheets import csv_rows, json_rows, workbook
from onrecord.web.trouble import REFUSED
from onrecord.web.visit import desk_of, draw

router = APIRouter()


def selection(room: Room, asked: StatementsAsked) -> Selection:
    """Give what is chosen, as the record can be asked; all of it, in its order."""
    people = room.people()
    speakers_: tuple[str, ...] | None = None
    if asked.speaker:
        speakers_ = people.members(asked.speaker)
    if asked.side:
        of_sides = people.of_sides(asked.side)
        both = set(of_sides)
        speakers_ = of_sides if speakers_ is None else tuple(s for s in speakers_ if s in both)
    outlets = (*asked.outlet, *([""] if asked.unknown_outlet else []))
    return Selection(
        text=asked.q,
        speakers=speakers_,
        spoken_of=people.members([asked.spoken_of]) if asked.spoken_of else None,
        acts=asked.acts,
        sourcing=sourcing_levels(asked.sourcing),
        outlets=outlets,
        values=asked.values,
        objects=tuple(asked.object),
        since=asked.since,
        until=asked.until,
        as_of=asked.as_of,
        process=asked.process,
        review=asked.review,
        confirmed=asked.confirmed,
        order=asked.sort,
    )


def paged(wanted: Selection, asked: StatementsAsked) -> Selection:
    """Give the page of a selection that is asked for."""
    return replace(wanted, limit=PAGE, offset=asked.offset)


@router.get("/statements", response_class=HTMLResponse, include_in_schema=False)
def page(request: Request, asked: Annotated[StatementsAsked, Query()]) -> HTMLResponse:
    """Give the table with its facets."""
    room = desk_of(request).room
    wanted = selection(room, asked)
    found = choose(room, paged(wanted, asked))
    context = {
        "found": found,
        "facets": facets(room, wanted, asked),
        "spoken_of": room.people().name(asked.spoken_of),
        "everything": room.keep("all", lambda: room.store.selected_count(Selection())),
    }
    return draw(request, "statements.html", asked, **context)


def facets(room: Room, wanted: Selection, asked: StatementsAsked) -> dict[str, list[Value]]:
    """Give the facets under the names that addresses call them by."""
    key = ("facet values", replace(wanted, order=Order.PUBLISHED), asked.process, *_picked(asked))
    return room.keep(key, lambda: _facets(room, wanted, asked))


def _picked(asked: StatementsAsked) -> tuple[object, ...]:
    """Give what is chosen in the facets whose values a selection has under other names."""
    return tuple(asked.side), tuple(asked.speaker), asked.unknown_outlet


def _facets(room: Room, wanted: Selection, asked: StatementsAsked) -> dict[str, list[Value]]:
    counts, people = facet_counts(room, wanted), room.people()
    labels = {
        cell.object.object_id: cell.object.label
        for cell in room.cells(StanceFilter(process=asked.process))
    }
    outlets = {**counts[Facet.OUTLET]}
    unknown = outlets.pop("", 0)
    named = values(outlets, {}, asked.outlet)
    if unknown or asked.unknown_outlet:
        named.append(Value("", UNKNOWN_OUTLET, unknown, asked.unknown_outlet))
    return {
        "side": sides(counts[Facet.SPEAKER], people, asked.side),
        "speaker": speakers(counts[Facet.SPEAKER], people, asked.speaker),
        "sourcing": _in_order(counts[Facet.SOURCING], SourcingLevel, wanted.sourcing),
        "stance": _in_order(counts[Facet.STANCE], StanceValue, wanted.values),
        "object": values(counts[Facet.OBJECT], labels, asked.object),
        "act": values(
            counts[Facet.ACT], {key: str(name) for key, name in ACTS.items()}, wanted.acts
        ),
        "outlet": named,
    }


def _in_order(
    counts: Mapping[str, int], scale: Iterable[str], chosen: Iterable[str]
) -> list[Value]:
    """Give the values of a scale in its own order, those that nothing has left out."""
    picked = set(chosen)
    return [
        Value(key, key, counts.get(key, 0), key in picked)
        for key in scale
        if key in counts or key in picked
    ]


class Statements(BaseModel):
    """A page of statements."""

    total: int = Field(description="How many there are in all.")
    page: int
    items: list[dict[str, Any]] = Field(description="Statements, each with its words and stances.")
    facets: dict[str, list[dict[str, Any]]] = Field(description="How many there are of each value.")


@router.get("/api/statements", tags=["statements"], responses=REFUSED)
def as_json(request: Request, asked: Annotated[StatementsAsked, Query()]) -> Statements:
    """Statements that are asked for, 100 a page, with counts of each facet's values."""
    room = desk_of(request).room
    wanted = selection(room, asked)
    found = choose(room, paged(wanted, asked))
    counted = facets(room, wanted, asked)
    return Statements(
        total=found.total,
        page=asked.page,
        items=found.told.entries(),
        facets={name: [asdict(value) for value in rows] for name, rows in counted.items()},
    )


def _download(name: str) -> dict[str, str]:
    return {"content-disposition": f'attachment; filename="{name}"'}


@router.get("/statements.csv", include_in_schema=False)
def as_csv(request: Request, asked: Annotated[StatementsAsked, Query()]) -> Response:
    """Give the whole selection as comma-separated values."""
    room = desk_of(request).room
    rows = csv_rows(room, selection(room, asked))
    headers = _download("statements.csv")
    return StreamingResponse(rows, media_type="text/csv; charset=utf-8", headers=headers)


@router.get("/statements.xlsx", include_in_schema=False)
def as_xlsx(request: Request, asked: Annotated[StatementsAsked, Query()]) -> Response:
    """Give the whole selection as a workbook."""
    room = desk_of(request).room
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    content = workbook(room, selection(room, asked))
    return Response(content, media_type=kind, headers=_download("statements.xlsx"))


@router.get("/statements.json", include_in_schema=False)
def as_file(request: Request, asked: Annotated[StatementsAsked, Query()]) -> Response:
    """Give the whole selection as one JSON array."""
    room = desk_of(request).room
    rows = json_rows(room, selection(room, asked))
    headers = _download("statements.json")
    return StreamingResponse(rows, media_type="application/json", headers=headers)
