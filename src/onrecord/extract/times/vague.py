"""Readers of times that name no day: "now", "recently", "in the near future", "recent weeks"."""

from onrecord.extract.times.durations import length
from onrecord.extract.times.findings import TimeValue
from onrecord.extract.times.phrase import Phrase


def vague(phrase: Phrase) -> TimeValue:
    """Read a time that lies on one side of the anchor, or on it."""
    if phrase.has("UNITS"):
        return _of_units(phrase)
    named = phrase.worth("FUTURE", "RECENT", "ONCE_NOW", "SOON", "NOW")
    if named:
        return TimeValue(str(named), "vague")
    sides = {
        "PAST": "PAST_REF",
        "TERM": "FUTURE_REF",
        "COMING": "FUTURE_REF",
        "CURRENT": "PRESENT_REF",
    }
    side = next(sides[word.kind] for word in phrase.words if word.kind in sides)
    return TimeValue(side, "vague")


def _of_units(phrase: Phrase) -> TimeValue:
    """Read "recent weeks", "the coming months"."""
    unit = str(phrase.worth("UNITS"))
    return TimeValue(length(None, unit) if phrase.has("RECENT", "AHEAD") else "FUTURE_REF", "vague")
