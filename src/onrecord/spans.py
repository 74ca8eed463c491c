"""From cleaned text back to the published text, and forth."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from onrecord.record import Anchor, Document, Edit, Span


class OffsetMap:
    """Maps spans between a published text and its cleaned form.

    Every clean character has one raw stretch of its own: itself, or the stretch that was replaced
    by it. Therefore `to_clean(to_raw(span)) == span` for every clean span that is not empty.
    All offsets are Unicode code points from 0, end exclusive.

    >>> said = OffsetMap("[said](#) no", (Edit(0, 1), Edit(5, 9)))
    >>> said.clean, said.to_raw(Span(0, 4)), said.to_clean(Span(1, 5))
    ('said no', Span(start=1, end=5), Span(start=0, end=4))
    """

    def __init__(self, raw: str, edits: Iterable[Edit]) -> None:
        pieces = list(_pieces(raw, tuple(edits)))
        self._pieces = [(start, end) for start, end, _ in pieces]
        self._raw_starts = [start for start, _ in self._pieces]
        self._raw_ends = [end for _, end in self._pieces]
        lengths = accumulate((len(text) for _, _, text in pieces), initial=0)
        self._clean_starts = list(lengths)
        self.clean = "".join(text for _, _, text in pieces)

    def to_raw(self, span: Span) -> Span:
        """Give the published stretch from the first to the last character of a clean span.

        Raises:
            ValueError: the span is empty or outside the clean text.
        """
        if not 0 <= span.start < span.end <= len(self.clean):
            raise ValueError(f"{span} is no stretch of a clean text of {len(self.clean)}")
        return Span(self._place(span.start)[0], self._place(span.end - 1)[1])

    def to_clean(self, span: Span) -> Span | None:
        """Give the clean stretch of a published span, None where cleaning left nothing of it."""
        first = bisect_right(self._raw_ends, span.start)
        last = bisect_left(self._raw_starts, span.end) - 1
        if first > last:
            return None
        start, end = self._clean_of(first, span.start), self._clean_of(last, span.end - 1) + 1
        return Span(start, end) if start < end else None

    def _place(self, clean: int) -> tuple[int, int]:
        """Give the raw stretch behind one clean character."""
        index = bisect_right(self._clean_starts, clean) - 1
        start, end = self._pieces[index]
        if self._width(index) == end - start:
            at = start + clean - self._clean_starts[index]
            return at, at + 1
        return start, end

    def _clean_of(self, index: int, raw: int) -> int:
        """Give the clean character that a raw one belongs to, inside one piece."""
        start, end = self._pieces[index]
        if self._width(index) != end - start:
            return self._clean_starts[index]
        return self._clean_starts[index] + min(max(raw, start), end - 1) - start

    def _width(self, index: int) -> int:
        """Give the number of clean characters of a piece."""
        return self._clean_starts[index + 1] - self._clean_starts[index]


def _pieces(raw: str, edits: Sequence[Edit]) -> Iterator[tuple[int, int, str]]:
    """Give the published stretches that leave something in the clean text, with what they leave.

    Raises:
        ValueError: an edit is out of order, overlaps another, or puts in more than it may.
    """
    at = 0
    for edit in edits:
        if not at <= edit.start <= edit.end <= len(raw):
            raise ValueError(f"{edit} begins before {at} or ends outside a text of {len(raw)}")
        if len(edit.replacement) > min(1, edit.end - edit.start):
            raise ValueError(f"{edit} puts in more than one character, or one out of nothing")
        if at < edit.start:
            yield at, edit.start, raw[at : edit.start]
        if edit.replacement:
            yield edit.start, edit.end, edit.replacement
        at = edit.end
    if at < len(raw):
        yield at, len(raw), raw[at:]


def composed(first: OffsetMap, edits: Iterable[Edit], then: Iterable[Edit]) -> tuple[Edit, ...]:
    """Give the edits that lead where `edits` and after them `then` lead.

    `first` is the map of `edits`; the spans of `then` count in its clean text and are not empty.

    >>> first = (Edit(0, 1), Edit(5, 9))
    >>> composed(OffsetMap("[said](#) no", first), first, (Edit(4, 5, "_"),))
    (Edit(start=0, end=1, replacement=''), Edit(start=5, end=9, replacement=''), \
Edit(start=9, end=10, replacement='_'))
    """
    later = [
        Edit(*first.to_raw(Span(edit.start, edit.end)), replacement=edit.replacement)
        for edit in then
    ]
    starts = [edit.start for edit in later]
    kept = []
    for edit in edits:
        index = bisect_right(starts, edit.start) - 1
        if index < 0 or later[index].end <= edit.start:
            kept.append(edit)
    return tuple(sorted([*kept, *later], key=lambda edit: edit.start))


class Anchors:
    """Makes anchors in one document, from clean or from published spans."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.map = OffsetMap(document.raw_text, document.edits)
        self._paragraphs = [paragraph.start for paragraph in document.paragraphs]

    def at_clean(self, span: Span, sentence: int | None = None) -> Anchor:
        """Give the anchor of a clean span."""
        return self._make(self.map.to_raw(span), span, sentence)

    def at_raw(self, span: Span, sentence: int | None = None) -> Anchor:
        """Give the anchor of a published span."""
        return self._make(span, self.map.to_clean(span), sentence)

    def _make(self, raw: Span, clean: Span | None, sentence: int | None) -> Anchor:
        paragraph = bisect_right(self._paragraphs, clean.start) - 1 if clean else -1
        return Anchor(
            self.document.raw_text,
            doc_id=self.document.doc_id,
            exact=self.document.raw_text[raw.start : raw.end],
            start=raw.start,
            end=raw.end,
            clean_start=clean.start if clean else None,
            clean_end=clean.end if clean else None,
            sentence=sentence,
            paragraph=paragraph if paragraph >= 0 else None,
        )
