"""How well sourced a statement is: the nine levels, decided from the top."""

import re
from dataclasses import dataclass
from functools import cache

from onrecord.extract.speakers import Speaker
from onrecord.extract.words import frame_words, word_list
from onrecord.record import ActorSchema, SourcingLevel, SpeechAct

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
    level = _by_words(speaker, said) or _level(speaker, said.quoted)
    unnamed = level in {SourcingLevel.UNNAMED_BARE, SourcingLevel.UNNAMED_DESCRIBED}
    opinion = unnamed and bool(
        frame_words("evaluative") & set(re.findall(r"\w+", said.content.lower()))
    )
    return Sourcing(level, opinion)


_PRESENTED = re.compile(
    r"^(?:[A-Z][\w’'.-]+ ){1,3}[A-Z][\w’'-]+, (?:an?|the|its|his|her|their|who)\b"
)
_SPOKESPERSON = re.compile(r"\bspokes(?:man|woman|person|people|men|women)\b", re.IGNORECASE)
_DEFINITE = re.compile(r"^(?:the|his|her|its|their|our|[A-Z][\w-]+['’]s)\s", re.IGNORECASE)
_NOBODY = re.compile(r"^(?:nobody|no one|none)\b", re.IGNORECASE)


def _by_words(speaker: Speaker, said: Said) -> SourcingLevel | None:
    """Give the level that the words of the source settle, whatever kind of actor was made of it.

    A spokesperson without a name speaks for a body (section 3.9), the holder of an office of which
    there is one is known by it, and a body that is only a word of introduction is a person.
    """
    words = said.source
    person = speaker.schema is ActorSchema.PERSON
    unnamed = speaker.schema is ActorSchema.UNNAMED_SOURCE
    if not person and not speaker.media and _listed("unnamed_media").search(words):
        return SourcingLevel.MEDIA_REPORTS
    if not person and not unnamed:
        return _person(said.quoted) if _PRESENTED.match(words) else None
    if not unnamed:
        return None
    if _NOBODY.match(words):
        return SourcingLevel.AUTHORIAL
    return _unnamed_by_words(words, said.quoted)


def _unnamed_by_words(words: str, quoted: str) -> SourcingLevel | None:
    first = " ".join(words.split()[:6])
    if _listed("papers").match(re.sub(r"^(?:the|an?|his|her|its|their)\s+", "", words.lower())):
        return SourcingLevel.DOCUMENT_OBTAINED
    if _SPOKESPERSON.search(first) and " of " not in first.split("spokes")[0]:
        return SourcingLevel.INSTITUTION
    if _DEFINITE.match(words) and _listed("sole_offices").search(first):
        return _person(quoted)
    if len(words.split()) == 1 and words.endswith("s") and words.lower() not in {"others", "us"}:
        return SourcingLevel.UNNAMED_BARE
    return None


@cache
def _listed(kind: str) -> re.Pattern[str]:
    words = "|".join(word_list("sourcing")[kind])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def after_silence(sourced: Sourcing, act: SpeechAct, cue: str) -> Sourcing:
    """Give the sourcing of what was not said: `did not say` is the reporter's own word."""
    if act is SpeechAct.NO_POSITION and _UNSAID.search(cue):
        return Sourcing(SourcingLevel.AUTHORIAL)
    return sourced


_UNSAID = re.compile(r"\b(?:not|never|stopped short)\b|n['’]t\b", re.IGNORECASE)


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
    """Give the level where no source stands: media at large, the reporter's own voice, nobody's."""
    if re.match(r"(?:\w+ )?reports(?: that)?$", cue, re.IGNORECASE):
        return SourcingLevel.MEDIA_REPORTS
    return SourcingLevel.AUTHORIAL if is_authorial(cue) else SourcingLevel.AGENTLESS
