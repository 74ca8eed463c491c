"""One visit to a page: who asks for what, how its links are made, how its page is drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord import __version__
from onrecord.record import SourcingLevel, StanceValue
from onrecord.show import words as plain_words
from onrecord.show.days import day_words
from onrecord.show.room.room import Room
from onrecord.show.signs import BADGES, FORMS, STANCE_SIGNS
from onrecord.web.asked import PAGE, View
from onrecord.web.jobs import Jobs
from onrecord.web.pen import Pen
from onrecord.web.security import Guard
from onrecord.web.words import FILTERS

Count = Callable[[Room, str | None], int | None]


@dataclass(frozen=True, slots=True)
class Place:
    """A page that the rail names; `count` gives the number behind its name, if known.

    `key` leads there behind `g`.
    """

    section: str
    name: str
    path: str
    key: str
    count: Count | None = None


@dataclass(frozen=True)
class Desk:
    """What all requests share: the room, the pen, the guard, the readings in progress, the rail.

    The room's own store is for queries alone; who decides writes with the pen's.
    """

    room: Room
    pen: Pen
    guard: Guard
    jobs: Jobs
    places: tuple[Place, ...]
    case: str


def desk_of(request: Request) -> Desk:
    """Give what this request shares with all others."""
    desk: Desk = request.app.state.desk
    return desk


def link(path: str, **parameters: Any) -> str:
    """Give an address of ours; what is None, empty or false is left out."""
    kept = {key: _plain(value) for key, value in parameters.items() if value or value == 0}
    query = urlencode(kept, doseq=True, quote_via=quote)
    return quote(path, safe="/#") + (f"?{query}" if query else "")


def _plain(value: Any) -> Any:
    if value is True:
        return "true"
    return list(value) if isinstance(value, tuple | list) else value


@dataclass(frozen=True)
class Visit:
    """One request for a page."""

    desk: Desk
    path: str
    asked: View

    @property
    def kept(self) -> dict[str, Any]:
        """What links to other pages keep: the day and the negotiation."""
        return {"as_of": self.asked.as_of, "process": self.asked.process}

    def to(self, path: str, **parameters: Any) -> str:
        """Give a link to a page that shows the same day and negotiation."""
        return link(path, **{**self.kept, **parameters})

    def again(self, **changes: Any) -> str:
        """Give a link to this page with changes; a change of anything else goes to page 1."""
        own = {key: value for key, value in self.asked.parameters().items() if key != "page"}
        return link(self.path, **{**own, **changes})

    def other(self, path: str, **changes: Any) -> str:
        """Give a link to the same selection in another form, as `/statements.csv`."""
        own = {key: value for key, value in self.asked.parameters().items() if key != "page"}
        return link(path, **{**own, **changes})

    def without(self, key: str, value: Any) -> str:
        """Give a link to this page without one value of a parameter."""
        own = self.asked.parameters().get(key)
        left = [item for item in own if item != value] if isinstance(own, list) else None
        return self.again(**{key: left})

    def words(self, doc_id: str, start: int, end: int) -> str:
        """Give a link to a stretch of a document as published."""
        return f"{self.to(f'/documents/{doc_id}', c=f'{start}-{end}')}#words"

    def statement(self, doc_id: str, statement_id: str) -> str:
        """Give a link to the words of a statement in its document."""
        return f"{self.to(f'/documents/{doc_id}')}#{statement_id}"

    @property
    def latest(self) -> date | None:
        """The last day of publication."""
        days = self.desk.room.days(self.asked.process)
        return days[-1][0] if days else None

    @property
    def day(self) -> str:
        """The day that the page shows the record of, in words."""
        day = self.asked.as_of or self.latest
        return day_words(day) if day else "no day yet"

    @property
    def past(self) -> bool:
        """Tell whether the page shows the record of a day before the latest."""
        return bool(self.asked.as_of and self.latest and self.asked.as_of < self.latest)

    @property
    def newer(self) -> str:
        """What is not yet in what the page shows, in words; nothing where it shows all."""
        changed, decided = self.desk.room.newer()
        made = f"{plain_words.many(decided, 'decision')} {'was' if decided == 1 else 'were'} made"
        came = f"{plain_words.many(changed, 'document')} came in or changed"
        return " and ".join([made] * bool(decided) + [came] * bool(changed))

    def rail(self) -> list[tuple[str, list[tuple[Place, int | None]]]]:
        """Give the pages by section, each with its number."""
        sections: dict[str, list[tuple[Place, int | None]]] = {}
        for place in self.desk.places:
            room, process = self.desk.room, self.asked.process
            count = place.count(room, process) if place.count else None
            sections.setdefault(place.section, []).append((place, count))
        return list(sections.items())


@cache
def environment() -> Environment:
    """Give the templates: everything is escaped, and a name that is not there is an error."""
    made = Environment(
        loader=PackageLoader("onrecord.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(FILTERS)
    made.globals.update(
        version=__version__,
        page_size=PAGE,
        stance_values=list(StanceValue),
        stance_signs=STANCE_SIGNS,
        sourcing_levels=list(SourcingLevel),
        badges=BADGES,
        forms=FORMS,
        say=plain_words,
        day_words=day_words,
    )
    return made


def draw(request: Request, template: str, asked: View, **context: Any) -> HTMLResponse:
    """Give a page."""
    status = context.pop("status", 200)
    desk = desk_of(request)
    visit = Visit(desk, request.url.path, asked)
    given = {"visit": visit, "asked": asked, "token": desk.guard.token, **context}
    return HTMLResponse(environment().get_template(template).render(given), status)
