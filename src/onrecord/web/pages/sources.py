"""Sources: the outlets, how well sourced what they tell is, and the gaps in the coverage."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.record import SourcingLevel
from onrecord.show.room.room import Room
from onrecord.show.standing import Covered, Standings, coverage_entry
from onrecord.store import Selection, StanceFilter
from onrecord.web.asked import SourcesAsked
from onrecord.web.trouble import REFUSED
from onrecord.web.visit import desk_of, draw

router = APIRouter()

GAPS = 200
"""Gaps that the page shows; the API gives all."""


def covered(room: Room, asked: SourcesAsked, *, gaps: bool) -> tuple[Standings, Covered]:
    """Give the coverage of the period."""
    wanted = StanceFilter(
        process=asked.process, as_of=asked.as_of, since=asked.since, until=asked.until
    )
    standings = Standings(room.store, wanted)
    return standings, room.keep(("covered", wanted, gaps), lambda: standings.covered(gaps=gaps))


@router.get("/sources", response_class=HTMLResponse, include_in_schema=False)
def page(request: Request, asked: Annotated[SourcesAsked, Query()]) -> HTMLResponse:
    """Give outlets, sourcing and gaps."""
    room = desk_of(request).room
    standings, found = covered(room, asked, gaps=asked.gaps)
    shown = found.gaps[:GAPS]
    context = {
        "found": found,
        "mix": mix(room, asked),
        "gaps": shown,
        "more": len(found.gaps) - len(shown),
        "names": standings.names_of(shown),
        "people": room.people(),
    }
    return draw(request, "sources.html", asked, **context)


def mix(room: Room, asked: SourcesAsked) -> dict[str | None, dict[SourcingLevel, int]]:
    """Give how many statements each outlet has at each level."""
    wanted = Selection(
        process=asked.process,
        as_of=asked.as_of,
        since=asked.since,
        until=asked.until,
        review=False,
    )
    rows = room.keep(("mix", wanted), lambda: room.store.sourcing_of_outlets(wanted))
    found: dict[str | None, dict[SourcingLevel, int]] = {}
    for row in rows:
        found.setdefault(row.outlet, {})[row.level] = row.statements
    return found


@router.get("/api/coverage", tags=["sources"], responses=REFUSED)
def as_json(request: Request, asked: Annotated[SourcesAsked, Query()]) -> dict[str, Any]:
    """The articles of each outlet by day; with gaps who has no position of his own on what."""
    room = desk_of(request).room
    standings, found = covered(room, asked, gaps=asked.gaps)
    entry = coverage_entry(found, standings.names_of(found.gaps))
    sourcing = [
        {"outlet": outlet, "statements": levels} for outlet, levels in mix(room, asked).items()
    ]
    return {**entry, "sourcing": sourcing}
