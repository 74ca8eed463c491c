"""The meetings of one document."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from onrecord.extract.language import Sentence
from onrecord.extract.meetings.circumstances import Circumstances, When, Where
from onrecord.extract.meetings.disputes import is_disputed
from onrecord.extract.meetings.kinds import Kinds
from onrecord.extract.meetings.media import occasions
from onrecord.extract.meetings.outcomes import outcomes
from onrecord.extract.meetings.people import Cast, People
from onrecord.extract.meetings.reading import Clause, meeting_in
from onrecord.extract.meetings.status import Progress
from onrecord.extract.meetings.together import joined, together
from onrecord.extract.meetings.told import Told, stretch
from onrecord.extract.meetings.tracks import track_in
from onrecord.extract.meetings.triggers import BE, DRAFT, HOST, LED, NOUN, Trigger, triggers
from onrecord.extract.meetings.vocabulary import words_of
from onrecord.extract.parties import Chunk, Parties, Window, Windows
from onrecord.extract.timing import published_day
from onrecord.record import (
    Meeting,
    MeetingStatus,
    Provenance,
    Span,
    TimeExpression,
    Track,
    identify,
)
from onrecord.record.meetings import AHEAD

RULES = ("meetings", "1")
"""Name and version of these rules, as the provenance of what they find tells it."""

MOST = 40
"""Words for meetings of one sentence that are looked at: hostile text may hold thousands."""
OBJECT = 6
"""Words beside a verb among which the text stands that is drafted."""
DEFINITE = 3
"""Words before a noun among which its article stands: `the third round of talks`."""
CHANGES = frozenset({MeetingStatus.CANCELLED, MeetingStatus.POSTPONED, MeetingStatus.UNDER_WAY})
"""What a later clause may tell of a meeting without naming it again."""


class Meetings:
    """Finds what one document says of meetings."""

    def __init__(self, parties: Parties, times: Sequence[TimeExpression]) -> None:
        self._parties = parties
        self._ground = parties.ground
        self._parsed = parties.ground.parsed
        self._published = published_day(parties.ground.document)
        self._windows = Windows(self._parsed, parties)
        self._people = People(self._parsed, parties)
        self._kinds = Kinds(self._parsed, parties)
        self._circumstances = Circumstances(self._parsed, parties, times)
        self._progress = Progress(self._parsed, self._published)

    def find(self) -> tuple[Meeting, ...]:
        """Give the meetings in text order, each once with all that the document says of it."""
        told = [*self._told(), *occasions(self._parties, self._circumstances)]
        made = [self._meeting(each) for each in together(told)]
        return tuple(sorted(made, key=lambda meeting: meeting.evidence[0].start))

    def _told(self) -> Iterator[Told]:
        for sentence in self._parsed.sentences:
            found: list[Told] = []
            for trigger in islice(triggers(self._parsed.of(sentence)), MOST):
                told = self._read(sentence, trigger)
                if told and found and self._goes_on(found[-1], told):
                    both = stretch([*found[-1].evidence, *told.evidence])
                    found[-1] = replace(joined(found[-1], told), evidence=(both,))
                elif told:
                    found.append(told)
            yield from found

    def _goes_on(self, before: Told, told: Told) -> bool:
        """Tell whether two triggers tell of one meeting: `travel to Oslo … to meet with Lee`."""
        one, other = stretch(before.evidence), stretch(told.evidence)
        between = self._parsed.within(Span(one.end, max(one.end, other.start)))
        purpose = any(word.lower == "to" for word in between[-3:]) and before.rule == "go"
        return one.meets(other) or purpose

    def _read(self, sentence: Sentence, trigger: Trigger) -> Told | None:
        window = self._windows.around(
            sentence, Chunk(trigger.first, trigger.last), verb=trigger.kind != NOUN
        )
        cast = self._people.of(trigger, window)
        where = self._circumstances.where(trigger, window)
        when = self._circumstances.when(trigger, window)
        status = self._progress.of(trigger, window, when.edtf if when else None)
        if when is None and status in AHEAD:
            when = self._circumstances.ahead(trigger, window)
        clause = Clause(
            trigger=trigger,
            cast=cast,
            where=where,
            when=when,
            status=status,
            definite=self._is_definite(trigger),
            again=self._words_before(trigger, 1) == ["the"],
            expected=self._is_expected(trigger),
            drafts=trigger.kind == DRAFT and self._is_of_text(trigger, window),
        )
        whole = meeting_in(clause, self._kinds, self._parties)
        if whole is None or (status is None and not whole.bare):
            return None
        over = status not in AHEAD
        came_out = tuple(outcomes(self._parsed, window, trigger)) if over else ()
        if whole.bare and not came_out and not self._adds(whole, status, trigger):
            return None
        if status and is_disputed(self._parsed, trigger, window):
            status = MeetingStatus.REPORTED_DISPUTED
        host = cast.actors[0] if trigger.kind == HOST and cast.actors else None
        return replace(
            whole,
            status=status,
            evidence=(self._evidence(trigger, cast, where, when),),
            host=host,
            when=self._bounded(when, status, window, bare=whole.bare),
            agenda=tuple(self._circumstances.agenda(window, trigger)),
            outcome=came_out,
            statement=window.statement,
        )

    def _is_definite(self, trigger: Trigger) -> bool:
        """Tell `the talks`, `these meetings`: they were told of before."""
        before = self._words_before(trigger, DEFINITE)
        return bool({"the", "these", "those", "this"} & set(before))

    def _words_before(self, trigger: Trigger, count: int) -> list[str]:
        before = self._parsed.words[max(trigger.first - count, 0) : trigger.first]
        return [word.lower for word in before]

    def _is_expected(self, trigger: Trigger) -> bool:
        """Tell `is expected in Oslo`, which is said of visitors only."""
        return trigger.kind == BE and self._parsed.words[trigger.first].lemma == "expect"

    def _is_of_text(self, trigger: Trigger, window: Window) -> bool:
        """Tell whether a text is drafted: behind the verb, or before its `that`."""
        words, texts = self._parsed.words, words_of("objects", "texts")
        behind = words[trigger.last : min(window.last, trigger.last + OBJECT)]
        before = words[max(window.sentence.first, window.first - OBJECT) : window.first]
        relative = bool(before) and before[-1].lower in {"that", "which"}
        return any(w.lemma in texts for w in behind) or (
            relative and any(w.lemma in texts for w in before)
        )

    def _adds(self, told: Told, status: MeetingStatus | None, trigger: Trigger) -> bool:
        """Tell whether a clause that only goes on from another adds anything."""
        if trigger.kind == LED:
            return bool(told.participants) and self._people.leads_a_team(trigger)
        return (bool(told.participants) and status is not None) or status in CHANGES

    def _bounded(
        self, when: When | None, status: MeetingStatus | None, window: Window, *, bare: bool
    ) -> When | None:
        """Give the time; what is over was before publication, what is going on is of its day."""
        if when or bare or self._published is None:
            return when
        if status is MeetingStatus.UNDER_WAY:
            return self._circumstances.stamped(window) or When(str(self._published), ())
        over = status in {MeetingStatus.HELD, MeetingStatus.REPORTED_DISPUTED}
        if over and (stamp := self._circumstances.stamped(window)):
            return stamp
        return When(f"[..{self._published}]", ()) if over else None

    def _evidence(
        self, trigger: Trigger, cast: Cast, where: Where | None, when: When | None
    ) -> Span:
        """Give the stretch from who meets to the last word that tells of it."""
        words = self._parsed.words
        chunks = [Span(words[c.first].start, words[c.last - 1].end) for c in cast.chunks]
        if cast.subject:
            chunks.append(Span(words[cast.subject.first].start, words[cast.subject.last - 1].end))
        places = [where.span] if where else []
        times = [
            Span(time.anchor.clean_start or 0, time.anchor.clean_end or 0)
            for time in (when.times if when else ())
        ]
        own = Span(words[trigger.first].start, words[trigger.last - 1].end)
        return stretch([own, *chunks, *places, *times])

    def _meeting(self, told: Told) -> Meeting:
        ground = self._ground
        evidence = tuple(ground.anchor(span) for span in told.evidence)
        spans = [[anchor.start, anchor.end] for anchor in evidence[:1]]
        places = told.where
        return Meeting(
            meeting_id=identify("mtg", ground.document.doc_id, told.type, spans),
            doc_id=ground.document.doc_id,
            type=told.type,
            status=told.status or MeetingStatus.HELD,
            evidence=evidence,
            provenance=Provenance(*RULES, rule_id=f"meeting:{told.rule}"),
            track=self._track(told),
            participants=told.participants,
            host=told.host,
            place=places.name if places else None,
            place_words=ground.anchor(places.span) if places else None,
            date=told.when.edtf if told.when else None,
            date_words=tuple(time.anchor for time in (told.when.times if told.when else ())),
            agenda=tuple(ground.anchor(span) for span in told.agenda),
            outcome=tuple(ground.anchor(span) for span in told.outcome),
            told_by=told.statement.actor_id if told.statement else None,
            statements=(told.statement.statement_id,) if told.statement else (),
            reported_on=ground.document.published_on,
        )

    def _track(self, told: Told) -> Track | None:
        if not told.type.negotiates:
            return None
        sentence = self._parsed.sentences[self._parsed.word_at(told.first).sentence]
        named = track_in(self._parsed.text[slice(*self._parsed.span(sentence))])
        return named or (Track.OFFICIAL if told.official else None)
