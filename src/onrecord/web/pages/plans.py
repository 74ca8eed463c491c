"""Plans: the lineages on record, and one with its versions, its points and who said what."""

from itertools import islice
from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from onrecord.analyse.proposals import Proposal
from onrecord.errors import NoSuchPlan
from onrecord.record import PlanAspect, PlanText
from onrecord.show.plan_tables import BOUNDS, version_words
from onrecord.show.plans import Plans, proposal_entry
from onrecord.show.point_entries import matter_entry
from onrecord.show.provision_entries import reported_provision
from onrecord.show.provision_tables import obliged
from onrecord.show.reviews import STATES
from onrecord.show.room.drafts import SIGNS, pair
from onrecord.show.room.matrix import leaves
from onrecord.show.room.matters import Matter, Points
from onrecord.show.room.plans import (
    OPEN,
    is_called,
    named,
    plans_of,
    shelves,
    texts_of,
    told_of,
)
from onrecord.show.room.points import behind, points, version_names
from onrecord.show.room.room import Room
from onrecord.show.standing import Background
from onrecord.store import ProvisionFilter, StanceFilter
from onrecord.web.asked import PAGE
from onrecord.web.asked_plans import PlanAsked, PlansAsked, ProvisionsAsked
from onrecord.web.trouble import ABSENT, REFUSED
from onrecord.web.visit import desk_of, draw

router = APIRouter()

TERMS = {
    "states": STATES,
    "bounds": BOUNDS,
    "marks": SIGNS,
    "leaves": leaves(),
    "words_of": version_words,
}
"""Words of the templates that plans share."""
FACTS, REPORTS = 3, 6
"""Facts of a kind that the list of plans shows of a version, and reports of each."""


class Most(NamedTuple):
    """How much the page of a plan shows; the API gives all.

    Facts of a kind of each version, reports of each, mentions of the plan alone; wordings of a
    point in a version, further stances and statements about it.
    """

    rows: int
    claims: int
    mentions: int
    wordings: int
    said: int


FULL, SHORT = Most(30, 12, 100, 6, 20), Most(6, 3, 10, 3, 3)
"""Of a plan, and of one of more than `LONG` claims."""
LONG = 1_000
HOLDERS = 30
"""Holders of stances on the plan as a whole on one page."""
OPEN_AT_ONCE = 3
"""Stances on a point that stand before the further ones."""
UNSAID = "open"
"""What addresses call the version of what does not say which one it means."""


@router.get("/plans", response_class=HTMLResponse, include_in_schema=False)
def listed(request: Request, asked: Annotated[PlansAsked, Query()]) -> HTMLResponse:
    """Give the plans with their versions, and the texts that were added."""
    room = desk_of(request).room
    plans = plans_of(room, asked.as_of, asked.process)
    shown = _page(plans, asked.page)
    people, texts = room.people(), texts_of(room)
    view = (asked.as_of, asked.process)
    told = {id_: of for one in shown for id_, of in told_of(room, one, view).items() if id_ != OPEN}
    claims = (claim for found in told.values() for claim in found.shown(FACTS, REPORTS))
    context = {
        "plans": shown,
        "total": len(plans.all),
        "facts": told,
        "facts_shown": FACTS,
        "reports_shown": REPORTS,
        "sources": behind(room, claims),
        "people": people,
        "shelves": shelves(texts),
        "pair": pair(texts),
        **TERMS,
    }
    return draw(request, "plans.html", asked, **context)


def _page(plans: Plans, page: int) -> list[Proposal]:
    return plans.all[(page - 1) * PAGE : page * PAGE]


@router.get("/plans/{plan_id}", response_class=HTMLResponse, include_in_schema=False)
def one(request: Request, plan_id: str, asked: Annotated[PlanAsked, Query()]) -> HTMLResponse:
    """Give one plan."""
    room = desk_of(request).room
    known, found = named(room, plan_id, (asked.as_of, asked.process))
    if found is None:
        return draw(request, "plan_later.html", asked, plan=known)
    whole = points(room, found, StanceFilter(as_of=asked.as_of, process=asked.process))
    told = whole.page(asked.page, HOLDERS)
    context = {
        "plan": found,
        "points": told,
        "holders": len(whole.holders),
        "holders_shown": HOLDERS,
        "open_too": any(OPEN in holder.stances for holder in told.holders),
        "unsaid": any(matter.wordings.get(OPEN) for matter in told.matters),
        "people": room.people(),
        "obliged": obliged,
        **_side_by_side(found, told, asked),
        **_claims(room, found, told, asked),
        **_texts(room, found),
        **TERMS,
    }
    return draw(request, "plan.html", asked, **context)


def _side_by_side(found: Proposal, told: Points, asked: PlanAsked) -> dict[str, Any]:
    """Give the versions that stand side by side, and the points that are shown of them."""
    labels, chosen = version_names(found), _columns(found, asked)
    return {
        "labels": {id_: version.label for id_, version in labels.items()},
        "columns": [(id_, labels[id_].label if id_ else UNSAID) for id_ in chosen],
        "groups": _groups(told, chosen, asked.show),
    }


