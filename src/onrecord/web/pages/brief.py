"""Brief: a text to send, with period and parties; every line leads to its words."""

import re
from collections.abc import Callable, Hashable
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, Response
from markdown_it import MarkdownIt
from markupsafe import Markup, escape
from pydantic import BaseModel, Field

from onrecord.show.brief import Brief
from onrecord.show.brief_docx import word_document
from onrecord.show.briefing import Briefing
from onrecord.show.conflicts import Conflicts
from onrecord.show.days import day_words, in_words
from onrecord.show.room.disputes import conflicts_of
from onrecord.show.room.room import Room
from onrecord.store import DocumentFilter, Selection
from onrecord.web.asked import BriefAsked
from onrecord.web.trouble import REFUSED
from onrecord.web.visit import Visit, desk_of, draw, environment

router = APIRouter()

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

SPAN = timedelta(days=28)
"""Days that a brief covers where nothing is asked: up to the latest document."""
ENTRY = re.compile(r"\b([a-z]{2,4}-[0-9a-f]{16})\b")
DAY = re.compile(r"([\[{]?[0-9.][0-9X.,/?~%-]{3,40}[\]}]?)(?=: )")
CITED = re.compile(r"\[([0-9]{1,6})\]")


def covering(request: Request, asked: BriefAsked) -> BriefAsked:
    """Give what is asked for with its period, where none was: the weeks up to the last document."""
    room = desk_of(request).room
    latest = asked.as_of or max((day for day, _ in room.days(asked.process)), default=None)
    changes = {}
    if latest and asked.until is None:
        changes["until"] = latest
    if latest and asked.since is None:
        changes["since"] = (asked.until or latest) - SPAN
    return asked.model_copy(update=changes)


def _writing(room: Room, full: BriefAsked) -> tuple[Hashable, Callable[[], str]]:
    """Give under which key a brief is kept, and how it is written."""
    parties = room.people().of_sides(full.side) if full.side else None

    def write() -> str:
        briefing = Briefing(
            room.store,
            DocumentFilter(since=full.since, until=full.until, process=full.process),
            None if parties is None else frozenset(parties),
            confirmed_only=full.confirmed,
        )
        return Brief(briefing.given(partial(_conflicts, room))).write()

    return ("brief", full.model_dump_json()), write


def _conflicts(room: Room, until: date | None, process: str | None) -> Conflicts:
    """Give the conflicts up to a day: where that is all days, those of the whole record."""
    days = room.days(process)
    dated = sum(count for _, count in days) == room.store.articles_count(
        DocumentFilter(process=process)
    )
    whole = until and dated and all(day <= until for day, _ in days)
    return conflicts_of(room, None if whole else until, process)


def markdown(request: Request, asked: BriefAsked) -> tuple[BriefAsked, str]:
    """Give the brief, and its period where none was asked for; whoever asks waits for it."""
    room, full = desk_of(request).room, covering(request, asked)
    return full, room.keep(*_writing(room, full))


def html(visit: Visit, text: str) -> Markup:
    """Give a brief as HTML: nothing in it is taken for a tag, and ids lead to their words."""
    found = MarkdownIt("commonmark", {"html": False}).render(text)

    def linked(match: re.Match[str]) -> str:
        address = escape(visit.to(f"/entries/{match[1]}"))
        return f'<a class="id" href="{address}">{match[1][: match[1].index("-") + 9]}</a>'

    pieces = re.split(r"(<[^>]*>)", found)
    plain: list[str] = []
    for before, part in pairwise(["", *pieces]):
        if part.startswith("<"):
            plain.append(part)
            continue
        day = DAY.match(part) if before == "<li>" else None
        dated = str(escape(in_words(day[1]))) + part[day.end() :] if day else part
        cited = CITED.sub(r'<a class="cite" href="#source-\1">[\1]</a>', ENTRY.sub(linked, dated))
        plain.append(cited)
    return Markup(_numbered("".join(plain)))  # noqa: S704 - made of escaped parts and our own tags


def _numbered(page: str) -> str:
    """Give the list of sources the anchors that footnotes lead to."""
    head, mark, tail = page.rpartition("<ol>")
    if not mark:
        return page
    number = iter(range(1, 1_000_000))
    return head + mark + re.sub(r"<li>", lambda _: f'<li id="source-{next(number)}">', tail)


@router.get("/brief", response_class=HTMLResponse, include_in_schema=False)
def page(request: Request, asked: Annotated[BriefAsked, Query()]) -> HTMLResponse:
    """Give the brief to read, or that one of a large record is being written."""
    desk, full = desk_of(request), covering(request, asked)
    key, write = _writing(desk.room, full)
    text = desk.room.so_far(key, write, Selection(process=asked.process), begin=True)
    written = None if text is None else html(Visit(desk, "/brief", asked), text)
    sides = desk.room.people().known_sides
    return draw(request, "brief.html", asked, full=full, written=written, sides=sides)


@router.get("/brief.md", include_in_schema=False)
def as_markdown(request: Request, asked: Annotated[BriefAsked, Query()]) -> Response:
    """Give the brief as a Markdown file."""
    _, text = markdown(request, asked)
    headers = {"content-disposition": 'attachment; filename="brief.md"'}
    return PlainTextResponse(text, media_type="text/markdown; charset=utf-8", headers=headers)


@router.get("/brief.docx", include_in_schema=False)
def as_word_document(request: Request, asked: Annotated[BriefAsked, Query()]) -> Response:
    """Give the brief as a Word document."""
    _, text = markdown(request, asked)
    headers = {"content-disposition": 'attachment; filename="brief.docx"'}
    return Response(word_document(text), media_type=WORD, headers=headers)


@router.get("/brief.html", include_in_schema=False)
def as_html(request: Request, asked: Annotated[BriefAsked, Query()]) -> Response:
    """Give the brief as a page of its own that needs no other file."""
    full, text = markdown(request, asked)
    address = str(request.base_url).rstrip("/")
    written = Markup(  # noqa: S704 - escaped by `html`
        str(html(Visit(desk_of(request), "/brief", asked), text)).replace(
            'href="/', f'href="{address}/'
        )
    )
    days = [day_words(day) for day in (full.since, full.until) if day]
    given = {"written": written, "days": days, "case": desk_of(request).case}
    content = environment().get_template("brief_file.html").render(given)
    headers = {"content-disposition": 'attachment; filename="brief.html"'}
    return HTMLResponse(content, headers=headers)


class Written(BaseModel):
    """A brief."""

    since: date | None
    until: date | None
    markdown: str = Field(description="The brief in Markdown, every line with its source.")


@router.get("/api/brief", tags=["brief"], responses=REFUSED)
def as_json(request: Request, asked: Annotated[BriefAsked, Query()]) -> Written:
    """The brief of a period in Markdown, every line with its source."""
    full, text = markdown(request, asked)
    return Written(since=full.since, until=full.until, markdown=text)
