"""What a time is the time of: an event, a plan, a deadline, a validity (section 6)."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from onrecord.extract.times.findings import Tense
from onrecord.extract.times.lexicon import letters, word_list
from onrecord.extract.times.phrase import Phrase
from onrecord.record import TimeRole, TimeType
from onrecord.record.edtf import bounds

REACH = 10
"""Words of the clause before a time that are looked at: "a deadline for both sides of Friday"."""
AFTER = 3
"""Words after it: "Friday's deadline", "Monday's planned talks"."""


_PLAIN = re.compile(r"[0-9]{4}(?:-[01][0-9](?:-[0-9]{2})?)?")
"""A day, a month or a year: these sort as text."""


class Role(NamedTuple):
    """What a time is the time of, and the words or the tense that decided it."""

    role: TimeRole
    words: str


NO_ROLE = Role(TimeRole.NONE, "")


def role_of(phrase: Phrase, kind: TimeType, edtf: str | None) -> Role:
    """Give the role of a time from the words of its clause; the day of an utterance comes later.

    In this order: lengths and repeated times have none but for `within 60 days`; what holds from
    a day; a deadline, where it is not over; a plan; an event.
    """
    if kind in {TimeType.DURATION, TimeType.SET}:
        near = kind is TimeType.DURATION and phrase.tokens.form(phrase.first - 1) == "within"
        return Role(TimeRole.DUE, "within") if near else NO_ROLE
    if edtf == f"{phrase.today}~":
        return NO_ROLE  # "now", "currently"
    before, after, side = _before(phrase), _after(phrase), _side(edtf, phrase.today)
    effective = _found("effective", before)
    if effective:
        return Role(TimeRole.EFFECTIVE, effective)
    due = _due(before, after) if side >= 0 else ""
    if due and not (side == 0 and due == "before" and phrase.tense is Tense.PAST):
        return Role(TimeRole.DUE, due)
    return _planned(phrase, before + after, side) or _told(phrase, before, side)


def _planned(phrase: Phrase, clause: str, side: int) -> Role | None:
    """Give a plan for a time that is to come, or may be, beside a word or a verb that says so."""
    words = _found("scheduled", clause) if side >= 0 else ""
    if side > 0:
        return Role(TimeRole.SCHEDULED, words or "after the anchor")
    ahead = side == 0 and (words or phrase.tense is Tense.FUTURE)
    return Role(TimeRole.SCHEDULED, words or str(Tense.FUTURE)) if ahead else None


def _told(phrase: Phrase, before: str, side: int) -> Role:
    """Give an event for a time that is over, nothing for `now` without a past verb."""
    if before.endswith(" since "):
        return Role(TimeRole.OCCURRED, "since")
    if side < 0:
        return Role(TimeRole.OCCURRED, "before the anchor")
    return Role(TimeRole.OCCURRED, str(Tense.PAST)) if phrase.tense is Tense.PAST else NO_ROLE


def _side(edtf: str | None, today: date) -> int:
    """Give -1 for a time that is over, 1 for one that is to come, 0 where it may be either."""
    if edtf is None:
        return 0
    if _PLAIN.fullmatch(edtf):  # nine dates in ten: spared the longer way
        here = str(today)[: len(edtf)]
        return (edtf > here) - (edtf < here)
    first, last = bounds(edtf)
    ahead = first is not None and (first > today or last is None)
    return 1 if ahead else -1 if last is not None and last < today else 0


def _due(before: str, after: str) -> str:
    """Give the words that make a time a deadline, the empty string without any."""
    direct = _pattern("due_before", " $").search(before)
    if direct:
        return direct.group().strip()
    return _found("due", before) or ("deadline" if " deadline " in after else "")


def _found(name: str, text: str) -> str:
    """Give the first phrase of a list that stands in the text."""
    found = _pattern(name, " ").search(text)
    return found.group().strip() if found else ""


@cache
def _pattern(name: str, end: str) -> re.Pattern[str]:
    """Give the phrases of a list as one expression, longer ones first."""
    phrases = sorted(word_list("time_roles.toml")[name], key=len, reverse=True)
    return re.compile(f" (?:{'|'.join(map(re.escape, phrases))}){end}")


def _before(phrase: Phrase) -> str:
    """Give the words of the clause before a time, in small letters, a space around each."""
    kinds = phrase.tokens.kinds[max(phrase.first - REACH, 0) : phrase.first]
    clause = _stop().split(kinds)[-1]
    return _joined(phrase, phrase.first - len(clause), phrase.first)


def _after(phrase: Phrase) -> str:
    clause = _stop().split(phrase.tokens.kinds[phrase.end : phrase.end + AFTER])[0]
    return _joined(phrase, phrase.end, phrase.end + len(clause))


def _joined(phrase: Phrase, first: int, end: int) -> str:
    words = " ".join(match.group() for match in phrase.tokens.matches[first:end])
    return f" {words.lower()} "


@cache
def _stop() -> re.Pattern[str]:
    """Give the kinds at which a clause ends: a full stop, an empty line, a quotation, a dash."""
    return re.compile("|".join(letters()[kind] for kind in ("DOT", "BREAK", "QUOTE", "DASH")))
