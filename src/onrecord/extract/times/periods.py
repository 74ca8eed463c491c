"""Readers of periods of the calendar: weeks, months, seasons, halves, years, decades, centuries."""

from datetime import date

from onrecord.extract.times import calendar
from onrecord.extract.times.days import DAYS, MONTHS, day_of_month
from onrecord.extract.times.edtf import week_so_far
from onrecord.extract.times.findings import Tense, TimeValue
from onrecord.extract.times.phrase import Phrase

WHICH = ("LAST", "NEXT", "COMING", "PREVIOUS", "FOLLOWING", "CURRENT", "THIS", "SAME", "THAT")
CONTEXT = ("FOLLOWING", "PREVIOUS", "THAT", "SAME")
"""Words that count from the last date of the text and not from the anchor: "the following year"."""


def shift(phrase: Phrase) -> int:
    """Give which period is meant, counted from the one of the anchor: last -1, this 0, next 1."""
    return phrase.number(*WHICH) or 0


def year_of(phrase: Phrase) -> int:
    """Give the year that "last year", "this year" or "the following year" names."""
    earlier = phrase.before("[0-9]{4}") if phrase.has(*CONTEXT) else None
    return int(earlier or phrase.today.year) + shift(phrase)


def month_of_year(phrase: Phrase) -> TimeValue | None:
    """Read "February 2025"."""
    value = calendar.month_name(phrase.number("YEAR") or 0, phrase.number(*MONTHS) or 0)
    return TimeValue(value, "month and year", phrase.mod)


def month_of_near_year(phrase: Phrase) -> TimeValue | None:
    """Read "November last year"."""
    if phrase.worth("UNIT") != "Y":
        return None
    value = calendar.month_name(year_of(phrase), phrase.number(*MONTHS) or 0)
    return TimeValue(value, "month of a year counted from the anchor", phrase.mod)


def day_of_near_year(phrase: Phrase) -> TimeValue | None:
    """Read "4 December last year"; before any other unit, "4 December last week", the day alone."""
    if phrase.worth("UNIT") != "Y":
        return day_of_month(phrase)
    month, number = phrase.number(*MONTHS) or 0, phrase.number(*DAYS) or 0
    found = calendar.day(year_of(phrase), month, number)
    return TimeValue(str(found), "day of a year counted from the anchor") if found else None


def month(phrase: Phrase) -> TimeValue:
    """Read "in August": past, the latest such month; future, the next (rule 5)."""
    tense = Tense.FUTURE if phrase.tense is Tense.FUTURE else Tense.PAST
    return TimeValue(_month(phrase, tense), f"month without year, {tense}", phrase.mod)


def near_month(phrase: Phrase) -> TimeValue:
    """Read "last August", "this September", "next May"."""
    if phrase.has("THIS", "CURRENT", "THAT", "SAME"):
        value = calendar.month_name(year_of(phrase), phrase.number(*MONTHS) or 0)
        return TimeValue(value, "month of the year", phrase.mod)
    back = shift(phrase) < 0
    value = _month(phrase, Tense.PAST if back else Tense.FUTURE, step=1)
    return TimeValue(value, "last such month" if back else "next such month", phrase.mod)


def _month(phrase: Phrase, tense: Tense, step: int = 0) -> str:
    """Give the nearest such month on the side of the tense, at least so many months away."""
    number, here = phrase.number(*MONTHS) or 1, phrase.today.month
    if tense is Tense.FUTURE:
        return calendar.month_name(
            *calendar.months_later(phrase.today, (number - here - step) % 12 + step)
        )
    return calendar.month_name(
        *calendar.months_later(phrase.today, -((here - number - step) % 12) - step)
    )


