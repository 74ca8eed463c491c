"""Where and when a meeting is, and about what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed, Word
from onrecord.extract.meetings.triggers import GO, INVITE, NOUN, Trigger
from onrecord.extract.meetings.vocabulary import words_of
from onrecord.extract.parties import Chunk, Parties, Window
from onrecord.extract.stances import clean
from onrecord.extract.timing import STAMP, published_day
from onrecord.record import Span, TimeExpression, TimeRole, TimeType
from onrecord.record.edtf import bounds

DAYS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "2": 2,
    "3": 3,
    "4": 4,
    "5": 5,
    "6": 6,
}
LATER, UNITS = re.compile(r"P([1-9]\d?)([DWM])"), {"D": 1, "W": 7, "M": 30}
"""Spans of time, as TIMEX3 writes them, after which a meeting is to be, and their days."""
JOURNEY = 3
"""Words from a day to the noun: `arrived on Monday [morning for talks]`."""
LASTED = 6
"""Words before a noun in which stands that it ends days of it: `ended two days of [talks]`."""
AT = frozenset({"in", "at", "near", "outside", "inside"})
BOUNDS = frozenset({"since", "until", "till", "by", "before", "after"})
NEAR_NOUN = 12
"""Words behind a noun in which its place and time stand, where no verb of its own follows."""
OWNED, INSIDE = 4, frozenset({"ADJ", "NOUN", "PROPN"})
"""What stands between a time and its noun: `Tuesday's third round of [talks]`."""
ABOUT = frozenset({"about", "on", "over", "concerning", "regarding"})


@dataclass(frozen=True, slots=True)
class Where:
    """A place: its name as printed, and the stretch of its words."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class When:
    """A time in EDTF, and the expressions that gave it."""

    edtf: str
    times: tuple[TimeExpression, ...]


