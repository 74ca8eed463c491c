"""Texts of plans: one with what is said about each point, any two side by side."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from onrecord.analyse.proposals import Proposal, Version
from onrecord.record import PlanText
from onrecord.show.comparison import RELATIONS, Comparison, comparison_entry
from onrecord.show.proposals import BRACKETS, counted, text_entry, text_named
from onrecord.show.provision_tables import obliged
from onrecord.show.room.drafts import (
    aligned,
    line,
    only_one,
    pair,
    passages,
    without_passage,
)
from onrecord.show.room.plans import OPEN, plans_of, shelves, texts_of, versions_called_so
from onrecord.show.room.points import behind, points
from onrecord.show.room.room import Room
from onrecord.show.standing import Background
from onrecord.store import StanceFilter
from onrecord.web.asked import PAGE
from onrecord.web.asked_plans import PASSAGES, CompareAsked, TextAsked, TextsAsked, TwoTexts
from onrecord.web.pages.plans import TERMS
from onrecord.web.trouble import ABSENT, REFUSED
from onrecord.web.visit import desk_of, draw

router = APIRouter()

Chosen = tuple[Proposal, Version] | None


@router.get("/plans/texts/{text_id}", response_class=HTMLResponse, include_in_schema=False)
def text(request: Request, text_id: str, asked: Annotated[TextAsked, Query()]) -> HTMLResponse:
    """Give a text point by point, with what the coverage says of the version that it is."""
    room = desk_of(request).room
    found = text_named(room.store, text_id)
    chosen = _coverage(room, found, asked)
    told = None
    if chosen:
        wanted = StanceFilter(as_of=asked.as_of, process=asked.process)
        told = points(room, chosen[0], wanted)
    version = chosen[1].version_id if chosen else OPEN
    lines = passages(found, told, version)
    where = behind(room, (), told)
    first = (asked.page - 1) * PASSAGES
    context = {
        "text": found,
        "counts": counted(found.points),
        "chosen": chosen,
        "choices": plans_of(room, asked.as_of, asked.process).all,
        "guessed": asked.coverage is None,
        "lines": lines[first : first + PASSAGES],
        "size": PASSAGES,
        "rest": without_passage(lines, told, version) if told else [],
        "others": [t for t in texts_of(room) if t.text_id != found.text_id],
        "labels": {v.version_id: v.label for v in chosen[0].versions} if chosen else {},
        "brackets": BRACKETS,
        "sources": where,
        "people": where.people,
        "names": Background(where.people.actors, where.imprints),
        "obliged": obliged,
        **TERMS,
    }
    return draw(request, "draft.html", asked, **context)


def _coverage(room: Room, found: PlanText, asked: TextAsked) -> Chosen:
    """Give the version whose coverage stands beside a text: the one asked for, else its namesake.

    Where several versions go by its name none is taken.
    """
    plans = plans_of(room, asked.as_of, asked.process)
    if asked.coverage is None:
        return only_one(versions_called_so(found, plans))
    known = ((one, version) for one in plans.all for version in one.versions)
    return next((it for it in known if it[1].version_id == asked.coverage), None)


@router.get("/plans/compare", response_class=HTMLResponse, include_in_schema=False)
def compare(request: Request, asked: Annotated[CompareAsked, Query()]) -> HTMLResponse:
    """Give two texts side by side, word by word."""
    room = desk_of(request).room
    texts = texts_of(room)
    both = _two(room, texts, asked)
    context: dict[str, Any] = {"shelves": shelves(texts), "texts": texts, "both": both, **TERMS}
    if len(both) == 2:
        left, right = both
        alignment = aligned(room, left, right)
        rows = list(Comparison(left, right, alignment, asked.relations).rows)
        first = (asked.page - 1) * PAGE
        context |= {
            "counts": alignment.count(),
            "relations": RELATIONS,
            "renumbered": len(alignment.renumbered),
            "total": len(rows),
            "all": len(alignment.rows),
            "lines": [line(row) for row in rows[first : first + PAGE]],
        }
    return draw(request, "compare.html", asked, **context)


def _two(room: Room, texts: Sequence[PlanText], asked: CompareAsked) -> tuple[PlanText, ...]:
    """Give the two texts asked for; what is not named is chosen, the last two of one plan first.

    Raises:
        NoSuchText, AmbiguousText: what is named is not one text.
    """
    left = text_named(room.store, asked.left) if asked.left else None
    right = text_named(room.store, asked.right) if asked.right else None
    if left and right:
        return left, right
    if right:
        return pair(texts, right)[::-1]
    return pair(texts, left)


class Texts(BaseModel):
    """A page of texts."""

    total: int = Field(description="How many there are in all.")
    page: int
    items: list[dict[str, Any]] = Field(description="Texts without their passages.")


@router.get("/api/plans/texts", tags=["plans"], responses=REFUSED)
def texts_as_json(request: Request, asked: Annotated[TextsAsked, Query()]) -> Texts:
    """The texts of plans that were added, 100 a page, without their passages."""
    found = texts_of(desk_of(request).room)
    shown = found[(asked.page - 1) * PAGE : asked.page * PAGE]
    items = [text_entry(each, points=False) for each in shown]
    return Texts(total=len(found), page=asked.page, items=items)


@router.get("/api/plans/texts/{text_id}", tags=["plans"], responses=REFUSED | ABSENT)
def text_as_json(request: Request, text_id: str) -> dict[str, Any]:
    """A text passage by passage, each with its exact characters."""
    return text_entry(text_named(desk_of(request).room.store, text_id))


@router.get("/api/plans/compare", tags=["plans"], responses=REFUSED | ABSENT)
def compare_as_json(request: Request, asked: Annotated[TwoTexts, Query()]) -> dict[str, Any]:
    """Two texts side by side: same, moved, changed, merged, split, added, dropped, word by word."""
    room = desk_of(request).room
    left, right = (text_named(room.store, each) for each in (asked.left, asked.right))
    return comparison_entry(Comparison(left, right, aligned(room, left, right), asked.relations))
