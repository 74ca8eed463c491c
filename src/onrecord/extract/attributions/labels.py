"""Who speaks in a transcript or a headline: `WALLACE: …`, `Foreign Minister Ann Lee: …`."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.extract.findings import Attribution
from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed
from onrecord.extract.speakers.wordlists import source_words
from onrecord.extract.words import frame_words
from onrecord.record import Span

SPEAKER = re.compile(r"(?P<name>[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|of|for|the)){0,5})(?P<cue>:) ")
"""`WALLACE: …`, `Foreign Minister Ann Lee: …` at the beginning of a paragraph."""
LABELLED = 0.6
"""How sure it is that who has a label speaks."""
LITTLE = 3
"""Letters of a label in capitals that is no name: `FAQ: …`."""


def labels(parsed: Parsed, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Find `NAME: words` at the beginning of a paragraph, where nothing else has that colon."""
    cues = {item.cue for item in found if item.source}
    named = list(labelled(parsed))
    times = Counter(match["name"] for match, _ in named)
    for match, paragraph in named:
        source, cue = Span(*match.span("name")), Span(*match.span("cue"))
        if cue in cues or match.end() >= paragraph.end:
            continue
        if _speaks(parsed, source, times[match["name"]]):
            content = Span(match.end(), paragraph.end)
            yield Attribution(source, cue, (content,), "speaker-colon", LABELLED)


def label_cues(parsed: Parsed) -> frozenset[Span]:
    """Give the colons behind labels at the beginnings of paragraphs, speakers' or not."""
    return frozenset(Span(*match.span("cue")) for match, _ in labelled(parsed))


def labelled(
    parsed: Parsed, until: int | None = None, last: int | None = None
) -> Iterator[tuple[re.Match[str], Span]]:
    """Give the paragraphs that begin with a label: all, or the `last` ones that begin before."""
    paragraphs = parsed.paragraphs
    if until is not None and last is not None:
        behind = bisect_left(paragraphs, until, key=lambda each: each.span.start)
        paragraphs = paragraphs[max(behind - last, 0) : behind]
    for paragraph in paragraphs:
        if match := SPEAKER.match(parsed.text, *paragraph.span):
            yield match, paragraph.span


def without_parts(
    labelled: Sequence[Attribution], found: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Give what was found, less the pieces of a labelled speech that have no cue of their own.

    Read as prose, `TIEDE: No. We have it.` gives its last sentence to nobody, or to the label.
    """
    whole = Intervals((item.content[0] for item in labelled), lambda span: span)
    sources = {item.source for item in labelled}
    for item in found:
        inside = any(whole.meeting(part) for part in item.content)
        if not inside or (item.source is not None and item.source not in sources):
            yield item


def _speaks(parsed: Parsed, label: Span, times: int) -> bool:
    """Tell a speaker from a label such as `Deadline:`.

    A person, an office, a name in capitals, a name before quotation marks, or who speaks again.
    """
    words = parsed.within(label)
    lower = [word.lower for word in words]
    if lower in (["q"], ["a"]) and times > 1:  # questions and answers of an interview
        return True
    if not words or {lower[0], lower[-1]} & frame_words("no_speaker"):
        return False
    offices = {office[-1] for office in source_words().offices}
    person = any(word.entity == "PERSON" for word in words) or bool(set(lower) & offices)
    text = parsed.text[label.start : label.end]
    shouted = text.isupper() and len(text) > LITTLE
    quotes = parsed.text[label.end + 1 : label.end + 3].strip()[:1] in {"“", "‘", '"', "'"}
    return person or shouted or quotes or (times > 1 and words[-1].pos in {"PROPN", "NOUN"})
