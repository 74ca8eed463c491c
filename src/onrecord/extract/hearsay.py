"""Who merely passes on what he was told: `two diplomats said the text had been given to both`."""

import re
from dataclasses import replace

from onrecord.extract.sourcing import Said
from onrecord.extract.speech_acts import Act
from onrecord.extract.words import frame_words
from onrecord.record import SourcingLevel, SpeechAct

WITNESSES = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|some|many|other|multiple|one of"
    r"|sources?|people|persons?|insiders?|friends?|aides?|[a-z]+(?:ials|mats|isers|isors|akers|ators|ers|ists|ants)"
    r"|familiar|briefed|close to|knowledge|present|in the room)\b",
    re.IGNORECASE,
)
"""Words of a source that stand for several people, or for one who knows it from others."""


def as_hearsay(act: Act, level: SourcingLevel, said: Said) -> Act:
    """Give the act: what others pass on, or nobody is named for, is a report (section 3.4).

    One official who speaks of his own business states it, as do words that are quoted.
    """
    if act.act is SpeechAct.PREDICT and level in {SourcingLevel.AGENTLESS, SourcingLevel.AUTHORIAL}:
        planned = re.search(r"\b(?:expected|scheduled|due|slated|set)\b", said.cue, re.IGNORECASE)
        return replace(act, act=SpeechAct.ANNOUNCE) if planned else act
    if act.act not in {SpeechAct.STATE, SpeechAct.ARGUE} or not _passed_on(act, level, said):
        return act
    return replace(act, act=SpeechAct.REPORT, attitude=False)


def _passed_on(act: Act, level: SourcingLevel, said: Said) -> bool:
    if level is SourcingLevel.MEDIA_REPORTS:
        return not act.attitude
    if level is SourcingLevel.AGENTLESS:
        return bool(frame_words("passed_on") & set(said.cue.lower().split()))
    if level not in {SourcingLevel.UNNAMED_BARE, SourcingLevel.UNNAMED_DESCRIBED} or act.attitude:
        return False
    whole = len(said.quoted) >= len(said.content) - 2
    return bool(WITNESSES.search(said.source)) and not whole
