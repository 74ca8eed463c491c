"""Stretches inside quotation marks, in whatever marks the outlet prints.

Typed and typographic marks, guillemets, low-high marks and doubled single marks are told apart.
A single mark opens a quotation only where it cannot be an apostrophe. A quotation that is not
closed in its paragraph runs to the paragraph's end, and goes on in the next one where that opens
with the same mark, as newspapers print a quotation over several paragraphs.

Texts that were cut into tokens print spaces on both sides of every mark (`" We agree , " he said`):
there the first mark opens, the second closes, also over several lines.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.record import Paragraph, Span

PAIRS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "‟": "”",
    "``": "''",
    "''": "''",
    '"': '"',
    "‘": "’",
    "'": "'",
}
SINGLE = {"‘", "'"}
SINGLE_MAX = 600
"""Code points in which a single mark must close: beyond, it was an apostrophe (`’em`)."""
_MARK = re.compile(r"``|''|[“”„‟«»\"‘’']")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `span` with its marks, `inner` without; `closed` unless it runs to the end."""

    span: Span
    inner: Span
    closed: bool
    continues: bool = False

    @property
    def single(self) -> bool:
        """Tell whether single marks enclose it."""
        return self.inner.start - self.span.start == 1 and not self.double

    @property
    def double(self) -> bool:
        """Tell whether the marks take two characters each side."""
        return self.inner.start - self.span.start == 2


def find_quotes(text: str, paragraphs: Iterable[Paragraph]) -> tuple[Quote, ...]:
    """Give the outermost quotations of a clean text, in order."""
    found: list[Quote] = []
    opened = ""
    parts = list(paragraphs)
    loose = _loose(text, parts)
    for paragraph in parts:
        quotes = loose.get(paragraph.span) or list(_in_paragraph(text, paragraph.span))
        if quotes and opened and _opens_with(text, quotes[0], paragraph.span, opened):
            first = quotes[0]
            quotes[0] = Quote(first.span, first.inner, first.closed, continues=True)
        found.extend(quotes)
        last = quotes[-1] if quotes else None
        opened = text[last.span.start : last.inner.start] if last and not last.closed else ""
    return tuple(found)


LOOSE = re.compile(r"(?<!\S)\"(?!\S)")
"""A typed mark with spaces on both sides."""
LINES = 12
"""Lines that one quotation between loose marks can take."""


def _loose(text: str, paragraphs: Sequence[Paragraph]) -> dict[Span, list[Quote]]:
    """Give the quotations between loose marks by paragraph, those over several lines in parts."""
    found: dict[Span, list[Quote]] = {}
    at = 0
    while at < len(paragraphs):
        marks = [mark.start() for mark in LOOSE.finditer(text, *paragraphs[at].span)]
        if not marks:
            at += 1
            continue
        last = _closing_line(text, paragraphs, at) if len(marks) % 2 else at
        if last is not None:
            lines = [paragraph.span for paragraph in paragraphs[at : last + 1]]
            found.update(zip(lines, _parts(text, lines), strict=True))
        at = 1 + (at if last is None else last)
    return found


def _closing_line(text: str, paragraphs: Sequence[Paragraph], at: int) -> int | None:
    """Give the line in which a quotation closes that is open at the end of this one."""
    opened = True
    for later in range(at + 1, min(at + LINES, len(paragraphs))):
        count = sum(1 for _ in LOOSE.finditer(text, *paragraphs[later].span))
        opened = opened != bool(count % 2)
        if not opened:
            return later
    return None


def _parts(text: str, lines: Sequence[Span]) -> Iterator[list[Quote]]:
    """Give the quotations of each line between loose marks, the first of which opens."""
    inside = False
    for line in lines:
        quotes: list[Quote] = []
        start = line.start
        for mark in LOOSE.finditer(text, *line):
            if inside:
                quotes.append(_loose_quote(text, start, mark.start(), mark.end()))
            start, inside = mark.start(), not inside
        if inside:
            quotes.append(_loose_quote(text, start, line.end, None))
        yield quotes


def _loose_quote(text: str, start: int, inner_end: int, end: int | None) -> Quote:
    """Give a quotation, which goes on from the line before where no mark opens it."""
    opens = text.startswith('"', start)
    inner = Span(start + opens, inner_end)
    return Quote(Span(start, end or inner_end), inner, end is not None, continues=not opens)


def _opens_with(text: str, quote: Quote, paragraph: Span, mark: str) -> bool:
    return quote.span.start == paragraph.start and text.startswith(mark, quote.span.start)


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Quote]:
    """Give the outermost quotations of one paragraph; marks inside one are looked past."""
    marks = list(_MARK.finditer(text, *paragraph))
    closing = _closing_marks(text, marks, paragraph)
    at = paragraph.start
    for opening in marks:
        start, inner = opening.span()
        if start < at or not _can_open(text, opening, paragraph):
            continue
        found = _first_after(closing, opening)
        if found and not _is_elision(opening, found):
            yield Quote(Span(start, found.end()), Span(inner, found.start()), closed=True)
            at = found.end()
        elif opening[0] not in SINGLE and inner < paragraph.end:
            yield Quote(Span(start, paragraph.end), Span(inner, paragraph.end), closed=False)
            return


Closing = dict[str, tuple[list[int], list[re.Match[str]]]]
"""For each mark the places where it can close, and the matches there, in text order."""


def _closing_marks(text: str, marks: list[re.Match[str]], paragraph: Span) -> Closing:
    closing: Closing = {}
    for mark in marks:
        if mark.start() > paragraph.start and _can_close(text, mark, paragraph):
            places, matches = closing.setdefault(mark[0], ([], []))
            places.append(mark.start())
            matches.append(mark)
    return closing


PLURALS = 8
"""Plural apostrophes (`the drivers’ leaders`) that are passed over in search of a single mark."""


def _is_plural(mark: re.Match[str]) -> bool:
    """Tell the apostrophe of a plural from a closing mark: an s before, a small word after."""
    before, after = mark.string[mark.start() - 1], mark.string[mark.end() : mark.end() + 2]
    return mark[0] in {"’", "'"} and before == "s" and after[:1] == " " and after[1:].islower()


def _first_after(closing: Closing, opening: re.Match[str]) -> re.Match[str] | None:
    """Give the mark that closes a quotation: the first that can, near enough for a single one."""
    found = []
    for closer in _closers(opening[0]):
        places, matches = closing.get(closer, ([], []))
        index = bisect_right(places, opening.end())
        later = matches[index : index + 1 + PLURALS]
        found += [m for m in later if not _is_plural(m)][:1] or later[:1]
    first = min(found, key=lambda mark: mark.start(), default=None)
    if first and opening[0] in SINGLE and first.start() - opening.end() > SINGLE_MAX:
        return None
    return first


def _is_elision(opening: re.Match[str], closing: re.Match[str]) -> bool:
    """Tell `rock 'n' roll` from a quotation: one letter between single marks."""
    return opening[0] in SINGLE and closing.start() - opening.end() < 2


def _closers(mark: str) -> tuple[str, ...]:
    return ("''",) if mark in {"``", "''"} else tuple(PAIRS[mark])


def _can_open(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Tell whether a mark opens: known as an opener, at a word's beginning, before a word."""
    if mark[0] not in PAIRS:
        return False
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    if before.isalnum() or after.isspace():
        return False
    return mark[0] not in SINGLE or not before.isalnum()


def _can_close(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Tell whether a mark closes: not between two letters, as the apostrophe in `don't`."""
    before = text[mark.start() - 1]
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    return not after.isalnum() and not (before.isspace() and mark[0] in SINGLE)
