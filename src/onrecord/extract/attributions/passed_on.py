"""What outlets pass on, set right: `reportedly discussed`, `is reporting, citing a delegate, that`.

The network takes who is told of for who tells (`[Rich states] reportedly discussed a fund`), and
whom an outlet cites for all there is. Closed lists of words are surer than it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.extract.attributions.frames import BE, FEWEST, subject_before, until_end
from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed, Word
from onrecord.extract.words import frame_words
from onrecord.record import Span

SURE = 0.5
CITING = 8
"""Words behind `citing` among which the `that` of what is reported stands."""


def passed_on(parsed: Parsed, found: Iterable[Attribution]) -> Iterator[Attribution]:
    """Give what was found, hearsay laid to nobody and what outlets cite laid to them."""
    for item in found:
        words = parsed.within(item.cue) if item.cue else ()
        adverb = next((w for w in words if w.lower in frame_words("agentless")), None)
        if adverb and item.source:
            yield _of_nobody(parsed, item, adverb)
        elif item.source is None and (adverb or _is_hearsay(words)):
            yield replace(item, confidence=max(item.confidence, SURE))
        elif len(words) == 1 and words[0].lower == "citing":
            yield _cited(parsed, words[0]) or item
        else:
            yield item


def _is_hearsay(words: Sequence[Word]) -> bool:
    """Tell `is believed`, `are said`."""
    return (
        len(words) > 1
        and words[0].lower in BE
        and words[-1].tag == "VBN"
        and words[-1].lemma in frame_words("hearsay")
    )


def _of_nobody(parsed: Parsed, item: Attribution, adverb: Word) -> Attribution:
    """Give `[Rich states] reportedly [discussed a fund]` as nobody's words."""
    assert item.source is not None
    if item.source.end > adverb.start:
        return item
    cue, last = Span(adverb.start, adverb.end), max(part.end for part in item.content)
    behind = parsed.words[adverb.at + 1 : adverb.at + 2]
    if not behind or behind[0].start >= last or behind[0].sentence != adverb.sentence:
        return item
    before = parsed.within(item.source)
    if before[-1].sentence != adverb.sentence:
        return item
    verb = parsed.words[before[-1].at + 1 : adverb.at]
    told = Span(item.source.start, verb[-1].end if verb else item.source.end)
    content = (told, Span(behind[0].start, last))
    return replace(item, source=None, cue=cue, content=content, rule="agentless", confidence=SURE)


def _cited(parsed: Parsed, citing: Word) -> Attribution | None:
    """Give `[The wire] [is reporting], citing a delegate, [that …]`."""
    words = parsed.of(parsed.sentences[citing.sentence])
    at = citing.at - words[0].at
    last = at - 1
    while last > 0 and words[last].pos in {"PUNCT", "SYM"}:
        last -= 1
    if words[last].lemma not in frame_words("outlets_do"):
        return None
    first = last
    while first and words[first - 1].pos == "AUX":
        first -= 1
    subject = subject_before(words, first)
    near = words[at + 1 : at + 1 + CITING]
    that = next((word for word in near if word.lower == "that"), None)
    said = until_end(words[that.at - words[0].at + 1 :]) if that else []
    if subject is None or len(said) < FEWEST:
        return None
    cue, content = Span(words[first].start, words[last].end), Span(said[0].start, said[-1].end)
    return Attribution(subject, cue, (content,), "citing", SURE)
