"""Readers of times of day."""

from datetime import date

from onrecord.extract.times import calendar, days
from onrecord.extract.times.findings import TimeValue
from onrecord.extract.times.phrase import Phrase

CLOCK_KINDS = frozenset({"CLOCK", "AMPM", "CLOCKWORD", "NOON", "MIDNIGHT", "ZONE"})


def clock_text(phrase: Phrase) -> str | None:
    """Give the time of day as 14:30, None where there is no such time.

    A bare hour before "o'clock" is left as it stands: 9:00 of the morning or the evening.
    """
    fixed = phrase.worth("NOON", "MIDNIGHT")
    if fixed:
        return str(fixed)
    written = str(phrase.worth("CLOCK", "DAY", "DIGITS", "YEAR") or "").replace(".", ":")
    if written.isdecimal() and len(written) == len("1430"):
        written = f"{written[:2]}:{written[2:]}"
    hour, _, minute = written.partition(":")
    hours, minutes = int(hour[:3] or 99), int((minute or "0")[:2])
    half = phrase.number("AMPM")
    if half is not None:
        hours = hours % 12 + half if 1 <= hours <= 12 else 99
    return f"{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else None


def clock(phrase: Phrase) -> TimeValue | None:
    """Read "2 p.m.": on the day of the anchor."""
    time = clock_text(phrase)
    zone = phrase.worth("ZONE") or ""
    return TimeValue(f"{phrase.today}T{time}{zone}", "time of the anchor's day") if time else None


def clock_and_day(phrase: Phrase) -> TimeValue | None:
    """Read "2 p.m. Tuesday", "Friday at 9:30 a.m.", "noon on April 12"."""
    of_clock, of_day = _split(phrase)
    time, day = clock_text(of_clock), _day(of_day)
    zone = of_clock.worth("ZONE") or ""
    return TimeValue(f"{day.value}T{time}{zone}", f"time; {day.why}") if time and day else None


def _split(phrase: Phrase) -> tuple[Phrase, Phrase]:
    """Give the part that names the time and the part that names the day."""
    kinds = [word.kind for word in phrase.words]
    if "AT" in kinds:
        return phrase.part(kinds.index("AT") + 1, len(kinds)), phrase.part(0, kinds.index("AT"))
    cut = 1 + max(place for place, kind in enumerate(kinds) if kind in CLOCK_KINDS)
    return phrase.part(0, cut), phrase.part(cut, len(kinds))


def _day(phrase: Phrase) -> TimeValue | None:
    """Read the part that names the day."""
    if phrase.has(*days.MONTHS):
        return days.day_full(phrase) if phrase.has("YEAR") else days.day_of_month(phrase)
    return days.today(phrase) if phrase.has("TODAY") else days.weekday(phrase)


def day_part(phrase: Phrase) -> TimeValue:
    """Read "Friday night", "this morning", "last night", "overnight", "the same evening"."""
    part = phrase.worth("DAYPART", "TONIGHT", "OVERNIGHT")
    return TimeValue(f"{_day_of_part(phrase)}T{part}", "part of a day", phrase.mod)


def _day_of_part(phrase: Phrase) -> str:
    """Give the day: of the weekday, of the last day that the text names, of the anchor."""
    if phrase.has("WEEKDAY", "WEEKDAY_SHORT"):
        return days.weekday(phrase).value
    if phrase.has("SAME", "THAT", "FOLLOWING", "NEXT", "PREVIOUS"):
        earlier = phrase.before("[0-9]{4}-[0-9]{2}-[0-9]{2}")
        base = date.fromisoformat(earlier) if earlier else phrase.today
        return str(calendar.later(base, phrase.number("FOLLOWING", "NEXT", "PREVIOUS") or 0))
    back = phrase.has("LAST") or phrase.has("OVERNIGHT")
    return str(calendar.later(phrase.today, -1 if back else phrase.number("TODAY") or 0))
