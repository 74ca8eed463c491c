"""Review: what waits for a decision, one entry at a time, decided on with one key."""

from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from onrecord.errors import DecisionOutdated, OnrecordError
from onrecord.record import Action, Ruling, Waiting
from onrecord.run import Desk
from onrecord.run.controls import Control, fields_of
from onrecord.run.second_reader import waiting
from onrecord.show.queue import REASONS
from onrecord.show.room.deciding import Deciding, Sheet, done_of
from onrecord.show.room.room import Room
from onrecord.store import Case, Kind, QueueFilter
from onrecord.web.asked import ReviewAsked, SheetAsked
from onrecord.web.deciders import Long, Sent, Short, ask_who, decided, decider, known_by
from onrecord.web.visit import Visit, desk_of, draw
from onrecord.wishes import codes

router = APIRouter()

AHEAD = 500
"""Entries of the queue that are kept: more than anybody decides on in a sitting."""
BEFORE, AFTER = 3, 14
"""Lines of the queue shown before and after the entry in turn."""


class Ruled(Sent):
    """A decision on one entry, as forms send it."""

    action: Short = ""
    seen: Short = ""
    field: Short = ""
    value: Short = ""
    typed: Long = ""
    at: Short = ""
    back: Short = ""


class TakenBack(Sent):
    """What is to be undone or done again: on an entry, or else this person's last."""

    action: Short = ""
    entry: Short = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A decision that was not kept: why, and what was sent."""

    why: str
    sent: Ruled
    entry_id: str
    status: int


def wanted_of(asked: ReviewAsked) -> QueueFilter:
    """Give what of the queue is asked for."""
    return QueueFilter(codes(Kind, asked.kind), asked.doc, asked.process, limit=AHEAD)


def queue_of(room: Room, asked: ReviewAsked) -> list[Waiting]:
    """Give what waits, the most urgent first."""
    wanted = wanted_of(asked)

    def made() -> list[Waiting]:
        return waiting(room.store, wanted) if asked.second else list(room.store.waiting(wanted))

    return room.keep(("queue", wanted, asked.second), made)


@router.get("/review", response_class=HTMLResponse, include_in_schema=False)
def page(request: Request, asked: Annotated[SheetAsked, Query()]) -> HTMLResponse:
    """Give what is to be decided on first."""
    room = desk_of(request).room
    found = queue_of(room, asked)
    if found:
        return _sheet(request, asked, room.store.case(found[0].entry_id))
    return draw(request, "review_none.html", asked, **_common(request, asked))


@router.get("/review/{entry_id}", response_class=HTMLResponse, include_in_schema=False)
def one(request: Request, entry_id: str, asked: Annotated[SheetAsked, Query()]) -> HTMLResponse:
    """Give one entry to be decided on, or that was decided on."""
    return _sheet(request, asked, desk_of(request).room.store.case(entry_id))


def _common(request: Request, asked: SheetAsked) -> dict[str, Any]:
    """Give what the page has with or without an entry."""
    room = desk_of(request).room
    counts = room.waiting_counts(QueueFilter(doc_id=asked.doc, process=asked.process))
    return {
        "by": known_by(request),
        "kinds": {kind: number for kind, number in counts.items() if number},
        "total": sum(number for kind, number in counts.items() if _asked_for(kind, asked)),
        "done": done_of(room.store, asked.done),
    }


def _asked_for(kind: str, asked: ReviewAsked) -> bool:
    return not asked.kind or kind in codes(Kind, asked.kind)


def _sheet(
    request: Request, asked: SheetAsked, case: Case, refused: Refused | None = None
) -> HTMLResponse:
    """Give the page of one entry, with what was not kept of a decision on it."""
    room = desk_of(request).room
    deciding = Deciding(room.store)
    found = queue_of(room, asked)
    ids = [one.entry_id for one in found]
    at = ids.index(case.entry_id) if case.entry_id in ids else None
    first = max(0, (at or 0) - BEFORE)
    shown = deciding.queue(found[first : (at or 0) + AFTER])
    sheet = deciding.sheet(case)
    context = {
        **_common(request, asked),
        "sheet": sheet,
        "queue": shown,
        "place": at,
        "waiting": found[at] if at is not None else None,
        "before": ids[at - 1] if at else None,
        "after": _next(ids, at),
        "refused": refused,
        "opened": refused.sent.field if refused and _has(sheet, refused) else "",
        "reasons": REASONS,
        "status": refused.status if refused else 200,
    }
    return draw(request, "review.html", asked, **context)


def _has(sheet: Sheet, refused: Refused) -> bool:
    """Tell whether the page has the field that was not corrected."""
    panels = (sheet.main, *sheet.with_it)
    own = [panel for panel in panels if panel.case.entry_id == refused.entry_id]
    rows = [row for panel in own for row in (*panel.rows, *panel.more)]
    return refused.sent.field in {row.of.name for row in rows}


def _next(ids: list[str], at: int | None) -> str | None:
    """Give what comes next: the first of the queue where the entry itself no longer waits."""
    place = 0 if at is None else at + 1
    return ids[place] if place < len(ids) else None


@router.post("/review/take-back", response_class=HTMLResponse, include_in_schema=False)
def take_back(
    request: Request, asked: Annotated[SheetAsked, Query()], sent: Annotated[TakenBack, Form()]
) -> Response:
    """Undo or do again, and show the entry."""
    by = decider(request, sent)
    if not by:
        return ask_who(request, asked, sent)
    room = desk_of(request).room
    desk = Desk(desk_of(request).pen.store, by)
    work = desk.redo if sent.action == Action.REDO else desk.undo
    try:
        ruling = work(sent.entry, sent.note)
    except OnrecordError as error:
        return _nothing(request, asked, Refused(str(error), Ruled(), sent.entry, 400))
    return decided(_to(request, asked, _place(room, ruling), ruling.entry_id), by)


def _nothing(request: Request, asked: SheetAsked, refused: Refused) -> HTMLResponse:
    """Show where the reader was, and why nothing was undone.

    Raises:
        HTTPException: there is nothing to show.
    """
    room = desk_of(request).room
    found = queue_of(room, asked)
    shown = refused.entry_id or (found[0].entry_id if found else "")
    if not shown:
        raise HTTPException(refused.status, refused.why)
    return _sheet(request, asked, room.store.case(shown), refused)


def _place(room: Room, ruling: Ruling) -> str:
    """Give which entry to show after an undoing: none where that took it from the record."""
    try:
        found = room.store.case(ruling.entry_id)
    except OnrecordError:
        return ""
    return found.entry_id if found.entry is not None else ""


def _to(request: Request, asked: ReviewAsked, entry_id: str, done: str) -> str:
    """Give the address of an entry's page that tells what was done."""
    visit = Visit(desk_of(request), request.url.path, asked)
    path = f"/review/{entry_id}" if entry_id else "/review"
    return visit.to(path, kind=asked.kind, doc=asked.doc, second=asked.second or None, done=done)


