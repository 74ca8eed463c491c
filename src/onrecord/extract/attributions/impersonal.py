"""What is passed on with a word for it: `reports that …`, `the claimed capture`, `widely seen as`.

Nobody who is named says it here: media at large, nobody, or those whom a relative clause tells of.
`It was agreed that …` is what the outlet reports: its `it` is no source. Inside what somebody says
such words stand nested, but not in his quotation marks: there they are his own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.attributions.frames import (
    FEWEST,
    subject_before,
    taken_by,
    until_end,
)
from onrecord.extract.findings import Attribution
from onrecord.extract.intervals import Intervals
from onrecord.extract.language import FINITE, Parsed, Word
from onrecord.extract.quotes import Quote
from onrecord.extract.words import frame_words
from onrecord.record import Span

PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV"})
"""Parts of speech of what an adjective of claiming stands before."""
INSIDE = frozenset({"of", "in", "by", "on", "at", "near", "between", "’s", "'s", "-"})
MOST = 14
"""Words of a noun phrase at most."""


def impersonal(
    parsed: Parsed, found: Sequence[Attribution], quotes: Intervals[Quote]
) -> Iterator[Attribution]:
    """Find what is passed on, where nothing else was found by the same words."""
    readers = (
        ("report_nouns", _reports),
        ("claimed", _claimed),
        ("warning", _warned),
        ("settled", _settled),
        ("emerged", _emerged),
        ("to_be", _to_be),
    )
    by_word = {word: read for name, read in readers for word in frame_words(name)}
    taken, cues = taken_by(found), {item.cue for item in found if item.cue}
    for word in parsed.words:
        read = by_word.get(word.lower)
        item = read(parsed.of(parsed.sentences[word.sentence]), word) if read else None
        if item and item.cue and not quotes.meeting(item.cue):
            nests = item.rule in NESTING and not any(cue.meets(item.cue) for cue in cues)
            if nests or not taken.meeting(item.cue):
                yield item


NESTING = frozenset({"claimed", "warned"})
"""Rules whose words stand in what another says as well."""


def without_expletive(parsed: Parsed, item: Attribution) -> Attribution:
    """Give `It was agreed that …` without a source: this `it` stands for nobody."""
    if item.source is None or item.cue is None:
        return item
    cue = parsed.within(item.cue)
    before = parsed.words[cue[0].at - 1].lower if cue and cue[0].at else ""
    passive = len(cue) > 1 and cue[-1].tag == "VBN" and any(w.lemma == "be" for w in cue[:-1])
    return replace(item, source=None) if before == "it" and passive else item


def views(parsed: Parsed) -> Iterator[Attribution]:
    """Find `[the first draft], [widely seen as] [closer to one side]`, the view of nobody named."""
    adverbs = frame_words("widely")
    for word in parsed.words:
        if word.lower in adverbs:
            item = _widely(parsed.of(parsed.sentences[word.sentence]), word)
            if item:
                yield item


def _reports(words: Sequence[Word], noun: Word) -> Attribution | None:
    """Give `despite [reports that] [two envoys wrote the plan]`."""
    at = noun.at - words[0].at
    if noun.pos != "NOUN" or at + 1 >= len(words) or words[at + 1].lower != "that":
        return None
    said = _clause(words[at + 2 :])
    if len(said) < FEWEST or not any(word.tag in FINITE for word in said):
        return None
    source, cue = Span(noun.start, noun.end), Span(noun.start, words[at + 1].end)
    return Attribution(source, cue, (Span(said[0].start, said[-1].end),), "reports", 0.7)


def _clause(words: Sequence[Word]) -> list[Word]:
    """Give the words of a clause up to where the one around it goes on: `…, and reiterated`."""
    kept = until_end(words)
    for at, word in enumerate(kept):
        behind = kept[at + 1 : at + 3]
        joined = word.text == "," and behind and behind[0].lower in {"and", "but", "or"}
        if joined and len(behind) > 1 and behind[1].tag in FINITE:
            return kept[:at]
    return kept


def _claimed(words: Sequence[Word], adjective: Word) -> Attribution | None:
    """Give `the [claimed] [recent capture of the city]`."""
    at = adjective.at - words[0].at
    before = words[at - 1] if at else None
    if before is None or before.pos not in {"DET", "ADJ"} or before.tag == "PRP$":
        return None
    said: list[Word] = []
    for word in words[at + 1 : at + 1 + MOST]:
        if word.pos not in PHRASE and word.lower not in INSIDE:
            break
        said.append(word)
    while said and said[-1].pos not in {"NOUN", "PROPN"}:
        said.pop()
    if len(said) < FEWEST or not any(word.lower in INSIDE for word in said):
        return None
    cue = Span(adjective.start, adjective.end)
    return Attribution(None, cue, (Span(said[0].start, said[-1].end),), "claimed", 0.5)


def _widely(words: Sequence[Word], adverb: Word) -> Attribution | None:
    """Give `[the first draft], [widely seen as] [closer to one side]`."""
    at = adverb.at - words[0].at
    following = [word.lower for word in words[at + 1 : at + 3]]
    if len(following) < 2 or following[0] not in frame_words("seen") or following[1] != "as":
        return None
    first = at
    while first and words[first - 1].pos == "AUX":
        first -= 1
    comma = first > 0 and words[first - 1].text == ","
    subject = subject_before(words, first - 1 if comma else first)
    said = until_end(words[at + 3 :])
    if subject is None or not said:
        return None
    cue = Span(adverb.start, words[at + 2].end)
    content = (subject, Span(said[0].start, said[-1].end))
    return Attribution(None, cue, content, "widely", 0.5)


def _warned(words: Sequence[Word], verb: Word) -> Attribution | None:
    """Give `[leaders] who have [warned of] [an attack]`."""
    at = first = verb.at - words[0].at
    while first and words[first - 1].pos in {"AUX", "ADV"}:
        first -= 1
    behind = words[at + 1] if at + 1 < len(words) else None
    relative = first > 1 and words[first - 1].lower == "who"
    if not relative or behind is None or behind.lower not in {"of", "about", "against", "that"}:
        return None
    subject = subject_before(words, first - 1)
    said = _clause(words[at + 2 :])
    if behind.lower != "that":  # `who have warned of a war [left early]`
        ends = [n for n, word in enumerate(said) if word.tag in FINITE]
        said = said[: ends[0]] if ends else said
    if subject is None or len(said) < FEWEST:
        return None
    cue = Span(verb.start, behind.end)
    return Attribution(subject, cue, (Span(said[0].start, said[-1].end),), "warned", 0.5)


def _settled(words: Sequence[Word], verb: Word) -> Attribution | None:
    """Give `It [was agreed] [that the fleet would stay]`, `it [was decided] [to meet again]`."""
    at = first = verb.at - words[0].at
    while first and words[first - 1].pos == "AUX":
        first -= 1
    if first == at or verb.tag != "VBN" or not first or words[first - 1].lower != "it":
        return None
    opens = at + 1 < len(words) and words[at + 1].lower in {"that", "to"}
    said = _clause(words[at + 1 :]) if opens else []
    if len(said) <= FEWEST:
        return None
    cue = Span(words[first].start, verb.end)
    return Attribution(None, cue, (Span(said[0].start, said[-1].end),), "settled", 0.6)


def _emerged(words: Sequence[Word], verb: Word) -> Attribution | None:
    """Give `It [emerged] [that the envoy had left]`."""
    at = verb.at - words[0].at
    opens = at + 1 < len(words) and words[at + 1].lower == "that"
    said = _clause(words[at + 1 :]) if opens and at and words[at - 1].lower == "it" else []
    if len(said) <= FEWEST:
        return None
    cue = Span(verb.start, verb.end)
    return Attribution(None, cue, (Span(said[0].start, said[-1].end),), "emerged", 0.6)


def _to_be(words: Sequence[Word], modal: Word) -> Attribution | None:
    """Give `[Sanctions] [would be] [lifted within sixty days]`, a sentence that nobody says.

    Only a whole sentence, or the half of one: what an `if` or a `that` opens hangs on something.
    """
    at = modal.at - words[0].at
    following = words[at + 1 : at + 3]
    if len(following) < 2 or following[0].lower != "be" or following[1].tag != "VBN":
        return None
    subject = subject_before(words, at)
    opening = [word for word in words if subject and word.end <= subject.start]
    if subject is None or any(word.pos in {"SCONJ", "VERB", "PRON"} for word in opening):
        return None
    said = until_end(words[at + 2 :])
    if len(said) < FEWEST or any(word.lower in {"if", "unless"} for word in said):
        return None
    cue = Span(modal.start, following[0].end)
    return Attribution(None, cue, (subject, Span(said[0].start, said[-1].end)), "to_be", 0.5)
