"""What a speaker does in saying it: the cue's act, unless the words say otherwise."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from onrecord.extract.attributions.cues import CueEntry, lexicon
from onrecord.extract.sourcing import Said
from onrecord.extract.words import frame_words, word_list
from onrecord.record import ReporterDistance, SpeechAct

CONTENT_MAX = 2_000
"""Code points of a content that are looked at: what is said comes early, patterns stay cheap."""


class Deciding(NamedTuple):
    """Where the words that decided stand: in the cue, the content or its quoted part as joined."""

    part: str
    start: int
    end: int


CUE = Deciding("cue", 0, 0)


@dataclass(frozen=True, slots=True)
class ActRule:
    """A line of `words/speech_acts.toml`."""

    sets: SpeechAct
    cue: re.Pattern[str] | None
    content: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    acts: frozenset[str]
    direct: bool

    def words(self, said: Said, own: SpeechAct) -> Deciding | None:
        """Give the words that decide for this rule, None where it does not fit."""
        if self.acts and own not in self.acts:
            return None
        by_cue = self.cue.match(f"{said.cue} {said.content}"[:CONTENT_MAX]) if self.cue else None
        if self.cue and not by_cue:
            return None
        if self.content is None:
            return Deciding("cue", 0, len(said.cue))
        part = "quoted" if self.direct else "content"
        heard = (said.quoted if self.direct else said.content)[:CONTENT_MAX]
        found = self.content.search(heard)
        if not found or (self.unless and self.unless.search(heard)):
            return None
        return Deciding(part, *found.span())


@dataclass(frozen=True, slots=True)
class Act:
    """A speech act, the reporter's distance, and which words decided the act."""

    act: SpeechAct
    distance: ReporterDistance
    attitude: bool = False
    words: Deciding = CUE


@cache
def _rules() -> tuple[ActRule, ...]:
    return tuple(_rule(row) for row in word_list("speech_acts")["rules"])


def _rule(row: Mapping[str, object]) -> ActRule:
    acts = row.get("act", [])
    assert isinstance(acts, list)
    patterns = {
        name: re.compile(str(row[name]), re.IGNORECASE) if name in row else None
        for name in ("cue", "content", "unless")
    }
    return ActRule(
        sets=SpeechAct(str(row["sets"])),
        acts=frozenset(acts),
        direct=bool(row.get("direct")),
        **patterns,
    )


def speech_act(said: Said, lemmas: tuple[str, ...]) -> Act:
    """Give the speech act of a cue with these lemmas, and of the words with it.

    >>> speech_act(Said("said", "", "the deal must be signed"), ("say",)).act
    <SpeechAct.DEMAND: 'demand'>
    """
    entry = _entry(lemmas)
    own = entry.act if entry else _without_entry(said.cue)
    distance = entry.distance if entry else ReporterDistance.NEUTRAL
    if said.cue.lower() in frame_words("agentless"):
        distance = ReporterDistance.DISTANCING
    attitude = bool(entry and entry.attitude)
    by_cue = Deciding("cue", 0, len(said.cue))
    for rule in _rules():
        if words := rule.words(said, own):
            return Act(rule.sets, distance, attitude, words)
    return Act(_not_done(said.cue, own) or own, distance, attitude, by_cue)


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
