"""Dates as publications write them: in full, with the year, in English or in ISO 8601.

Dates that can be read two ways ("03/04/2027") and dates whose weekday contradicts them are left
unknown. Relative words are no business of the reader.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from re import Match

from onrecord.record import Precision, Span

MONTHS = "January February March April May June July August September October November December"
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"

MONTH_NUMBER = {name[:3].lower(): number for number, name in enumerate(MONTHS.split(), 1)}
WEEKDAY_NUMBER = {name[:3].lower(): number for number, name in enumerate(WEEKDAYS.split())}

ZONES = {
    "z": "Z", "gmt": "Z", "utc": "Z", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00",
    "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "trt": "+03:00", "pkt": "+05:00",
    "hkt": "+08:00", "sgt": "+08:00", "jst": "+09:00", "kst": "+09:00", "aest": "+10:00",
    "aedt": "+11:00", "edt": "-04:00", "cdt": "-05:00", "mdt": "-06:00", "pdt": "-07:00",
    "pst": "-08:00",
}  # fmt: skip
"""Zones that mean one distance from Greenwich, from the tz database. ET, EST, CST, MST and IST mean
different ones in different countries or seasons, and are kept as written."""

WRITTEN_ONLY = "et est ct cst mt mst pt ist local"

_MONTH = "|".join(f"{name[:3]}(?:{name[3:]}|t?\\.|t)?" for name in MONTHS.split())
_WEEKDAY = "|".join(f"{name[:3]}(?:{name[3:]}|\\.)?" for name in WEEKDAYS.split())
_ZONE = "|".join(sorted((*ZONES, *WRITTEN_ONLY.split()), key=len, reverse=True))
_CLOCK = (
    r"(?P<hour{n}>\d{{1,2}})[:.h](?P<minute{n}>\d\d)(?::(?P<second{n}>\d\d)(?:\.\d{{1,9}})?)?"
    r"(?:\s?(?P<half{n}>[ap])\.?m\b\.?)?(?:\s?\(?(?P<zone{n}>(?:"
    + _ZONE
    + r")\b(?:\s?[+-]\d{{1,2}}"
    r"(?::?\d\d)?)?|[+-]\d\d:?\d\d)\)?)?"
)

DATE = re.compile(
    r"(?<![\w/.-])(?:" + _CLOCK.format(n=0) + r",?\s(?:on\s)?)?"
    rf"(?:(?P<weekday>{_WEEKDAY}),?\s)?(?:the\s)?"
    r"(?:(?P<iso>(?P<y1>\d{4})-(?P<m1>\d\d)-(?P<d1>\d\d))"
    r"|(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y2>\d{4})"
    rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m3>{_MONTH}),?\s(?P<y3>\d{{4}})"
    rf"|(?P<m4>{_MONTH})\s(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y4>\d{{4}}))"
    r"(?:(?:T|,?\s(?:[-–—|]\s)?(?:at\s)?)" + _CLOCK.format(n=1) + r")?(?![\w/-]|\.\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date: its EDTF value, its precision, the zone as written, and where it stands."""

    edtf: str
    precision: Precision
    zone: str | None
    span: Span

    @property
    def day(self) -> str:
        """The calendar part."""
        return self.edtf[:10]


def dates(text: str) -> Iterator[Date]:
    """Give every date of a text that can be read in one way only.

    >>> [d.edtf for d in dates("Friday 16 April 2027, 14.05 GMT, not Monday 16 April 2027")]
    ['2027-04-16T14:05:00Z']
    """
    for match in DATE.finditer(text):
        day = _day(match)
        if day:
            yield _date(match, day)


def whole_date(text: str) -> Date | None:
    """Give the date that the text is, None where it is anything else or more."""
    found = next(dates(text.strip()), None)
    return found if found and found.span == (0, len(text.strip())) else None


def day_in_year(words: str, latest: str) -> str | None:
    """Give the day that a month and a day without a year name, at most a month before `latest`.

    >>> day_in_year("Dec. 30", "2027-01-02")
    '2026-12-30'
    """
    match = re.fullmatch(
        rf"(?:({_MONTH})\s(\d{{1,2}})|(\d{{1,2}})\s({_MONTH}))", words, re.IGNORECASE
    )
    if not match:
        return None
    month, number = match[1] or match[4], int(match[2] or match[3])
    end = date.fromisoformat(latest)
    for year in (end.year, end.year - 1):
        day = _calendar(year, MONTH_NUMBER[month[:3].lower()], number)
        if day and 0 <= (end - day).days <= 31:
            return day.isoformat()
    return None


def _day(match: Match[str]) -> date | None:
    if match["iso"]:
        day = _calendar(int(match["y1"]), int(match["m1"]), int(match["d1"]))
    elif match["a"]:
        day = _unambiguous(int(match["a"]), int(match["b"]), int(match["y2"]))
    else:
        month = (match["m3"] or match["m4"])[:3].lower()
        number, year = int(match["d3"] or match["d4"]), int(match["y3"] or match["y4"])
        day = _calendar(year, MONTH_NUMBER[month], number)
    weekday = match["weekday"]
    agrees = not weekday or not day or day.weekday() == WEEKDAY_NUMBER[weekday[:3].lower()]
    return day if agrees else None


def _unambiguous(first: int, second: int, year: int) -> date | None:
    """Read day and month in figures where only one order makes a date."""
    orders = {_calendar(year, second, first), _calendar(year, first, second)} - {None}
    return orders.pop() if len(orders) == 1 else None


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _date(match: Match[str], day: date) -> Date:
    n = 1 if match["hour1"] else 0
    if not match[f"hour{n}"]:
        return Date(day.isoformat(), Precision.DAY, None, Span(*match.span()))
    hour = int(match[f"hour{n}"])
    if match[f"half{n}"]:
        hour = hour % 12 + (12 if match[f"half{n}"].lower() == "p" else 0)
    minute, second, zone = int(match[f"minute{n}"]), match[f"second{n}"], match[f"zone{n}"]
    if hour > 23 or minute > 59 or int(second or 0) > 59:
        return Date(day.isoformat(), Precision.DAY, None, Span(*match.span()))
    clock = f"{hour:02}:{minute:02}:{int(second or 0):02}{offset(zone) if zone else ''}"
    precision = Precision.SECOND if second else Precision.MINUTE
    return Date(f"{day.isoformat()}T{clock}", precision, zone, Span(*match.span()))


def offset(zone: str) -> str:
    """Give the distance from Greenwich that a zone means, nothing where that is not certain.

    >>> offset("GMT"), offset("GMT+2"), offset("+0530"), offset("ET")
    ('Z', '+02:00', '+05:30', '')
    """
    match = re.fullmatch(r"([A-Za-z]*)\s?(?:([+-])(\d{1,2}):?(\d\d)?)?", zone)
    if not match:
        return ""
    name, sign = match[1].lower(), match[2]
    if sign:
        return f"{sign}{int(match[3]):02}:{match[4] or '00'}" if name in {"", "gmt", "utc"} else ""
    return ZONES.get(name, "")