class Circumstances:
    """Finds place, time and matter of the meetings of one document."""

    def __init__(self, parsed: Parsed, parties: Parties, times: Sequence[TimeExpression]) -> None:
        self._parsed = parsed
        self._parties = parties
        dated = (
            time
            for time in times
            if time.type in {TimeType.DATE, TimeType.TIME}
            and time.edtf
            and time.function is None
            and time.rule != STAMP
            and clean(time.anchor)
        )
        self._times = Intervals(dated, _span)
        spans = (time for time in times if time.type is TimeType.DURATION and clean(time.anchor))
        self._spans = Intervals(spans, _span)
        self._published = published_day(parties.ground.document)
        stamps = {t.anchor.paragraph: t for t in times if t.rule == STAMP and t.edtf}
        self._stamps = stamps

    def where(self, trigger: Trigger, window: Window) -> Where | None:
        """Give the place of a meeting, None where none is named beside it."""
        chunks = [
            c
            for c in self._parties.chunks(window.sentence)
            if window.first <= c.first and c.last <= window.last
        ]
        behind = [c for c in chunks if c.first >= trigger.last]
        for chunk in behind:
            if self._is_at(chunk, trigger) and (name := self._place(chunk)):
                return self._widened(name, chunk, chunks)
        own = next((c for c in chunks if c.first < trigger.first < c.last), None)
        if own and trigger.kind == NOUN and (found := self._before_noun(own, trigger)):
            return found
        for chunk in chunks:
            opens = chunk.last <= trigger.first and chunk.first - window.sentence.first <= 2
            if opens and self._is_at(chunk, trigger) and (name := self._place(chunk)):
                return self._widened(name, chunk, chunks)
        return None

    def behind(self, span: Span) -> Where | None:
        """Give the place named directly behind a stretch: `a press conference [in Oslo]`."""
        last = self._parsed.word_at(span.end - 1)
        sentence = self._parsed.sentences[last.sentence]
        for chunk in self._parties.chunks(sentence):
            if chunk.first == last.at + 2 and self._parsed.words[last.at + 1].lower in AT:
                return self._place(chunk)
        return None

    def _is_at(self, chunk: Chunk, trigger: Trigger) -> bool:
        """Tell whether a preposition of place stands before a noun phrase; `visit` needs none."""
        before = self._parsed.words[chunk.first - 1] if chunk.first else None
        if before is None:
            return False
        going = trigger.kind in {GO, INVITE} or (
            trigger.kind == NOUN and trigger.type == "envoy_visit"
        )
        direct = trigger.kind == GO and chunk.first == trigger.last
        return before.lower in AT or (going and before.lower == "to") or direct

    def _place(self, chunk: Chunk) -> Where | None:
        """Give the place that a noun phrase names: its last words with capitals, no person."""
        words = self._parsed.words[chunk.first : chunk.last]
        if words and words[-1].tag == "POS":
            return None
        names: list[Word] = []
        for word in reversed(words):
            if word.pos != "PROPN" or not word.text[:1].isupper():
                break
            names.insert(0, word)
        if not names or names[0].entity in {"DATE", "TIME", "MONEY"}:
            return None
        span = Span(names[0].start, names[-1].end)
        mention = self._parties.ground.named.get(span.end)
        person = mention is not None and self._parties.is_person(mention.actor_id)
        if person or (names[-1].entity == "PERSON" and len(names) > 1):
            return None
        return Where(self._parsed.text[span.start : span.end], span)

    def _widened(self, found: Where, chunk: Chunk, chunks: Sequence[Chunk]) -> Where:
        """Give `Geneva, Switzerland` for `Geneva` where the country stands behind a comma."""
        following = next((c for c in chunks if c.first == chunk.last + 1), None)
        if following is None or self._parsed.words[chunk.last].text != ",":
            return found
        words = self._parsed.words[following.first : following.last]
        if any(word.entity not in {"GPE", "LOC"} for word in words):
            return found
        span = Span(found.span.start, words[-1].end)
        return Where(self._parsed.text[span.start : span.end], span)

    def _before_noun(self, chunk: Chunk, trigger: Trigger) -> Where | None:
        """Give the place in `the Geneva talks`: a name that stands at a place elsewhere."""
        for word in reversed(self._parsed.words[chunk.first : trigger.first]):
            if word.lower in self._parties.cast.places and word.text[:1].isupper():
                return Where(word.text, Span(word.start, word.end))
        return None

    def when(self, trigger: Trigger, window: Window) -> When | None:
        """Give the time of a meeting, None where none is named beside it."""
        span = self._stretch(window.first, window.last)
        near = [time for time in self._times.meeting(span) if self._fits(time, trigger, window)]
        if from_to := self._from_to(near, window):
            return from_to
        place = self._parsed.words[trigger.first].start
        behind = [time for time in near if _span(time).start >= place]
        before = [time for time in near if _span(time).start < place]
        found = behind[:1] or self._leading(before, trigger, window)
        return self._days_of(found[0], trigger) if found else None

    def ahead(self, trigger: Trigger, window: Window) -> When | None:
        """Give about when it is: `will meet again [in two weeks]`, not `the first talks in weeks`.

        Counted from the day of publication, None where that is not known.
        """
        for time in self._spans.meeting(self._stretch(window.first, window.last)):
            at = self._parsed.word_at(_span(time).start).at
            before = self._parsed.words[max(at - 2, window.first) : at]
            counted = LATER.fullmatch(time.timex_value or "")
            if self._published is None or counted is None or len(before) < 2:
                continue
            if before[1].lower != "in" or before[0].at < trigger.last:
                continue
            days = int(counted[1]) * UNITS[counted[2]]
            return When(f"{self._published + timedelta(days)}~", (time,))
        return None

    def _days_of(self, time: TimeExpression, trigger: Trigger) -> When:
        """Give the day of a time, or its days: `on 1 [and 2 May]`, `ended two days of talks on`."""
        day = _day(time.edtf or "")
        last = _one_day(day)
        before = self._parsed.words[: self._parsed.word_at(_span(time).start).at][-2:]
        if last and len(before) > 1 and before[1].lower in {"and", "-", "–"}:
            first = before[0].text
            if first.isdecimal() and int(first) == last.day - 1:
                return When(f"{last - timedelta(1)}/{day}", (time,))
        if last and (days := self._length(trigger)):
            return When(f"{last - timedelta(days - 1)}/{day}", (time,))
        return When(day, (time,))

    def _length(self, trigger: Trigger) -> int | None:
        """Give for how many days a meeting went on that `ended two days of [talks]`."""
        before = self._parsed.words[max(trigger.first - LASTED, 0) : trigger.first]
        lowers = [word.lower for word in before]
        if lowers[-2:] != ["days", "of"] or not words_of("occasions", "ends") & {
            word.lemma for word in before
        }:
            return None
        return DAYS.get(lowers[-3]) if len(lowers) > 2 else None

    def _leading(
        self, before: Sequence[TimeExpression], trigger: Trigger, window: Window
    ) -> list[TimeExpression]:
        """Give a time that opens the clause or stands directly before: `Tuesday's talks`."""
        found = []
        for time in before:
            at = self._parsed.word_at(_span(time).start).at
            end = self._parsed.word_at(_span(time).end - 1).at
            opens = at - window.first <= 1 or at - window.sentence.first <= 1
            between = self._parsed.words[end + 1 : trigger.first]
            owns = len(between) <= OWNED and all(w.pos in INSIDE or w.tag == "POS" for w in between)
            link = self._parsed.words[max(trigger.first - 1, 0)]
            journey = link.lower == "for" and trigger.first - end <= JOURNEY
            if opens or owns or journey:
                found.append(time)
        return found[-1:]

    def _stretch(self, first: int, last: int) -> Span:
        return Span(self._parsed.words[first].start, self._parsed.words[last - 1].end)

    def _fits(self, time: TimeExpression, trigger: Trigger, window: Window) -> bool:
        """Tell whether a time is the meeting's: no bound, no day of an utterance, not too far."""
        at = self._parsed.word_at(_span(time).start)
        before = self._parsed.words[at.at - 1].lower if at.at else ""
        if before in BOUNDS or (time.edtf or "").endswith("~"):
            return False
        if time.role is TimeRole.SAID and window.statement is None:
            return self._parsed.words[trigger.first].start > _span(time).end
        behind = self._parsed.words[trigger.last : trigger.last + 1]
        subject = bool(behind) and behind[0].pos in {"VERB", "AUX"}
        far = trigger.kind == NOUN and not subject and at.at - trigger.last > NEAR_NOUN
        return not far

    def _from_to(self, near: Sequence[TimeExpression], window: Window) -> When | None:
        """Give the days from `began on 20 April` to `ended two days later`."""
        words = self._parsed.words[window.first : window.last]
        begun = next((w for w in words if w.lemma in words_of("occasions", "begins")), None)
        ended = next((w for w in words if w.lemma in words_of("occasions", "ends")), None)
        if begun is None or ended is None or begun.start > ended.start:
            return None
        first = next((t for t in near if begun.end <= _span(t).start < ended.start), None)
        last = next((t for t in near if _span(t).end > ended.end), None)
        if first is None or last is None:
            return None
        start, end = bounds(_day(first.edtf or ""))[0], bounds(_day(last.edtf or ""))[1]
        if start is None or end is None or end < start:
            return None
        return When(f"{start}/{end}", (first, last))

    def stamped(self, window: Window) -> When | None:
        """Give the day of the time stamp of a live blog's paragraph."""
        stamp = self._stamps.get(window.sentence.paragraph)
        return When(_day(stamp.edtf or ""), (stamp,)) if stamp else None

    def agenda(self, window: Window, trigger: Trigger) -> Iterator[Span]:
        """Give the texts that a meeting is about: named behind `discuss`, `about` and `on`."""
        end = self._parsed.words[window.last - 1].end
        start = self._parsed.words[trigger.first].start
        for matter in self._parties.ground.matters.within(Span(start, end)):
            word = self._parsed.word_at(matter.span.start)
            before = self._parsed.words[max(word.at - 4, trigger.first) : word.at]
            if any(w.lower in ABOUT or w.lemma in {"discuss", "review"} for w in before):
                yield matter.span


def _span(time: TimeExpression) -> Span:
    return clean(time.anchor) or Span(0, 0)


def _one_day(edtf: str) -> date | None:
    """Give the one day that a time in EDTF is, None where it is anything else."""
    try:
        return date.fromisoformat(edtf)
    except ValueError:
        return None


def _day(edtf: str) -> str:
    """Give the day of a time of day."""
    return edtf[:10] if "T" in edtf and "/" not in edtf else edtf
