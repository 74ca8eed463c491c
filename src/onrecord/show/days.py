"""Days in words: EDTF as a newspaper prints it, never as “yesterday”."""

import re
from calendar import month_name
from datetime import date
from functools import lru_cache

from onrecord.record.edtf import bounds

UNKNOWN = "day not stated"
PARTS_OF_YEAR = {
    "21": "spring",
    "22": "summer",
    "23": "autumn",
    "24": "winter",
    "33": "first quarter of",
    "34": "second quarter of",
    "35": "third quarter of",
    "36": "last quarter of",
    "40": "first half of",
    "41": "second half of",
}
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TIMED = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2})[0-9:.]{0,16}(Z|[+-][0-9:]{2,5})?"
)
MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
YEAR = re.compile(r"[0-9]{4}")


KEPT = 8192
"""Days whose words are kept: a page says hundreds, many of them again and again."""


@lru_cache(KEPT)
def day_words(day: date) -> str:
    """Give a day as `21 Nov 2025`."""
    return f"{day.day} {month_name[day.month][:3]} {day.year}"


@lru_cache(KEPT)
def in_words(edtf: str | None) -> str:
    """Give an EDTF value in words; what is no EDTF stays as it is.

    >>> in_words("2025-11-21"), in_words("2025-08"), in_words("2025-11-22/2025-11-23")
    ('21 Nov 2025', 'August 2025, day not stated', '22–23 Nov 2025')
    >>> in_words("[2025-12-01..2025-12-07]"), in_words("[..2025-11-27]"), in_words("2025-11-21~")
    ('on a day from 1 to 7 Dec 2025', 'by 27 Nov 2025', 'about 21 Nov 2025')
    >>> in_words(None), in_words("2025-XX-12")
    ('day not stated', 'on a day from 12 Jan to 12 Dec 2025')
    """
    if not edtf:
        return UNKNOWN
    marks = {mark for mark in "?~%" if mark in edtf}
    plain = re.sub("[?~%]", "", edtf)
    about = "about " if marks & {"~", "%"} else ""
    doubt = ", uncertain" if marks & {"?", "%"} else ""
    return f"{about}{_plain(plain)}{doubt}"


def _plain(value: str) -> str:
    """Give a value without qualifiers in words."""
    if value[:1] in "[{" and value[-1:] in "]}":
        return _one_of(value[1:-1])
    if "/" in value:
        return _interval(*value.split("/", 1))
    return _single(value)


def _single(value: str) -> str:
    """Give a day, a month, a year or a part of a year in words."""
    if timed := TIMED.fullmatch(value):
        return f"{_single(timed[1])}, {timed[2]}{_zone(timed[3])}"
    if DAY.fullmatch(value):
        return _or_raw(value)
    if month := MONTH.fullmatch(value):
        if part := PARTS_OF_YEAR.get(month[2]):
            return f"{part} {month[1]}, day not stated"
        if 1 <= int(month[2]) <= 12:
            return f"{month_name[int(month[2])]} {month[1]}, day not stated"
    if YEAR.fullmatch(value):
        return f"{value}, day not stated"
    return _bounded(value)


def _zone(written: str | None) -> str:
    return " UTC" if written == "Z" else f" (UTC{written})" if written else ""


def _or_raw(value: str) -> str:
    """Give a day in words, or the value where the calendar has no such day."""
    try:
        return day_words(date.fromisoformat(value))
    except ValueError:
        return value


def _bounded(value: str) -> str:
    """Give what the days that a value allows lie between."""
    try:
        first, last = bounds(value)
    except ValueError:
        return value
    return f"on a day from {_span(first, last)}" if first and last else value


def _interval(first: str, last: str) -> str:
    """Give a stretch of time; `..` and nothing are open ends."""
    if first in {"", ".."}:
        return f"up to {_single(last)}"
    if last in {"", ".."}:
        return f"from {_single(first)} on"
    if DAY.fullmatch(first) and DAY.fullmatch(last):
        try:
            return _days(date.fromisoformat(first), date.fromisoformat(last))
        except ValueError:
            return f"{first}/{last}"
    return f"{_single(first)} to {_single(last)}"


def _days(first: date, last: date) -> str:
    """Give the days from one to another: `22–23 Nov 2025`, `30 Nov – 2 Dec 2025`."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_words(last)}"
    return _span(first, last).replace(" to ", " – ")


def _span(first: date, last: date) -> str:
    """Give two days without saying twice what they share: `1 to 7 Dec 2025`."""
    if first.year != last.year:
        return f"{day_words(first)} to {day_words(last)}"
    begin = day_words(first).rsplit(" ", 1 if first.month != last.month else 2)[0]
    return f"{begin} to {day_words(last)}"


def _one_of(inside: str) -> str:
    """Give a set of which one member is meant."""
    first, dots, last = inside.partition("..")
    if not dots:
        return "on " + " or ".join(_single(one.strip()) for one in inside.split(","))
    if not first:
        return f"by {_single(last)}"
    if not last:
        return f"on {_single(first)} or later"
    if DAY.fullmatch(first) and DAY.fullmatch(last):
        return _bounded(f"[{inside}]")
    return f"between {_single(first)} and {_single(last)}"
