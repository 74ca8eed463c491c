"""The reference of the API, drawn from its own description."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.web.asked import View
from onrecord.web.visit import draw

router = APIRouter()


@router.get("/api", response_class=HTMLResponse, include_in_schema=False)
def page(request: Request, asked: Annotated[View, Query()]) -> HTMLResponse:
    """Give the reference of the API."""
    described: dict[str, Any] = request.app.openapi()
    parts = [
        {"path": path, **operation}
        for path, methods in described["paths"].items()
        for operation in methods.values()
    ]
    return draw(request, "reference.html", asked, parts=parts, about=described["info"])
