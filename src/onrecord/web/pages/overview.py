"""Overview: what is on the table, where the sides stand, what is due, what came in."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.show.coming import Coming
from onrecord.show.entries import anchor_entry
from onrecord.show.room.overview import overview
from onrecord.show.room.room import Room
from onrecord.show.stance_entries import named_entry, object_entry
from onrecord.store import DocumentFilter, Selection, StanceFilter
from onrecord.web.asked import View
from onrecord.web.pages.conflicts import latest_open
from onrecord.web.trouble import REFUSED
from onrecord.web.visit import desk_of, draw

router = APIRouter()


@router.get("/", response_class=HTMLResponse, include_in_schema=False)
def page(request: Request, asked: Annotated[View, Query()]) -> HTMLResponse:
    """Give the first page."""
    room = desk_of(request).room
    found = overview(room, found_of(asked))
    counts = {
        "documents": room.store.articles_count(
            DocumentFilter(until=asked.as_of, process=asked.process)
        ),
        "statements": _statements(room, asked),
        "stances": sum(len(cell.trail) for cell in room.cells(found_of(asked))),
    }
    people = room.people()
    context = {"found": found, "people": people, "counts": counts}
    context |= latest_open(request, asked)
    return draw(request, "overview.html", asked, **context)


def found_of(asked: View) -> StanceFilter:
    """Give the stances that the page is about."""
    return StanceFilter(process=asked.process, as_of=asked.as_of)


def _statements(room: Room, asked: View) -> int:
    wanted = Selection(process=asked.process, as_of=asked.as_of)
    return room.keep(("count", wanted), lambda: room.store.selected_count(wanted))


@router.get("/api/overview", tags=["overview"], responses=REFUSED)
def as_json(request: Request, asked: Annotated[View, Query()]) -> dict[str, Any]:
    """What is on the table, the latest statements and shifts, what is due, what came in."""
    room = desk_of(request).room
    people = room.people()
    actors = people.actors
    found = overview(room, found_of(asked))
    return {
        "plans": [
            {
                "title": plan.title,
                "versions": [
                    {
                        "object": v.object_id,
                        "title": v.title,
                        "points": v.points,
                        "stances": v.stances,
                    }
                    for v in plan.versions
                ],
                "sides": [
                    {"side": side.name, "stances": [[s.stance_id for s in cell] for cell in row]}
                    for side, row in plan.sides
                ],
            }
            for plan in found.plans
        ],
        "latest": found.latest.entries(),
        "shifts": [
            {
                "holder": named_entry(shift.holder, actors),
                "object": object_entry(shift.object),
                "from": shift.before.stance_id,
                "to": shift.after.stance_id,
                "direction": shift.direction,
            }
            for shift in found.shifts
        ],
        "due": [_due_entry(due) for due in found.due],
        "came_in": [article.doc_id for article in found.came_in],
    }


def _due_entry(due: Coming) -> dict[str, Any]:
    return {
        "id": due.entry_id,
        "when": due.when,
        "status": due.status,
        "title": due.title,
        "words": anchor_entry(due.anchor),
    }