def _claims(room: Room, found: Proposal, told: Points, asked: PlanAsked) -> dict[str, Any]:
    """Give what is told of each version, how much of it is shown, and where all that comes from."""
    facts_of = told_of(room, found, (asked.as_of, asked.process))
    mentions = [c for c in found.open if c.aspect is PlanAspect.NAMED]
    count = len(found.open) + sum(len(version.claims) for version in found.versions)
    most = SHORT if count > LONG else FULL
    claims = [c for of in facts_of.values() for c in of.shown(most.rows, most.claims)]
    first = told.first(most.wordings, most.said + OPEN_AT_ONCE)
    where = behind(room, (*claims, *mentions[: most.mentions]), first)
    return {
        "facts": facts_of,
        "open": facts_of[OPEN],
        "mentions": mentions,
        "shown": most,
        "sources": where,
        "names": Background(room.people().actors, where.imprints),
    }


def _texts(room: Room, found: Proposal) -> dict[str, Any]:
    """Give the texts on record with the versions of those names, and the texts of each version."""
    texts = [(t, [v for v in found.versions if is_called(t, v)]) for t in texts_of(room)]
    called: dict[str, list[PlanText]] = {version.version_id: [] for version in found.versions}
    for text, versions in texts:
        for version in versions:
            called[version.version_id].append(text)
    return {"texts": texts, "called_so": called}


def _columns(one: Proposal, asked: PlanAsked) -> list[str]:
    """Give the ids of the versions that stand side by side: those asked for, else the last two."""
    ids = {version.label: version.version_id for version in one.versions} | {UNSAID: OPEN}
    last = [version.version_id for version in one.versions[-2:]] or [OPEN]
    left = ids.get(asked.left or "", last[0])
    right = ids.get(asked.right or "", next((id_ for id_ in last[::-1] if id_ != left), left))
    return [left] if left == right else [left, right]


def _groups(told: Points, chosen: list[str], show: str) -> list[tuple[str, list[Matter]]]:
    """Give the points that are shown, under what their categories belong to."""
    found = (
        (
            title,
            [
                matter
                for matter in of
                if (show != "both" or matter.told_in(chosen))
                and (show != "stance" or matter.stances)
            ],
        )
        for title, of in told.groups()
    )
    return [(title, of) for title, of in found if of]


class PlansFound(BaseModel):
    """A page of plans."""

    total: int = Field(description="How many there are in all.")
    page: int
    items: list[dict[str, Any]] = Field(description="Plans with their versions and claims.")


@router.get("/api/plans", tags=["plans"], responses=REFUSED)
def as_json(request: Request, asked: Annotated[PlansAsked, Query()]) -> PlansFound:
    """The texts that are negotiated: versions, points, who wrote, received and leaked them."""
    plans = plans_of(desk_of(request).room, asked.as_of, asked.process)
    items = [proposal_entry(found, plans) for found in _page(plans, asked.page)]
    return PlansFound(total=len(plans.all), page=asked.page, items=items)


@router.get("/api/plans/{plan_id}", tags=["plans"], responses=REFUSED | ABSENT)
def one_as_json(
    request: Request, plan_id: str, asked: Annotated[PlanAsked, Query()]
) -> dict[str, Any]:
    """One plan: every claim about it, its points as articles tell them, the stances on each."""
    room = desk_of(request).room
    plans = plans_of(room, asked.as_of, asked.process)
    found = named(room, plan_id, (asked.as_of, asked.process)).on_day
    if found is None:
        raise NoSuchPlan(plan_id)
    told = points(room, found, StanceFilter(as_of=asked.as_of, process=asked.process))
    where = behind(room, (), told)
    labels = {id_: version.label for id_, version in version_names(found).items()}
    groups = _groups(told, _columns(found, asked), asked.show)
    matters = [matter_entry(m, labels, where) for _, of in groups for m in of]
    return {**proposal_entry(found, plans), "points": matters}


class Provisions(BaseModel):
    """A page of provisions."""

    page: int
    more: bool = Field(description="Whether there are more after this page.")
    items: list[dict[str, Any]] = Field(description="Provisions, each with its words.")


@router.get("/api/provisions", tags=["plans"], responses=REFUSED)
def provisions(request: Request, asked: Annotated[ProvisionsAsked, Query()]) -> Provisions:
    """What plans say, one mention in one article each, 100 a page: who must do what."""
    room = desk_of(request).room
    wanted = ProvisionFilter(
        plan=asked.plan,
        category=asked.category,
        obligor=asked.obligor,
        as_of=asked.as_of,
        process=asked.process,
        review=asked.review,
        limit=PAGE + 1,
        offset=asked.offset,
    )
    found = list(room.store.provisions(wanted))
    imprints = room.store.imprints_with({each.doc_id for each in found})
    items = [
        reported_provision(each, room.people().actors, imprints.get(each.doc_id))
        for each in islice(found, PAGE)
    ]
    return Provisions(page=asked.page, more=len(found) > PAGE, items=items)
