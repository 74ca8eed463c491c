"""What can be said of an expression whose day of writing is not known: its form, with X's."""

from onrecord.extract.times.clock import clock_text
from onrecord.extract.times.days import DAYS, MONTHS, WEEKDAYS
from onrecord.extract.times.phrase import Phrase

_UNITS = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "E": "XXX",
    "C": "XX",
}


def unknown_value(template: str, phrase: Phrase) -> str:
    """Give the TIMEX3 value of a rule's template, filled from the words."""
    month, day = phrase.number(*MONTHS), phrase.number(*DAYS)
    return template.format(
        weekday=phrase.number(*WEEKDAYS),
        month=f"{month:02}" if month else "XX",
        day=f"{day:02}" if day else "XX",
        season=phrase.worth("SEASON"),
        clock=clock_text(phrase) or "XX:XX",
        daypart=phrase.worth("DAYPART", "TONIGHT", "OVERNIGHT"),
        unit=_UNITS.get(str(phrase.worth("UNIT", "QUARTER", "CENTURY")), "XXXX-XX-XX"),
    )
