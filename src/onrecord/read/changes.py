"""Changes: what one pass of cleaning found, and the edits that mend it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from re import Match

from onrecord.record import Edit, Fix, Noise, NoiseKind, Span


@dataclass(frozen=True, slots=True)
class Link:
    """A Markdown link: its place, the place of its label, its target (None where it has none)."""

    span: Span
    label: Span
    target: str | None


@dataclass(frozen=True, slots=True)
class LineMark:
    """A mark at the beginning of a line, and where the line's own words begin."""

    kind: NoiseKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Change:
    """Edits, the noise that they mend, and what the mark stood for; offsets in published text."""

    edits: tuple[Edit, ...] = ()
    noise: Noise | None = None
    link: Link | None = None
    line_mark: LineMark | None = None


Finder = Callable[[Match[str]], Iterator[Change]]
"""Reads one token of the text."""


def replaced(match: Match[str], kind: NoiseKind, text: str) -> Change:
    """Give the change of a whole token into at most one character."""
    noise = Noise(kind, Span(*match.span()), Fix.REPLACE, text)
    return Change((Edit(match.start(), match.end(), text),), noise)
