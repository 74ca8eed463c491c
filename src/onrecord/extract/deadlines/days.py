"""The last day that a time names, and which times of a sentence are last days."""

from collections.abc import Collection, Sequence

from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed
from onrecord.extract.stances import clean
from onrecord.record import Span, TimeExpression, TimeType
from onrecord.record.edtf import first_bounds

ARTICLES = frozenset({"the", "this"})
PASSED = ARTICLES | {"on", "of", "end"}
"""Words between a time and the word that ties it to its deadline."""


class Days:
    """The dates of one document by place."""

    def __init__(self, parsed: Parsed, times: Sequence[TimeExpression]) -> None:
        self._parsed = parsed
        dated = (
            time
            for time in times
            if time.type in {TimeType.DATE, TimeType.TIME}
            and time.edtf
            and time.function is None
            and not time.edtf.endswith("~")
            and clean(time.anchor)
        )
        self._times = Intervals(dated, place_of)

    def within(self, first: int, last: int) -> list[TimeExpression]:
        """Give the dates in the words `[first, last)` of the document, in text order."""
        if first >= last:
            return []
        words = self._parsed.words
        return self._times.meeting(Span(words[first].start, words[last - 1].end))

    def word_before(self, time: TimeExpression, past: Collection[str] = PASSED) -> str:
        """Give the word before a time, past `the end of`, `on` and articles, in small letters."""
        at = self._parsed.word_at(place_of(time).start).at
        while at and self._parsed.words[at - 1].lower in past:
            at -= 1
        return self._parsed.words[at - 1].lower if at else ""


def place_of(time: TimeExpression) -> Span:
    """Give a time's clean span."""
    return clean(time.anchor) or Span(0, 0)


def due(time: TimeExpression) -> str:
    """Give the last day: of `by 30 April` the 30th, of the end of a month its last day."""
    edtf = time.edtf or ""
    if "T" in edtf and "/" not in edtf:
        edtf = edtf[:10]
    last = first_bounds(edtf)[1]
    ends = time.mod == "END" or edtf.startswith("[..")
    return last.isoformat() if ends and last else edtf
