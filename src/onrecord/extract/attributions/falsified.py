"""Denials in few words: `Reports that the ferry has been sold are false`, `Sund denied this`.

Read as one, the words for false would be part of what is reported. They are two statements: the
report, and the denial of it by whoever writes.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.extract.attributions.frames import Taken, subject_before
from onrecord.extract.findings import Attribution
from onrecord.extract.language import FINITE, Parsed, Word
from onrecord.extract.words import frame_words
from onrecord.record import Span

FALSE = re.compile(
    r"\b(?:is|are|was|were) (?:\w+ly |all |simply |plainly )?"
    r"(?:false|untrue|incorrect|wrong|baseless|unfounded|groundless|inaccurate|fabricated|fake"
    r"|invented|misleading|without (?:any )?(?:foundation|basis|substance)"
    r"|(?:a |an |pure )?(?:lies?|fiction|inventions?|nonsense|fabrications?))\b",
    re.IGNORECASE,
)
DENYING = frozenset({"deny", "dispute", "reject", "dismiss", "refute", "rebut", "contest"})
POINTING = frozenset({"this", "that", "it", "them", "these"})
BARE = 2
"""Words behind a bare denial that are looked at: what it points at, and the mark behind it."""
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


def bare_denials(parsed: Parsed, taken: Taken) -> Iterator[Attribution]:
    """Find `[Sund] [denied] [this]`, where nothing else was found: it has no content to go by."""
    for word in parsed.words:
        if word.lemma not in DENYING or word.tag not in FINITE or taken.meeting(_span(word)):
            continue
        words = parsed.of(parsed.sentences[word.sentence])
        at = word.at - words[0].at
        behind = words[at + 1 : at + 3]
        if len(behind) == BARE and behind[0].lower in POINTING and behind[1].pos == "PUNCT":
            first = at - 1 if at and words[at - 1].pos == "ADV" else at
            source = subject_before(words, first)
            if source:
                cue = Span(words[first].start, word.end)
                yield Attribution(source, cue, (_span(behind[0]),), "bare-denial", SURE)


def _span(word: Word) -> Span:
    return Span(word.start, word.end)


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
