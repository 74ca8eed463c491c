"""Time expressions: words that name a time, and the time they name."""

from dataclasses import dataclass

from onrecord.record.anchors import Anchor
from onrecord.record.codes import TimeRole, TimeType


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, read by the rules of the domain specification, section 6.

    `edtf` is None where EDTF cannot say it (a duration, a time of day without its day).
    `timex_value` and `mod` are TIMEX3's. `rule` names the rule and what it was resolved against.
    `role` says what it is the time of, `role_basis` the words that decided it.
    """

    time_id: str
    anchor: Anchor
    type: TimeType
    edtf: str | None
    timex_value: str
    rule: str
    mod: str | None = None
    function: str | None = None
    role: TimeRole = TimeRole.NONE
    role_basis: str | None = None
