"""What a time is the time of: an event, a plan, a deadline, a validity (section 6)."""

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
    before, after = _before(phrase), _after(phrase)
    if kind in {TimeType.DURATION, TimeType.SET}:
        near = before.endswith(" within ") and kind is TimeType.DURATION
        return Role(TimeRole.DUE, "within") if near else NO_ROLE
    tense, side = phrase.tense, _side(edtf, phrase.today)
    effective = _found("effective", before)
    if effective:
        return Role(TimeRole.EFFECTIVE, effective)
    due = _due(before, after)
    if due and side >= 0 and not (tense is Tense.PAST and side == 0 and due == "before"):
        return Role(TimeRole.DUE, due)
    planned = _found("scheduled", before + after)
    if side > 0 or (side == 0 and (planned or tense is Tense.FUTURE)):
        return Role(TimeRole.SCHEDULED, planned or f"{tense}, after the anchor")
    return _told(tense, side, before)


def _told(tense: Tense, side: int, before: str) -> Role:
    """Give an event for a time that is past, nothing for `now` without a past verb."""
    if before.endswith(" since "):
        return Role(TimeRole.OCCURRED, "since")
    if side < 0 or tense is Tense.PAST:
        return Role(TimeRole.OCCURRED, f"{tense}, before the anchor" if side < 0 else str(tense))
    return NO_ROLE


def _side(edtf: str | None, today: date) -> int:
    """Give -1 for a time that is over, 1 for one that is to come, 0 where it may be either."""
    if edtf is None:
        return 0
    first, last = bounds(edtf)
    ahead = first is not None and (first > today or last is None)
    return 1 if ahead else -1 if last is not None and last < today else 0


def _due(before: str, after: str) -> str:
    """Give the words that make a time a deadline, the empty string without any."""
    direct = next((words for words in _words("due_before") if before.endswith(f" {words} ")), "")
    return direct or _found("due", before) or ("deadline" if " deadline " in after else "")


def _found(name: str, text: str) -> str:
    """Give the first phrase of a list that stands in the text."""
    return next((words for words in _words(name) if f" {words} " in text), "")


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(sorted(word_list("time_roles.toml")[name], key=len, reverse=True))


def _before(phrase: Phrase) -> str:
    """Give the words of the clause before a time, in small letters, a space around each."""
    first = max(phrase.first - REACH, 0)
    cut = next((at for at in range(phrase.first - 1, first - 1, -1) if _stops(phrase, at)), None)
    first = first if cut is None else cut + 1
    return _joined(phrase, first, phrase.first)


def _after(phrase: Phrase) -> str:
    last = min(phrase.end + AFTER, len(phrase.tokens.kinds))
    cut = next((at for at in range(phrase.end, last) if _stops(phrase, at)), last)
    return _joined(phrase, phrase.end, cut)


def _joined(phrase: Phrase, first: int, end: int) -> str:
    words = " ".join(phrase.tokens.form(at).lower() for at in range(first, end))
    return f" {words} "


def _stops(phrase: Phrase, at: int) -> bool:
    """Tell whether a clause ends here."""
    kind = phrase.tokens.kinds[at]
    return kind in {letters()["DOT"], letters()["BREAK"], letters()["QUOTE"], letters()["DASH"]}
