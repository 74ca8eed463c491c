"""Reads when something ends by itself, `the truce expires on Friday`, or was made to go on."""

from collections.abc import Iterator, Sequence
from itertools import islice

from onrecord.extract.deadlines.days import Days, due, place_of
from onrecord.extract.deadlines.told import Told
from onrecord.extract.deadlines.vocabulary import is_unsure, words_of
from onrecord.extract.language import FINITE, Parsed, Sentence, Word
from onrecord.extract.parties import Chunk, Parties, Subjects, Window, Windows
from onrecord.record import DeadlineStep, Span, TimeExpression

BEHIND = 12
"""Words behind a verb among which its day stands: `will expire [at midnight on Friday]`."""
MOST = 20
"""Verbs of one sentence that are looked at: hostile text may hold thousands."""
BEFORE = 6
"""Words before a verb among which its auxiliaries stand."""
LEADING = frozenset({"on", "at", "in", "this", "next", "by", "of", "the", "out", "midnight"})
"""Small words that lead from a verb to the day on which something ends."""
UNTIL = frozenset({"until", "till", "to", "through"})
TAKEN_BACK = frozenset({"if", "whether", "could", "may", "might", "not", "n't", "n’t", "never"})
RELATIVE = frozenset({"which", "that"})


class Expiries:
    """What ends on a day by itself, or was made to go on until another, in one document."""

    def __init__(self, parsed: Parsed, parties: Parties, days: Days) -> None:
        self._parsed = parsed
        self._parties = parties
        self._days = days
        self._windows = Windows(parsed, parties)
        self._subjects = Subjects(parsed, parties)

    def read(self, sentence: Sentence) -> Iterator[Told]:
        """Give what a sentence says will end, or was extended, each with its day."""
        told = words_of("verbs", "lapse") | words_of("verbs", "prolong")
        verbs = (word for word in self._parsed.of(sentence) if word.lemma in told)
        for verb in islice(verbs, MOST):
            if not verb.tag.startswith("VB"):
                continue
            if verb.lemma in words_of("verbs", "lapse") and self._lies_ahead(verb):
                yield from self._ending(sentence, verb)
            elif verb.lemma in words_of("verbs", "prolong"):
                yield from self._extended(sentence, verb)

    def _ending(self, sentence: Sentence, verb: Word) -> Iterator[Told]:
        """Give `a ban on duties [expires on 30 June]`."""
        window = self._windows.around(sentence, Chunk(verb.at, verb.at + 1), verb=True)
        subject, day = self._what(sentence, verb), self._day(verb, sentence.last)
        if subject is None or day is None or not self._ends(subject, verb):
            return
        yield Told(
            rule="lapses",
            step=DeadlineStep.NAMED,
            evidence=Span(self._parsed.words[subject.first].start, place_of(day).end),
            due=due(day),
            times=(day,),
            statement=window.statement,
        )

    def _extended(self, sentence: Sentence, verb: Word) -> Iterator[Told]:
        """Give `agreed to [extend the truce until 3 June]`, `the ban [was extended to May]`."""
        window = self._windows.around(sentence, Chunk(verb.at, verb.at + 1), verb=True)
        times = self._days.within(verb.at, min(sentence.last, verb.at + BEHIND))
        new = [time for time in times if self._days.word_before(time) in UNTIL]
        passive = any(word.lemma == "be" for word in self._parsed.words[verb.at - 2 : verb.at])
        what = self._what(sentence, verb) if passive else self._object(sentence, verb)
        if not new or what is None or is_unsure(self._parsed, window, verb):
            return
        if verb.tag not in {"VBD", "VBN", "VB"}:
            return
        first = what.first if passive else verb.at
        yield Told(
            rule="prolonged",
            step=DeadlineStep.EXTENDED,
            evidence=Span(self._parsed.words[first].start, place_of(new[0]).end),
            set_by=None if passive else self._by(window, verb),
            due=due(new[0]),
            times=(new[0],),
            statement=window.statement,
            announced_on=window.statement.said_on if window.statement else None,
        )

    def _by(self, window: Window, verb: Word) -> str | None:
        """Give whose deed it is, None where that is not one alone."""
        subject = self._subjects.of(window, verb.at)
        found = self._parties.of(subject) if subject else ()
        return found[0] if len(found) == 1 else None

    def _lies_ahead(self, verb: Word) -> bool:
        """Tell `expires`, `will run out`, `is due to expire` from `expired` and `may expire`."""
        behind = self._parsed.words[verb.at + 1 : verb.at + 2]
        if verb.lemma == "run" and [word.lower for word in behind] != ["out"]:
            return False
        first = self._parsed.sentences[verb.sentence].first
        before = self._parsed.words[max(first, verb.at - BEFORE) : verb.at]
        if any(word.lower in TAKEN_BACK for word in before):
            return False
        return verb.tag in {"VBZ", "VBP"} or (verb.tag == "VB" and self._is_foretold(before))

    def _is_foretold(self, before: Sequence[Word]) -> bool:
        """Tell `[will] expire`, `[is due to] expire`."""
        lowers = [word.lower for word in before[-3:]]
        modal = bool({"will", "would"} & set(lowers))
        return modal or (lowers[-1:] == ["to"] and bool({"due", "set", "scheduled"} & set(lowers)))

    def _day(self, verb: Word, last: int) -> TimeExpression | None:
        """Give the first day behind the verb, where only small words lead to it."""
        for time in self._days.within(verb.at + 1, min(last, verb.at + BEHIND)):
            at = self._parsed.word_at(place_of(time).start).at
            between = self._parsed.words[verb.at + 1 : at]
            if all(word.lower in LEADING or word.pos == "NUM" for word in between):
                return time
        return None

    def _what(self, sentence: Sentence, verb: Word) -> Chunk | None:
        """Give what lapses: before the verb, past what describes it: `[a ban] on such duties`."""
        for chunk in reversed(self._parties.chunks(sentence)):
            between = self._parsed.words[chunk.last : verb.at]
            if [w.pos for w in between[:2]] == ["VERB", "ADP"]:
                between = between[1:]  # `the truce [agreed] in May`
            told = [w for w in between if w.tag in FINITE and w.pos == "VERB"]
            relative = any(w.lower in RELATIVE for w in between[:2])
            if chunk.last > verb.at or (told and not relative):
                continue
            if self._is_lapsing(chunk):
                return chunk
        return None

    def _object(self, sentence: Sentence, verb: Word) -> Chunk | None:
        """Give what is extended: the noun phrase directly behind the verb."""
        behind = (c for c in self._parties.chunks(sentence) if c.first > verb.at)
        first = next(behind, None)
        near = first is not None and first.first == verb.at + 1
        return first if first and near and self._is_lapsing(first) else None

    def _is_lapsing(self, chunk: Chunk) -> bool:
        """Tell a truce, a ban or a mandate from what ends otherwise: talks, a war, a speech."""
        return self._parsed.words[chunk.last - 1].lemma in words_of("nouns", "lapsing")

    def _ends(self, what: Chunk, verb: Word) -> bool:
        """Tell what ends because it was agreed so: a truce, not any deal."""
        head = self._parsed.words[what.last - 1]
        return verb.lemma != "end" or head.lemma in words_of("nouns", "limited")