def near_unit(phrase: Phrase) -> TimeValue | None:
    """Read "last week", "this month", "next year", "earlier this week", "the end of the year"."""
    unit = str(phrase.worth("UNIT", "QUARTER", "CENTURY"))
    reader = {
        "D": _near_day,
        "W": _near_week,
        "M": _near_month,
        "Q": _near_quarter,
        "Y": _near_year,
        "E": _near_decade,
        "C": _near_century,
    }
    found = reader[unit](phrase) if unit in reader else None
    if not found:
        return None
    edtf = (
        _so_far(found, phrase.today)
        if phrase.worth("SOONER") == "START" and shift(phrase) == 0
        else None
    )
    return TimeValue(found, f"period {shift(phrase):+} from the anchor", phrase.mod, edtf)


def _so_far(value: str, today: date) -> str | None:
    """Give "earlier this week" (month, year): from its first day to the day before the anchor."""
    if "-W" in value:
        return week_so_far(today)
    first = date(today.year, today.month if len(value) > 4 else 1, 1)
    return f"{first}/{max(first, calendar.later(today, -1))}"


def _near_day(phrase: Phrase) -> str | None:
    """Give "the following day", "the same day": from the last day that the text names."""
    earlier = phrase.before("[0-9]{4}-[0-9]{2}-[0-9]{2}") if phrase.has(*CONTEXT, "NEXT") else None
    return str(calendar.later(date.fromisoformat(earlier), shift(phrase))) if earlier else None


def _near_week(phrase: Phrase) -> str:
    """Give "last week": the ISO week before (rule 6)."""
    return calendar.week(calendar.later(phrase.today, 7 * shift(phrase)))


def _near_month(phrase: Phrase) -> str:
    """Give "last month"; "the following month" counts from the last month that the text names."""
    earlier = phrase.before("[0-9]{4}-[0-9]{2}") if phrase.has(*CONTEXT) else None
    base = date.fromisoformat(f"{earlier}-01") if earlier else phrase.today
    return calendar.month_name(*calendar.months_later(base, shift(phrase)))


def _near_quarter(phrase: Phrase) -> str:
    """Give "this quarter", "the next quarter"."""
    return calendar.quarter(phrase.today, shift(phrase))


def _near_year(phrase: Phrase) -> str:
    """Give "last year", "that year"."""
    return f"{year_of(phrase):04}"


def _near_decade(phrase: Phrase) -> str:
    """Give "this decade" by its first three digits."""
    return f"{phrase.today.year // 10 + shift(phrase):03}"


def _near_century(phrase: Phrase) -> str:
    """Give "this century" by its first two digits."""
    return f"{phrase.today.year // 100 + shift(phrase):02}"


def weekend(phrase: Phrase) -> TimeValue:
    """Read "over the weekend": the last one before the anchor; "next weekend" the one after.

    On a Saturday or Sunday "the weekend" is the present one. "This weekend" beside a past verb is
    the last one.
    """
    friday = calendar.later(calendar.monday(phrase.today), 4)
    this = phrase.has("THIS") and phrase.tense is not Tense.PAST
    ahead = this or phrase.has("NEXT", "COMING", "FOLLOWING") or phrase.tense is Tense.FUTURE
    weeks = 0 if phrase.today > friday or ahead else -1
    weeks += 1 if phrase.has("NEXT") and phrase.today > friday else 0
    value = calendar.week(calendar.later(friday, 7 * weeks))
    return TimeValue(
        f"{value}-WE", "weekend after the anchor" if ahead else "last weekend", phrase.mod
    )


def season_of_year(phrase: Phrase) -> TimeValue:
    """Read "the summer of 2024"."""
    return TimeValue(
        f"{phrase.number('YEAR'):04}-{phrase.worth('SEASON')}", "season and year", phrase.mod
    )


