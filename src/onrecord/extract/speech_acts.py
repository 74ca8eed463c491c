"""What a speaker does in saying it: the cue's act, unless the words say otherwise."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.extract.acts.clauses import Side
from onrecord.extract.acts.cues import entry_of
from onrecord.extract.acts.deeds import Done
from onrecord.extract.acts.patterns import Words, matched, rules
from onrecord.extract.attributions.cues import CueEntry
from onrecord.extract.words import frame_words, word_list
from onrecord.record import ReporterDistance, Span, SpeechAct

CONTENT_MAX = 1_000
"""Code points of a content that are looked at: what is said comes early, patterns stay cheap."""
NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Act:
    """A speech act and the reporter's distance.

    `decided` is the stretch of the content that decided it, empty where the cue did. `silent` is
    true where the cue tells that nothing was said: the content is then the question.
    """

    act: SpeechAct
    distance: ReporterDistance
    attitude: bool = False
    decided: Span = NOWHERE
    silent: bool = False


SILENCE = frozenset({SpeechAct.DECLINE_TO_COMMENT, SpeechAct.NO_POSITION})


class CueWords(NamedTuple):
    """A cue as printed, its lemmas, and whether it is told of nobody: `neither would say`."""

    printed: str
    lemmas: tuple[str, ...]
    of_nobody: bool = False


def speech_act(
    cue: CueWords, content: str, quoted: str, names: frozenset[str] = frozenset()
) -> Act:
    """Give the speech act of a cue with this content.

    `quoted` is the part of the content in quotation marks; `names` are beginnings of the names of
    the speaker's own side, in small letters.

    >>> speech_act(CueWords("said", ("say",)), "the deal must be signed", "").act
    <SpeechAct.DEMAND: 'demand'>
    """
    entry = entry_of(cue.lemmas)
    own = entry.act if entry else _without_entry(cue.printed)
    content = content[:CONTENT_MAX]
    words = Words(
        cue.printed, content, quoted, Side(names, verbatim=len(quoted) >= len(content) - 2)
    )
    done = _done(own, words, of_nobody=cue.of_nobody)
    decided_by_cue = done.span == NOWHERE
    return Act(
        act=done.act,
        distance=_distance(cue.printed, entry),
        attitude=bool(entry and entry.attitude),
        decided=done.span,
        silent=done.act in SILENCE and (decided_by_cue or own is SpeechAct.REFUSE),
    )


def _distance(cue: str, entry: CueEntry | None) -> ReporterDistance:
    if cue.lower() in frame_words("agentless"):
        return ReporterDistance.DISTANCING
    return entry.distance if entry else ReporterDistance.NEUTRAL


def _done(own: SpeechAct, words: Words, *, of_nobody: bool) -> Done:
    if own in SILENCE:
        return Done(own, NOWHERE)
    if negated := _negated(own, words, of_nobody=of_nobody):
        return negated
    for rule in rules():
        if found := matched(rule, own, words):
            return found
    return Done(own, NOWHERE)


_SAYING = re.compile(
    r"\b(?:say|said|says|stat|mention|comment|answer|repl|respon|elaborat|specif|explain|clarif|reveal"
    r"|discuss|address|name|identif|provid|detail|disclos|tell|told|describ|spell|address|speak|talk)",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:not|never|no longer|nor|cannot|fail\w*|stop\w*|avoid\w*|ceas\w*|forg[eo]t\w*)\b"
    r"|\bwithout\b(?! (?:any )?(?:foundation|basis|substance)\b)"
    r"|n['’]t\b",
    re.IGNORECASE,
)


_QUESTION = re.compile(r"\W*(?:whether|when or whether|if and when|if or when)\b", re.IGNORECASE)
_TELLING = re.compile(
    r"\b(?:say|said|says|disclos|reveal|specif|confirm|announc|indicat|clarif)", re.IGNORECASE
)
SAID = frozenset({SpeechAct.STATE, SpeechAct.ANNOUNCE, SpeechAct.CONFIRM, SpeechAct.INDICATE})


def _negated(own: SpeechAct, words: Words, *, of_nobody: bool) -> Done | None:
    """Give the act of a negated cue, None where it is not negated.

    `would not accept` refuses; whoever `did not confirm` or `did not deny` takes no position; a
    promise that was not made is no promise. What the table says of silence goes before. That
    somebody `has said whether` is only told of those who have not: `neither has`, `has yet to say`.
    """
    open_question = _TELLING.search(words.cue) and _QUESTION.match(words.content)
    denied = of_nobody or _NEGATION.search(words.cue)
    if not denied and not (own in SAID and open_question):
        return None
    for rule in rules():
        if rule.cue and rule.sets in SILENCE and (found := matched(rule, own, words)):
            return Done(found.act, NOWHERE)
    if own is SpeechAct.STATE and not _SAYING.search(words.cue):
        return Done(own, NOWHERE)  # `does not know` tells what he knows, not that he is silent
    known = word_list("speech_acts")["negated"]
    return Done(SpeechAct(known.get(own, SpeechAct.STATE)), NOWHERE)


def _without_entry(cue: str) -> SpeechAct:
    return SpeechAct.REPORT if cue.lower() in frame_words("agentless") else SpeechAct.STATE
