"""When a statement was made, from the words around its cue."""

from collections.abc import Sequence
from datetime import date

from onrecord.extract.findings import Attribution
from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed, Word
from onrecord.extract.occasions import (
    NEWS_DAYS,
    interview_day,
    is_bound,
    is_release,
    past_day,
    story_day,
)
from onrecord.extract.other_cues import Others, distance
from onrecord.extract.sourcing import is_authorial
from onrecord.extract.speakers import Speaker, SpokenBy
from onrecord.extract.time_clauses import (
    dates_another_verb,
    describes_a_noun,
    goes_on_from_perfect,
    in_relative_clause,
)
from onrecord.extract.times import CueTense, Dated, SaidOn, SaidOnClues, said_on, usable
from onrecord.extract.timing import STAMP, published_day
from onrecord.record import (
    ActorSchema,
    Document,
    ParagraphKind,
    Span,
    TimeExpression,
    TimeType,
)
from onrecord.record.edtf import bounds

PERFECT = frozenset({"has", "have", "had", "'s", "’s", "'ve", "’ve"})


QUOTES = frozenset("\"“‘«„'")
CONTINUES = frozenset({"add", "continue", "conclude"})
"""Verbs that go on from the statement before."""
GOES_ON = "no date beside the cue: goes on from the statement before it"


