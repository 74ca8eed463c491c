"""Reads the clauses around a word for a deadline: they set, move, meet or name it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from onrecord.extract.deadlines.acts import Acts
from onrecord.extract.deadlines.days import ARTICLES, PASSED, Days, due, place_of
from onrecord.extract.deadlines.demands import Demands
from onrecord.extract.deadlines.expiries import Expiries
from onrecord.extract.deadlines.told import Told
from onrecord.extract.deadlines.vocabulary import first_with, is_unsure, verb_of, words_of
from onrecord.extract.language import Parsed, Sentence, Word
from onrecord.extract.parties import Chunk, Parties, Subjects, Window, Windows
from onrecord.extract.stances import clean
from onrecord.record import DeadlineStep, Span, TimeExpression

NEAR = 8
"""Words before a noun among which its verb stands: `has been forced to extend the deadline`."""
OWN = 4
"""Words before a noun that belong to it: `the Trump administration's Friday deadline`."""
BEHIND = 16
"""Words behind a noun in which its date and its act stand."""


class Clauses:
    """The clauses of one document that tell of deadlines."""

    def __init__(self, parsed: Parsed, parties: Parties, days: Days) -> None:
        self._parsed = parsed
        self._parties = parties
        self._days = days
        self._windows = Windows(parsed, parties)
        self._subjects = Subjects(parsed, parties)
        self._acts = Acts(parsed, parties, self._subjects)
        self._demands = Demands(parsed, parties, days)
        self._expiries = Expiries(parsed, parties, days)

    def read(self, sentence: Sentence) -> Iterator[Told]:
        """Give what a sentence tells of deadlines."""
        words = self._parsed.of(sentence)
        named = [word for word in words if word.pos in {"NOUN", "PROPN"} and self._is_named(word)]
        for noun in named[:2]:
            window = self._windows.around(sentence, Chunk(noun.at, noun.at + 1), verb=False)
            if told := self._of_noun(noun, window):
                yield told
        if not named:
            yield from self._demands.read(sentence)
            yield from self._expiries.read(sentence)

    def _is_named(self, word: Word) -> bool:
        """Tell `deadline`, and the second word of `time limit`."""
        if word.lemma in words_of("nouns", "deadline"):
            return True
        before = self._parsed.words[word.at - 1] if word.at else word
        return word.lemma == "limit" and before.lemma in words_of("words", "time")

    def _of_noun(self, noun: Word, window: Window) -> Told | None:
        before = self._parsed.words[max(window.first, noun.at - NEAR) : noun.at]
        behind = self._parsed.words[noun.at + 1 : min(window.last, noun.at + 1 + BEHIND)]
        if noun.tag in {"NNS", "NNPS"} and not verb_of(before, "set"):
            return None
        if done := self._done(noun, window, before, behind):
            return done
        verb = verb_of(before, "extend") or verb_of(behind[:NEAR], "extend")
        if verb and (moved := self._extended(noun, window, verb)):
            return moved
        plays = verb is not None or self._parsed.of(window.sentence)[-1].text == "?"
        return self._named(noun, window, before, plays=plays)

    def _done(
        self, noun: Word, window: Window, before: Sequence[Word], behind: Sequence[Word]
    ) -> Told | None:
        """Give that a deadline was met, missed or withdrawn, where the words assert it."""
        for step, near in (
            (DeadlineStep.MET, before),
            (DeadlineStep.MISSED, (*before, *behind[:OWN])),
            (DeadlineStep.WITHDRAWN, before),
        ):
            verb = verb_of(near, NAMES[step])
            if (
                verb
                and self._governs(verb, noun)
                and self._is_told(verb)
                and not is_unsure(self._parsed, window, verb)
            ):
                return self._step(step, noun, window, verb)
        link = before[-2:]
        early = [w for w in link if w.lower == "before"]
        times = self._days.within(window.first, noun.at)
        past = any(w.tag == "VBD" for w in self._parsed.words[window.first : noun.at])
        if early and self._is_span(early[0]) and past and times:
            told = self._step(DeadlineStep.MET, noun, window, None)
            return replace(told, due=due(times[-1]), times=(times[-1],))
        return None

    def _governs(self, verb: Word, noun: Word) -> bool:
        """Tell `met [their Friday] deadline` from `met [ahead of a] deadline`."""
        between = self._parsed.words[verb.at + 1 : noun.at]
        return all(word.tag not in {"IN", "TO"} and word.pos != "VERB" for word in between)

    def _is_told(self, verb: Word) -> bool:
        """Tell a past verb, or `they failed to agree, [missing] the deadline`."""
        if verb.tag in {"VBD", "VBN"}:
            return True
        lead = self._parsed.words[max(verb.at - 1, 0)]
        first = self._parsed.sentences[verb.sentence].first
        past = any(word.tag == "VBD" for word in self._parsed.words[first : verb.at])
        return verb.tag == "VBG" and lead.text == "," and past

    def _is_span(self, link: Word) -> bool:
        """Tell `forty minutes before [the deadline]` from `before the deadline`."""
        lead = self._parsed.words[max(link.at - 1, 0)]
        return lead.lemma in {"second", "minute", "hour", "day", "week"}

    def _step(self, step: DeadlineStep, noun: Word, window: Window, verb: Word | None) -> Told:
        """Give a step that ends or moves a deadline, with the date of its noun phrase if any."""
        lead = verb.at + 1 if verb and verb.at < noun.at else window.first
        own = self._days.within(max(lead, noun.at - OWN), noun.at)
        own = own or self._behind(noun, window, ARTICLES, FIXED)[:1]
        first = verb.start if verb else self._parsed.words[max(window.first, noun.at - OWN)].start
        start = min(first, noun.start)
        subject = self._subjects.of(window, verb.at) if verb else None
        setter = self._parties.of(subject) if subject else ()
        withdrawn = step is DeadlineStep.WITHDRAWN
        return Told(
            set_by=setter[0] if setter and withdrawn else None,
            rule=str(step),
            step=step,
            evidence=Span(start, max(noun.end, verb.end if verb else 0)),
            due=due(own[-1]) if own else None,
            times=tuple(own[-1:]),
            statement=window.statement,
        )

    def _extended(self, noun: Word, window: Window, verb: Word) -> Told | None:
        """Give an extension: somebody has moved it, and the new date is named."""
        if is_unsure(self._parsed, window, verb):
            return None
        last = min(self._sentence_end(window), noun.at + BEHIND + NEAR)
        times = self._days.within(max(window.first, noun.at - OWN), last)
        new = [t for t in times if self._days.word_before(t) in {"to", "until", "till"}]
        if not new:
            return None
        old = [t for t in times if self._days.word_before(t) == "from"]
        subject = self._subjects.of(window, verb.at) if verb.at < noun.at else None
        setter = self._speaker(subject, window) or (self._parties.of(subject) if subject else ())
        act = self._acts.behind(noun.at + 1, window.last)
        start = self._parsed.words[subject.first].start if subject else min(verb.start, noun.start)
        return Told(
            rule="extended",
            step=DeadlineStep.EXTENDED,
            evidence=Span(start, max(place_of(new[0]).end, noun.end, verb.end)),
            set_by=setter[0] if setter else None,
            act=act,
            due=due(new[0]),
            times=(new[0],),
            moved_from=due(old[0]) if old else None,
            statement=window.statement,
            announced_on=self._announced(window),
        )

    def _speaker(self, subject: Chunk | None, window: Window) -> tuple[str, ...]:
        """Give who says it where its subject is his words: `[the Minister] of Trade of Norland`."""
        told = window.statement
        if subject is None or told is None or told.source is None or told.actor_id is None:
            return ()
        own, source = self._parsed.words[subject.first], clean(told.source.anchor)
        return (told.actor_id,) if source and source.start <= own.start < source.end else ()

    def _sentence_end(self, window: Window) -> int:
        """Give the end of the clause, past a content that was cut short."""
        return max(window.last, min(window.sentence.last, window.last + OWN))

    def _announced(self, window: Window) -> str | None:
        statement = window.statement
        return statement.said_on if statement else None

    def _named(
        self, noun: Word, window: Window, before: Sequence[Word], *, plays: bool
    ) -> Told | None:
        """Give a deadline that is set, or only named; a hypothetical one is none.

        Where the sentence only plays with another day, that day is not the deadline's.
        """
        verb = verb_of(before, "set")
        near = self._parsed.words[window.sentence.first : noun.at]
        if first_with(near, "words", "hypothetical") and not self._own_times(noun, window):
            return None
        setting = verb is not None and not is_unsure(self._parsed, window, verb)
        times = self._own_times(noun, window)
        if plays and times and place_of(times[0]).start > noun.start:
            return None
        setter = self._setter(noun, window, verb if setting else None)
        if not times and not setter:
            return None
        addressees, act = self._acts.asked(noun.at + 1, window)
        spans = [Span(noun.start, noun.end), *(place_of(t) for t in times)]
        spans += [act.span] if act else []
        start = verb.start if verb and setting else min(span.start for span in spans)
        return Told(
            rule="set" if setting else "named",
            step=DeadlineStep.SET if setting else DeadlineStep.NAMED,
            evidence=Span(start, max(span.end for span in spans)),
            set_by=setter,
            addressees=addressees,
            act=act,
            due=due(times[0]) if times else None,
            times=tuple(times[:1]),
            statement=window.statement,
            announced_on=self._announced(window) if setting else None,
        )

    def _own_times(self, noun: Word, window: Window) -> list[TimeExpression]:
        """Give the date of a deadline: behind it (`of Friday`, `is 14 May`), or before it."""
        near = self._behind(noun, window, PASSED, LINKS)
        own = self._days.within(max(window.first, noun.at - OWN), noun.at)
        when = self._days.within(window.sentence.first, noun.at) if near or own else []
        ends = self._expires(noun, window)
        return near or own or ([] if when else ends)

    def _behind(
        self, noun: Word, window: Window, past: Collection[str], links: Collection[str]
    ) -> list[TimeExpression]:
        """Give the dates behind the noun that one of these words ties to it, past some others."""
        dates = self._days.within(noun.at + 1, min(window.last, noun.at + 1 + BEHIND))
        return [time for time in dates if self._days.word_before(time, past) in links]

    def _expires(self, noun: Word, window: Window) -> list[TimeExpression]:
        """Give the date of `before [the end of the month], when the deadline expires`."""
        behind = self._parsed.words[noun.at + 1 : noun.at + 4]
        ends = first_with(behind, "verbs", "missed")
        before = self._parsed.words[max(window.sentence.first, noun.at - NEAR) : noun.at]
        if ends is None or not any(word.lower == "when" for word in before):
            return []
        return self._days.within(window.sentence.first, noun.at)[-1:]

    def _setter(self, noun: Word, window: Window, verb: Word | None) -> str | None:
        """Give who set it: the verb's subject, the owner, or to whom it belongs."""
        if verb and (subject := self._subjects.of(window, verb.at)):
            found = self._parties.of(subject)
            return found[0] if found else None
        chunks = self._parties.chunks(window.sentence)
        own = next((c for c in chunks if c.first <= noun.at < c.last), None)
        words = self._parsed.words[own.first : noun.at] if own else ()
        mark = next((w for w in words if w.tag == "POS"), None)
        if own and mark and own.first < mark.at:  # in `Friday's deadline` a time stands before it
            owners = self._parties.of(Chunk(own.first, mark.at))
            return owners[0] if owners else None
        if words and words[0].tag == "PRP$":
            return self._parties.pronoun(words[0])
        return self._belongs(noun, chunks)

    def _belongs(self, noun: Word, chunks: Sequence[Chunk]) -> str | None:
        behind = self._parsed.words[noun.at + 1 : noun.at + 3]
        if [w.lemma for w in behind] not in (["belong", "to"], ["set", "by"]):
            return self._who_set(noun, chunks)
        owner = next((c for c in chunks if c.first == noun.at + 3), None)
        found = self._parties.of(owner) if owner else ()
        return found[0] if found else None

    def _who_set(self, noun: Word, chunks: Sequence[Chunk]) -> str | None:
        """Give who set it in a relative clause: `the deadline [he] has set for Friday`."""
        owner = next((c for c in chunks if c.first == noun.at + 1), None)
        if owner is None:
            return None
        verbs = self._parsed.words[owner.last : owner.last + 2]
        found = self._parties.of(owner) if verb_of(verbs, "set") else ()
        return found[0] if found else None


NAMES = {
    DeadlineStep.MET: "met",
    DeadlineStep.MISSED: "missed",
    DeadlineStep.WITHDRAWN: "withdraw",
}
LINKS = frozenset(
    {"of", "is", "for", "on", "at", "as", "until", "by", "was", "to", "with", "deadline"}
)
"""Words before the date of a deadline: `a deadline [of] Friday`, `the deadline [is] 14 May`."""
FIXED = frozenset({"of", "for", "until"})
"""Those before the date of one that is over: it was met `[on] Friday`, a deadline `[of] Friday`."""
