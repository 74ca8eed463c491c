"""What the search for times is given and what it gives back."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord.record import Span, TimeRole, TimeType

NO_DATE = "no publication date"
"""The rule of an expression that could not be resolved without the day of writing."""


class Tense(StrEnum):
    """The direction in time that the verb beside an expression gives."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "no verb"

    @property
    def forward(self) -> bool:
        """Tell whether the expression looks ahead: "the vote is Friday" does as well."""
        return self in {Tense.FUTURE, Tense.PRESENT}


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation and the day on which it was said: inside, "today" is that day."""

    span: Span
    said_on: date


@dataclass(frozen=True, slots=True)
class TimeAnchor:
    """The day from which expressions are resolved: of publication, inside quotations of utterance.

    `quoted` must be sorted and disjoint, in clean code points.
    """

    published: date | None
    quoted: tuple[Quoted, ...] = ()

    def at(self, place: int) -> date | None:
        """Give the day from which an expression at this place is to be resolved."""
        index = bisect_right(self.quoted, place, key=lambda quote: quote.span.start) - 1
        inside = index >= 0 and place < self.quoted[index].span.end
        return self.quoted[index].said_on if inside else self.published


@dataclass(frozen=True, slots=True)
class TimeFinding:
    """Words that name a time, in clean code points, and the time they name.

    `edtf` is None where EDTF cannot say it: durations, sets, and days not known. `timex_value` and
    `mod` are TIMEX3's; `rule` says how the value was reached, `function` is TIMEX3's
    functionInDocument. `role` is told by `role_basis`, words of the clause.
    """

    span: Span
    type: TimeType
    edtf: str | None
    timex_value: str
    rule: str
    mod: str | None = None
    function: str | None = None
    role: TimeRole = TimeRole.NONE
    role_basis: str | None = None


@dataclass(frozen=True, slots=True)
class TimeValue:
    """What a reader makes of an expression: `edtf` only where the value does not imply it."""

    value: str
    why: str
    mod: str | None = None
    edtf: str | None = None
