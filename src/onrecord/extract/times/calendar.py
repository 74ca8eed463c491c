"""Reckoning with days, weeks (Monday to Sunday, ISO 8601), months, quarters and seasons."""

from calendar import monthrange
from datetime import date, timedelta

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The first month of a season, of the northern half of the earth."""


def day(year: int, month: int, number: int) -> date | None:
    """Give a day of the calendar, None where there is no such day (30 February)."""
    fits = 1 <= month <= 12 and 1 <= year <= 9999 and 1 <= number <= monthrange(year, month)[1]
    return date(year, month, number) if fits else None


def later(today: date, days: int) -> date:
    """Give the day so many days later; the ends of the calendar are not passed."""
    number = min(max(today.toordinal() + days, 1), date.max.toordinal())
    return date.fromordinal(number)


def week(today: date) -> str:
    """Give the ISO week, for example 2027-W15."""
    year, number, _ = today.isocalendar()
    return f"{year:04}-W{number:02}"


def monday(today: date) -> date:
    """Give the first day of the week."""
    return later(today, -today.weekday())


def months_later(today: date, months: int) -> tuple[int, int]:
    """Give year and month so many months later."""
    count = today.year * 12 + today.month - 1 + months
    return min(max(count // 12, 1), 9999), count % 12 + 1


def month_name(year: int, month: int) -> str:
    """Give a month as 2027-04."""
    return f"{year:04}-{month:02}"


def quarter(today: date, quarters: int = 0) -> str:
    """Give the quarter so many quarters later as 2027-Q2."""
    count = today.year * 4 + (today.month - 1) // 3 + quarters
    return f"{count // 4:04}-Q{count % 4 + 1}"


def easter(year: int) -> date:
    """Give Easter Sunday (the Gregorian computus of Meeus, Jones and Butcher)."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    sunday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    shift = epact - sunday
    month = 3 + (shift + 40) // 44
    return date(year, month, shift + 28 - 31 * (month // 4))


def thanksgiving(year: int) -> date:
    """Give the fourth Thursday of November."""
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


def nearest(candidates: list[date], today: date, forward: bool | None) -> date | None:
    """Give the nearest candidate on the side asked for (None: either), else the nearest one."""
    if forward is not None:
        on_side = [day for day in candidates if (day >= today if forward else day <= today)]
        candidates = on_side or candidates
    return min(candidates, key=lambda day: abs((day - today).days), default=None)
