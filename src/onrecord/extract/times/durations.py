"""Readers of lengths of time, of times counted from a day, and of repeated times."""

from datetime import date

from onrecord.extract.times import calendar
from onrecord.extract.times.findings import TimeValue
from onrecord.extract.times.phrase import Phrase
from onrecord.extract.times.quarters import reported_quarter

UNITS = ("UNIT", "UNITS", "QUARTER", "SECOND", "CENTURY", "WEEKEND", "WEEKENDS", "SEASONS")
# Years, months and days of a unit.
STEPS = {
    "C": (100, 0, 0),
    "E": (10, 0, 0),
    "Y": (1, 0, 0),
    "Q": (0, 3, 0),
    "M": (0, 1, 0),
    "F": (0, 0, 14),
    "W": (0, 0, 7),
    "WE": (0, 0, 7),
    "D": (0, 0, 1),
}
# What a date must name for such a unit to be counted from it: "two days later" needs a day.
SHAPES = {
    "D": "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "M": "[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?",
    "Y": "[0-9]{4}(?:-[0-9]{2}){0,2}",
}
OLD = 0
"""The value of "old" in `times.toml`: the ages of people are no times."""
REPORT = 8
"""Among so many times before "a year ago" a quarter must stand for it to mean a quarter."""
# TIMEX3 knows no fortnight, decade or century: what they count as.
_COUNT_AS = {
    "F": (2, "W"),
    "E": (10, "Y"),
    "C": (100, "Y"),
    "Q": (3, "M"),
    "2": (1, "TS"),
    "WE": (2, "D"),
}


def duration(phrase: Phrase) -> TimeValue | None:
    """Read "60 days", "several months", "the past three years", "a week"."""
    unit = str(phrase.worth(*UNITS))
    if phrase.has("SEASONS") or (phrase.worth("OLD") == OLD and unit == "Y"):
        return None
    count = None if phrase.has("FEW") else phrase.count()
    if count is None and phrase.has("UNIT", "QUARTER", "CENTURY") and not phrase.has("FEW"):
        count = 1
    return TimeValue(length(count, unit), "length", phrase.mod)


def half_duration(phrase: Phrase) -> TimeValue | None:
    """Read "half an hour", "a half-year"."""
    unit = str(phrase.worth(*UNITS))
    smaller = {"TH": "PT30M", "TM": "PT30S", "D": "PT12H", "Y": "P6M", "E": "P5Y", "C": "P50Y"}
    return TimeValue(smaller[unit], "length", phrase.mod) if unit in smaller else None


def duration_and_half(phrase: Phrase) -> TimeValue | None:
    """Read "a year and a half", "two and a half years"."""
    numbers = [word for word in phrase.words if word.kind in ("CARD", "DAY")]
    whole = phrase.count() if numbers else 1.0
    return TimeValue(length((whole or 0) + 0.5, str(phrase.worth(*UNITS))), "length", phrase.mod)


def length(count: float | None, unit: str) -> str:
    """Give an ISO 8601 period: 2.5 years are P2Y6M, an unknown number is X."""
    times, letter = _COUNT_AS.get(unit, (1, unit))
    clock, letter = ("T", letter[1]) if letter.startswith("T") else ("", letter)
    if count is None:
        return f"P{clock}X{unit if unit in 'WY' else letter}"
    total = count * times
    whole, rest = int(total), total - int(total)
    below = {
        "Y": (12, "M"),
        "H": (60, "M"),
        "M": (60, "S") if clock else (30, "D"),
        "D": (24, "H"),
        "W": (7, "D"),
    }
    if not rest or letter not in below:
        return f"P{clock}{total:g}{letter}"
    parts, name = below[letter]
    return f"P{clock}{whole}{letter}{'T' if letter == 'D' else ''}{round(rest * parts)}{name}"


def counted_ago(phrase: Phrase) -> TimeValue | None:
    """Read "two years ago": as exact as its unit: a year, a month, a week, a day.

    "A Thursday eight days ago" is that day whatever its unit.
    """
    unit, weekday = str(phrase.worth(*UNITS)), phrase.number("WEEKDAY", "WEEKDAY_SHORT")
    found = _compared(phrase) or _counted(phrase, phrase.today, -1)
    if weekday and found and unit in STEPS and STEPS[unit][2]:
        return _weekday_near(phrase, weekday, (_whole(phrase) or 0) * STEPS[unit][2])
    return found


def _weekday_near(phrase: Phrase, weekday: int, days_back: int) -> TimeValue:
    """Give the day so many days back, moved to the weekday nearest to it."""
    day = calendar.later(phrase.today, -days_back)
    shift = (weekday - day.isoweekday() + 3) % 7 - 3
    return TimeValue(str(calendar.later(day, shift)), "weekday counted from the anchor", phrase.mod)


def counted_ahead(phrase: Phrase) -> TimeValue | None:
    """Read "two weeks from now"."""
    return _counted(phrase, phrase.today, 1)


def counted_earlier(phrase: Phrase) -> TimeValue | None:
    """Read "a year earlier", "three days later": counted from the last date that the text names."""
    if phrase.has("FEW"):
        return duration(phrase)
    unit = str(phrase.worth(*UNITS))
    day = _first_day(phrase.before(SHAPES.get(unit, SHAPES["D"])) or "")
    sign = 1 if phrase.worth("SOONER") == "END" else -1
    return _compared(phrase) or _counted(phrase, day or phrase.today, sign)


def _compared(phrase: Phrase) -> TimeValue | None:
    """Read "a year ago" beside a quarter: that quarter of the year before, the period compared."""
    if str(phrase.worth(*UNITS)) != "Y" or _whole(phrase) != 1 or phrase.worth("SOONER") == "END":
        return None
    if not any(found.timex_value[4:6] == "-Q" for found in phrase.earlier[-REPORT:]):
        return None
    year, _, name = reported_quarter(phrase).partition("-Q")
    return TimeValue(
        f"{int(year) - 1:04}-Q{name}", "the quarter spoken of, a year before", phrase.mod
    )


def _first_day(value: str) -> date | None:
    """Give the first day of a day, month or year in TIMEX3."""
    try:
        return date.fromisoformat((value[:10] + "-01-01")[:10])
    except ValueError:
        return None


def _whole(phrase: Phrase) -> int | None:
    """Give the number of units where it is a whole one."""
    count = 1.0 if phrase.has("A") and not phrase.has("FEW", "CARD", "COUPLE") else phrase.count()
    return None if count is None or phrase.has("FEW") or count > 9999 else int(count)


def _counted(phrase: Phrase, base: date, sign: int) -> TimeValue | None:
    """Give the time so many units away; vague where the number is, or beyond the calendar."""
    count, unit = _whole(phrase), str(phrase.worth(*UNITS))
    if unit.startswith("T"):
        return TimeValue(length(count, unit), "length", phrase.mod)
    value = None if count is None else _moved(base, sign * count, unit)
    if value:
        return TimeValue(value, "counted from the anchor", phrase.mod)
    return TimeValue("PAST_REF" if sign < 0 else "FUTURE_REF", "vague number", phrase.mod)


def _moved(base: date, count: int, unit: str) -> str | None:
    """Give the day, week, month, year or decade so many units away, None beyond the calendar."""
    years, months, days = STEPS.get(unit, (0, 0, 0))
    if not 1 <= base.year + count * (years + months / 12 + days / 365) <= 9998:
        return None
    if years:
        moved = base.year + count * years
        return f"{moved // 10:03}" if unit == "E" else f"{moved:04}"
    if months:
        return calendar.month_name(*calendar.months_later(base, count * months))
    day = calendar.later(base, count * days)
    return str(day) if unit == "D" else calendar.week(day)


def frequency(phrase: Phrase) -> TimeValue:
    """Read "daily", "annually"."""
    return TimeValue(str(phrase.worth("DAILY")), "frequency")


def times_a_unit(phrase: Phrase) -> TimeValue:
    """Read "twice a week"."""
    return TimeValue(length(1, str(phrase.worth(*UNITS))), "frequency")


def every_unit(phrase: Phrase) -> TimeValue:
    """Read "every year", "every other week", "each quarter"."""
    count = phrase.worth("OTHER") or phrase.count() or 1
    return TimeValue(length(float(count), str(phrase.worth(*UNITS))), "frequency")


def every_day_named(phrase: Phrase) -> TimeValue | None:
    """Read "every Thursday", "Tuesday nights", "each July"."""
    weekday = phrase.worth("WEEKDAY", "WEEKDAYS", "WEEKDAY_SHORT")
    part = phrase.worth("DAYPART", "DAYPARTS")
    if weekday:
        return TimeValue(f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""), "every such day")
    month = phrase.number("MONTH", "MONTH_SHORT")
    name = f"{month:02}" if month else phrase.worth("SEASON")
    return TimeValue(f"XXXX-{name}" if name else f"XXXX-XX-XXT{part}", "every such time")