@router.post("/review/{entry_id}", response_class=HTMLResponse, include_in_schema=False)
def decide(
    request: Request,
    entry_id: str,
    asked: Annotated[SheetAsked, Query()],
    sent: Annotated[Ruled, Form()],
) -> Response:
    """Decide on one entry as it was seen, and go on to the next."""
    by = decider(request, sent)
    if not by:
        return ask_who(request, asked, sent)
    room = desk_of(request).room
    ids = [one.entry_id for one in queue_of(room, asked)]
    at = ids.index(entry_id) if entry_id in ids else None
    case = room.store.case(entry_id)
    try:
        ruling = _ruled(
            Desk(desk_of(request).pen.store, by), replace(case, seen=sent.seen or case.seen), sent
        )
    except DecisionOutdated as error:
        return _again(request, asked, Refused(_since(error, sent), sent, entry_id, 409))
    except OnrecordError as error:
        return _again(request, asked, Refused(str(error), sent, entry_id, 400))
    stays = ruling.action is Action.CORRECT
    shown = (sent.back or entry_id) if stays else (sent.back or _next(ids, at) or "")
    return decided(_to(request, asked, shown, entry_id), by)


def _as_seen(case: Case, sent: Ruled) -> Case:
    """Give a case in the state that the form was made for."""
    return replace(case, seen=sent.seen or case.seen)


def _again(request: Request, asked: SheetAsked, refused: Refused) -> HTMLResponse:
    """Show the entry as it is now, with what was not kept."""
    case = desk_of(request).room.store.case(refused.sent.back or refused.entry_id)
    return _sheet(request, asked, case, refused)


def _since(error: DecisionOutdated, sent: Ruled) -> str:
    """Say who was faster, and what was not kept of this decision."""
    when = f"{error.at[:10]} at {error.at[11:16]} UTC"
    who = f"{error.by} decided on it on {when}" if error.by else "It was read again"
    wish = f"set {sent.field} to “{sent.value or sent.typed}”" if sent.field else sent.action
    return (
        f"{who}, after you opened this page. Your decision ({wish}) was not kept. "
        "Look at what holds now, and decide again if you still want to."
    )


def _ruled(desk: Desk, case: Case, sent: Ruled) -> Ruling:
    """Keep a decision.

    Raises:
        OnrecordError: it cannot be kept, or not on what the entry is by now.
    """
    if sent.action == Action.CORRECT:
        return desk.correct(case, sent.field, _value(desk, case, sent), sent.note)
    return (desk.reject if sent.action == Action.REJECT else desk.accept)(case, sent.note)


def _value(desk: Desk, case: Case, sent: Ruled) -> str:
    """Give the value that was chosen, picked in the text, or typed."""
    if sent.value:
        return sent.value
    known = {one.name: one for one in fields_of(case.kind, type(case.entry))}
    if sent.at and sent.field in known and known[sent.field].control is Control.WORDS:
        return desk.picked(case.doc_id, sent.at, sent.typed)
    return sent.typed
