"""Timeline: lanes per side, and the same as a list."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from onrecord.analyse.deadlines import Course
from onrecord.analyse.meetings import Gathering
from onrecord.record import TimeExpression, TimeRole
from onrecord.show import occasion_words
from onrecord.show.room import choosing
from onrecord.show.room.choosing import choose
from onrecord.show.room.gathered import Chosen, deadlines_of, gathered, meetings_of
from onrecord.show.room.lanes import (
    Lane,
    Window,
    article_lane,
    deadline_lane,
    meeting_lane,
    named_lane,
    shift_lane,
    side_lanes,
)
from onrecord.show.room.room import Room
from onrecord.store import EntryFilter, Order, Selection, StanceFilter
from onrecord.web.asked import PAGE, TimelineAsked
from onrecord.web.trouble import REFUSED
from onrecord.web.visit import desk_of, draw

router = APIRouter()

SPAN = 120
"""Days that are shown at first, up to the latest document."""
AHEAD, BEHIND = timedelta(days=14), timedelta(days=7)
"""Days after the latest document, for what is due, and before the first."""
LISTED = 100
"""Meetings, and deadlines, that are named under the lanes; the page of meetings has all."""
NAMED = (TimeRole.DUE, TimeRole.SCHEDULED)


def window(room: Room, asked: TimelineAsked) -> Window | None:
    """Give the days to look at: those asked for, or the last ones with documents."""
    days = [day for day, _ in room.days(asked.process)]
    latest = asked.as_of or (days[-1] if days else None)
    if latest is None and not (asked.since or asked.until):
        return None
    last = asked.until or ((latest or asked.since or date.today()) + AHEAD)
    first = asked.since or max(last - timedelta(days=SPAN), min(days, default=last) - BEHIND)
    return Window(min(first, last), last)


def selection(room: Room, asked: TimelineAsked, seen: Window) -> Selection:
    """Give the statements of the window."""
    return Selection(
        text=asked.q,
        speakers=room.people().of_sides(asked.side) if asked.side else None,
        since=seen.first,
        until=seen.last,
        as_of=asked.as_of,
        process=asked.process,
        review=False,
        order=Order.SAID,
    )


def lanes(room: Room, asked: TimelineAsked, seen: Window) -> list[Lane]:
    """Give the lanes of the window that hold anything."""
    crowds = room.store.crowds(selection(room, asked, seen), seen.unit)
    wanted = StanceFilter(process=asked.process, as_of=asked.as_of)
    last = asked.as_of or date.max
    days = [(day, count) for day, count in room.days(asked.process) if day <= last]
    meetings, deadlines = occasions(room, asked, seen)
    today = gathered(room, asked.as_of, asked.process).day
    found = [
        *side_lanes(crowds, room.people(), seen),
        meeting_lane((one.date for one in meetings), seen),
        deadline_lane((one.standing(today).due for one in deadlines), seen),
        shift_lane(room.shifts(wanted), seen),
        named_lane(_named(room, asked, seen), seen),
        article_lane(days, seen),
    ]
    return [lane for lane in found if lane.marks]


def occasions(
    room: Room, asked: TimelineAsked, seen: Window
) -> tuple[list[Gathering], list[Course]]:
    """Give the meetings and deadlines that have their day in the window."""
    found = gathered(room, asked.as_of, asked.process)
    meetings: dict[str, Gathering] = {}
    deadlines: dict[str, Course] = {}
    parties: list[str | None] = [*asked.side] or [None]
    for side in parties:
        wanted = Chosen(party=side, since=seen.first, until=seen.last)
        meetings |= {one.meeting_id: one for one in meetings_of(found, wanted) if one.date}
        deadlines |= {one.deadline_id: one for one in deadlines_of(found, wanted) if one.dues}
    return list(meetings.values()), list(deadlines.values())


def _named(room: Room, asked: TimelineAsked, seen: Window) -> list[TimeExpression]:
    """Give the days due or planned that documents of the window or shortly before it name."""
    since = seen.first - timedelta(days=60) if seen.first.year > 1 else seen.first
    asked_of = EntryFilter(since=since, until=asked.as_of, process=asked.process)
    return [time for time in room.store.times_in_roles(NAMED, asked_of) if time.edtf]


@router.get("/timeline", response_class=HTMLResponse, include_in_schema=False)
def page(request: Request, asked: Annotated[TimelineAsked, Query()]) -> HTMLResponse:
    """Give the lanes, and under them the same as a list."""
    room = desk_of(request).room
    seen = window(room, asked)
    found: choosing.Chosen | None = None
    drawn: list[Lane] = []
    days: tuple[list[Gathering], list[Course]] = [], []
    if seen:
        key = (asked.model_dump_json(), seen)
        days = room.keep(("occasions", *key), lambda: occasions(room, asked, seen))
        drawn = room.keep(("lanes", *key), lambda: lanes(room, asked, seen))
        found = choose(room, _page(selection(room, asked, seen), asked))
    sides = room.people().known_sides
    context = {
        "window": seen,
        "lanes": drawn,
        "found": found,
        "sides": sides,
        "days": [listed[:LISTED] for listed in days],
        "more_days": sum(max(len(listed) - LISTED, 0) for listed in days),
        "gathered": gathered(room, asked.as_of, asked.process),
        "terms": occasion_words,
    }
    return draw(request, "timeline.html", asked, **context)


def _page(wanted: Selection, asked: TimelineAsked) -> Selection:
    return replace(wanted, limit=PAGE, offset=asked.offset)


class Timeline(BaseModel):
    """The course of events in a window of days."""

    first: date | None
    last: date | None
    lanes: list[dict[str, Any]] = Field(description="Each side with how much it said when.")
    total: int = Field(description="How many statements there are in the window.")
    items: list[dict[str, Any]] = Field(description="A page of them in order.")


@router.get("/api/timeline", tags=["timeline"], responses=REFUSED)
def as_json(request: Request, asked: Annotated[TimelineAsked, Query()]) -> Timeline:
    """What each side said when, what shifted, what is due, what was published."""
    room = desk_of(request).room
    seen = window(room, asked)
    if seen is None:
        return Timeline(first=None, last=None, lanes=[], total=0, items=[])
    found = choose(room, _page(selection(room, asked, seen), asked))
    drawn = [
        {
            "title": lane.title,
            "side": lane.key or None,
            "kind": lane.kind,
            "marks": [
                {"first": mark.first, "last": mark.last, "count": mark.count} for mark in lane.marks
            ],
        }
        for lane in lanes(room, asked, seen)
    ]
    return Timeline(
        first=seen.first,
        last=seen.last,
        lanes=drawn,
        total=found.total,
        items=found.told.entries(),
    )
