"""Plans: the lineages on record, and one with its versions, its points and who said what."""

from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from onrecord.analyse.proposals import Proposal
from onrecord.errors import NoSuchPlan
from onrecord.record import PlanAspect
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
ROWS, CLAIMS, MENTIONS = 30, 12, 100
"""Facts of a kind that the page of a plan shows of a version, reports of each, mentions of the plan
alone; the API gives all."""
WORDINGS, SAID = 6, 20
"""Wordings of a point in a version, and further stances and statements about it, that are shown."""
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
    wanted = StanceFilter(as_of=asked.as_of, process=asked.process)
    told = points(room, found, wanted)
    people, labels = room.people(), version_names(found)
    chosen = _columns(found, asked)
    facts_of = told_of(room, found, (asked.as_of, asked.process))
    mentions = [c for c in found.open if c.aspect is PlanAspect.NAMED]
    claims = [c for of in facts_of.values() for c in of.shown(ROWS, CLAIMS)]
    where = behind(room, (*claims, *mentions[:MENTIONS]), told.first(WORDINGS, SAID + OPEN_AT_ONCE))
    context = {
        "plan": found,
        "facts": facts_of,
        "open": facts_of[OPEN],
        "mentions": mentions,
        "shown": {"rows": ROWS, "claims": CLAIMS, "mentions": MENTIONS, "said": SAID},
        "wordings_shown": WORDINGS,
        "points": told,
        "groups": _groups(told, chosen, asked.show),
        "columns": [(id_, labels[id_].label if id_ else UNSAID) for id_ in chosen],
        "open_too": any(OPEN in holder.stances for holder in told.holders),
        "unsaid": any(matter.wordings.get(OPEN) for matter in told.matters),
        "labels": {id_: version.label for id_, version in labels.items()},
        "sources": where,
        "people": people,
        "names": Background(people.actors, where.imprints),
        "texts": [(t, [v for v in found.versions if is_called(t, v)]) for t in texts_of(room)],
        "obliged": obliged,
        **TERMS,
    }
    return draw(request, "plan.html", asked, **context)


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
