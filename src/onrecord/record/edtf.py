"""EDTF (ISO 8601-2, the Library of Congress's Extended Date/Time Format): what days a value allows.

The part that the record uses: days, months and years (`2025-11-21`, `2025-08`, `2025`),
unspecified digits (`2025-XX-12`, `202X`), seasons, quarters and halves of a year (`2025-21`,
`2025-33`, `2025-40`), times of day (`2027-04-12T14:30Z`), the qualifiers `?`, `~` and `%`,
intervals (`a/b`, `../b`, `a/..`), and sets (`[a..b]`, `[..b]`, `[a..]`, `[a,b]`, and in braces).
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, time
from functools import lru_cache

Bounds = tuple[date | None, date | None]
"""The first and the last day allowed, None where there is none."""

DATE = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?")
DATE_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?"
    r"(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)"
)
QUALIFIED = re.compile(r"[?~%]?([0-9X]{4}(?:[?~%]?-[?~%]?[0-9X]{2}){0,2})[?~%]?")
SET = re.compile(r"\[(.+)\]|\{(.+)\}")

PARTS = {
    "21": (3, 5),
    "22": (6, 8),
    "23": (9, 11),
    "33": (1, 3),
    "34": (4, 6),
    "35": (7, 9),
    "36": (10, 12),
    "40": (1, 6),
    "41": (7, 12),
}
"""First and last months of spring, summer and autumn (meteorological, northern), of the four
quarters and of the two halves of a year."""

WINTER = "24"


def is_edtf(value: str) -> bool:
    """Tell whether the value is in the part of EDTF that the record uses.

    >>> is_edtf("[..2025-11-27]"), is_edtf("last week"), is_edtf("2025-02-30")
    (True, False, False)
    """
    try:
        bounds(value)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=4096)
def bounds(value: str) -> Bounds:
    """Give the first and the last day that the value allows, None for an open end.

    A time of day counts by the calendar day that is written, in its own zone.

    >>> bounds("2025-02")
    (datetime.date(2025, 2, 1), datetime.date(2025, 2, 28))
    >>> bounds("[..2025-11-27]")
    (None, datetime.date(2025, 11, 27))

    Raises:
        ValueError: the value is no EDTF, or in a part of EDTF that is not supported.
    """
    first, last = _any_bounds(value)
    if first and last and first > last:
        raise ValueError(f"{value!r} ends before it begins")
    return first, last


@lru_cache(maxsize=16384)
def first_bounds(*values: str | None) -> Bounds:
    """Give the bounds of the first value that is EDTF, None for both where none is.

    >>> first_bounds(None, "last week", "2025-02-03")
    (datetime.date(2025, 2, 3), datetime.date(2025, 2, 3))
    """
    for value in values:
        try:
            return bounds(value or "")
        except ValueError:
            continue
    return None, None


def _any_bounds(value: str) -> Bounds:
    """Give the bounds of an interval, a set or a single value."""
    if members := SET.fullmatch(value):
        return _hull([_member(part) for part in (members[1] or members[2]).split(",")])
    if "/" in value:
        first, last = value.split("/", 1)
        return _end(first)[0], _end(last)[1]
    return _single(value)


def _end(value: str) -> Bounds:
    """Give the bounds of one end of an interval: `..` is open, an empty one is unknown."""
    return (None, None) if value in {"", ".."} else _single(value)


def _member(value: str) -> Bounds:
    """Give the bounds of a member of a set: a value, or a range open at one end at most."""
    first, dots, last = value.strip().partition("..")
    if not dots:
        return _single(first)
    if not first and not last:
        raise ValueError(f"{value!r} bounds nothing")
    return (_single(first)[0] if first else None), (_single(last)[1] if last else None)


def _hull(members: list[Bounds]) -> Bounds:
    """Give the smallest bounds that hold all members."""
    firsts = [first for first, _ in members if first]
    lasts = [last for _, last in members if last]
    return (
        min(firsts) if len(firsts) == len(members) else None,
        max(lasts) if len(lasts) == len(members) else None,
    )


def _single(value: str) -> tuple[date, date]:
    """Give the bounds of one date or time of day."""
    if moment := DATE_TIME.fullmatch(value):
        time.fromisoformat(moment[2])
        return _single(moment[1])
    parts = DATE.fullmatch(re.sub("[?~%]", "", value)) if QUALIFIED.fullmatch(value) else None
    if not parts:
        raise ValueError(f"{value!r} is no EDTF")
    year, month, day = parts.groups()
    if month and not day and "21" <= month <= "41":
        return _part_of_year(int(year), month)
    digits = (year, month or "XX", day or "XX")
    return _only(_days(digits, last=False), value), _only(_days(digits, last=True), value)


def _part_of_year(year: int, part: str) -> tuple[date, date]:
    """Give the bounds of a season, a quarter or a half.

    A year has winter at both ends, so both are inside the bounds.
    """
    if part == WINTER:
        return date(year - 1, 12, 1), date(year + 1, 2, monthrange(year + 1, 2)[1])
    if part not in PARTS:
        raise ValueError(f"{part!r} is no part of a year that can be bounded")
    first, last = PARTS[part]
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _only(days: Iterable[date], value: str) -> date:
    """Give the first of the days."""
    for day in days:
        return day
    raise ValueError(f"{value!r} is no day of the calendar")


def _days(digits: tuple[str, str, str], *, last: bool) -> Iterator[date]:
    """Give the days that digits of year, month and day allow, from either end of the calendar."""
    for year in _numbers(digits[0], range(1, 10_000), last=last):
        for month in _numbers(digits[1], range(1, 13), last=last):
            days = range(1, monthrange(year, month)[1] + 1)
            for day in _numbers(digits[2], days, last=last):
                yield date(year, month, day)


def _numbers(digits: str, among: range, *, last: bool) -> Iterator[int]:
    """Give the numbers that fit digits of which some are X."""
    if "X" not in digits:
        among = range(max(int(digits), among.start), min(int(digits) + 1, among.stop))
    pattern = re.compile(digits.replace("X", "[0-9]"))
    for number in reversed(among) if last else among:
        if pattern.fullmatch(f"{number:0{len(digits)}d}"):
            yield number
