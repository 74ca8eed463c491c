"""Refusals to answer: `Asked whether the army would leave, Dunn declined to answer`.

The network reads the question and the refusal apart. They are one statement without comment: its
source refuses, its content is the question (section 3.3 of the specification).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.extract.attributions.frames import Taken, subject_before, until_end
from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed, Word
from onrecord.extract.words import frame_words
from onrecord.record import Span

FINITE = frozenset({"VBD", "VBZ", "VBP"})
DRAWN = frozenset({"drawn"})
NOT = frozenset({"not", "n't", "n’t", "never"})
MODALS = frozenset({"will", "wo", "would", "could", "ca", "can"})
SURE = 0.6
REACH = 4
"""Words from a refusing verb to what it refuses: `declined [again] to answer`."""


class _Refusal(NamedTuple):
    """Who refuses, and the words of the refusal."""

    source: Span
    cue: Span


def refused(parsed: Parsed, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Give what was found, questions joined with the refusals to answer them."""
    asked = {
        item: refusal
        for item in found
        if _is_question(parsed, item) and (refusal := _refusal_after(parsed, item))
    }
    refusals = {refusal.cue for refusal in asked.values()}
    joined = (
        replace(item, source=asked[item].source, cue=asked[item].cue) if item in asked else item
        for item in found
        if item in asked or not (_only_refuses(item, refusals) or _is_put(parsed, item))
    )
    return tuple(joined)


def unanswered(parsed: Parsed, taken: Taken) -> Iterator[Attribution]:
    """Find `[He] laughs, and [declines] [to explain]`, `[Dunn] [won't be drawn] [on the fee]`.

    Only where nothing else was found.
    """
    refusing = frame_words("refusing")
    for word in parsed.words:
        drawn = word.lower in DRAWN
        if not drawn and word.lemma not in refusing:
            continue
        words = parsed.of(parsed.sentences[word.sentence])
        at = word.at - words[0].at
        first = _undrawn(words, at) if drawn else _declines(words, at)
        said = until_end(words[at + 1 :]) if first is not None else []
        source = _subject(words, first) if said and first is not None else None
        cue = Span(words[first or 0].start, word.end)
        if source and not taken.meeting(cue):
            content = (Span(said[0].start, said[-1].end),)
            yield Attribution(source, cue, content, "unanswered", SURE)


def _undrawn(words: Sequence[Word], at: int) -> int | None:
    """Give where `won't be drawn on` begins, None where it is something else that is drawn."""
    before = [word.lower for word in words[max(at - REACH, 0) : at]]
    behind = words[at + 1].lower if at + 1 < len(words) else ""
    if behind not in {"on", "into", "about"} or "be" not in before or not NOT & set(before):
        return None
    return at - next((n for n, word in enumerate(reversed(before), 1) if word in MODALS), 0)


def _declines(words: Sequence[Word], at: int) -> int | None:
    """Give the place of a verb that refuses to answer, None where it refuses something else."""
    behind = words[at + 1 : at + 1 + REACH]
    to = bool(behind) and behind[0].lower == "to" and words[at].tag in FINITE
    return at if to and next(_answers(behind), None) is not None else None


def _subject(words: Sequence[Word], at: int) -> Span | None:
    """Give the subject before a verb; behind `and` that of the sentence's first verb."""
    if at and words[at - 1].lower not in {"and", "but", ","}:
        return subject_before(words, at)
    verb = next((n for n, word in enumerate(words[:at]) if word.tag in FINITE), None)
    return subject_before(words, verb) if verb else None


def _is_question(parsed: Parsed, item: Attribution) -> bool:
    """Tell `[Asked] whether …`, which opens its sentence."""
    if item.cue is None:
        return False
    word = parsed.word_at(item.cue.start)
    opens = word.at == parsed.sentences[word.sentence].first
    participle = word.tag == "VBN" or (word.tag == "VBD" and opens)
    return participle and word.lemma in frame_words("asking")


def _is_put(parsed: Parsed, item: Attribution) -> bool:
    """Tell `[Asked] about the text, Dunn said`: a question that nobody is told to have put.

    Dunn, who stands behind it, was asked, and did not ask; `asked by this newspaper` tells who did.
    """
    if not _is_question(parsed, item) or item.cue is None:
        return False
    word = parsed.word_at(item.cue.start)
    if word.at != parsed.sentences[word.sentence].first:
        return False
    source = parsed.word_at(item.source.start) if item.source else None
    return source is None or source.at == 0 or parsed.words[source.at - 1].lower != "by"


def _only_refuses(item: Attribution, refusals: set[Span]) -> bool:
    """Tell `[Dunn] [declined] [to answer]`: the refusal of a question that is known."""
    return item.cue is not None and any(
        cue.meets(item.cue) and all(cue.meets(part) for part in item.content) for cue in refusals
    )


def _refusal_after(parsed: Parsed, item: Attribution) -> _Refusal | None:
    assert item.cue is not None
    sentence = parsed.sentences[parsed.word_at(item.cue.start).sentence]
    words = parsed.of(sentence)
    for at, word in enumerate(words):
        if word.start > item.cue.end and word.lemma in frame_words("refusing"):
            answer = next(_answers(words[at + 1 : at + 1 + REACH]), None)
            source = subject_before(words, at)
            if answer and source:
                return _Refusal(source, Span(word.start, answer.end))
        if word.start > item.cue.end and (first := _unsaid(words, at)):
            source = subject_before(words, first)
            if source and source.start > item.content[0].start:
                return _Refusal(source, Span(words[first].start, word.end))
    return None


def _unsaid(words: Sequence[Word], at: int) -> int | None:
    """Give where `would not be drawn`, `did not answer` begins, None where it is no such verb."""
    drawn = words[at].lower in DRAWN
    if not drawn and not (words[at].tag == "VB" and words[at].lemma in frame_words("answering")):
        return None
    first = at
    while first and (
        words[first - 1].pos in {"AUX", "PART", "ADV"} or words[first - 1].tag == "MD"
    ):
        first -= 1
    denied = NOT & {word.lower for word in words[first:at]}
    behind = words[at + 1].text if at + 1 < len(words) else "."
    return first if denied and (drawn or behind in {".", ","}) else None


def _answers(words: Sequence[Word]) -> Iterator[Word]:
    to = False
    for word in words:
        if to and word.lemma in frame_words("answering"):
            yield word
        to = to or word.lower == "to"
