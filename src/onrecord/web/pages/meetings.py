"""Meetings and deadlines: what is to come, what is over, each laid open by who tells what."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, Field

from onrecord.analyse.deadlines import Course
from onrecord.analyse.meetings import Gathering
from onrecord.record.edtf import first_bounds
from onrecord.show import occasion_words
from onrecord.show.calendar import calendar
from onrecord.show.occasion_entries import course_entry, gathering_entry
from onrecord.show.room.columns import (
    column_entry,
    columns,
    dates,
    disagreeing,
    steps,
)
from onrecord.show.room.gathered import (
    Due,
    Gathered,
    deadlines_of,
    gathered,
    in_groups,
    meetings_of,
)
from onrecord.show.room.voices import Passages, Voices
from onrecord.web.asked import FEWER, PAGE, View
from onrecord.web.asked_occasions import OccasionsAsked
from onrecord.web.trouble import ABSENT, REFUSED
from onrecord.web.visit import desk_of, draw

router = APIRouter()

DOWN = "-date"


def known(request: Request, asked: View) -> Gathered:
    """Give all meetings and deadlines up to the day asked for."""
    return gathered(desk_of(request).room, asked.as_of, asked.process)


def wanted(found: Gathered, asked: OccasionsAsked) -> tuple[list[Gathering], list[Course]]:
    """Give the meetings and the deadlines asked for, in their order."""
    chosen = asked.chosen
    meetings, deadlines = meetings_of(found, chosen), deadlines_of(found, chosen)
    if asked.sort == "coming":
        return _flat(in_groups(found, meetings)), _flat(in_groups(found, deadlines))
    if asked.sort == DOWN:
        meetings.reverse()
        deadlines.reverse()
    return meetings, deadlines


def _flat(groups: dict[Due, list[Any]]) -> list[Any]:
    return [one for own in groups.values() for one in own]


@router.get("/meetings", response_class=HTMLResponse, include_in_schema=False)
def page(request: Request, asked: Annotated[OccasionsAsked, Query()]) -> HTMLResponse:
    """Give the list of meetings, and beside it that of deadlines."""
    found = known(request, asked)
    meetings, deadlines = wanted(found, asked)
    shown, due = meetings[asked.fewer], deadlines[asked.fewer]
    grouped = asked.sort == "coming"
    store = desk_of(request).room.store
    accounts = [*_latest(shown), *(account for one in due for account in one.accounts)]
    context = {
        "size": FEWER,
        "found": found,
        "groups": _grouped(found, shown) if grouped else [(None, shown)],
        "due_groups": _grouped(found, due) if grouped else [(None, due)],
        "total": (len(meetings), len(deadlines)),
        "voices": Voices(store, accounts),
        "passages": Passages(desk_of(request).room.documents.of),
        "parties": found.parties,
        "chosen": asked.chosen,
        **_terms(),
    }
    return draw(request, "meetings.html", asked, **context)


def _grouped(found: Gathered, shown: list[Any]) -> list[tuple[Due, list[Any]]]:
    """Give entries that are in order of their groups, by group."""
    groups: dict[Due, list[Any]] = {}
    for one in shown:
        groups.setdefault(found.due(one), []).append(one)
    return list(groups.items())


def _latest(shown: Sequence[Gathering]) -> list[Any]:
    return [one.history[-1].account for one in shown]


def _terms() -> dict[str, Any]:
    return {"terms": occasion_words, "steps_of": steps, "disagree": disagreeing}


@router.get("/meetings.ics", include_in_schema=False)
def as_calendar(request: Request, asked: Annotated[OccasionsAsked, Query()]) -> Response:
    """Give the meetings and deadlines asked for as a calendar to subscribe to."""
    found = known(request, asked)
    return _calendar("meetings.ics", found, *wanted(found, asked))


def _calendar(
    name: str, found: Gathered, meetings: Sequence[Gathering], deadlines: Sequence[Course]
) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    content = calendar(meetings, deadlines, found.asked)
    return Response(content, media_type="text/calendar; charset=utf-8", headers=headers)


@router.get("/meetings/{meeting_id}", response_class=HTMLResponse, include_in_schema=False)
def one(request: Request, meeting_id: str, asked: Annotated[View, Query()]) -> HTMLResponse:
    """Give one meeting: its dates, its history, its accounts in columns."""
    found = known(request, asked)
    meeting = found.meeting(meeting_id)
    made = columns(meeting, found)
    store = desk_of(request).room.store
    context = {
        "found": found,
        "one": meeting,
        "dated": None not in first_bounds(meeting.date),
        "columns": made,
        "points": {point for column in made for point in column.teller.told},
        "dates": dates(meeting),
        "voices": Voices(store, meeting.accounts),
        "passages": Passages(desk_of(request).room.documents.of),
        **_terms(),
    }
    return draw(request, "meeting.html", asked, **context)


@router.get("/meetings/{meeting_id}/calendar.ics", include_in_schema=False)
def one_as_calendar(request: Request, meeting_id: str, asked: Annotated[View, Query()]) -> Response:
    """Give one meeting as a calendar."""
    found = known(request, asked)
    return _calendar("meeting.ics", found, [found.meeting(meeting_id)], [])


@router.get("/deadlines/{deadline_id}", response_class=HTMLResponse, include_in_schema=False)
def deadline(request: Request, deadline_id: str, asked: Annotated[View, Query()]) -> HTMLResponse:
    """Give one deadline: how it was set, moved and kept, in whose words."""
    found = known(request, asked)
    course = found.deadline(deadline_id)
    store = desk_of(request).room.store
    context = {
        "found": found,
        "one": course,
        "dated": first_bounds(course.standing(found.day).due)[1] is not None,
        "voices": Voices(store, course.accounts),
        "passages": Passages(desk_of(request).room.documents.of),
        **_terms(),
    }
    return draw(request, "deadline.html", asked, **context)


@router.get("/deadlines/{deadline_id}/calendar.ics", include_in_schema=False)
def deadline_as_calendar(
    request: Request, deadline_id: str, asked: Annotated[View, Query()]
) -> Response:
    """Give one deadline as a calendar."""
    found = known(request, asked)
    return _calendar("deadline.ics", found, [], [found.deadline(deadline_id)])


class Meetings(BaseModel):
    """A page of meetings."""

    total: int = Field(description="How many there are in all.")
    page: int
    items: list[dict[str, Any]] = Field(description="Meetings, each with all its accounts.")


@router.get("/api/meetings", tags=["meetings"], responses=REFUSED)
def as_json(request: Request, asked: Annotated[OccasionsAsked, Query()]) -> Meetings:
    """Meetings with every date, the history of their status and all accounts, 100 a page."""
    found = known(request, asked)
    meetings, _ = wanted(found, asked)
    chosen = meetings[asked.offset : asked.offset + PAGE]
    items = [gathering_entry(each, found.asked) for each in chosen]
    return Meetings(total=len(meetings), page=asked.page, items=items)


@router.get("/api/meetings/{meeting_id}", tags=["meetings"], responses=REFUSED | ABSENT)
def one_as_json(
    request: Request, meeting_id: str, asked: Annotated[View, Query()]
) -> dict[str, Any]:
    """One meeting; `columns` say what each side tells, what it alone tells, what it leaves out."""
    found = known(request, asked)
    meeting = found.meeting(meeting_id)
    made = [column_entry(column, found) for column in columns(meeting, found)]
    return {**gathering_entry(meeting, found.asked), "columns": made}


class Deadlines(BaseModel):
    """A page of deadlines."""

    total: int = Field(description="How many there are in all.")
    page: int
    items: list[dict[str, Any]] = Field(description="Deadlines, each with all its accounts.")


@router.get("/api/deadlines", tags=["meetings"], responses=REFUSED)
def deadlines_as_json(request: Request, asked: Annotated[OccasionsAsked, Query()]) -> Deadlines:
    """Deadlines as they stand, with their days, moves, history and all accounts, 100 a page."""
    found = known(request, asked)
    _, deadlines = wanted(found, asked)
    chosen = deadlines[asked.offset : asked.offset + PAGE]
    items = [course_entry(each, found.asked, found.day) for each in chosen]
    return Deadlines(total=len(deadlines), page=asked.page, items=items)


@router.get("/api/deadlines/{deadline_id}", tags=["meetings"], responses=REFUSED | ABSENT)
def deadline_as_json(
    request: Request, deadline_id: str, asked: Annotated[View, Query()]
) -> dict[str, Any]:
    """One deadline as it stands, with its days, moves, history and all accounts."""
    found = known(request, asked)
    return course_entry(found.deadline(deadline_id), found.asked, found.day)
