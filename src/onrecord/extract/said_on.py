"""When a statement was made, from the words around its cue."""

from collections.abc import Sequence

from onrecord.extract.findings import Attribution
from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed
from onrecord.extract.speakers import SpokenBy
from onrecord.extract.times import CueTense, Dated, SaidOn, SaidOnClues, said_on
from onrecord.extract.timing import published_day
from onrecord.record import Document, ParagraphKind, Span, TimeExpression, TimeType

PARTICIPLES = frozenset({"VBG"})
AUTHORS_OWN = frozenset({"unclear"})
"""Rules whose statements are the reporter's own voice."""


class Utterances:
    """Dates the statements of one document, in text order; remembers each speaker's last day."""

    def __init__(self, document: Document, parsed: Parsed, times: Sequence[TimeExpression]) -> None:
        self.published = published_day(document)
        self.parsed = parsed
        kept = (time for time in times if time.anchor.clean_start is not None)
        self._times = Intervals(kept, _clean)
        self._last: dict[str, SaidOn] = {}

    def said_on(self, item: Attribution, by: SpokenBy | None) -> SaidOn:
        """Give the day of an utterance in EDTF with the rule and the words that gave it."""
        name = by.speaker.name if by and by.speaker else None
        previous = self._last.get(name) if name else None
        clues = SaidOnClues(
            published=self.published,
            tense=self._tense(item),
            dated=tuple(self._dated(item)),
            previous=previous.edtf if previous else None,
            by_author=item.rule in AUTHORS_OWN,
        )
        result = said_on(clues)
        if name and clues.dated:
            self._last[name] = result
        return result

    def in_headline(self, item: Attribution) -> bool:
        """Tell whether a statement stands in the headline: its day is then that of the body's."""
        sentence = self.sentence_at(item.first)
        return self.parsed.sentences[sentence].kind is ParagraphKind.HEADLINE

    def sentence_at(self, place: int) -> int:
        """Give the sentence of a place in the clean text."""
        return self.parsed.word_at(place).sentence

    def _tense(self, item: Attribution) -> CueTense:
        """Give the tense of the cue's words."""
        if self.in_headline(item):
            return CueTense.NONE  # headlines are written in the present, whenever it was said
        words = self.parsed.within(item.cue) if item.cue else ()
        tags = {word.tag for word in words}
        perfect = any(word.lower in {"has", "have"} and word.dep == "aux" for word in words)
        if perfect:
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
        return [Dated(time.anchor.exact, time.edtf, time.rule) for time in near]

    def _clause(self, frame: Span, item: Attribution) -> Span:
        """Give the stretch around the cue: its sentence, widened to the source's."""
        first = self.parsed.sentences[self.sentence_at(frame.start)]
        span = self.parsed.span(first)
        if item.source:
            other = self.parsed.span(self.parsed.sentences[self.sentence_at(item.source.start)])
            span = Span(min(span.start, other.start), max(span.end, other.end))
        return span


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _clean(time: TimeExpression) -> Span:
    anchor = time.anchor
    assert anchor.clean_start is not None
    assert anchor.clean_end is not None
    return Span(anchor.clean_start, anchor.clean_end)
