"""Readers of quarters of a year, the periods of company and budget reports."""

from onrecord.extract.times import calendar
from onrecord.extract.times.findings import Tense, TimeValue
from onrecord.extract.times.periods import year_of
from onrecord.extract.times.phrase import Phrase

ORDINALS = ("ORDINAL", "SECOND", "DAY_TH")


def quarter_of_year(phrase: Phrase) -> TimeValue | None:
    """Read "the third quarter of 2026"."""
    return _named(phrase, phrase.number("YEAR") or 0, "quarter and year")


def quarter_and_year(phrase: Phrase) -> TimeValue:
    """Read "Q3 2028"."""
    value = f"{phrase.number('YEAR'):04}-Q{phrase.number('QUARTER_SHORT')}"
    return TimeValue(value, "quarter and year")


def quarter_of_near_year(phrase: Phrase) -> TimeValue | None:
    """Read "this year's third quarter"."""
    if phrase.worth("UNIT") != "Y":
        return None
    return _named(phrase, year_of(phrase), "quarter of a year counted from the anchor")


def quarter(phrase: Phrase) -> TimeValue | None:
    """Read "the third quarter": past, the latest one that has begun; future, the next.

    The one just over is meant with any tense: "expects to report a third-quarter loss".
    """
    number = phrase.number(*ORDINALS) or 0
    today = (phrase.today.month - 1) // 3 + 1
    if phrase.tense is Tense.FUTURE and number % 4 + 1 != today:
        return _named(phrase, phrase.today.year + (number < today), "quarter without year, future")
    return _named(phrase, phrase.today.year - (number > today), "quarter without year, past")


def _named(phrase: Phrase, year: int, why: str) -> TimeValue | None:
    """Give the quarter with the phrase's number, None where there is no such quarter."""
    number = phrase.number(*ORDINALS) or 0
    return TimeValue(f"{year:04}-Q{number}", why, phrase.mod) if 1 <= number <= 4 else None


def the_quarter(phrase: Phrase) -> TimeValue:
    """Read "the latest quarter", "the quarter": the one reported on."""
    return TimeValue(reported_quarter(phrase), "the quarter spoken of")


def reported_quarter(phrase: Phrase) -> str:
    """Give the latest quarter already over that the text has named, else the one before the anchor.

    Not the last one named: that is often the year-ago quarter of a comparison.
    """
    running = calendar.quarter(phrase.today)
    named = (found.timex_value for found in phrase.earlier if found.timex_value[4:6] == "-Q")
    return max(
        (value for value in named if value < running), default=calendar.quarter(phrase.today, -1)
    )


def year_ago_quarter(phrase: Phrase) -> TimeValue | None:
    """Read "the year-ago quarter" and "year-earlier": the quarter spoken of, a year before."""
    if phrase.worth("UNIT") != "Y":
        return None
    year, _, name = reported_quarter(phrase).partition("-Q")
    number = phrase.number(*ORDINALS)
    return TimeValue(
        f"{int(year) - 1:04}-Q{number or name}", "the quarter spoken of, a year before"
    )
