"""Verbs of saying that go on with the same subject inside what the network took for one content.

`He noted [the challenge posed by the tariff] and called on delegates [to agree]` says two things.
Behind a thing that is noted, asked or praised no verb can follow but one of the same subject; in a
clause (`said that the guard left and urged …`) the subject may be another, so that it stays whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.extract.attributions.cues import lexicon
from onrecord.extract.findings import Attribution
from onrecord.extract.language import FINITE, Parsed, Word
from onrecord.record import Span

FEWEST = 2
"""Words of either content, at least."""


def with_predicates(parsed: Parsed, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Give the attributions, each content that holds another verb of saying parted there."""
    cues = [item.cue for item in found if item.cue]
    for item in found:
        yield from _parted(parsed, item, cues)


def _parted(parsed: Parsed, item: Attribution, cues: Sequence[Span]) -> Iterator[Attribution]:
    words = parsed.within(item.content[0]) if len(item.content) == 1 and item.cue else ()
    second = _second(parsed, item, words)
    if second is None or item.cue is None or any(cue.meets(_span(second)) for cue in cues):
        yield item
        return
    place = second.at - words[0].at
    before, behind = words[: place - 1], words[place + 1 :]
    while before and before[-1].pos in {"PUNCT", "ADV", "SPACE"}:
        before = before[:-1]
    cue = second
    if behind and behind[0].tag in {"IN", "RP"} and behind[0].lower != "that":
        cue, behind = behind[0], behind[1:]
    if min(len(before), len(behind)) < FEWEST:
        yield item
        return
    yield replace(item, content=(Span(before[0].start, before[-1].end),))
    rest = replace(item, cue=Span(second.start, cue.end), content=(_over(behind, item.content[0]),))
    yield from _parted(parsed, rest, cues)


def _span(word: Word) -> Span:
    return Span(word.start, word.end)


def _over(words: Sequence[Word], content: Span) -> Span:
    return Span(words[0].start, content.end)


def _second(parsed: Parsed, item: Attribution, words: Sequence[Word]) -> Word | None:
    """Give the first finite verb of a content behind `and`, if it is one of saying."""
    if not words or item.source is None or item.cue is None or words[0].lower in {"that", "“", '"'}:
        return None
    cue = parsed.word_at(item.cue.start)
    if cue.tag not in FINITE or item.cue.end > words[0].start or words[0].sentence != cue.sentence:
        return None
    for before, word in pairwise(words):
        if word.tag in {"WDT", "WP", "WRB"} or word.text in {";", "“", '"', "``"}:
            return None
        if word.tag in FINITE:
            says = word.lemma in lexicon().verbs or word.lemma in lexicon().phrases
            return word if before.lower in {"and", "but"} and word.tag == cue.tag and says else None
    return None
