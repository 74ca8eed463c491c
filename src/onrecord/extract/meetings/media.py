"""Occasions for the media: where a statement was made, if that was no meeting of sides."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from onrecord.extract.meetings.circumstances import Circumstances, When
from onrecord.extract.meetings.told import Told, stretch
from onrecord.extract.parties import Parties
from onrecord.extract.stances import clean
from onrecord.extract.words import word_list
from onrecord.record import MeetingStatus, MeetingType, Span, Statement

KINDS = (
    MeetingType.PRESS_CONFERENCE,
    MeetingType.BRIEFING,
    MeetingType.INTERVIEW,
    MeetingType.ADDRESS,
)
WITH = 12
"""Code points between an occasion and whom it is with: `an interview [with] Radio Nord`."""


def occasions(parties: Parties, circumstances: Circumstances) -> Iterator[Told]:
    """Give the occasions on which statements of the document were made, each once."""
    seen: set[tuple[str, str | None, str | None]] = set()
    for statement in parties.ground.statements:
        kind = _kind(statement)
        span = clean(statement.venue) if statement.venue else None
        if kind is None or span is None or statement.actor_id is None:
            continue
        key = (kind, statement.actor_id, statement.said_on)
        if key not in seen:
            seen.add(key)
            told = _told(parties, statement, kind, span)
            yield replace(told, where=circumstances.behind(told.evidence[0]))


def _told(parties: Parties, statement: Statement, kind: MeetingType, span: Span) -> Told:
    heard = clean(statement.addressee) if statement.addressee else None
    listener = parties.named(heard) if heard else None
    joined = heard is not None and 0 <= heard.start - span.end <= WITH
    evidence = stretch([span, heard]) if joined and heard else span
    return Told(
        rule="venue",
        type=kind,
        status=MeetingStatus.HELD,
        evidence=(evidence,),
        participants=tuple(dict.fromkeys(p for p in (statement.actor_id, listener) if p)),
        when=When(statement.said_on, ()) if statement.said_on else None,
    )


def _kind(statement: Statement) -> MeetingType | None:
    if statement.venue is None:
        return None
    words = statement.venue.exact.lower()
    return next((kind for kind in KINDS if _nouns(kind).search(words)), None)


@cache
def _nouns(kind: str) -> re.Pattern[str]:
    nouns = sorted(word_list("venues")["venues"][kind], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, nouns))})\b")
