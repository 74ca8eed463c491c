"""Tokens: one pass over the published text finds everything that is not plain words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from re import Match, Pattern

from onrecord.errors import TooManyMarks
from onrecord.read import characters, emphasis, markup
from onrecord.read.changes import Change, LineMark, Link
from onrecord.read.text import Text
from onrecord.record import Edit, Noise, NoiseKind

FINDERS = {**characters.FINDERS, **markup.FINDERS}


GATE = r"(?:(?=[^0-9A-Za-gi-vx-z ,.'\"])|^(?= ))"
"""No token begins with any of these, but one of a line with a space, and an address with `h` or
`w`. To ask this first reads prose four times as fast."""


def _pattern(patterns: dict[str, str]) -> Pattern[str]:
    tokens = "|".join(f"(?P<{name}>{pattern})" for name, pattern in patterns.items())
    return re.compile(f"{GATE}(?:{tokens})", re.MULTILINE)


PLAIN = _pattern(characters.PATTERNS)
"""For a page's text, whose marks the page reader has already read."""

MARKED = _pattern(
    {
        **markup.PATTERNS,
        **characters.PATTERNS,
        **characters.ESCAPES,
        "emphasis": emphasis.PATTERN,
    }
)
"""For text files."""

MOST = 200_000
"""Marks, or lines, of one text: a megabyte of prose with a mark in every line has 15,000. Each
costs half a kilobyte of memory and thirty microseconds."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """What one pass found: edits, noise, links and marks of lines, in text order."""

    edits: tuple[Edit, ...]
    noise: tuple[Noise, ...]
    links: tuple[Link, ...]
    line_marks: tuple[LineMark, ...]


def tokens(text: Text) -> Tokens:
    """Give everything that one pass finds.

    Raises:
        TooManyMarks: there are more marks or lines than any article has.
    """
    runs: list[emphasis.Run] = []
    found: list[Change] = []
    for match in _bounded(text):
        if match.lastgroup == "emphasis":
            runs.append(emphasis.run(match))
        else:
            found.extend(FINDERS[str(match.lastgroup)](match))
    return _sorted([*found, *emphasis.pairs(text.raw, runs)])


def _bounded(text: Text) -> Iterator[Match[str]]:
    if text.raw.count("\n") > MOST:
        raise TooManyMarks(text.name, MOST)
    matches = _matches(text.raw, MARKED if text.marked else PLAIN, text.start)
    for count, match in enumerate(matches):
        if count == MOST:
            raise TooManyMarks(text.name, MOST)
        yield match


def _matches(text: str, pattern: Pattern[str], at: int) -> Iterator[Match[str]]:
    """Give the tokens in text order; those behind a link's label are the link's own."""
    behind_label, behind_link = len(text) + 1, 0
    while match := pattern.search(text, at):
        at = match.end()
        if match.start() >= behind_label:
            at, behind_label = max(behind_link, behind_label), len(text) + 1
            continue
        if match.lastgroup == "link":
            behind_label, behind_link = match.end("label"), match.end("tail")
        yield match


def _sorted(changes: list[Change]) -> Tokens:
    noise = sorted((c.noise for c in changes if c.noise), key=lambda item: item.span)
    return Tokens(
        edits=tuple(sorted((e for c in changes for e in c.edits), key=lambda edit: edit.start)),
        noise=tuple(_with_one_line_ending(noise)),
        links=tuple(c.link for c in changes if c.link),
        line_marks=tuple(c.line_mark for c in changes if c.line_mark),
    )


def _with_one_line_ending(noise: list[Noise]) -> Iterator[Noise]:
    """Leave out all line endings but the first: they differ in a whole file or not at all."""
    told = False
    for item in noise:
        ending = item.kind is NoiseKind.LINE_ENDING
        if not (ending and told):
            yield item
        told = told or ending
