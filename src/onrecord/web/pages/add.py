"""Add: files and pasted text are read into the record, and what was found is shown as it comes."""

import re
import secrets
from pathlib import PurePosixPath
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from onrecord.api import process_named
from onrecord.settings import MAX_BYTES
from onrecord.web.asked import View
from onrecord.web.jobs import Handed, Wish
from onrecord.web.trouble import ABSENT
from onrecord.web.visit import Desk, desk_of, draw
from onrecord.wishes import iso

router = APIRouter()

NAME = re.compile(r"[^\w.\- ]+")
LONGEST = 120
FILES = 500
"""Files at once."""


@router.get("/add", response_class=HTMLResponse, include_in_schema=False)
def page(request: Request, asked: Annotated[View, Query()]) -> HTMLResponse:
    """Give the forms."""
    return draw(request, "add.html", asked, trouble="")


@router.post("/add", response_class=HTMLResponse, include_in_schema=False)
async def begin(
    request: Request,
    asked: Annotated[View, Query()],
) -> Response:
    """Begin to read what is handed in."""
    async with request.form(max_files=FILES, max_fields=20, max_part_size=MAX_BYTES) as form:
        desk = desk_of(request)
        if not desk.guard.trusts(form.get("token")):
            raise HTTPException(
                403, "This form is too old. Open the page again and send it once more."
            )
        files = [await _file(each) for each in form.getlist("files") if _is_file(each)]
        text = form.get("text")
        if isinstance(text, str) and text.strip():
            files.append(_pasted(text, form.get("title")))
        wish = _wish(form.get("published_on"), form.get("process"))
    if not files:
        said = "Nothing was handed in. Choose files, or paste a text."
        return draw(request, "add.html", asked, trouble=said, status=400)
    job = desk.jobs.begin(secrets.token_hex(8), files, wish)
    return RedirectResponse(f"/add/{job.job_id}", 303)


def _is_file(given: Any) -> bool:
    return bool(getattr(given, "filename", None))


async def _file(given: Any) -> Handed:
    """Give a file that was handed in; one byte more than the limit shows that it is too large."""
    content: bytes = await given.read(MAX_BYTES + 1)
    return Handed(harmless(given.filename), content)


def harmless(name: str) -> str:
    """Give a file name that names no folder and hides nothing: `../../etc/x` is `x`.

    >>> harmless("../../etc/passwd"), harmless("..")
    ('passwd', 'document.txt')
    """
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = NAME.sub("_", last).strip(". ")[-LONGEST:]
    return plain or "document.txt"


def _pasted(text: str, title: Any) -> Handed:
    """Give a pasted text as a file; a title that is given becomes its first line."""
    head = " ".join(str(title or "").split())
    name = harmless(f"{head[:60] or 'pasted text'}.txt")
    content = f"{head}\n\n{text}" if head else text
    return Handed(name, content.encode("utf-8", "replace"))


def _wish(day: Any, process: Any) -> Wish:
    name = " ".join(str(process or "").split())
    given = iso(str(day)) if day else None
    return Wish(given, (process_named(name),) if name else ())


@router.get("/add/{job_id}", response_class=HTMLResponse, include_in_schema=False)
def progress(request: Request, job_id: str, asked: Annotated[View, Query()]) -> HTMLResponse:
    """Give how far a reading is."""
    return draw(request, "reading.html", asked, job=_job(desk_of(request), job_id))


@router.post("/add/{job_id}/stop", include_in_schema=False)
def stop(request: Request, job_id: str, token: Annotated[str, Form()] = "") -> Response:
    """Stop a reading after the document that is being read."""
    desk = desk_of(request)
    if not desk.guard.trusts(token):
        raise HTTPException(403, "This form is too old. Open the page again.")
    _job(desk, job_id).stopping.set()
    return RedirectResponse(f"/add/{job_id}", 303)


def _job(desk: Desk, job_id: str) -> Any:
    job = desk.jobs.job(job_id)
    if job is None:
        raise HTTPException(404, "No reading of this kind is known. What was read is in Documents.")
    return job


@router.get("/api/readings/{job_id}", tags=["add"], responses=ABSENT)
def as_json(request: Request, job_id: str) -> dict[str, Any]:
    """How far the reading of documents that were handed in is, and what was found so far."""
    job = _job(desk_of(request), job_id)
    return {
        "total": job.total,
        "done": job.done,
        "finished": job.finished,
        "trouble": job.trouble or None,
        "documents": [
            {
                "file": line.name,
                "outcome": line.outcome,
                "id": line.doc_id,
                "statements": line.statements,
                "stances": line.stances,
                "trouble": line.trouble or None,
            }
            for line in job.lines
        ],
    }
