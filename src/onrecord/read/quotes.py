"""Quotation marks that do not agree: two styles in one text, quotations inside a headline."""

import re
from collections.abc import Iterator

from onrecord.record import NoiseKind, Span

CURLY = re.compile(r"“[^“”\"\n]{0,1000}+”?")
STRAIGHT = re.compile(r"\"[^“”\"\n]{0,1000}+\"?")
"""A quotation, from its mark to the next; longer ones are shown by their beginning."""

SINGLE = re.compile(r"(?<!\w)(?:'(?:[^'\n]|'(?=\w)){1,200}?'|‘(?:[^‘’\n]|’(?=\w)){1,200}?’)(?!\w)")
"""A quotation in single marks; an apostrophe stands behind a letter or before one."""

HEADLINE = 300
"""Characters of a headline that are looked at."""


def mixed(text: str) -> Iterator[tuple[NoiseKind, Span]]:
    """Give the quotations in the style that a text of two styles uses less often."""
    curly, straight = list(CURLY.finditer(text)), list(STRAIGHT.finditer(text))
    if curly and straight:
        fewer = curly if len(curly) <= len(straight) else straight
        yield from ((NoiseKind.MIXED_QUOTE_MARKS, Span(*match.span())) for match in fewer)


def nested(headline: str) -> Iterator[tuple[NoiseKind, Span]]:
    """Give the quotations in single marks; offsets count in the headline."""
    for match in SINGLE.finditer(headline[:HEADLINE]):
        yield NoiseKind.NESTED_SINGLE_QUOTES_IN_HEADLINE, Span(*match.span())
