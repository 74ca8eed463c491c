"""Who decides in this browser, asked when nothing is being decided."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, Response

from onrecord.web.asked import View
from onrecord.web.deciders import Sent, ask_who, decided, decider, known_by
from onrecord.web.visit import Visit, desk_of

router = APIRouter()


@router.get("/review/who", response_class=HTMLResponse, include_in_schema=False)
def page(request: Request, asked: Annotated[View, Query()]) -> HTMLResponse:
    """Ask who decides."""
    return ask_who(request, asked, Sent(by=known_by(request)))


@router.post("/review/who", response_class=HTMLResponse, include_in_schema=False)
def remember(
    request: Request, asked: Annotated[View, Query()], sent: Annotated[Sent, Form()]
) -> Response:
    """Remember who decides."""
    by = decider(request, sent)
    if not by:
        return ask_who(request, asked, sent)
    return decided(Visit(desk_of(request), request.url.path, asked).to("/review"), by)
