"""Headings that run into their paragraph: `FINANCE (ABC): Delegates met …` is said by nobody."""

import re
from collections.abc import Iterator, Sequence

from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed
from onrecord.extract.speakers.wordlists import countries, metonyms, source_words
from onrecord.record import Span

HEADING = re.compile(
    r"(?P<words>[A-Z0-9][A-Z0-9+&’',-]{1,30}(?: [A-Z0-9+&’',/-]{1,30}){0,9})"
    r"(?P<bracket> \([A-Z][A-Z0-9/&, -]{1,30}\))?:"
)
"""Words in capitals, with the letters of bodies in a bracket or without, before a colon."""
SEVERAL = 3
"""Such headings of one text, none twice, that are no speakers: these speak again."""


def without_headings(parsed: Parsed, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Give what was found, less what a heading at the beginning of its paragraph would say."""
    headings = _headings(parsed)
    for item in found:
        if item.cue is None or item.source is None or not _is_cut(headings, item):
            yield item


def _is_cut(headings: Sequence[Span], item: Attribution) -> bool:
    """Tell whether the colon of a heading, or a colon in it, is the cue."""
    assert item.source is not None
    assert item.cue is not None
    return any(h.holds(item.cue) and h.meets(item.source) for h in headings)


def _headings(parsed: Parsed) -> list[Span]:
    met = [
        (match["words"], match["bracket"], Span(*match.span()))
        for paragraph in parsed.paragraphs
        if (match := HEADING.match(parsed.text, *paragraph.span))
    ]
    names = [words for words, _, _ in met]
    single = len(set(names)) == len(names) >= SEVERAL
    return [span for words, bracket, span in met if (bracket or single) and _is_topic(parsed, span)]


def _is_topic(parsed: Parsed, span: Span) -> bool:
    """Tell a topic from a speaker: no person, no office, no country."""
    words = parsed.within(span)
    lower = " ".join(word.lower for word in words if word.pos != "PUNCT")
    offices = source_words().heads | source_words().male | source_words().female
    person = any(word.entity == "PERSON" or word.lower in offices for word in words)
    return not person and lower not in countries() and lower not in metonyms()
