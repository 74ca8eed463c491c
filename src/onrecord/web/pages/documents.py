"""Documents: the list, the reader, the text as published; from any entry to its words."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, Field

from onrecord.errors import NoSuchEntry
from onrecord.record import (
    Actor,
    Anchor,
    Document,
    Office,
    PlanText,
    Process,
    Reading,
    Statement,
)
from onrecord.show.room.deciding import done_of
from onrecord.show.room.reader import reader_page
from onrecord.show.single_json import entry_json
from onrecord.store import Article, DocumentFilter, Entry
from onrecord.web.asked import PAGE, DocumentsAsked, ReaderAsked, View
from onrecord.web.trouble import ABSENT, REFUSED
from onrecord.web.visit import Visit, desk_of, draw

router = APIRouter()


def wanted_of(asked: DocumentsAsked) -> DocumentFilter:
    """Give the documents asked for, a page of them."""
    ends = [day for day in (asked.until, asked.as_of) if day]
    return DocumentFilter(
        text=asked.q,
        since=asked.since,
        until=min(ends, default=None),
        process=asked.process,
        limit=PAGE,
        offset=asked.offset,
    )


@router.get("/documents", response_class=HTMLResponse, include_in_schema=False)
def listed(request: Request, asked: Annotated[DocumentsAsked, Query()]) -> HTMLResponse:
    """Give the list of documents."""
    store = desk_of(request).room.store
    wanted = wanted_of(asked)
    found = {"articles": store.articles(wanted, asked.sort), "total": store.articles_count(wanted)}
    return draw(request, "documents.html", asked, **found)


@router.get("/documents/{doc_id}", response_class=HTMLResponse, include_in_schema=False)
def reader(request: Request, doc_id: str, asked: Annotated[ReaderAsked, Query()]) -> HTMLResponse:
    """Give a document to be read."""
    return shown(request, doc_id, asked)


def shown(request: Request, doc_id: str, asked: ReaderAsked, **adding: str | int) -> HTMLResponse:
    """Give the reader, with what was sent of a statement that could not be added, and why."""
    room = desk_of(request).room
    context = {
        "found": reader_page(room.store, doc_id, asked.stretch),
        "people": room.people(),
        "names": room.store.names(doc_id),
        "done": done_of(room.store, asked.done),
        "adding": adding,
        "status": adding.get("status", 200),
    }
    return draw(request, "reader.html", asked, **context)


@router.get("/documents/{doc_id}/published", response_class=HTMLResponse, include_in_schema=False)
def published(
    request: Request, doc_id: str, asked: Annotated[ReaderAsked, Query()]
) -> HTMLResponse:
    """Give the text as published, a stretch of it marked where one is asked for."""
    document = desk_of(request).room.store.document(doc_id)
    start, end = asked.stretch or (0, 0)
    text = document.raw_text
    if not 0 <= start < end <= len(text):
        start = end = 0
    parts = (text[:start], text[start:end], text[end:])
    return draw(request, "published.html", asked, document=document, parts=parts)


@router.get("/documents/{doc_id}/original", include_in_schema=False)
def original(request: Request, doc_id: str) -> Response:
    """Give the bytes as they came in, to be kept and never to be shown in this window."""
    content = desk_of(request).room.store.content(doc_id)
    headers = {
        "content-disposition": f'attachment; filename="{doc_id}.bin"',
        "content-security-policy": "default-src 'none'; sandbox",
    }
    return Response(content, media_type="application/octet-stream", headers=headers)


@router.get("/entries/{entry_id}", include_in_schema=False)
def entry(request: Request, entry_id: str, asked: Annotated[View, Query()]) -> Response:
    """Lead from any entry to its exact words."""
    desk = desk_of(request)
    found = desk.room.store.entry(desk.room.store.find(entry_id))
    return RedirectResponse(place(Visit(desk, "/", asked), found), 303)


def place(visit: Visit, entry: Entry) -> str:
    """Give the address of an entry's words, or of the page that tells of it."""
    match entry:
        case PlanText():
            return visit.to(f"/plans/texts/{entry.text_id}")
        case Document() | Reading():
            return visit.to(f"/documents/{entry.doc_id}")
        case Statement():
            return visit.statement(entry.doc_id, entry.statement_id)
        case Actor():
            return visit.to(f"/actors/{entry.actor_id}")
        case Process():
            return visit.to("/", process=entry.process_id)
        case Office():
            return visit.to("/actors", q=entry.title)
        case _:
            anchor = _anchor(entry)
            return visit.words(anchor.doc_id, anchor.start, anchor.end)


WORDS = ("evidence", "demand", "anchor", "words")
"""Fields in which entries of a text keep the words that they were read from."""


def _anchor(entry: Any) -> Anchor:
    """Give the first words that an entry was read from."""
    found = next(getattr(entry, name) for name in WORDS if hasattr(entry, name))
    first: Anchor = found[0] if isinstance(found, tuple) else found
    return first


class Documents(BaseModel):
    """A page of documents."""

    total: int = Field(description="How many there are in all.")
    page: int
    items: list[dict[str, Any]] = Field(description="Documents without their texts.")


@router.get("/api/documents", tags=["documents"], responses=REFUSED)
def as_json(request: Request, asked: Annotated[DocumentsAsked, Query()]) -> Documents:
    """Documents, 100 a page, without their texts."""
    store = desk_of(request).room.store
    wanted = wanted_of(asked)
    items = [article_entry(article) for article in store.articles(wanted, asked.sort)]
    return Documents(total=store.articles_count(wanted), page=asked.page, items=items)


def article_entry(article: Article) -> dict[str, Any]:
    """Give a document of a list as a JSON object."""
    return {
        "id": article.doc_id,
        "file": article.name,
        "title": article.title,
        "outlet": article.outlet,
        "published_on": article.published_on,
        "language": article.language,
        "recorded_at": article.recorded_at,
        "refused": article.refused,
        "statements": article.statements,
    }


@router.get("/api/documents/{doc_id}", tags=["documents"], responses=REFUSED | ABSENT)
def one(request: Request, doc_id: str) -> dict[str, Any]:
    """A document with its metadata, its noise and its text as published."""
    store = desk_of(request).room.store
    return entry_json(store, store.find(_document_id(doc_id)))


def _document_id(doc_id: str) -> str:
    if not doc_id.startswith("doc-"):
        raise NoSuchEntry(doc_id)
    return doc_id


@router.get("/api/entries/{entry_id}", tags=["entries"], responses=REFUSED | ABSENT)
def any_entry(request: Request, entry_id: str) -> dict[str, Any]:
    """Any entry by its id or the beginning of its id, with its words and their place."""
    store = desk_of(request).room.store
    return entry_json(store, store.find(entry_id))
