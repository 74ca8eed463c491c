"""Two numbers for one thing: the same unit, the same words around, the same day, the same version.

Numbers of different days or versions do not contradict each other, nor do two that their own words
leave room for (`about 40`, `at least 30`), nor what sides only ask for or foresee.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.analyse.accounts import apart
from onrecord.analyse.conflicts.denials import Side, Spoken, stems
from onrecord.analyse.conflicts.findings import Account, Conflict, ConflictType, conflict
from onrecord.analyse.deadlines import Course, Extension
from onrecord.analyse.meetings import Gathering
from onrecord.record import Anchor, Meeting, MeetingStatus, Money, Qualifier, Quantity, SpeechAct
from onrecord.record.edtf import first_bounds

AROUND = 60
"""Characters on either side of a number in which the words stand that tell what it counts."""
SHARED = 2
"""Stems around two numbers that are the same at least, besides that of the unit."""
ROUND = 0.15
"""By how much of itself an approximate number may be off."""
MOST = 40
"""Numbers of one unit and day that are compared."""
POINTS = "points"
"""What a plan is counted in: versions differ by it, and are compared as versions."""
ASKED = re.compile(
    r"\b(?:would|should|must|will|shall|could|may|might|wants?|wanted|seeks?|sought|demand\w*|offer\w*"
    r"|propos\w*|ask\w*|call\w* for|insist\w*|plans?|planned|expect\w*|target\w*|up to)\b",
    re.IGNORECASE,
)
WISHES = frozenset(
    {
        SpeechAct.DEMAND,
        SpeechAct.REQUEST,
        SpeechAct.URGE,
        SpeechAct.OFFER,
        SpeechAct.PROMISE,
        SpeechAct.THREATEN,
        SpeechAct.PREDICT,
        SpeechAct.WARN,
        SpeechAct.ACCEPT,
        SpeechAct.REFUSE,
        SpeechAct.SET_DEADLINE,
    }
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or a sum where it stands: between `low` and `high`, of `unit`."""

    anchor: Anchor
    unit: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure in a statement, and the stems around it."""

    figure: Figure
    spoken: Spoken
    near: frozenset[str]


def figure(found: Quantity | Money) -> Figure | None:
    """Give what a number may be by its own words, None where its unit compares with none."""
    if isinstance(found, Money):
        unit, number = found.currency or "", found.amount
    else:
        unit, number = "" if found.unit == POINTS else found.unit, found.number
    if not unit:
        return None
    last = found.upper or number
    off = abs(number) * ROUND if found.qualifier is Qualifier.APPROXIMATE else 0
    low = float("-inf") if found.qualifier is Qualifier.AT_MOST else number - off
    high = float("inf") if found.qualifier is Qualifier.AT_LEAST else last + off
    return Figure(found.anchor, unit, low, high)


def numbers(
    found: Iterable[Spoken],
    figures: Iterable[Figure],
    side: Side,
    versions: Mapping[str, frozenset[str]],
) -> Iterator[Conflict]:
    """Give the figures that two sources give differently for one thing on one day.

    `versions` are the versions of texts that statements are about, by their ids.
    """
    groups: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for told in _told(found, figures):
        for day in {told.spoken.statement.said_on, told.spoken.statement.reported_on} - {None}:
            groups[told.figure.unit, str(day)].append(told)
    for group in groups.values():
        near = sorted(group[:MOST], key=lambda told: _order(told.spoken))
        for at, one in enumerate(near):
            rest = [each for each in near[at + 1 :] if _differ(one, each)]
            others = [each for each in rest if _apart(one.spoken, each.spoken, side)]
            same = [each for each in others if _one_version(one, each, versions)]
            if same:
                yield _conflict(one, same[0])


def _told(found: Iterable[Spoken], figures: Iterable[Figure]) -> Iterator[_Told]:
    by_document: dict[str, list[Figure]] = defaultdict(list)
    for each in figures:
        by_document[each.anchor.doc_id].append(each)
    for one in found:
        if one.statement.speech_act in WISHES:
            continue
        for each in by_document.get(one.statement.doc_id, ()):
            holds = any(
                part.start <= each.anchor.start and each.anchor.end <= part.end
                for part in one.statement.content
            )
            around = _around(one, each) if holds else None
            if around and not ASKED.search(around):
                yield _Told(each, one, stems(around) - stems(each.unit))


def _around(one: Spoken, each: Figure) -> str | None:
    """Give the words around a figure, the figure left out."""
    text, words = one.statement.gist, " ".join(each.anchor.exact.split())
    at = text.find(words)
    if at < 0:
        return None
    behind = text[at + len(words) : at + len(words) + AROUND]
    return f"{text[max(at - AROUND, 0) : at]} {behind}"


def _order(one: Spoken) -> tuple[str, str, int]:
    told = one.statement
    return told.reported_on or "9999", told.doc_id, told.first


def _differ(one: _Told, other: _Told) -> bool:
    """Tell whether two numbers for one thing leave no room for each other."""
    mine, theirs = one.figure, other.figure
    return (mine.high < theirs.low or theirs.high < mine.low) and len(
        one.near & other.near
    ) >= SHARED


def _apart(one: Spoken, other: Spoken, side: Side) -> bool:
    mine, theirs = one.statement, other.statement
    if mine.actor_id == theirs.actor_id:
        return mine.actor_id is None and mine.doc_id != theirs.doc_id
    here, there = side(mine.actor_id), side(theirs.actor_id)
    return here is None or here != there


def _one_version(one: _Told, other: _Told, versions: Mapping[str, frozenset[str]]) -> bool:
    mine, theirs = (
        versions.get(each.spoken.statement.statement_id, frozenset()) for each in (one, other)
    )
    return not mine or not theirs or bool(mine & theirs)


def _conflict(one: _Told, other: _Told) -> Conflict:
    printed = [" ".join(each.figure.anchor.exact.split()) for each in (one, other)]
    about = f"{printed[0]}, {printed[1]}: {one.spoken.statement.gist}"
    sides = ([one.spoken.account], [other.spoken.account])
    words = len(one.near & other.near)
    return conflict(ConflictType.NUMERIC, sides, about, f"one day, {words} words in common")


def days_of(found: Iterable[Gathering]) -> Iterator[Conflict]:
    """Give the meetings that were held on two days by two accounts."""
    for one in found:
        told = [each for each in one.dates if any(map(_is_held, each.accounts))]
        for at, first in enumerate(told):
            others = [e for e in told[at + 1 :] if apart(*map(first_bounds, (first.edtf, e.edtf)))]
            if others:
                held = (_accounts(first.accounts), _accounts(others[0].accounts))
                about = f"when it was held: {first.edtf}, {others[0].edtf}"
                yield conflict(ConflictType.NUMERIC, held, about, "accounts of one meeting")


def dues_of(found: Iterable[Course]) -> Iterator[Conflict]:
    """Give the deadlines that two documents tell to be moved to two days, on one day of report."""
    for one in found:
        moved: dict[str | None, list[Extension]] = defaultdict(list)
        for each in one.extensions:
            moved[each.account.reported_on].append(each)
        for same in moved.values():
            other = next((e for e in same[1:] if e.due != same[0].due), None)
            if other and other.account.doc_id != same[0].account.doc_id:
                sides = (_due_account(same[0]), _due_account(other))
                about = f"the new last day: {same[0].due}, {other.due}"
                yield conflict(ConflictType.NUMERIC, sides, about, "accounts of one extension")


def _due_account(moved: Extension) -> list[Account]:
    d = moved.account
    return [
        Account(d.deadline_id, d.doc_id, d.told_by, d.evidence, moved.announced_on, d.reported_on)
    ]


def _is_held(account: Meeting) -> bool:
    return account.status is MeetingStatus.HELD


def _accounts(found: Sequence[Meeting]) -> list[Account]:
    return [
        Account(m.meeting_id, m.doc_id, m.told_by, m.evidence, m.date, m.reported_on)
        for m in found[:3]
    ]
