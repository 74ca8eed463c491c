"""What pages and the API can be asked: the parameters of their addresses, checked and typed.

One model serves a page and its JSON, so that both understand the same address. An empty parameter,
as forms send them, is one that was not given.
"""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from onrecord.record import SpeechAct, StanceBasis, StanceValue
from onrecord.store import Order
from onrecord.wishes import codes, levels

PAGE = 100
"""Rows of a page."""
FEWER = 50
"""Rows of a page on which each has the words of several accounts."""

Words = Annotated[str, Field(max_length=400)]
"""Nobody types more; what a program sends beyond that is a mistake."""
Ids = Annotated[list[Annotated[str, Field(max_length=200)]], Field(max_length=200)]
Codes = Annotated[list[Annotated[str, Field(max_length=400)]], Field(max_length=50)]
EARLIEST, LATEST = date(1000, 1, 1), date(9998, 12, 31)


def _in_calendar(day: date) -> date:
    if not EARLIEST <= day <= LATEST:
        raise ValueError("the day must lie between the years 1000 and 9998")
    return day


Day = Annotated[date, AfterValidator(_in_calendar)]


def parted(values: Iterable[str]) -> list[str]:
    """Give the values of a parameter that may be given again or hold several, as `1a,1b`."""
    return [part for value in values for part in value.split(",") if part]


