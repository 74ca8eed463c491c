"""When a statement was made, from the words around its cue."""

from collections.abc import Sequence

from onrecord.extract.findings import Attribution
from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed, Word
from onrecord.extract.sourcing import is_authorial
from onrecord.extract.speakers import Speaker, SpokenBy
from onrecord.extract.times import CueTense, Dated, SaidOn, SaidOnClues, said_on
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
NEWS_DAYS = 4
"""Days before publication on which a daily's news was made; the lead's day is the story's."""


class Utterances:
    """Dates the statements of one document, in text order; remembers each speaker's last day."""

    def __init__(self, document: Document, parsed: Parsed, times: Sequence[TimeExpression]) -> None:
        self.published = published_day(document)
        self.parsed = parsed
        kept = (time for time in times if time.anchor.clean_start is not None)
        self._times = Intervals(kept, _clean)
        self._stamps = {
            time.anchor.paragraph: time for time in self._times.items if time.rule == STAMP
        }
        self._last: dict[str, str | None] = {}
        self._lead: str | None = None

    def said_on(self, item: Attribution, by: SpokenBy | None) -> SaidOn:
        """Give the day of an utterance in EDTF with the rule and the words that gave it."""
        speaker = by.speaker if by else None
        previous = self._last.get(speaker.name) if speaker else None
        openly = speaker is not None and _speaks_openly(speaker)
        clues = SaidOnClues(
            published=self.published,
            tense=self._tense(item),
            dated=tuple(self._dated(item)),
            previous=previous,
            by_author=item.source is None and is_authorial(self._cue(item)),
            lead=self._lead if openly else None,
        )
        result = said_on(clues)
        if speaker and clues.dated and self._is_news(result.edtf, clues.tense):
            self._last[speaker.name] = result.edtf
            self._lead = self._lead or result.edtf
        return result

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
        if _is_perfect(words):
            return CueTense.PERFECT
        if tags & {"VBZ", "VBP"} and not tags & {"VBD"}:
            return CueTense.PRESENT
        return CueTense.PAST if tags & {"VBD", "VBN"} else CueTense.NONE

    def _dated(self, item: Attribution) -> list[Dated]:
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
        ]
        near.sort(key=lambda time: _distance(_clean(time), frame))
        near += [stamp] if (stamp := self._stamps.get(self._paragraph(frame))) else []
        return [Dated(time.anchor.exact, _day(time.edtf), time.rule) for time in near]

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


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _day(edtf: str | None) -> str | None:
    """Give the day of a time of day."""
    return edtf[:10] if edtf and "T" in edtf and "/" not in edtf else edtf


def _clean(time: TimeExpression) -> Span:
    anchor = time.anchor
    assert anchor.clean_start is not None
    assert anchor.clean_end is not None
    return Span(anchor.clean_start, anchor.clean_end)
