"""What a verb comes to in PLOVER's terms, with the words before it and the verbs behind it."""

from dataclasses import dataclass

from onrecord.extract.events.clauses import Verb
from onrecord.extract.events.frames import (
    Frame,
    asked_mode,
    frame_of,
    harms,
    operator_of,
    operator_words,
    threatened_mode,
)
from onrecord.extract.events.who import Around
from onrecord.record.events import EventAux, PloverEvent

NEAR = 14
"""Words behind a passive verb that are looked at."""
STATES = frozenset({"oppose", "prepare", "commit", "resolve", "decide", "set"})
VOWS = frozenset({"vow", "swear"})
WEAK = frozenset({"refuse", "demand"})
"""Operators that a frame with its noun outdoes: `[shunned] work`, `[pressed] charges`."""
ASKING = frozenset({"to", "for", "that"})
ASKED = 9
"""Words behind `ask` in which what is wanted begins."""
OPERATORS = {
    "threaten": PloverEvent.THREATEN,
    "promise": PloverEvent.AGREE,
    "refuse": PloverEvent.REJECT,
    "demand": PloverEvent.REQUEST,
}


@dataclass(frozen=True)
class Meant:
    """What a verb comes to, with those verbs behind it that it turns."""

    event: PloverEvent
    mode: str | None = None
    frame: Frame | None = None
    aux: tuple[EventAux, ...] = ()


class Meanings:
    """Reads what one verb of a sentence does."""

    def __init__(self, around: Around, verb: Verb) -> None:
        self.around, self.verb = around, verb
        self.behind = around.words[verb.place + 1 :]
        self.active = not verb.is_passive or self._is_state()

    def _is_state(self) -> bool:
        """Tell `is opposed to`, `is prepared to`, which nobody did to anybody."""
        follows = self.behind[:1] and self.behind[0].lower == "to"
        return bool(follows) and self.verb.word.lemma in STATES

    def tells(self) -> bool:
        """Tell whether the verb tells of something, and is no question and no silence."""
        verb, words = self.verb, self.around.words
        if not verb.is_told:
            return False
        if verb.is_infinitive:
            before = words[verb.opens - 1] if verb.opens else None
            return before is not None and before.lemma in operator_words("light")
        if verb.word.lemma in operator_words("asks"):
            return not ASKING.isdisjoint(word.lower for word in self.behind[:ASKED])
        silent = any(word.lemma in operator_words("silence") for word in self.behind[:2])
        return not (silent and operator_of(verb.word, self.behind) == "refuse")

    def meant(self) -> Meant | None:
        """Give what the verb comes to, None where it is no event."""
        operator = operator_of(self.verb.word, self.behind)
        frame = self._frame(self.verb)
        if self.verb.has("duty"):
            if "have" in self.verb.group:
                return None  # `should have been`: too late to ask
            return Meant(PloverEvent.REQUEST, asked_mode(frame, self.behind), frame)
        if operator and operator != "say" and not (frame and frame.nouns and operator in WEAK):
            return self._turned(operator)
        return self._done(frame) if frame else None

    def _turned(self, operator: str) -> Meant | None:
        inner = self._inner()
        lemma = self.verb.word.lemma
        if self.verb.is_negated:
            refuses = operator == "promise"
            return Meant(PloverEvent.REJECT, asked_mode(inner, self.behind)) if refuses else None
        if lemma in operator_words("command") and harms(inner) and inner:
            return Meant(inner.event, inner.mode, inner)
        if operator == "threaten":
            if lemma in VOWS and not harms(inner):
                return Meant(PloverEvent.AGREE, None, inner, (EventAux.FUTURE,))
            return Meant(PloverEvent.THREATEN, threatened_mode(inner), inner)
        if operator == "intend":
            return self._intended(inner) if inner else None
        mode = asked_mode(inner, self.behind) if operator in {"demand", "refuse"} else None
        aux = (EventAux.FUTURE,) if operator == "promise" else ()
        return Meant(OPERATORS[operator], mode, inner, aux)

    def _done(self, frame: Frame) -> Meant | None:
        """Give what a verb without one that turns it comes to, by the words before it."""
        verb = self.verb
        if verb.has("will") or verb.has("ready"):
            if verb.is_negated:
                refused = not harms(frame)
                mode = asked_mode(frame, self.behind)
                return Meant(PloverEvent.REJECT, mode, frame) if refused else None
            return self._intended(frame)
        if verb.is_negated:
            return None
        if verb.has("may"):
            if not harms(frame):
                return None
            hypothetical = (EventAux.HYPOTHETICAL,)
            return Meant(PloverEvent.THREATEN, threatened_mode(frame), frame, hypothetical)
        return Meant(frame.event, frame.mode, frame)

    def _intended(self, frame: Frame) -> Meant:
        """Give what an intention is: harm is a threat, a retreat to come a concession."""
        ahead = (EventAux.FUTURE,)
        if harms(frame):
            return Meant(PloverEvent.THREATEN, threatened_mode(frame), frame, ahead)
        if frame.event in {PloverEvent.RETREAT, PloverEvent.CONCEDE} and (
            self.verb.has("will") or self.verb.word.lemma == "decide"
        ):
            return Meant(PloverEvent.CONCEDE, None, frame, ahead)
        said = frame.event in {
            PloverEvent.REJECT, PloverEvent.ACCUSE, PloverEvent.REQUEST, PloverEvent.THREATEN
        }  # fmt: skip
        return Meant(frame.event if said else PloverEvent.AGREE, None, frame, ahead)

    def _frame(self, verb: Verb) -> Frame | None:
        words = self.around.words
        behind, before = words[verb.place + 1 :], words[verb.clause : verb.opens]
        if verb.is_passive:  # its noun stands before it
            return frame_of(verb.word, [*behind[:NEAR], *before], ())
        return frame_of(verb.word, behind, before)

    def _inner(self) -> Frame | None:
        """Give the frame of the first verb behind that does something."""
        behind = (
            self._frame(verb)
            for verb in self.around.verbs
            if verb.place > self.verb.place and verb.depth <= self.verb.depth
        )
        return next((frame for frame in behind if frame), None)
