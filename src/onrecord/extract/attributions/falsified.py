"""Reports that a text calls false: `Reports that the ferry has been sold are without foundation`.

Read as one, the words for false would be part of what is reported. They are two statements: the
report, and the denial of it by whoever writes.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.extract.attributions.impersonal import FINITE
from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed
from onrecord.extract.words import frame_words
from onrecord.record import Span

FALSE = re.compile(
    r"\b(?:is|are|was|were) (?:\w+ly |all |simply |plainly )?"
    r"(?:false|untrue|incorrect|wrong|baseless|unfounded|groundless|inaccurate|fabricated|fake"
    r"|invented|misleading|without (?:any )?(?:foundation|basis|substance)"
    r"|(?:a |an |pure )?(?:lies?|fiction|inventions?|nonsense|fabrications?))\b",
    re.IGNORECASE,
)
BEFORE = 3
"""Words before the noun of reporting where it is what its sentence is about."""
SURE = 0.7


def falsified(parsed: Parsed, found: Iterable[Attribution]) -> Iterator[Attribution]:
    """Give what was found, reports that are called false apart from what calls them so."""
    for item in found:
        noun = _noun(parsed, item)
        verdict = _verdict(parsed, item, noun) if noun else None
        if noun is None or verdict is None:
            yield item
            continue
        said = _cut(parsed, item, verdict)
        source = item.source or Span(noun.start, parsed.word_at(noun.end - 1).end)
        sure = max(item.confidence, SURE)
        yield replace(item, source=source, content=said, confidence=sure)
        content = (Span(noun.start, said[-1].end),)
        yield Attribution(None, verdict, content, "falsified", SURE)


def _noun(parsed: Parsed, item: Attribution) -> Span | None:
    """Give the words for the reports where their sentence begins with them: `Media reports`."""
    own = item.cue or item.source
    if own is None:
        return None
    first = parsed.word_at(own.start)
    words = parsed.of(parsed.sentences[first.sentence])
    near = words[: BEFORE + 1]
    at = next((n for n, word in enumerate(near) if word.lower in frame_words("report_nouns")), None)
    if at is None or not own.meets(Span(near[0].start, near[at].end)):
        return None
    return None if any(word.tag in FINITE for word in near[:at]) else Span(near[0].start, own.end)


def _verdict(parsed: Parsed, item: Attribution, noun: Span) -> Span | None:
    """Give the words for false that follow on the report's own verb, at the sentence's end."""
    sentence = parsed.span(parsed.sentences[parsed.word_at(noun.start).sentence])
    for match in FALSE.finditer(parsed.text, max(noun.end, item.content[0].start), sentence.end):
        told = parsed.within(Span(item.content[0].start, match.start()))
        if any(word.tag in FINITE for word in told):
            return Span(*match.span())
    return None


def _cut(parsed: Parsed, item: Attribution, verdict: Span) -> tuple[Span, ...]:
    """Give the content up to the words for false."""
    parts = [Span(p.start, min(p.end, verdict.start)) for p in item.content]
    kept = [part for part in parts if part.start < verdict.start]
    text = parsed.text[kept[-1].start : kept[-1].end].rstrip(" ,")
    return (*kept[:-1], Span(kept[-1].start, kept[-1].start + len(text)))
