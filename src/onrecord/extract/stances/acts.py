"""Stances of statements by what is done in them, where no words of the content decide it."""

from onrecord.extract.matters import Matter
from onrecord.extract.stances.ground import Ground, clean
from onrecord.record import ObjectKind, Span, SpeechAct, StanceValue, Statement

VALUES = {
    SpeechAct.CRITICISE: StanceValue.PARTIAL_OBJECTION,
    SpeechAct.CONCERN: StanceValue.PARTIAL_OBJECTION,
    SpeechAct.WARN: StanceValue.PARTIAL_OBJECTION,
    SpeechAct.ENDORSE: StanceValue.ACCEPT,
}
"""Rule 8: criticism and concern are objections to a part unless the words say more."""
OPENING = 30
"""Code points at the start of what is said in which its theme stands."""
TEXTS = frozenset({ObjectKind.PROPOSAL, ObjectKind.PROVISION})


def by_act(ground: Ground, statement: Statement) -> tuple[StanceValue, Matter] | None:
    """Give the stance that a statement's speech act makes of its theme, if it is a text or a point.

    `warned that the plan would cost jobs` objects to the plan; `warned Norway against the plan`
    does not say so.
    """
    value = VALUES.get(statement.speech_act)
    if value is None or not statement.content:
        return None
    places = [clean(statement.content[0])]
    if statement.speech_act in {SpeechAct.WARN, SpeechAct.CONCERN} and statement.cue:
        cue = clean(statement.cue)
        sentences = ground.parsed.sentences
        sentence = ground.parsed.word_at(cue.start).sentence if cue else 0
        places.append(ground.parsed.span(sentences[sentence]) if cue else None)
    for place in places:
        if place:
            near = ground.matters.within(Span(place.start, min(place.end, place.start + OPENING)))
            theme = next((matter for matter in near if matter.kind in TEXTS), None)
            if theme:
                return value, theme
    return None
