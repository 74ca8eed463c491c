"""Reads last days that are set without a word for a deadline: `gave both until Friday to reply`."""

from collections.abc import Iterator, Sequence

from onrecord.extract.deadlines.acts import Acts
from onrecord.extract.deadlines.days import Days, due, place_of
from onrecord.extract.deadlines.told import Act, Told
from onrecord.extract.deadlines.vocabulary import first_with, is_unsure, verb_of, words_of
from onrecord.extract.language import Parsed, Sentence, Word
from onrecord.extract.parties import Chunk, Parties, Subjects, Windows
from onrecord.record import ActRequired, DeadlineStep, Span, TimeExpression

FOLLOWING = frozenset({"will", "would", "'ll", "’ll"})
ENDS = frozenset({",", ".", ";", "”", '"'})
NOT = frozenset({"not", "n't", "n’t", "never"})
NEAR = 8
"""Words behind `if` among which `not` stands: `if [the last of the crews were not] freed`."""
BEHIND = 16
"""Words behind a verb in which its date and its act stand."""


class Demands:
    """The demands of one document that have a last day."""

    def __init__(self, parsed: Parsed, parties: Parties, days: Days) -> None:
        self._parsed = parsed
        self._parties = parties
        self._days = days
        self._windows = Windows(parsed, parties)
        self._subjects = Subjects(parsed, parties)
        self._acts = Acts(parsed, parties, self._subjects)

    def read(self, sentence: Sentence) -> Iterator[Told]:
        """Give the last days that a sentence sets: given, threatened with, demanded."""
        words = self._parsed.of(sentence)
        yield from self._given(sentence, words)
        yield from self._threatened(sentence, words)
        yield from self._opening(sentence, words)
        yield from self._demanded(sentence, words)
        yield from self._taken(sentence, words)

    def _given(self, sentence: Sentence, words: Sequence[Word]) -> Iterator[Told]:
        """Give `gave the two sides until Friday to reply`."""
        for word in words:
            if word.lemma not in words_of("verbs", "give") or word.pos != "VERB":
                continue
            window = self._windows.around(sentence, Chunk(word.at, word.at + 1), verb=True)
            times = self._days.within(word.at, min(sentence.last, word.at + BEHIND))
            until = [t for t in times if self._days.word_before(t) in words_of("words", "until")]
            if not until or is_unsure(self._parsed, window, word):
                continue
            subject = self._subjects.of(window, word.at)
            setter = self._parties.of(subject) if subject else ()
            addressees = self._acts.object(word.at + 1, sentence, setter)
            act = self._acts.behind(word.at + 1, sentence.last)
            last = max(place_of(until[0]).end, act.span.end if act else 0)
            yield Told(
                rule="given",
                step=DeadlineStep.SET,
                evidence=Span(word.start, last),
                set_by=setter[0] if setter else None,
                addressees=addressees,
                act=act,
                due=due(until[0]),
                times=(until[0],),
                statement=window.statement,
                announced_on=window.statement.said_on if window.statement else None,
            )
            return

    def _threatened(self, sentence: Sentence, words: Sequence[Word]) -> Iterator[Told]:
        """Give `threatened to … if they do not leave by Friday`, `will … unless they leave`."""
        opener = next((w for w in words if w.lower in {"if", "unless"}), None)
        threat = first_with(words, "words", "threats") or self._foretold(words, opener)
        if threat is None or opener is None or opener.at < threat.at:
            return
        times = self._days.within(opener.at, min(sentence.last, opener.at + BEHIND))
        limit = [t for t in times if self._days.word_before(t) in words_of("words", "limits")]
        limit = limit or self._harm_by(threat, opener)
        if not limit:
            return
        window = self._windows.around(sentence, Chunk(threat.at, threat.at + 1), verb=True)
        subject = self._subjects.of(window, threat.at)
        setter = self._parties.of(subject) if subject else ()
        by = window.statement.actor_id if window.statement and threat.tag == "MD" else None
        if by and subject and self._parsed.words[subject.last - 1].pos != "PROPN":
            setter = (by,)  # `The army would move in, [the president] said`
        act = self._acts.behind(opener.at + 1, sentence.last)
        opens = "to" if threat.tag != "MD" else threat.lower
        told = next(
            (w for w in self._parsed.words[threat.at : opener.at] if w.lower == opens), None
        )
        day = place_of(limit[0])
        yield Told(
            rule="threatened",
            step=DeadlineStep.SET,
            evidence=Span(min(opener.start, day.start), max(opener.end, day.end)),
            set_by=setter[0] if setter else None,
            addressees=self._acts.object(opener.at + 1, sentence, ()),
            act=act,
            due=due(limit[0]),
            times=(limit[0],),
            consequence=Span(told.start, self._parsed.words[opener.at - 1].end) if told else None,
            statement=window.statement,
            announced_on=self._parties.said_on(threat),
        )

    def _harm_by(self, threat: Word, opener: Word) -> list[TimeExpression]:
        """Give the day of `threatened to restore sanctions [by the end of May] unless they act`."""
        if threat.lemma != "threaten":
            return []
        times = self._days.within(threat.at, opener.at)
        return [t for t in times if self._days.word_before(t) in words_of("words", "limits")]

    def _opening(self, sentence: Sentence, words: Sequence[Word]) -> Iterator[Told]:
        """Give `Unless they sign by Friday, the ports [will] close`: whoever says so sets it."""
        opener = next((w for w in words[:2] if w.lower in {"if", "unless"}), None)
        comma = next((w for w in words if opener and w.text == "," and w.at > opener.at), None)
        if opener is None or comma is None or not self._is_undone(opener):
            return
        times = self._days.within(opener.at, comma.at)
        limit = [t for t in times if self._days.word_before(t) in words_of("words", "limits")]
        behind = self._parsed.words[comma.at : sentence.last]
        modal = next((w for w in behind if w.tag == "MD" and w.lower in FOLLOWING), None)
        if not limit or modal is None or any(w.lower in NOT for w in behind[:NEAR]):
            return
        window = self._windows.around(sentence, Chunk(modal.at, modal.at + 1), verb=True)
        subject = self._subjects.of(window, modal.at)
        setter = self._parties.of(subject) if subject else ()
        by = window.statement.actor_id if window.statement else None
        last = next((w.at for w in behind[1:] if w.at > modal.at and w.text in ENDS), sentence.last)
        yield Told(
            rule="threatened",
            step=DeadlineStep.SET,
            evidence=Span(opener.start, place_of(limit[0]).end),
            set_by=by or (setter[0] if setter else None),
            addressees=self._acts.object(opener.at + 1, sentence, ()),
            act=self._acts.behind(opener.at + 1, comma.at),
            due=due(limit[0]),
            times=(limit[0],),
            consequence=Span(modal.start, self._parsed.words[last - 1].end),
            statement=window.statement,
            announced_on=window.statement.said_on if window.statement else None,
        )

    def _foretold(self, words: Sequence[Word], opener: Word | None) -> Word | None:
        """Give the modal verb of what will come `unless` something is done: `[will] close it`.

        `If` it is not done says the same.
        """
        if opener is None or not self._is_undone(opener):
            return None
        before = [word for word in words if word.at < opener.at]
        modal = next((w for w in before if w.tag == "MD" and w.lower in {"will", "would"}), None)
        if modal is None or any(word.lower in NOT for word in before):
            return None
        return modal

    def _is_undone(self, opener: Word) -> bool:
        """Tell `unless they leave` and `if they do not leave`, not `if they leave`."""
        behind = self._parsed.words[opener.at + 1 : opener.at + NEAR]
        return opener.lower == "unless" or any(
            word.lower in NOT or word.lemma == "fail" for word in behind
        )

    def _demanded(self, sentence: Sentence, words: Sequence[Word]) -> Iterator[Told]:
        """Give `expects the replies of both by Friday`, `an answer must be given until Friday`."""
        times = self._days.within(sentence.first, sentence.last)
        limit = [t for t in times if self._days.word_before(t) in words_of("words", "limits")]
        if not limit or due(limit[0]) == "":
            return
        must = next((w for w in words if self._is_must(w)), None)
        verb = must or verb_of(words, "demand")
        if verb is None or self._is_hypothetical(words) or self._is_own_plan(verb, must):
            return
        window = self._windows.around(sentence, Chunk(verb.at, verb.at + 1), verb=False)
        act = self._acts.asked_for(verb, sentence, place_of(limit[0]))
        if act is None or self._is_of_another(verb, limit[0]):
            return
        subject = None if must else self._subjects.of(window, verb.at)
        setter = self._parties.of(subject) if subject else ()
        if not setter and not must:
            return
        obliged = self._subjects.of(window, verb.at) if must else None
        who = self._parties.of_two(obliged, ()) if obliged else ()
        addressees = who or self._acts.of_whom(act, sentence, setter)
        spans = [act.span, place_of(limit[0])]
        yield Told(
            rule="demanded",
            step=DeadlineStep.NAMED,
            evidence=Span(min(s.start for s in spans), max(s.end for s in spans)),
            set_by=setter[0] if setter else None,
            addressees=addressees,
            act=act,
            due=due(limit[0]),
            times=(limit[0],),
            statement=window.statement,
        )

    def _taken(self, sentence: Sentence, words: Sequence[Word]) -> Iterator[Told]:
        """Give `comments, due on Monday, may now be sent in until Friday`: named, or moved."""
        for word in words:
            passive = [w.lower for w in self._parsed.words[max(word.at - 3, 0) : word.at]]
            allowed = "be" in passive and bool({"may", "can"} & set(passive))
            if word.tag != "VBN" or word.lemma not in words_of("words", "taken") or not allowed:
                continue
            times = self._days.within(sentence.first, sentence.last)
            new = [
                t
                for t in times
                if place_of(t).start > word.start
                and self._days.word_before(t) in words_of("words", "limits")
            ]
            if not new:
                continue
            old = [t for t in times if self._days.word_before(t) == "due"]
            window = self._windows.around(sentence, Chunk(word.at, word.at + 1), verb=True)
            statement = window.statement
            yield Told(
                rule="taken",
                step=DeadlineStep.EXTENDED if old else DeadlineStep.NAMED,
                evidence=Span(word.start, place_of(new[0]).end),
                set_by=statement.actor_id if statement else None,
                act=Act(ActRequired.SUBMIT, Span(word.start, word.end)),
                due=due(new[0]),
                times=(new[0],),
                moved_from=due(old[0]) if old else None,
                statement=statement,
                announced_on=statement.said_on if statement else None,
            )

    def _is_hypothetical(self, words: Sequence[Word]) -> bool:
        return any(w.lower in {"if", "whether"} for w in words)

    def _is_of_another(self, verb: Word, limit: TimeExpression) -> bool:
        """Tell that another clause comes before a day: `must leave, and a force [will] come by`."""
        last = self._parsed.word_at(place_of(limit).start).at
        between = self._parsed.words[verb.at + 1 : last]
        joint = next((word.at for word in between if word.pos == "CCONJ"), last)
        return any(word.tag in {"MD", "VBD", "VBZ", "VBP"} for word in between if word.at > joint)

    def _is_must(self, word: Word) -> bool:
        """Tell `must` and `have to`."""
        behind = self._parsed.words[word.at + 1 : word.at + 2]
        obliged = word.lemma in words_of("words", "obliged") and bool(behind)
        return word.lower == "must" or (obliged and behind[0].lower == "to")

    def _is_own_plan(self, verb: Word, must: Word | None) -> bool:
        """Tell `wants to finish by Friday`, which he sets himself, from `expects to receive`."""
        behind = self._parsed.words[verb.at + 1 : verb.at + 3]
        plans = must is None and bool(behind) and behind[0].lower == "to"
        return plans and behind[-1].lemma not in words_of("words", "receiving")
