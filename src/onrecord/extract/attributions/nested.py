"""What somebody reports of somebody else: `sources say Trump endorsed the draft`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.attributions.cues import lexicon
from onrecord.extract.findings import Attribution
from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed
from onrecord.extract.quotes import Quote
from onrecord.extract.speakers.wordlists import source_words
from onrecord.extract.tagger.confidence import DIGITS
from onrecord.extract.tagger.finder import TrainedFinder
from onrecord.record import Span

SURE = 0.7
"""Confidence from which a content read by itself counts: it has lost the words around it."""
DOUBTED = 0.4
"""What the confidence is multiplied by where a named speaker tells it of another: what Lee says of
Roe is first of all what Lee says, and is left for review."""


def nested(
    parsed: Parsed, quotes: Intervals[Quote], found: Sequence[Attribution], finder: TrainedFinder
) -> Iterator[Attribution]:
    """Find attributions in contents outside quotation marks that hold a verb of saying."""
    outer = {
        part: item
        for item in found
        for part in item.content
        if not quotes.meeting(part) and _may_report(parsed, part)
    }
    contents = sorted(outer)
    holders = Intervals(contents, lambda part: part)
    for item in finder.find_in(parsed, contents):
        holder = holders.at(item.first)
        if holder is None or item.source is None or item.confidence < SURE:
            continue
        hearsay = _is_hearsay(parsed, outer[holder])
        share = 1.0 if hearsay else DOUBTED
        yield replace(item, confidence=round(item.confidence * share, DIGITS))


def _is_hearsay(parsed: Parsed, item: Attribution) -> bool:
    """Tell whether unnamed people or other media report it: `two officials said Lee had agreed`."""
    if item.source is None:
        return True
    words = source_words()
    unnamed = words.bare | words.described | words.media
    inside = parsed.within(item.source)
    return not any(word.pos == "PROPN" for word in inside) and any(
        word.lemma in unnamed for word in inside
    )


def _may_report(parsed: Parsed, content: Span) -> bool:
    """Tell whether a content holds a finite verb of saying behind its first word."""
    verbs = lexicon().verbs
    return any(
        word.tag in FINITE and word.lemma in verbs and "clause" in verbs[word.lemma].takes
        for word in parsed.within(content)[1:]
    )


FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
"""Tags of a verb that may have a subject of its own, `had promised` among them."""
