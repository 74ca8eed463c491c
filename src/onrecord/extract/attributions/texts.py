"""Texts that speak: `the draft would require Lemesh to withdraw`, `the plan foresees …`."""

from collections.abc import Iterator, Sequence

from onrecord.extract.attributions.frames import Taken, subject_before, until_end
from onrecord.extract.findings import Attribution
from onrecord.extract.language import FINITE, Parsed, Word
from onrecord.extract.words import frame_words
from onrecord.record import Span

BEFORE_VERB = frozenset({"AUX", "ADV", "PART"})
OPENING = frozenset({"if", "unless", "whether", "until", "lest", "that", "which"})
"""Words before a subject that make it no statement of the text: `if the plan requires …`."""
FEWEST = 2


def texts(parsed: Parsed, taken: Taken) -> Iterator[Attribution]:
    """Find what a text lays down, where nothing else was found: the text is the source."""
    for word in parsed.words:
        if word.lemma in frame_words("ruling") and word.pos in {"VERB", "AUX"}:
            item = _laid_down(parsed.of(parsed.sentences[word.sentence]), word)
            if item and item.cue and not taken.meeting(item.cue):
                yield item


def _text_before(words: Sequence[Word], verb: int) -> Span | None:
    """Give the text that is the subject: `the plan, obtained by the Courier, [would require]`."""
    for end in range(verb, 0, -1):
        if words[end - 1].tag in FINITE or _opens_clause(words, end - 1):
            return None
        if words[end - 1].lemma in frame_words("texts"):
            return None if _qualifies(words[end:verb]) else subject_before(words, end)
    return None


def _opens_clause(words: Sequence[Word], at: int) -> bool:
    """Tell `Lee sent the draft, [and] delegates provided comments`: the subject is another."""
    return words[at].tag == "CC" and at > 0 and words[at - 1].text == ","


def _qualifies(behind: Sequence[Word]) -> bool:
    """Tell `[annex] I countries committed`: the noun behind a text is the subject."""
    noun = next((word for word in behind if word.pos not in {"NUM", "PRON"}), None)
    dated = noun is not None and noun.entity in {"DATE", "TIME"}  # `the report Monday found`
    return noun is not None and noun.pos in {"NOUN", "PROPN"} and not dated


def _laid_down(words: Sequence[Word], verb: Word) -> Attribution | None:
    at = first = verb.at - words[0].at
    while first > 0 and words[first - 1].pos in BEFORE_VERB:
        first -= 1
    subject = _text_before(words, first)
    if subject is None:
        return None
    opening = [word for word in words if word.end <= subject.start]
    if opening and opening[-1].lower in OPENING:
        return None
    said = until_end(words[at + 1 :])
    if len(said) < FEWEST:
        return None
    cue = Span(words[first].start, verb.end)
    return Attribution(subject, cue, (Span(said[0].start, said[-1].end),), "text", 0.6)
