"""From TIMEX3 values to dates in EDTF (ISO 8601-2)."""

import re
from datetime import date

from onrecord.extract.times.calendar import later, monday

# EDTF's numbers of the seasons (ISO 8601-2, 4.8: 21 spring to 24 winter, no hemisphere).
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_HALVES = {"H1": (1, 6), "H2": (7, 12), **{f"Q{n}": (3 * n - 2, 3 * n) for n in range(1, 5)}}
_AS_IT_IS = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}(?:/[0-9]{4}-[0-9]{2}-[0-9]{2})?")
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})(-WE)?")
_PART = re.compile(r"([0-9]{4})-(H[12]|Q[1-4]|SP|SU|FA|WI)")
_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T(.*)")


def edtf_of(value: str, anchor: date | None) -> str | None:
    """Give the EDTF form of a TIMEX3 value, None where EDTF cannot say it.

    Vague values are bounded by the day of writing. A time of day gives its day.

    >>> edtf_of("2025-W47", None), edtf_of("1989-Q4", None), edtf_of("P60D", None)
    ('2025-11-17/2025-11-23', '1989-10/1989-12', None)
    >>> edtf_of("PAST_REF", date(2025, 11, 21)), edtf_of("198", None)
    ('[..2025-11-21]', '198X')
    """
    if _AS_IT_IS.fullmatch(value):
        return value
    if re.fullmatch(r"[0-9]{2,3}", value):
        return value.ljust(4, "X")
    if time := _TIME.fullmatch(value):
        return time[1]
    return _period(value) or _vague(value, anchor)


def _period(value: str) -> str | None:
    """Give a week, weekend, quarter, half or season."""
    if found := _WEEK.fullmatch(value):
        first = date.fromisocalendar(int(found[1]), int(found[2]), 6 if found[3] else 1)
        return f"{first}/{later(first, 1 if found[3] else 6)}"
    found = _PART.fullmatch(value)
    if not found:
        return None
    if found[2] in _SEASONS:
        return f"{found[1]}-{_SEASONS[found[2]]}"
    first_month, last_month = _HALVES[found[2]]
    return f"{found[1]}-{first_month:02}/{found[1]}-{last_month:02}"


def _vague(value: str, anchor: date | None) -> str | None:
    """Give the side of the day of writing on which a vague time lies."""
    sides = {
        "PAST_REF": f"[..{anchor}]",
        "FUTURE_REF": f"[{anchor}..]",
        "PRESENT_REF": f"{anchor}~",
    }
    return sides.get(value) if anchor else None


def week_so_far(today: date) -> str:
    """Give "earlier this week": Monday to the day before; on a Monday the Monday itself."""
    first = monday(today)
    return f"{first}/{max(first, later(today, -1))}"
