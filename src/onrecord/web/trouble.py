"""What went wrong, said as a page or as JSON: what, with which value, what to do."""

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from onrecord.errors import (
    AmbiguousId,
    AmbiguousPlan,
    AmbiguousText,
    EntryPurged,
    NoSuchActor,
    NoSuchEntry,
    NoSuchPlan,
    NoSuchText,
    OnrecordError,
    RecordBusy,
    RecordInaccessible,
    RecordMissing,
)
from onrecord.web.asked import View
from onrecord.web.visit import draw

STATUS: dict[type[OnrecordError], int] = {
    EntryPurged: 410,
    NoSuchEntry: 404,
    NoSuchActor: 404,
    NoSuchPlan: 404,
    NoSuchText: 404,
    AmbiguousId: 409,
    AmbiguousPlan: 409,
    AmbiguousText: 409,
    RecordBusy: 503,
    RecordInaccessible: 503,
    RecordMissing: 503,
}
TITLES = {
    400: "That cannot be asked",
    403: "Not allowed",
    404: "There is nothing here",
    405: "That cannot be done here",
    409: "That fits several",
    410: "Purged from this record",
    413: "Too much at once",
    422: "That cannot be asked",
    503: "The record cannot be read now",
}


class Trouble(BaseModel):
    """What went wrong, in a sentence that says what to do."""

    title: str = Field(description="What kind of trouble it is.")
    detail: str = Field(description="What is wrong, with which value, and what to do.")


REFUSED: dict[int | str, dict[str, Any]] = {
    422: {"model": Trouble, "description": "A parameter cannot be used."},
    400: {"model": Trouble, "description": "A parameter cannot be used."},
    503: {"model": Trouble, "description": "The record cannot be read now."},
}
"""What every part of the API may answer beside its own answer."""

ABSENT: dict[int | str, dict[str, Any]] = {
    404: {"model": Trouble, "description": "There is no such entry."},
    409: {"model": Trouble, "description": "The beginning of the id fits several entries."},
    410: {"model": Trouble, "description": "The document was purged; the reason stays."},
}
"""What parts of the API may answer that look for one entry."""


def tell(app: FastAPI) -> None:
    """Let an app say its troubles so."""

    @app.exception_handler(OnrecordError)
    def of_ours(request: Request, error: OnrecordError) -> Response:
        return _said(request, STATUS.get(type(error), 400), str(error))

    @app.exception_handler(RequestValidationError)
    def of_parameters(request: Request, error: RequestValidationError) -> Response:
        return _said(request, 422, " ".join(_sentence(one) for one in error.errors()[:5]))

    @app.exception_handler(HTTPException)
    def of_http(request: Request, error: HTTPException) -> Response:
        answer = _said(request, error.status_code, _of_status(error))
        answer.headers.update(error.headers or {})
        return answer

    @app.exception_handler(Exception)
    def of_code(request: Request, error: Exception) -> Response:
        del error  # the log has it
        return _said(
            request, 500, "A fault of ours. What was asked for is in the address; please report it."
        )


def _said(request: Request, status: int, detail: str) -> Response:
    """Give the trouble as JSON under /api, as a page elsewhere."""
    title = TITLES.get(status, "Something went wrong")
    if request.url.path.startswith("/api"):
        return JSONResponse(Trouble(title=title, detail=detail).model_dump(), status)
    given = {"title": title, "detail": detail, "status": status}
    try:
        return draw(request, "trouble.html", View(), **given)
    except OnrecordError:  # the rail asks the record, which is what the trouble is about
        return PlainTextResponse(f"{title}. {detail}", status)


def _sentence(error: Any) -> str:
    """Give what is wrong with one parameter."""
    name = ".".join(str(part) for part in error["loc"][1:]) or "The address"
    value = error.get("input")
    shown = f" is “{value[:80]}”" if isinstance(value, str) else ""
    if error["type"].startswith("date"):
        return f"{name}{shown}: it must be a day like 2027-04-21."
    said = error["msg"].removeprefix("Value error, ").replace("Input should be", "it must be")
    return f"{name}{shown}: {said}."


def _of_status(error: HTTPException) -> str:
    if error.status_code == 404:
        return "No page has this address. The rail on the left names all pages."
    return str(error.detail)