class View(BaseModel):
    """What every page can be asked: the day whose record is seen, and the negotiation."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    as_of: Day | None = Field(default=None, description="What the coverage said up to this day.")
    process: Words | None = Field(
        default=None, description="Only of this negotiation: its name or id."
    )

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        kept = {key: value for key, value in given.items() if value not in ("", [], [""])}
        return {
            key: [item for item in value if item != ""] if isinstance(value, list) else value
            for key, value in kept.items()
        }

    def parameters(self) -> dict[str, Any]:
        """Give what was asked as the parameters of an address."""
        return self.model_dump(mode="json", exclude_defaults=True)


class Period(View):
    """A period beside the view."""

    since: Day | None = Field(default=None, description="From this day on.")
    until: Day | None = Field(default=None, description="Up to this day.")

    @model_validator(mode="after")
    def _in_order(self) -> "Period":
        if self.since and self.until and self.until < self.since:
            raise ValueError(f"no day is from {self.since} on and up to {self.until}")
        return self


class Paged(Period):
    """A page of a long answer."""

    page: int = Field(
        default=1, ge=1, le=100_000, description=f"Which {PAGE} rows: 1 is the first page."
    )

    @property
    def offset(self) -> int:
        """The number of rows before the page."""
        return (self.page - 1) * PAGE

    @property
    def fewer(self) -> slice:
        """The rows of a page that has `FEWER`."""
        return slice((self.page - 1) * FEWER, self.page * FEWER)


class StatementsAsked(Paged):
    """Statements by their words and by any of several values of each kind."""

    q: Words | None = Field(
        default=None, description='Words; "a phrase", and agree* for a beginning.'
    )
    side: Ids = Field(default=[], description="Sides: country codes or ids of bodies.")
    speaker: Ids = Field(default=[], description="Ids of speakers.")
    spoken_of: Words | None = Field(
        default=None,
        description="The id of an actor: what others say that is aimed at it, tells a stance of it "
        "or names it.",
    )
    act: Codes = Field(default=[], description="Speech acts, whole or by their beginning.")
    sourcing: Codes = Field(default=[], description="Sourcing: 1a, 1b, 3 …")
    stance: Codes = Field(default=[], description="Values of stances read from the statement.")
    object: Ids = Field(default=[], description="Ids of objects of these stances.")
    outlet: Ids = Field(default=[], description="Names of outlets.")
    unknown_outlet: bool = Field(default=False, description="Also of outlets that are not known.")
    review: bool | None = Field(
        default=None, description="True: for review alone; false: without them."
    )
    confirmed: bool = Field(
        default=False, description="Only what a person has confirmed, corrected or added."
    )
    sort: Order = Field(default=Order.SAID_DOWN, description="The order; - is from last to first.")

    @property
    def acts(self) -> tuple[SpeechAct, ...]:
        """The speech acts asked for."""
        return codes(SpeechAct, parted(self.act))

    @property
    def values(self) -> tuple[StanceValue, ...]:
        """The values of stances asked for."""
        return codes(StanceValue, parted(self.stance))


class StancesAsked(Period):
    """Where the sides stand."""

    rows: str = Field(
        default="points", pattern="^(points|categories)$", description="What rows are."
    )
    basis: str = Field(
        default="all", pattern="^(all|own)$", description="Whose words: all, or own ones."
    )
    sourcing: str = Field(
        default="all", pattern="^(all|1)$", description="All levels, or on the record."
    )
    holder: Words | None = Field(
        default=None, description="The holder of the cell whose trail is open."
    )
    object: Words | None = Field(default=None, description="The object of that cell.")
    holders: int = Field(default=12, ge=1, le=200, description="How many holders to show.")


class StanceListAsked(Paged):
    """Stances in force, or trails of them."""

    holder: Words | None = Field(default=None, description="Part of a name, or an actor's id.")
    object: Words | None = Field(default=None, description="Part of a label, a category, or an id.")
    value: Codes = Field(default=[], description="Codes of stances, whole or by their beginning.")
    basis: Codes = Field(default=[], description="Codes of bases: expressed, hearsay …")
    trail: bool = Field(default=False, description="All stances in order, not only those in force.")

    @property
    def bases(self) -> tuple[StanceBasis, ...]:
        """The bases asked for."""
        return codes(StanceBasis, parted(self.basis))

    @property
    def values(self) -> tuple[StanceValue, ...]:
        """The values asked for."""
        return codes(StanceValue, parted(self.value))


class DocumentsAsked(Paged):
    """Documents by their words."""

    q: Words | None = Field(default=None, description="Words of title or text.")
    sort: str = Field(
        default="-published",
        pattern="^-?published$|^-recorded$",
        description="The order of documents.",
    )


class ActorsAsked(View):
    """Actors by name and side."""

    q: Words | None = Field(default=None, description="Part of a name.")
    side: Ids = Field(default=[], description="Sides: country codes or ids of bodies.")
    page: int = Field(default=1, ge=1, le=100_000, description="Which page.")


class TimelineAsked(Paged):
    """The course of events."""

    side: Ids = Field(default=[], description="Sides: country codes or ids of bodies.")
    q: Words | None = Field(default=None, description="Words that statements must hold.")


class SourcesAsked(Period):
    """Outlets and gaps."""

    gaps: bool = Field(default=False, description="Also who has no position of his own on what.")


class BriefAsked(Period):
    """A brief."""

    side: Ids = Field(default=[], description="Only these sides.")
    confirmed: bool = Field(
        default=False, description="Only what a person has confirmed, corrected or added."
    )


EntryId = Annotated[str, Field(pattern=r"^[a-z]{2,4}-[0-9a-f]{4,40}$")]


class ReviewAsked(View):
    """What waits for a decision."""

    kind: Codes = Field(default=[], description="Only these kinds: statement, stance …")
    doc: EntryId | None = Field(default=None, description="Only of this document.")
    second: bool = Field(
        default=False, description="Let a second reader, a small network, look at it, too."
    )


class SheetAsked(ReviewAsked):
    """An entry to be decided on, and the entry that was decided on before."""

    done: EntryId | None = Field(default=None, description="What was decided on last.")


class ReaderAsked(View):
    """A document and a place in it."""

    done: EntryId | None = Field(default=None, description="What was decided on last.")

    c: str | None = Field(
        default=None,
        pattern=r"^[0-9]{1,9}-[0-9]{1,9}$",
        description="A stretch of the text as published, in code points: 2512-2585.",
    )

    @property
    def stretch(self) -> tuple[int, int] | None:
        """The stretch asked for."""
        if self.c is None:
            return None
        start, _, end = self.c.partition("-")
        return int(start), int(end)


def sourcing_levels(given: Iterable[str]) -> tuple[Any, ...]:
    """Give the sourcing levels of badges or codes: `1a`, `L1a`, `L1a_on_record_quote`."""
    return levels(value if value[:1] in "Ll" else f"L{value}" for value in parted(given))