def season(phrase: Phrase) -> TimeValue:
    """Read "last winter", "this summer", "the fall": a winter has the year of its December."""
    name, today = str(phrase.worth("SEASON")), phrase.today
    starts = [date(today.year + years, calendar.SEASONS[name], 1) for years in (-2, -1, 0, 1)]
    running = [start for start in starts if 0 <= (today - start).days < 92]
    over = [start for start in starts if (today - start).days >= 92]
    ahead = [start for start in starts if start > today]
    if phrase.has("LAST", "PREVIOUS"):
        best = over[-1]
    elif phrase.has("NEXT", "COMING") or phrase.tense is Tense.FUTURE:
        best = ahead[0]
    elif phrase.has("THIS", "CURRENT"):
        best = date(today.year, calendar.SEASONS[name], 1)
    else:
        best = (over + running)[-1]
    return TimeValue(f"{best.year:04}-{name}", "season counted from the anchor", phrase.mod)


def half_of_year(phrase: Phrase) -> TimeValue:
    """Read "the first half of 2026"."""
    return TimeValue(f"{phrase.number('YEAR'):04}-H{_half(phrase)}", "half and year", phrase.mod)


def half_of_near_year(phrase: Phrase) -> TimeValue | None:
    """Read "the first half of this year"; of other units ("of the day") nothing."""
    if phrase.worth("UNIT") != "Y":
        return None
    last = phrase.words[-2].kind == "LAST"
    year = phrase.today.year - (1 if last else 0) + (1 if phrase.has("NEXT") else 0)
    return TimeValue(f"{year:04}-H{_half(phrase)}", "half of a year counted from the anchor")


def _half(phrase: Phrase) -> int:
    """Give 1 for "the first half", 2 for "the second" and "the last half"."""
    return 1 if phrase.number("ORDINAL") == 1 else 2


def year(phrase: Phrase) -> TimeValue | None:
    """Read "1994", "fiscal 2028", "the year 2000", "early 1990"; nothing beside a counted noun."""
    if phrase.has("UNIT") and phrase.worth("UNIT") != "Y":
        return None
    return TimeValue(f"{phrase.number('YEAR'):04}", "year", phrase.mod)


def the_year(phrase: Phrase) -> TimeValue | None:
    """Read "the full year", "the week": that of the anchor; of other units nothing."""
    unit = phrase.worth("UNIT")
    if phrase.tokens.form(phrase.end).lower() in {"ended", "ending"} and unit == "Y":
        return TimeValue("P1Y", "a year ending on a day")
    if unit == "W":
        return TimeValue(calendar.week(phrase.today), "the anchor's week")
    return TimeValue(f"{phrase.today.year:04}", "the anchor's year") if unit == "Y" else None


def year_end(phrase: Phrase) -> TimeValue | None:
    """Read "year-end": of the anchor's year; before March with a past verb of the year before."""
    if phrase.worth("UNIT") != "Y":
        return None
    recent = phrase.today.month <= 3 and phrase.tense is Tense.PAST
    return TimeValue(f"{phrase.today.year - recent:04}", "end of the year", "END")


def year_spelled(phrase: Phrase) -> TimeValue | None:
    """Read "nineteen ninety-six" and "twenty twenty-seven"; not "forty thirty"."""
    century, *rest = (int(word.worth) for word in phrase.words if word.kind == "CARD")
    if century not in {18, 19, 20} or rest[0] < 10 or (len(rest) == 2 and rest[0] < 20):
        return None
    return TimeValue(f"{century}{sum(rest):02}", "year in words", phrase.mod)


def decade(phrase: Phrase) -> TimeValue:
    """Read "the late 1970s" and "the '80s" (of the last century before the anchor that fits)."""
    written = str(phrase.worth("DECADE")).strip("'’`s").rstrip("s'’")
    if len(written) == 4:
        return TimeValue(written[:3], "decade", phrase.mod)
    centuries = phrase.today.year // 100
    begun = centuries * 100 + int(written[:2]) <= phrase.today.year
    return TimeValue(f"{centuries if begun else centuries - 1}{written[0]}", "decade", phrase.mod)


def century(phrase: Phrase) -> TimeValue:
    """Read "the 18th century": its years begin with 17."""
    return TimeValue(
        f"{(phrase.number('DAY_TH', 'ORDINAL', 'SECOND') or 1) - 1:02}", "century", phrase.mod
    )
