"""Merging and splitting actors, each shown before it is done."""

from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import Field

from onrecord.analyse import Identity
from onrecord.api import Record
from onrecord.errors import NoSuchActor, OnrecordError
from onrecord.show.plain import one_line
from onrecord.show.room.together import Preview, Together
from onrecord.web.asked import View, Words
from onrecord.web.deciders import Sent, Short, ask_who, decided, decider, known_by
from onrecord.web.visit import Visit, desk_of, draw

router = APIRouter()

CHANGED = (
    "Somebody has decided on these actors after you opened this page, or documents came in. "
    "Nothing was changed. This is what would change now; decide again if you still want it."
)


class MergeAsked(View):
    """With whom an actor is to be made one."""

    other: Words | None = Field(default=None, description="A name, or an actor's id.")


class SplitAsked(View):
    """Whom an actor is to be parted from."""

    member: Words | None = Field(default=None, description="The id of the one to be split off.")


class Paired(Sent):
    """A decision on two actors, with the state of both that was seen."""

    other: Short = ""
    state: Short = ""


def _whole(together: Together, actor_id: str) -> Identity:
    """Give the identity of an actor.

    Raises:
        NoSuchActor: there is none of this id.
    """
    found = together.roster.identities.of(actor_id)
    if found is None:
        raise NoSuchActor(one_line(actor_id, 80))
    return found


def _page(
    request: Request, asked: View, one: Identity, preview: Preview | None, **context: Any
) -> HTMLResponse:
    given = {"trouble": "", "other": "", "member": "", "by": known_by(request), **context}
    return draw(request, "together.html", asked, one=one, preview=preview, **given)


@router.get("/actors/{actor_id}/merge", response_class=HTMLResponse, include_in_schema=False)
def merge_page(
    request: Request, actor_id: str, asked: Annotated[MergeAsked, Query()]
) -> HTMLResponse:
    """Give what would change if two actors were one; first, with whom."""
    return _merge_page(request, actor_id, asked)


def _merge_page(
    request: Request, actor_id: str, asked: MergeAsked, trouble: str = ""
) -> HTMLResponse:
    together = Together(desk_of(request).room)
    one, preview, status = _whole(together, actor_id), None, 409 if trouble else 200
    try:
        other = together.roster.named(asked.other) if asked.other else None
        if other is one:
            trouble, status = f"“{asked.other}” and {one.actor.name} are one already.", 400
        elif other:
            preview = together.merged(one, other)
    except OnrecordError as error:
        trouble, status = str(error), 400
    known = [row.identity.actor.name for row in together.people.rows if row.identity is not one]
    return _page(
        request,
        asked,
        one,
        preview,
        trouble=trouble,
        other=preview.before[1].identity.actor.actor_id if preview else "",
        known=known[:500],
        status=status,
    )


@router.post("/actors/{actor_id}/merge", response_class=HTMLResponse, include_in_schema=False)
def merge(
    request: Request,
    actor_id: str,
    asked: Annotated[View, Query()],
    sent: Annotated[Paired, Form()],
) -> Response:
    """Make two actors one, if both are what was seen."""
    by = decider(request, sent)
    if not by:
        return ask_who(request, asked, sent)
    room = desk_of(request).room
    together = Together(room)
    one, other = _whole(together, actor_id), _whole(together, sent.other)
    if one is other or together.merged(one, other).state != sent.state:
        again = MergeAsked(other=sent.other, as_of=asked.as_of, process=asked.process)
        return _merge_page(request, actor_id, again, CHANGED)
    pair = one.actor.actor_id, other.actor.actor_id
    kept = Record(desk_of(request).pen.store).merge(*pair, sent.note, by)
    visit = Visit(desk_of(request), request.url.path, asked)
    return decided(visit.to(f"/actors/{kept.actor_id}"), by)


@router.get("/actors/{actor_id}/split", response_class=HTMLResponse, include_in_schema=False)
def split_page(
    request: Request, actor_id: str, asked: Annotated[SplitAsked, Query()]
) -> HTMLResponse:
    """Give what would change if one were not one with the others; first, which one."""
    return _split_page(request, actor_id, asked)


def _split_page(
    request: Request, actor_id: str, asked: SplitAsked, trouble: str = ""
) -> HTMLResponse:
    together = Together(desk_of(request).room)
    whole, status = _whole(together, actor_id), 409 if trouble else 200
    preview = None
    if asked.member in whole.members and len(whole.members) > 1:
        preview = together.split(whole, asked.member or "")
    elif asked.member and not trouble:
        trouble, status = "This actor is not, or no longer, put together with that one.", 409
    return _page(
        request,
        asked,
        whole,
        preview,
        trouble=trouble,
        member=asked.member or "",
        members=[together.roster.actors[member] for member in whole.members],
        status=status,
    )


@router.post("/actors/{actor_id}/split", response_class=HTMLResponse, include_in_schema=False)
def split(
    request: Request,
    actor_id: str,
    asked: Annotated[View, Query()],
    sent: Annotated[Paired, Form()],
) -> Response:
    """Part one from the others, if all are what was seen."""
    by = decider(request, sent)
    if not by:
        return ask_who(request, asked, sent)
    room = desk_of(request).room
    together = Together(room)
    whole = _whole(together, actor_id)
    there = sent.other in whole.members and len(whole.members) > 1
    if not there or together.split(whole, sent.other).state != sent.state:
        again = SplitAsked(member=sent.other, as_of=asked.as_of, process=asked.process)
        return _split_page(request, actor_id, again, CHANGED)
    apart = Record(desk_of(request).pen.store).split(sent.other, None, sent.note, by)
    visit = Visit(desk_of(request), request.url.path, asked)
    return decided(visit.to(f"/actors/{apart.actor_id}"), by)
