"""The part of a sentence around the words for a meeting that tells of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.language import Parsed, Sentence
from onrecord.extract.meetings.triggers import NOUN, Trigger
from onrecord.extract.parties import Parties
from onrecord.extract.stances import Said
from onrecord.record import Statement

REACH = 28
"""Words on each side of a trigger that are looked at: clauses are shorter."""
RUNS_ON = 10
"""Words behind a noun that may go on after the end of what was said."""
STOPS = frozenset({";", ":", "—"})
CLAUSES = frozenset({"that", "because", "although", "though", "whereas", "whether", "if", "while"})
ONWARD = frozenset({"who", "whose", "which", "where", "when", "but", "before", "after"})
SAYS = frozenset({"say", "tell", "ask", "add", "describe", "warn", "insist", "deny", "announce"})


@dataclass(frozen=True, slots=True)
class Window:
    """Words of one clause around a trigger, `[first, last)` of the document.

    `statement` is the one in whose content it stands, None in the reporter's own words. `frame` is
    a statement that the words of the sentence outside the clause report, for its speaker.
    """

    sentence: Sentence
    first: int
    last: int
    statement: Statement | None


class Windows:
    """Cuts sentences of one document into windows."""

    def __init__(self, parsed: Parsed, parties: Parties) -> None:
        self._parsed = parsed
        self._parties = parties
        self._layers: dict[int, list[Statement | None]] = {}

    def around(self, sentence: Sentence, trigger: Trigger) -> Window:
        """Give the window of a trigger in its sentence."""
        layers = self._of(sentence)
        own = layers[trigger.first - sentence.first]
        first = self._left(sentence, trigger, layers, own)
        last = self._right(sentence, trigger, layers, own)
        return Window(sentence, first, last, own)

    def _of(self, sentence: Sentence) -> list[Statement | None]:
        """Give in whose content each word of a sentence stands."""
        if sentence.at not in self._layers:
            said = [self._parties.sayings.at(word.start) for word in self._parsed.of(sentence)]
            self._layers[sentence.at] = [_layer(each) for each in said]
        return self._layers[sentence.at]

    def _left(
        self,
        sentence: Sentence,
        trigger: Trigger,
        layers: Sequence[Statement | None],
        own: Statement | None,
    ) -> int:
        at = trigger.first
        while at > max(sentence.first, trigger.first - REACH):
            word = self._parsed.words[at - 1]
            if word.text in STOPS or (word.lower in CLAUSES and word.tag in {"IN", "WDT"}):
                break
            if not _same(layers[at - 1 - sentence.first], own):
                break
            at -= 1
        return at

    def _right(
        self,
        sentence: Sentence,
        trigger: Trigger,
        layers: Sequence[Statement | None],
        own: Statement | None,
    ) -> int:
        at = trigger.last
        onward = ONWARD - {"which", "where", "when"} if trigger.kind == NOUN else ONWARD
        while at < min(sentence.last, trigger.last + REACH):
            word = self._parsed.words[at]
            if word.text in STOPS or word.lower in CLAUSES or word.lower in onward:
                break
            if not _same(layers[at - sentence.first], own) and not self._runs_on(at, trigger):
                break
            if self._is_next_clause(at, trigger):
                break
            at += 1
        return at

    def _runs_on(self, at: int, trigger: Trigger) -> bool:
        """Tell whether a place or time of a noun goes on behind what was said: `[in Oslo]`."""
        words = self._parsed.words[trigger.last : at + 1]
        plain_ = all(w.pos not in {"VERB", "AUX", "PUNCT"} for w in words)
        return trigger.kind == NOUN and plain_ and len(words) <= RUNS_ON

    def _is_next_clause(self, at: int, trigger: Trigger) -> bool:
        """Tell whether a verb at a place belongs to another clause: `, [said] Lee`, `and [vowed]`.

        A noun for a meeting may be the subject of the verbs behind it.
        """
        words = self._parsed.words
        word, before = words[at], words[at - 1]
        if word.tag not in {"VBD", "VBZ", "VBP", "MD"}:
            return False
        if word.lemma in SAYS:
            return True
        joined = before.text == "," or before.lower == "and"
        return joined and trigger.kind != NOUN


def _same(one: Statement | None, other: Statement | None) -> bool:
    return (one.statement_id if one else None) == (other.statement_id if other else None)


def _layer(said: Said | None) -> Statement | None:
    """Give the statement in whose content a word stands.

    A cue that nobody utters is part of what it tells (`teams [are expected] to meet`), and the
    content of an intention part of its clause (`agreed [to meet Lee]`).
    """
    if said is None:
        return None
    statement = said.statement
    if said.by_cue:
        return None if statement.source else statement
    return None if statement.content[0].exact.lower().startswith("to ") else statement
