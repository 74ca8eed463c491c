"""Meetings that are told and denied in one text."""

from onrecord.extract.language import Parsed
from onrecord.extract.meetings.triggers import Trigger
from onrecord.extract.meetings.vocabulary import words_of
from onrecord.extract.parties import Window
from onrecord.record import SpeechAct, Statement

BEFORE = 12
"""Words before a clause in which `despite reports that` stands."""
NEAR = 4
"""Words before a noun in which `following his` tells that it is no matter of the denial."""
SHORT = 8
"""Words of an answer that denies the question: `I deny this.`"""


def is_disputed(parsed: Parsed, trigger: Trigger, window: Window) -> bool:
    """Tell whether the text itself sets a denial against what it tells.

    `Despite reports that …`; a statement that denies it; an answer `I deny this` in the next
    sentence.
    """
    statement = window.statement
    before = parsed.words[max(window.first, trigger.first - BEFORE) : trigger.first]
    aside = any(w.lower in words_of("status", "behind") for w in before[-NEAR:])
    if statement and _is_denial(statement) and not aside:
        return True
    first = max(window.sentence.first, window.first - BEFORE)
    text = " ".join(word.lower for word in parsed.words[first : trigger.first])
    if any(phrase in text for phrase in words_of("status", "against")):
        return True
    return _is_denied_next(parsed, window)


def _is_denial(statement: Statement) -> bool:
    """Tell a statement whose cue denies all that it tells: `denied that they had met`.

    Of one that only holds a denial (`I would meet her. She has not asked.`) the rest stands.
    """
    cue = statement.cue.exact.lower() if statement.cue else ""
    denies = any(stem in cue for stem in words_of("status", "denying"))
    return statement.speech_act is SpeechAct.DENY and denies


def _is_denied_next(parsed: Parsed, window: Window) -> bool:
    at = window.sentence.at + 1
    if at >= len(parsed.sentences):
        return False
    words = parsed.of(parsed.sentences[at])
    place = next((i for i, word in enumerate(words[:SHORT]) if word.lemma == "deny"), None)
    if place is None or place + 1 >= len(words):
        return False
    after = words[place + 2] if place + 2 < len(words) else None
    ends = after is None or not after.lower[:1].isalnum()  # `denied that it had …` goes on
    return ends and words[place + 1].lower in {"this", "that", "it"}