class Utterances:
    """Dates the statements of one document, in text order; remembers each speaker's last day.

    `dates` are the clean spans of the times that date statements.
    """

    def __init__(
        self,
        document: Document,
        parsed: Parsed,
        times: Sequence[TimeExpression],
        found: Sequence[Attribution] = (),
    ) -> None:
        self.published = published_day(document)
        self.parsed = parsed
        kept = (time for time in times if time.anchor.clean_start is not None)
        self._times = Intervals(kept, _clean)
        self._stamps = {
            time.anchor.paragraph: time for time in self._times.items if time.rule == STAMP
        }
        self._others = Others(parsed, found)
        self._interview = interview_day(parsed, self._times.items, found, self.published)
        self._release = self.published if is_release(document.clean_text) else None
        self._story = self._interview or story_day(parsed, self._times.items, self.published)
        self.dates: set[Span] = set()
        self._last: dict[str, str | None] = {}
        self._lead: str | None = None
        self._latest: tuple[int, str | None] = (-1, None)
        self._in_paragraph: tuple[int, str | None] = (-1, None)

    def said_on(self, item: Attribution, by: SpokenBy | None) -> SaidOn:
        """Give the day of an utterance in EDTF with the rule and the words that gave it."""
        speaker = by.speaker if by else None
        tense = self._tense(item)
        near = self._dated(item, tense)
        clues = SaidOnClues(
            published=self._anchor(item),
            tense=tense,
            dated=tuple(Dated(time.anchor.exact, _day(time.edtf), time.rule) for time in near),
            previous=self._told_before(item, speaker),
            by_author=item.source is None and is_authorial(self._cue(item)),
            lead=self._lead if speaker and self._is_led(item, speaker) else None,
            since=self._since(item, tense),
            occasion=self._interview if self._cue(item) == ":" else self._release,
        )
        self.dates |= {_clean(time) for time in near if usable(_day(time.edtf), self.published)}
        result = self._goes_on_from(item) or said_on(clues)
        self._latest = (self._paragraph(item.content[0]), result.edtf)
        if clues.dated and self._is_news(result.edtf, tense):
            self._remember(item, speaker, result.edtf)
        return result

    def _remember(self, item: Attribution, speaker: Speaker | None, edtf: str | None) -> None:
        """Keep a day that the text names: of the speaker, of the paragraph, of the article."""
        self._in_paragraph = (self._paragraph(item.content[0]), edtf)
        if speaker:
            self._last[speaker.name] = edtf
            if not self._came_before(item):
                self._lead = self._lead or edtf

    def _came_before(self, item: Attribution) -> bool:
        """Tell `his remarks came after [Lee] told …`: said before the news, which it dates not."""
        return item.source is not None and self._before(item.source) in {"after", "before"}

    def _told_before(self, item: Attribution, speaker: Speaker | None) -> str | None:
        """Give the day of the speaker's last dated statement, else of the paragraph's.

        `Asked on Monday, the ministry refused to comment. “Never,” said a spokesman.` A look back
        behind the news that the article leads with dates its own statement only.
        """
        own = self._last.get(speaker.name) if speaker else None
        paragraph, edtf = self._in_paragraph
        here = paragraph == self._paragraph(item.content[0]) and self._opens_with_quote(item)
        return own or (edtf if here and edtf and edtf >= (self._lead or "") else None)

    def _opens_with_quote(self, item: Attribution) -> bool:
        """Tell `“Never,” said a spokesman`: the words that the sentence before tells of."""
        first = item.content[0].start
        return self.parsed.text[first : first + 1] in QUOTES and item.first == first

    def _goes_on_from(self, item: Attribution) -> SaidOn | None:
        """Give the day of the statement before it in the paragraph for `added`, `went on`."""
        paragraph, edtf = self._latest
        lemmas = {word.lemma for word in self.parsed.within(item.cue)} if item.cue else set()
        here = paragraph == self._paragraph(item.content[0])
        if not here or not edtf or not lemmas & CONTINUES or self._tense(item) is not CueTense.PAST:
            return None
        return None if self._dated(item, CueTense.PAST) else SaidOn(edtf, GOES_ON)

    def _anchor(self, item: Attribution) -> date | None:
        """Give the day up to which it was said: of publication, inside an interview of that."""
        inside = self._interview and self._others.turn_around(item)
        return self._interview if inside else self.published

    def _is_led(self, item: Attribution, speaker: Speaker) -> bool:
        """Tell whether the day that the article leads with may date a statement.

        Not beside an interview, not of people without a name, not in a relative clause.
        """
        aside = self._interview is not None or in_relative_clause(self.parsed, item.cue)
        return _speaks_openly(speaker) and not aside and not self._is_noun(item)

    def _is_noun(self, item: Attribution) -> bool:
        """Tell `according to`, `its fears that`: a cue that is no verb tells no tense."""
        words = self.parsed.within(item.cue) if item.cue else ()
        verb = any(word.tag.startswith("V") or word.lower.endswith("ed") for word in words)
        spoken = self._cue(item) == ":" or self.in_headline(item)
        return not spoken and (not verb or any(word.lower == "according" for word in words))

    def _is_news(self, edtf: str | None, tense: CueTense) -> bool:
        """Tell the day of the news from that of a look back: `in April she had sworn`."""
        if edtf is None or self.published is None or tense is CueTense.PERFECT:
            return False
        first, last = bounds(edtf)
        recent = first is not None and (self.published - first).days <= NEWS_DAYS
        return recent and last is not None and first == last

    def in_headline(self, item: Attribution) -> bool:
        """Tell whether a statement stands in the headline: its day is then that of the body's."""
        sentence = self.sentence_at(item.first)
        return self.parsed.sentences[sentence].kind is ParagraphKind.HEADLINE

    def sentence_at(self, place: int) -> int:
        """Give the sentence of a place in the clean text."""
        return self.parsed.word_at(place).sentence

    def _cue(self, item: Attribution) -> str:
        return self.parsed.text[item.cue.start : item.cue.end] if item.cue else ""

    def _tense(self, item: Attribution) -> CueTense:
        """Give the tense of the cue's words."""
        if self.in_headline(item):
            return CueTense.NONE  # headlines are written in the present, whenever it was said
        words = self.parsed.within(item.cue) if item.cue else ()
        tags = {word.tag for word in words}
        if _is_perfect(words) or (item.cue and goes_on_from_perfect(self.parsed, item.cue)):
            return CueTense.PERFECT
        if tags & {"VBZ", "VBP"} and not tags & {"VBD"}:
            return CueTense.PRESENT
        return CueTense.PAST if tags & {"VBD", "VBN"} else CueTense.NONE

    def _dated(self, item: Attribution, tense: CueTense) -> list[TimeExpression]:
        """Give the dates in the sentences of the cue, outside what was said, nearest first."""
        frame = item.cue or item.source
        if frame is None:
            return []
        clause = self._clause(frame, item)
        near = [
            time
            for time in self._times.meeting(clause)
            if time.type in {TimeType.DATE, TimeType.TIME}
            and clause.holds(_clean(time))
            and not any(part.meets(_clean(time)) for part in item.content)
            and self._of_cue(time, item)
        ]
        if tense is CueTense.PRESENT:  # `newspapers write` is no news of last March
            near = [time for time in near if self._is_news(_day(time.edtf), tense)]
        near.sort(key=lambda time: distance(_clean(time), frame))
        near += [stamp] if (stamp := self._stamps.get(self._paragraph(frame))) else []
        return near

    def _of_cue(self, time: TimeExpression, item: Attribution) -> bool:
        """Tell whether a time says when the cue's verb was: not `now`, not `since 1998`.

        Nor the time of another verb in the sentence, nor of what another speaker says.
        """
        place, edtf = _clean(time), time.edtf or ""
        if (
            edtf.endswith("~")
            or time.anchor.exact == "recent"
            or is_bound(self._before(place))
            or self._goes_on(time)
        ):
            return False
        if describes_a_noun(self.parsed, place, item.cue):
            return False
        another = dates_another_verb(self.parsed, place, item.cue)
        return not another and not self._others.closer(place, item)

    def _goes_on(self, time: TimeExpression) -> bool:
        """Tell whether it is the end of a period not over: `before the end of the month`."""
        last = bounds(time.edtf)[1] if time.edtf and time.mod in {"END", "MID"} else None
        return last is not None and self.published is not None and last > self.published

    def _before(self, place: Span) -> str:
        """Give the word before a time, in small letters."""
        at = self.parsed.word_at(place.start).at
        return self.parsed.words[at - 1].lower if at else ""

    def _since(self, item: Attribution, tense: CueTense) -> date | None:
        """Give the latest day that its content tells of.

        In the past tense also the day of its paragraph before it, or that of the story: the news
        goes on from there. A present (`analysts believe`) may be older than the news.
        """
        stretches = list(item.content)
        if tense is CueTense.PAST:
            paragraph = self.parsed.paragraphs[self._paragraph(item.content[0])]
            stretches.append(Span(paragraph.start, max(item.first, paragraph.start)))
        days = [day for at in stretches for day in self._days(at)]
        goes_on = tense is CueTense.PAST and not (self._lead and not self._interview)
        return max(days, default=self._story if goes_on else None)

    def _days(self, span: Span) -> list[date]:
        """Give the days up to publication that are named in a stretch."""
        inside = (time for time in self._times.meeting(span) if span.holds(_clean(time)))
        return [day for time in inside if (day := past_day(time, self.published))]

    def _paragraph(self, span: Span) -> int:
        return self.parsed.sentences[self.sentence_at(span.start)].paragraph

    def _clause(self, frame: Span, item: Attribution) -> Span:
        """Give the stretch around the cue: its sentence, widened to the source's."""
        first = self.parsed.sentences[self.sentence_at(frame.start)]
        span = self.parsed.span(first)
        if item.source:
            other = self.parsed.span(self.parsed.sentences[self.sentence_at(item.source.start)])
            span = Span(min(span.start, other.start), max(span.end, other.end))
        return span


def _is_perfect(words: Sequence[Word]) -> bool:
    """Tell `has said` and `had long maintained`: a form of `have` before a past participle."""
    haves = (place for place, word in enumerate(words) if word.lower in PERFECT)
    first = next(haves, len(words))
    return any(word.tag == "VBN" for word in words[first:])


def _speaks_openly(speaker: Speaker) -> bool:
    """Tell whether a speaker is named, so that a daily's lead dates what it says without a date."""
    named = {ActorSchema.PERSON, ActorSchema.PUBLIC_BODY, ActorSchema.ORGANIZATION}
    return speaker.schema in named and not speaker.media


def _day(edtf: str | None) -> str | None:
    """Give the day of a time of day."""
    return edtf[:10] if edtf and "T" in edtf and "/" not in edtf else edtf


def _clean(time: TimeExpression) -> Span:
    anchor = time.anchor
    assert anchor.clean_start is not None
    assert anchor.clean_end is not None
    return Span(anchor.clean_start, anchor.clean_end)
