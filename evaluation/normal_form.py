"""The form in which spans of attributions are compared.

Every fragment is trimmed at both ends of white space, quotation marks and other punctuation, so
that a comma inside or outside the marks does not count as a mistake. Spans count Unicode code
points from 0, end exclusive.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from onrecord.record import Span

Spans = tuple[Span, ...]

DOUBLE_QUOTES = re.compile("[\"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]|``|''")


@cache
def is_edge(char: str) -> bool:
    """Tell whether a character is trimmed: Unicode categories P*, Z*, C*, and the back-tick."""
    return char == "`" or unicodedata.category(char)[0] in "PZC"


def normal(text: str, spans: Iterable[Span]) -> Spans:
    """Give spans trimmed, united where only edge characters lie between them, empty ones dropped.

    >>> normal('“Yes,” and “no.”', [Span(0, 6), Span(11, 16)])
    (Span(start=1, end=4), Span(start=12, end=14))

    Raises:
        ValueError: a span lies outside the text.
    """
    found: list[Span] = []
    for span in sorted(spans):
        start, end = _trimmed(text, span)
        if start == end:
            continue
        if found and all(map(is_edge, text[found[-1].end : start])):
            found[-1] = Span(found[-1].start, max(found[-1].end, end))
        else:
            found.append(Span(start, end))
    return tuple(found)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"[{start}, {end}] is no span of a text of {len(text)} characters")
    while start < end and is_edge(text[start]):
        start += 1
    while start < end and is_edge(text[end - 1]):
        end -= 1
    return Span(start, end)


def is_direct(text: str, spans: Spans) -> bool:
    """Tell whether spans in normal form hold, or stand in, two double quotation marks or more."""
    marks: set[int] = set()
    for span in spans:
        start, end = _widened(text, span)
        marks.update(mark.start() for mark in DOUBLE_QUOTES.finditer(text, start, end))
    return len(marks) >= 2


def _widened(text: str, span: Span) -> Span:
    """Give a span with the punctuation that adjoins it without white space."""
    start, end = span
    while start > 0 and _adjoins(text[start - 1]):
        start -= 1
    while end < len(text) and _adjoins(text[end]):
        end += 1
    return Span(start, end)


def _adjoins(char: str) -> bool:
    return not char.isspace() and is_edge(char)


def length(spans: Spans) -> int:
    """Give the number of characters that disjoint spans cover."""
    return sum(end - start for start, end in spans)


def common(one: Spans, other: Spans) -> int:
    """Give the number of characters that both lists of disjoint spans cover."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def jaccard(one: Spans, other: Spans) -> float:
    """Give the share in [0, 1] of the characters covered by either that both cover."""
    both = common(one, other)
    return both / (length(one) + length(other) - both) if both else 0.0
