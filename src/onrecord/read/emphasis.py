"""Emphasis: pairs of asterisks and underscores around words."""

import re
from collections.abc import Iterable, Iterator
from re import Match
from typing import NamedTuple

from onrecord.read.changes import Change
from onrecord.record import Edit, Fix, Noise, NoiseKind, Span

PATTERN = r"\*++|_++"

LONGEST = 3
"""Asterisks or underscores of one mark: one for italics, two for bold, three for both."""

BLANK_LINE = re.compile(r"(?>\r\n|\r|\n)[ \t]*+(?>\r\n|\r|\n)")
"""No emphasis goes across it."""

DEEPEST = 8
"""Marks that may be open at once. Markdown allows any number; news text has two."""

CLOSERS = ".,;:!?…)]}\"'”’»—–-/|*_"
OPENERS = "([{\"'“‘«—–-/|*_"


class Run(NamedTuple):
    """Marks that stand together, and which side words are on."""

    start: int
    end: int
    mark: str
    opens: bool
    closes: bool


def run(match: Match[str]) -> Run:
    """Read marks in their place: an opening one has words after it and none before."""
    text, (start, end) = match.string, match.span()
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    opens = not after.isspace() and (before.isspace() or before in OPENERS)
    closes = not before.isspace() and (after.isspace() or after in CLOSERS)
    return Run(start, end, match[0], opens, closes)


def pairs(text: str, runs: Iterable[Run]) -> Iterator[Change]:
    """Give the change for each pair of marks."""
    opened: list[Run] = []
    last = 0
    for item in runs:
        if BLANK_LINE.search(text, last, item.start):
            opened.clear()
        last = item.end
        partner = _partner(opened, item)
        if partner is not None:
            yield _change(text, opened[partner], item)
            del opened[partner:]
        elif item.opens and len(item.mark) <= LONGEST:
            opened[:] = [*opened[1 - DEEPEST :], item]


def _partner(opened: list[Run], closing: Run) -> int | None:
    for index in reversed(range(len(opened) if closing.closes else 0)):
        same = opened[index].mark == closing.mark
        if same and opened[index].end < closing.start:
            return index
    return None


def _change(text: str, opening: Run, closing: Run) -> Change:
    bold = len(opening.mark) > 1
    kind = NoiseKind.BOLD_MARKUP if bold else NoiseKind.ITALIC_MARKUP
    noise = Noise(
        kind,
        Span(opening.start, closing.end),
        Fix.REPLACE,
        text[opening.end : closing.start],
    )
    return Change((Edit(opening.start, opening.end), Edit(closing.start, closing.end)), noise)
