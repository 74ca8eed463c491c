"""What came out of a meeting, in the words of its own clause.

`The talks ended [without an agreement]`, `the summit [produced a joint statement]`, `[the
principles] agreed at the summit`. What may, would or should come out of it is no outcome.
"""

from collections.abc import Iterator, Sequence

from onrecord.extract.language import Parsed, Word
from onrecord.extract.matters import instruments, phrase_before
from onrecord.extract.meetings.triggers import NOUN, Trigger
from onrecord.extract.meetings.vocabulary import words_of
from onrecord.extract.parties import Window
from onrecord.record import Span

NEAR, LONGEST, INSIDE = 14, 14, 7
"""Words between a meeting and its verb, of an outcome, and of the phrase that names the meeting."""
ENDS = frozenset({",", ".", ";", ":", "—", "–", "”", '"', "“", "(", ")"})
NAMING = frozenset({"DET", "ADJ", "PROPN", "NOUN", "NUM", "PART"})
PLACED = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})
TIMES = frozenset({"DATE", "TIME"})
BREAKS = frozenset({"but", "while", "as", "after"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
OPEN = frozenset({"MD", "TO"})


def outcomes(parsed: Parsed, window: Window, trigger: Trigger) -> Iterator[Span]:
    """Give the words for what came out of the meeting that a noun names, in clean offsets."""
    if trigger.kind != NOUN:
        return
    if behind := _behind(parsed.words, trigger.last, window.sentence.last):
        yield behind
    if reached := _reached(parsed, trigger.first, window.sentence.first):
        yield reached


def _behind(words: Sequence[Word], at: int, last: int) -> Span | None:
    """Give what the verb of the meeting tells: `ended without an agreement`."""
    end = min(last, at + NEAR)
    first = next((i for i in range(at, end) if words[i].tag in FINITE | OPEN), end)
    verb = first
    while verb < end and (words[verb].pos in {"AUX", "PART", "ADV"} or words[verb].tag == "MD"):
        verb += 1
    if verb >= end or any(word.tag in OPEN for word in words[first:verb]):
        return None
    if any(word.text in ENDS - {","} for word in words[at:verb]):
        return None
    lemma, behind = words[verb].lemma, words[verb + 1] if verb + 1 < last else None
    if lemma in words_of("outcomes", "ending"):
        opens = behind is not None and behind.lower in words_of("outcomes", "opening")
        placed = verb + 2 < last and words[verb + 2].entity in PLACED
        return _stretch(words, verb + 1, last) if opens and not placed else None
    if lemma in words_of("outcomes", "breaking"):
        return _stretch(words, first, last)
    thing = {word.lemma for word in words[verb + 1 : min(last, verb + 6)]}
    brings = lemma in words_of("outcomes", "bringing") and thing & words_of("outcomes", "things")
    makes = lemma in words_of("outcomes", "making") and thing & words_of("outcomes", "made")
    return _stretch(words, first, last) if brings or makes else None


def _reached(parsed: Parsed, first: int, start: int) -> Span | None:
    """Give what was agreed there: `[the principles] agreed at the summit`."""
    words, at = parsed.words, first - 1
    while at > max(start, first - INSIDE) and words[at].pos in NAMING and words[at].tag != "VBN":
        at -= 1
    verb = at - 1
    if verb <= start or words[at].lower not in {"at", "in", "during"}:
        return None
    if words[verb].lower in {"on", "out", "up"}:
        verb -= 1
    told = words[verb].tag in {"VBN", "VBD"} and words[verb].lemma in words_of(
        "outcomes", "reaching"
    )
    head = words[verb - 1] if verb > start else None
    if not told or head is None or not _is_thing(head):
        return None
    return Span(phrase_before(parsed, head)[0].start, head.end)


def _is_thing(word: Word) -> bool:
    """Tell a text, a deal or the like from those who agree on it."""
    return word.lemma in words_of("outcomes", "things") or word.lemma in instruments()


def _stretch(words: Sequence[Word], first: int, last: int) -> Span:
    """Give the words from a place to the end of their clause."""
    end = first + 1
    while end < min(last, first + LONGEST) and words[end].text not in ENDS:
        word = words[end]
        if word.tag in {"WDT", "WP"} or word.lower in BREAKS or word.entity in TIMES:
            break
        end += 1
    while end > first + 1 and words[end - 1].pos == "ADP":
        end -= 1
    return Span(words[first].start, words[end - 1].end)
