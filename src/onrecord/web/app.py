"""The app: the pages and the API put together, behind their guard."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from onrecord import __version__
from onrecord.show.room.ahead import work_ahead
from onrecord.show.room.long_lived import seldom_searched
from onrecord.show.room.room import AT_ONCE, SOON, Room
from onrecord.store import Opening, open_existing, open_record
from onrecord.web import trouble
from onrecord.web.jobs import Jobs
from onrecord.web.lagging import Lagging
from onrecord.web.pages import (
    actors,
    add,
    adding,
    brief,
    conflicts,
    documents,
    drafts,
    meetings,
    merging,
    overview,
    plans,
    reference,
    review,
    review_json,
    sources,
    stances,
    statements,
    timeline,
    who,
)
from onrecord.web.pen import Pen
from onrecord.web.places import PLACES
from onrecord.web.security import Guard, Guarded
from onrecord.web.visit import Desk

STATIC = Path(__file__).parent / "static"
ROOMS = (
    *(overview, stances, timeline, meetings, drafts, plans, statements, conflicts, actors),
    *(documents, sources, brief, add, reference),
)
"""The first whose address fits answers: `/plans/compare` is no plan of that name."""
DESK = (who, review, review_json, adding, merging)

ABOUT = (
    "What a record holds, as JSON: the same answers as the pages of the reading room, under the "
    "same parameters. Offsets are Unicode code points of the text as published, end exclusive. "
    "Times are EDTF. Nothing here changes the record."
)


@dataclass(frozen=True, slots=True)
class Serving:
    """Which record is served, under which names of this host; the rest is as `Room` has it.

    With `ahead` what the first pages are made of begins to be worked out before they are asked for.
    """

    record: Path
    guard: Guard = field(default_factory=Guard)
    at_once: int = AT_ONCE
    soon: float = SOON
    ahead: bool = False


def make_app(serving: Serving) -> Guarded:
    """Give the reading room of a record, which is made where there is none.

    Raises:
        OnrecordError: the file is no record, or cannot be opened.
    """
    path = serving.record
    if not path.exists():
        open_record(path).close()
    store = open_existing(path, Opening(remembers=True))
    jobs, pen = Jobs(lambda: open_record(path)), Pen(lambda: open_record(path))

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        if serving.ahead:
            asked.beside("ahead", partial(work_ahead, asked))
        with seldom_searched():
            yield
        jobs.close()
        pen.close()
        store.close()

    app = FastAPI(
        title="onrecord",
        version=__version__,
        description=ABOUT,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    names = [process.name for process in store.processes()]
    case = names[0] if len(names) == 1 else path.stem
    asked = Room(store, serving.at_once, serving.soon)
    app.state.desk = Desk(asked, pen, serving.guard, jobs, PLACES, case)
    trouble.tell(app)
    app.add_middleware(Lagging)
    for room in (*DESK, *ROOMS):
        app.include_router(room.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return Guarded(app, serving.guard)


def api_of(guarded: Guarded) -> dict[str, Any]:
    """Give the description of the API, in OpenAPI's form."""
    app: FastAPI = guarded.app
    return app.openapi()
