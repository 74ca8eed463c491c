"""Readers of days: dates of the calendar, weekdays, today and yesterday."""

from datetime import date

from onrecord.extract.times import calendar
from onrecord.extract.times.findings import Tense, TimeValue
from onrecord.extract.times.phrase import Phrase

MONTHS = ("MONTH", "MONTH_SHORT")
DAYS = ("DAY", "DAY_TH")
WEEKDAYS = ("WEEKDAY", "WEEKDAY_SHORT")
YEARS = ("LAST", "THIS", "NEXT", "PREVIOUS", "COMING", "FOLLOWING", "CURRENT")


def day_full(phrase: Phrase) -> TimeValue | None:
    """Read "April 12, 2027" and "12 April 2027"."""
    year, month, number = (phrase.number(*kinds) for kinds in (("YEAR",), MONTHS, DAYS))
    found = calendar.day(year or 0, month or 0, number or 0)
    return TimeValue(str(found), "day, month and year") if found else None


def day_iso(phrase: Phrase) -> TimeValue | None:
    """Read "2027-04-12"."""
    year, month, number = (int(part) for part in phrase.text.split("-"))
    found = calendar.day(year, month, number)
    return TimeValue(str(found), "ISO 8601") if found else None


def day_slashed(phrase: Phrase) -> TimeValue | None:
    """Read "4/12/2027" with the month first; the day first where only that can be."""
    month, number, year = (int(part) for part in phrase.text.split("/"))
    year += 0 if year > 99 else 1900 if year > 50 else 2000
    found = calendar.day(year, month, number) or calendar.day(year, number, month)
    return TimeValue(str(found), "month/day/year") if found else None


def day_range(phrase: Phrase) -> TimeValue | None:
    """Read "Nov. 22-23": an interval, the first day found as `day_of_month` does."""
    first, last = (
        int(str(word.worth).rstrip("stndrh")) for word in phrase.words if word.kind in DAYS
    )
    begin = _day_of_month(phrase, first)
    end = begin and calendar.day(begin.year, begin.month, last)
    if not begin or not end or end < begin:
        return None
    return TimeValue(f"{begin}/{end}", "first and last day")


def day_of_month(phrase: Phrase) -> TimeValue | None:
    """Read "Nov. 27": of the years, the nearest in the direction of the tense (rule 4)."""
    found = _day_of_month(phrase, phrase.number(*DAYS) or 0)
    why = f"month and day without year, {phrase.tense}"
    return TimeValue(str(found), why, phrase.mod) if found else None


def _day_of_month(phrase: Phrase, number: int) -> date | None:
    """Give the day of the year given, else of the nearest year that agrees with the weekday."""
    month, year = phrase.number(*MONTHS) or 0, phrase.number("YEAR")
    years = [year] if year else range(phrase.today.year - 6, phrase.today.year + 7)
    found = [day for each in years if (day := calendar.day(each, month, number))]
    weekday = phrase.number(*WEEKDAYS)
    found = [day for day in found if weekday in (None, day.isoweekday())] or found
    return nearest_by_tense(found, phrase.today, phrase.tense)


def nearest_by_tense(days: list[date], today: date, tense: Tense) -> date | None:
    """Give the nearest day on the side of the tense.

    The nearest of all where that lies within a month and the other more than half a year away:
    "The ministers, who met for the first time, gather on May 2" of an article of 30 April.
    """
    nearest = calendar.nearest(days, today, None)
    directed = calendar.nearest(days, today, None if tense is Tense.NONE else tense.forward)
    if not nearest or not directed:
        return None
    off = abs((directed - today).days) > 183 and abs((nearest - today).days) <= 31
    return nearest if off else directed


def weekday_the_day(phrase: Phrase) -> TimeValue | None:
    """Read "Friday the 30th": the nearest 30th that is a Friday."""
    number, weekday = phrase.number("DAY_TH") or 0, phrase.number(*WEEKDAYS)
    months = (calendar.months_later(phrase.today, shift) for shift in range(-12, 13))
    found = [day for year, month in months if (day := calendar.day(year, month, number))]
    fitting = [day for day in found if day.isoweekday() == weekday]
    best = calendar.nearest(fitting, phrase.today, None)
    return TimeValue(str(best), "weekday and day of the month") if best else None


def weekday(phrase: Phrase) -> TimeValue:
    """Read "Friday": past, the latest one up to the anchor; future, the next (rules 1 and 2)."""
    number = phrase.number(*WEEKDAYS) or 1
    day, why = _weekday(phrase, number)
    return TimeValue(str(day), why, None if phrase.has("SOONER") else phrase.mod)


def _weekday(phrase: Phrase, number: int) -> tuple[date, str]:
    """Give the day of a weekday and the rule that found it."""
    ahead = (number - phrase.today.isoweekday()) % 7
    back = (phrase.today.isoweekday() - number) % 7
    if phrase.has("LAST", "PREVIOUS"):
        return calendar.later(phrase.today, -(back or 7)), "last weekday"
    if phrase.has("NEXT", "COMING", "FOLLOWING"):
        return calendar.later(phrase.today, ahead or 7), "next weekday"
    tense = phrase.tense
    if tense.forward:
        return calendar.later(phrase.today, ahead), f"weekday, {tense}: the first from the anchor"
    return calendar.later(phrase.today, -back), f"weekday, {tense}: the latest up to the anchor"


def weekday_of_week(phrase: Phrase) -> TimeValue:
    """Read "Monday last week" and "Tuesday of next week"."""
    weeks = phrase.number(*YEARS) or 0
    monday = calendar.monday(calendar.later(phrase.today, 7 * weeks))
    day = calendar.later(monday, (phrase.number(*WEEKDAYS) or 1) - 1)
    return TimeValue(str(day), "weekday of a week")


def today(phrase: Phrase) -> TimeValue:
    """Read "today", "yesterday", "tomorrow"."""
    shift = phrase.number("TODAY") or 0
    day = calendar.later(phrase.today, shift)
    return TimeValue(
        str(day), "counted from the anchor", None if phrase.has("SOONER") else phrase.mod
    )


def holiday(phrase: Phrase) -> TimeValue | None:
    """Read "Christmas Eve", "Thanksgiving Day", "Easter"."""
    name = str(phrase.worth("HOLIDAY", "HOLIDAY_DAY"))
    years = (
        [phrase.number("YEAR") or 0]
        if phrase.has("YEAR")
        else range(phrase.today.year - 1, phrase.today.year + 2)
    )
    shift = phrase.number("EVE") or 0
    found = [calendar.later(_feast(name, year), shift) for year in years]
    best = nearest_by_tense(found, phrase.today, phrase.tense)
    return TimeValue(str(best), "feast") if best else None


def _feast(name: str, year: int) -> date:
    """Give the day of a feast in a year."""
    movable = {"thanksgiving": calendar.thanksgiving, "easter": calendar.easter}
    return movable[name](year) if name in movable else date.fromisoformat(f"{year:04}-{name}")
