"""The occasion of a whole text: a press release's day, an interview's, the story's first event."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from onrecord.extract.findings import Attribution
from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed
from onrecord.extract.times import Quoted
from onrecord.extract.times.lexicon import word_list
from onrecord.record import ParagraphKind, Span, TimeExpression, TimeType
from onrecord.record.edtf import bounds

NEWS_DAYS = 4
"""Days before publication on which a daily's news was made; the lead's day is the story's."""
HEAD = 700
"""Code points in which a text says that it is a press release: letterhead, number, date, title."""
TURNS = 2
"""Paragraphs that begin with `NAME:` in an interview: a single one is a list or a caption."""
INTERVIEW_DAYS = 31
"""An interview is printed within a month; an older day in its introduction is of the speaker's
life: `she took office on 3 May 2019`."""


def is_release(text: str) -> bool:
    """Tell whether a text calls itself a press release or a communiqué in its first lines."""
    head = text[:HEAD].lower()
    return any(words in head for words in _words("releases"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("occasions.toml")[name])


def is_bound(word: str) -> bool:
    """Tell whether a time after this word is a bound: `since Monday`."""
    return word in _words("bounds")


def is_utterance(lemma: str) -> bool:
    """Tell whether a noun names an utterance: `in a Friday interview`."""
    return lemma in _words("utterances")


def past_day(time: TimeExpression, published: date | None) -> date | None:
    """Give the day that a time names, None where it names none, or one after publication."""
    if time.type not in {TimeType.DATE, TimeType.TIME} or time.edtf is None:
        return None
    edtf = time.edtf
    if "~" in edtf or "?" in edtf or "[" in edtf:
        return None
    first, last = bounds(edtf)
    return first if first == last and first and published and first <= published else None


def turns(parsed: Parsed, found: Iterable[Attribution]) -> Intervals[Span]:
    """Give what is said after each `NAME:` of an interview or a transcript, if there are two.

    A turn goes to the end of its paragraph, whatever of it was found.
    """
    ends = {paragraph.start: paragraph.end for paragraph in parsed.paragraphs}
    spoken = [
        Span(item.content[0].start, ends[item.first])
        for item in found
        if item.cue and _text(parsed, item.cue) == ":" and item.first in ends
    ]
    return Intervals(spoken if len(spoken) >= TURNS else (), lambda turn: turn)


def interview_day(
    parsed: Parsed,
    times: Iterable[TimeExpression],
    found: Sequence[Attribution],
    published: date | None,
) -> date | None:
    """Give the day of an interview or a transcript, told before its first `NAME:`.

    `Ms Lee received us on Sunday`; without such words the day of the date line; None where the text
    has no turns or no day stands before them.
    """
    first = next((turn.start for turn in turns(parsed, found).items), None)
    if first is None or not published:
        return None
    days = {
        day
        for time in times
        if time.anchor.clean_start is not None
        and time.anchor.clean_start < first
        and (day := past_day(time, published))
        and (published - day).days <= INTERVIEW_DAYS
    }
    return max(days - {published}, default=published if published in days else None)


def interview(
    parsed: Parsed,
    times: Iterable[TimeExpression],
    found: Sequence[Attribution],
    published: date | None,
) -> tuple[Quoted, ...]:
    """Give the turns of an interview that was on another day than that of publication."""
    day = interview_day(parsed, times, found, published)
    if not day or day == published:
        return ()
    return tuple(Quoted(turn, day) for turn in turns(parsed, found).items)


def story_day(
    parsed: Parsed, times: Iterable[TimeExpression], published: date | None
) -> date | None:
    """Give the latest day of the first paragraph of the text: of the event that is the news.

    What is said about it cannot have been said before. None where it names no day of the news.
    """
    first = next((each for each in parsed.paragraphs if each.kind is ParagraphKind.BODY), None)
    if first is None or published is None:
        return None
    days = (
        past_day(time, published)
        for time in times
        if time.anchor.clean_start is not None
        and first.start <= time.anchor.clean_start < first.end
    )
    return max(
        (day for day in days if day and 0 < (published - day).days <= 2 * NEWS_DAYS), default=None
    )


def _text(parsed: Parsed, span: Span) -> str:
    return parsed.text[span.start : span.end]
