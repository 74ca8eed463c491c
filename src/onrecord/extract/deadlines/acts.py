"""What must be done by a deadline, and by whom."""

from collections.abc import Sequence

from onrecord.extract.deadlines.told import Act
from onrecord.extract.deadlines.vocabulary import act_of
from onrecord.extract.language import Parsed, Sentence, Word
from onrecord.extract.parties import Chunk, Parties, Subjects, Window
from onrecord.record import Span

REACH = 18
"""Words behind a place in which the act stands."""
OBJECT = 6
"""Words behind the verb of an act that belong to it: `accept [his administration's plan]`."""
PHASES = frozenset({"begin", "start", "continue"})
"""Verbs behind which the act itself stands: `begin to leave`."""


class Acts:
    """Finds what deadlines ask for in one document."""

    def __init__(self, parsed: Parsed, parties: Parties, subjects: Subjects) -> None:
        self._parsed = parsed
        self._parties = parties
        self._subjects = subjects

    def behind(self, first: int, last: int) -> Act | None:
        """Give the first act named in the words `[first, last)`: `to reply`, `for an answer`."""
        for word in self._parsed.words[first : min(last, first + REACH)]:
            if word.lemma in PHASES:
                continue
            if code := act_of(word):
                return Act(code, self._span(word, last))
        return None

    def _span(self, word: Word, last: int) -> Span:
        """Give the words of an act: its verb and the object behind it."""
        end = word.end
        for following in self._parsed.words[word.at + 1 : min(last, word.at + 1 + OBJECT)]:
            if following.pos in {"PUNCT", "ADP", "CCONJ", "SCONJ", "VERB", "AUX"}:
                break
            end = following.end
        return Span(word.start, end)

    def asked(self, first: int, window: Window) -> tuple[tuple[str, ...], Act | None]:
        """Give who is to do what behind a noun: `for [Ukraine] to [accept] it`."""
        last = min(window.last, first + REACH)
        act = self.behind(first, last)
        chunks = self._parties.chunks(window.sentence)
        for chunk in chunks:
            before = self._parsed.words[chunk.first - 1] if chunk.first else None
            if first <= chunk.first < last and before and before.lower == "for":
                joined = self._subjects.joined_right(chunk, chunks)
                found = [actor for each in joined for actor in self._parties.of(each)]
                if found:
                    return tuple(dict.fromkeys(found)), act
        return (), act

    def object(self, first: int, sentence: Sentence, setter: Sequence[str]) -> tuple[str, ...]:
        """Give the actors of the noun phrase that begins at a place: `gave [both sides]`."""
        chunks = self._parties.chunks(sentence)
        start = next((c for c in chunks if c.first >= first), None)
        if start is None or start.first > first + 1:
            return ()
        joined = self._subjects.joined_right(start, chunks)
        found = [a for each in joined for a in self._parties.of_two(each, setter)]
        return tuple(dict.fromkeys(found))

    def asked_for(self, verb: Word, sentence: Sentence, limit: Span) -> Act | None:
        """Give the act that a demand names before its last day, or behind it."""
        for word in self._parsed.words[verb.at + 1 : sentence.last]:
            if word.start >= limit.end + REACH * 4:
                return None
            if word.lemma not in PHASES and (code := act_of(word)):
                return Act(code, self._span(word, sentence.last))
        words = self._parsed.words[sentence.first : verb.at]
        nouns = [w for w in words if w.pos == "NOUN" and act_of(w)]
        code = act_of(nouns[-1]) if nouns else None
        return Act(code, Span(nouns[-1].start, nouns[-1].end)) if code else None

    def of_whom(self, act: Act, sentence: Sentence, setter: Sequence[str]) -> tuple[str, ...]:
        """Give from whom it is asked: `the replies of [both governments]`, `from [Norway]`."""
        chunks = self._parties.chunks(sentence)
        for chunk in chunks:
            words = self._parsed.words
            before = words[chunk.first - 1].lower if chunk.first else ""
            if words[chunk.first].start >= act.span.start and before in {"of", "from"}:
                found = self._parties.of_two(Chunk(*chunk), setter)
                if found:
                    return found
        return ()
