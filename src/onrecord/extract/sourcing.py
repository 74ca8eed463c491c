"""How well sourced a statement is: the nine levels, decided from the top."""

import re
from dataclasses import dataclass

from onrecord.extract.speakers import Speaker
from onrecord.extract.words import frame_words
from onrecord.record import ActorSchema, SourcingLevel

QUOTED_WORDS = 3
"""Verbatim words from which a named person's statement counts as quoted (section 3.2)."""


@dataclass(frozen=True, slots=True)
class Sourcing:
    """The level and whether an unnamed source gives an opinion."""

    level: SourcingLevel
    unnamed_opinion: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a statement: its cue, what is quoted of it, its content, its source."""

    cue: str
    quoted: str
    content: str
    source: str = ""


def sourcing(speaker: Speaker | None, said: Said, *, named: bool) -> Sourcing:
    """Give the sourcing level of a statement.

    `named` tells whether the text has a source at all; `speaker` is None where it is not known
    whom the source names, or there is none.
    """
    if speaker is None:
        return Sourcing(_person(said.quoted) if named else _without_speaker(said.cue))
    level = _level(speaker, said.quoted)
    unnamed = level in {SourcingLevel.UNNAMED_BARE, SourcingLevel.UNNAMED_DESCRIBED}
    opinion = unnamed and bool(
        frame_words("evaluative") & set(re.findall(r"\w+", said.content.lower()))
    )
    return Sourcing(level, opinion)


def _person(quoted: str) -> SourcingLevel:
    long_enough = len(quoted.split()) >= QUOTED_WORDS
    return SourcingLevel.ON_RECORD_QUOTE if long_enough else SourcingLevel.ON_RECORD_PARAPHRASE


def _level(speaker: Speaker, quoted: str) -> SourcingLevel:
    if speaker.media:
        return SourcingLevel.MEDIA_REPORTS
    match speaker.schema:
        case ActorSchema.PERSON:
            return _person(quoted)
        case ActorSchema.DOCUMENT:
            return SourcingLevel.DOCUMENT_OBTAINED
        case ActorSchema.UNNAMED_SOURCE:
            bare = speaker.bare
            return SourcingLevel.UNNAMED_BARE if bare else SourcingLevel.UNNAMED_DESCRIBED
        case ActorSchema.AUTHOR:
            return SourcingLevel.AUTHORIAL
        case _:
            return SourcingLevel.INSTITUTION


def is_authorial(cue: str) -> bool:
    """Tell whether the words of a cue without a source are the reporter's own voice."""
    return bool(frame_words("authorial") & set(re.findall(r"\w+", cue.lower())))


def _without_speaker(cue: str) -> SourcingLevel:
    """Give the level where no source stands: the reporter's own voice, or nobody's."""
    return SourcingLevel.AUTHORIAL if is_authorial(cue) else SourcingLevel.AGENTLESS
