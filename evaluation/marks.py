"""Quotation marks of an article, paired by this module alone.

The kinds of attributions (`evaluation.kinds`) must not change when the extractor learns to read
marks better, so its own reading of them is not used here.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.record import Span

CURLY, STRAIGHT = frozenset("“”"), frozenset('"')
OPENING = frozenset({"“", "„", "‟", "«", "``"})
EITHER = frozenset({'"', "''"})
"""Marks that open where nothing is open, and close otherwise."""

DOUBLE = re.compile("``|''|[“”„‟«»\"]")
SINGLE = re.compile(r"(?<!\w)[‘'](?=[^\W\d])[^‘\n]*?(?<=[\w.,!?…])[’'](?!\w)")
"""A single mark opens before a letter (`'90s` opens nothing) and closes at the end of a word, where
it can also be an apostrophe: `‘the workers’ vote’` ends early, but is a quotation all the same."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between marks, marks included.

    `closing` is empty where no mark closes it: it runs to the next opening mark or the end of its
    paragraph. `opening` is empty for a closing mark that closes nothing, which is all of its span.
    `continued` tells that the next paragraph opens again, as newspapers print it.
    """

    span: Span
    opening: str
    closing: str
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """The outermost quotations of a text in their order, and the style that it has more of."""

    quotations: tuple[Quotation, ...]
    own: frozenset[str]

    def odd(self, quotation: Quotation) -> bool:
        """Tell whether a quotation is no balanced pair of the text's own double marks."""
        ends = {quotation.opening} | (set() if quotation.continued else {quotation.closing})
        return not ends <= self.own


def marks(text: str) -> Marks:
    """Give the quotations of a text, of which each line is a paragraph.

    >>> [one.closing for one in marks("“No,” she said. “Once more.").quotations]
    ['”', '']
    """
    found = [one for line in re.finditer(".+", text) for one in _doubles(text, Span(*line.span()))]
    starts = [one.span.start for one in found]
    for match in SINGLE.finditer(text):
        before = bisect_right(starts, match.start())
        if not before or found[before - 1].span.end <= match.start():
            single = text[match.end() - 1]
            found.append(Quotation(Span(*match.span()), text[match.start()], single))
    found.sort(key=lambda one: one.span)
    curly = sum(text.count(mark) for mark in CURLY)
    own = CURLY if curly >= text.count('"') else STRAIGHT
    return Marks(tuple(_continued(text, found)), own)


def _doubles(text: str, paragraph: Span) -> Iterator[Quotation]:
    """Give the quotations in double marks of one paragraph, stray closing marks among them."""
    start, opening = paragraph.start, ""
    for match in DOUBLE.finditer(text, *paragraph):
        mark = match.group()
        opens = mark in OPENING or (mark in EITHER and not opening)
        if not opens or opening:
            end = match.start() if opens else match.end()
            begin = start if opening else match.start()
            yield Quotation(Span(begin, end), opening, "" if opens else mark)
        start, opening = match.start(), mark if opens else ""
    if opening:
        yield Quotation(Span(start, paragraph.end), opening, "")


def _continued(text: str, found: list[Quotation]) -> Iterator[Quotation]:
    """Give the quotations, those marked which the next paragraph goes on with."""
    for number, one in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else one
        between = text[one.span.end : following.span.start]
        again = following.opening == one.opening and between.isspace()
        yield replace(one, continued=again and not one.closing)
