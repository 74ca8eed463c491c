"""What a speaker does in saying it: the cue's act, unless the words say otherwise."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.extract.attributions.cues import CueEntry, lexicon
from onrecord.extract.words import frame_words, word_list
from onrecord.record import ReporterDistance, SpeechAct

CONTENT_MAX = 2_000
"""Code points of a content that are looked at: what is said comes early, patterns stay cheap."""


@dataclass(frozen=True, slots=True)
class ActRule:
    """A line of `words/speech_acts.toml`."""

    sets: SpeechAct
    cue: re.Pattern[str] | None
    content: re.Pattern[str] | None
    acts: frozenset[str]
    direct: bool


@dataclass(frozen=True, slots=True)
class Act:
    """A speech act and the reporter's distance."""

    act: SpeechAct
    distance: ReporterDistance
    attitude: bool = False


@cache
def _rules() -> tuple[ActRule, ...]:
    return tuple(_rule(row) for row in word_list("speech_acts")["rules"])


def _rule(row: Mapping[str, object]) -> ActRule:
    acts = row.get("act", [])
    assert isinstance(acts, list)
    return ActRule(
        sets=SpeechAct(str(row["sets"])),
        cue=re.compile(str(row["cue"]), re.IGNORECASE) if "cue" in row else None,
        content=re.compile(str(row["content"]), re.IGNORECASE) if "content" in row else None,
        acts=frozenset(acts),
        direct=bool(row.get("direct")),
    )


def speech_act(cue: str, lemmas: tuple[str, ...], content: str, quoted: str) -> Act:
    """Give the speech act of a cue (its words, its lemmas) with this content.

    `quoted` is the part of the content in quotation marks.

    >>> speech_act("said", ("say",), "the deal must be signed", "").act
    <SpeechAct.DEMAND: 'demand'>
    """
    entry = _entry(lemmas)
    own = entry.act if entry else _without_entry(cue)
    distance = entry.distance if entry else ReporterDistance.NEUTRAL
    if cue.lower() in frame_words("agentless"):
        distance = ReporterDistance.DISTANCING
    attitude = bool(entry and entry.attitude)
    if not_done := _not_done(cue, own):
        return Act(not_done, distance, attitude)
    for rule in _rules():
        if rule.acts and own not in rule.acts:
            continue
        if rule.cue and not rule.cue.match(cue):
            continue
        if rule.content is None:
            return Act(rule.sets, distance, attitude)
        if rule.content.search((quoted if rule.direct else content)[:CONTENT_MAX]):
            return Act(rule.sets, distance, attitude)
    return Act(own, distance, attitude)


_NEGATION = re.compile(
    r"\b(?:not|never|no longer|without|nor|cannot|fail\w*|stop\w*|avoid\w*|ceas\w*|forg[eo]t\w*)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)


def _not_done(cue: str, own: SpeechAct) -> SpeechAct | None:
    """Give the act of a negated cue, None where it is not negated.

    `would not accept` refuses; whoever `did not confirm` or `did not deny` takes no position; a
    promise that was not made is no promise.
    """
    if not _NEGATION.search(cue):
        return None
    known = word_list("speech_acts")["negated"]
    return SpeechAct(known.get(own, SpeechAct.STATE))


def _entry(lemmas: tuple[str, ...]) -> CueEntry | None:
    """Give the entry that decides: a phrase, then a noun of saying, then the verb."""
    known = lexicon()
    for at, lemma in enumerate(lemmas):
        for phrase in known.phrases.get(lemma, ()):
            if set(phrase.words[1:]) <= set(lemmas[at + 1 :]):
                return phrase
    for table in (known.nouns, known.verbs) if len(lemmas) > 1 else (known.verbs, known.nouns):
        for lemma in lemmas:
            if lemma in table:
                return table[lemma]
    return None


def _without_entry(cue: str) -> SpeechAct:
    return SpeechAct.REPORT if cue.lower() in frame_words("agentless") else SpeechAct.STATE
