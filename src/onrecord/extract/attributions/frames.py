"""What is said by nobody who is named: `is said to have left`, `reportedly`, `remains unclear`.

PolNeAR, from which the trained finder learnt, leaves most of these out: an attribution there needs
a source or at least a verb of saying. The record keeps them, as levels L5 and L6 of the
specification (section 3.2). The frames are closed lists of words (`words/frames.toml`); parts of
speech tell where their subject begins.
"""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.extract.findings import Attribution
from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed, Word
from onrecord.extract.words import frame_words
from onrecord.record import Span

NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})
"""Parts of speech of a subject's words."""
INSIDE = frozenset({"of", "for", "in", "’s", "'s", "’", "'", "-", "&"})
"""Words that stand inside a subject: `the mayor of Lemesh`, `Kaltria’s army`."""
BE = frozenset({"is", "are", "was", "were", "be", "been", "remains", "remained", "remain"})
LEFT = frozenset({"that", "which", "who"})
OPENS = frozenset({",", "“", '"', "that"})
"""What a clause begins behind."""
LONGEST = 40
"""Words of what describes a subject: hostile text may hold thousands."""
FEWEST = 2
"""Words of a content: fewer say nothing."""


Taken = Intervals[Span]
"""Stretches in which a frame is somebody's cue already, or is said by somebody."""


def frames(parsed: Parsed, hearsay: Iterable[Attribution], taken: Taken) -> Iterator[Attribution]:
    """Find what is said by nobody in particular, where nothing else was found.

    `hearsay` is what `passives` found.
    """
    for item in (*_adverbs(parsed), *_unclear_ones(parsed), *hearsay):
        if item.cue and not taken.meeting(item.cue):
            yield item


def passives(parsed: Parsed) -> Iterator[Attribution]:
    """Find `[Ruhl] is said [to have resigned]` and `[the talks] are due [to open]`."""
    hearsay, forecast = frame_words("hearsay"), frame_words("forecast")
    for word in parsed.words:
        if (word.tag == "VBN" and word.lemma in hearsay) or word.lower in forecast:
            yield from _if_any(_passive(parsed, word))


def _adverbs(parsed: Parsed) -> Iterator[Attribution]:
    agentless = frame_words("agentless")
    for word in parsed.words:
        if word.lower in agentless:
            yield from _if_any(_agentless(parsed, word))


def _unclear_ones(parsed: Parsed) -> Iterator[Attribution]:
    unclear = frame_words("unclear")
    for word in parsed.words:
        if word.lower in unclear:
            yield from _if_any(_unclear(parsed, word))


def _if_any(item: Attribution | None) -> Iterator[Attribution]:
    if item:
        yield item


def taken_by(found: Iterable[Attribution]) -> Taken:
    """Give the cues and contents of attributions as stretches that are taken."""
    return Intervals(_parts(found), lambda span: span)


def _parts(found: Iterable[Attribution]) -> Iterator[Span]:
    """Give the cues and contents in order, those that meet joined."""
    spans = sorted(part for item in found for part in (item.cue, *item.content) if part)
    last = None
    for span in spans:
        if last and span.start < last.end:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _sentence(parsed: Parsed, word: Word) -> Sequence[Word]:
    return parsed.of(parsed.sentences[word.sentence])


def _passive(parsed: Parsed, word: Word) -> Attribution | None:
    """Give `[Ruhl] is said [to have resigned]`, `[the talks] are due [to open]`."""
    words = _sentence(parsed, word)
    at = word.at - words[0].at
    following = [w.lower for w in words[at + 1 : at + 3]]
    if len(following) < FEWEST or following[0] != "to" or words[at + 2].tag not in {"VB", "RB"}:
        return None
    first = at
    while first > 0 and (words[first - 1].pos in {"AUX", "ADV", "PART"}):
        first -= 1
    if not {w.lower for w in words[first:at]} & BE:
        return None
    subject = subject_before(words, first)
    said = until_end(words[at + 1 :])
    if subject is None or len(said) < FEWEST or words[first - 1].lower in LEFT:
        return None
    content = (subject, Span(said[0].start, said[-1].end))
    return Attribution(None, Span(words[first].start, word.end), content, "hearsay", 0.5)


def subject_before(words: Sequence[Word], end: int) -> Span | None:
    """Give the noun phrase that ends before a word, with what a comma sets beside it."""
    last = end
    if last > 0 and words[last - 1].text == ",":  # `Ruhl, the foreign minister, is said`
        inner = _phrase_start(words, last - 1)
        if inner < last - 1 and inner > 0 and words[inner - 1].text == ",":
            start = _phrase_start(words, inner - 1)
            return Span(words[start].start, words[last - 2].end) if start < inner - 1 else None
        return None
    start = _phrase_start(words, last)
    start = _whole_start(words, start) if start < last else start
    return Span(words[start].start, words[last - 1].end) if start < last else None


def _whole_start(words: Sequence[Word], start: int) -> int:
    """Give the start of `[a truce agreed in Oslo and Lima] is due`, past what describes its noun.

    Only where that opens the clause: in `they met in Oslo and [the talks] are due` it does not.
    """
    at = start
    while at > 0 and start - at < LONGEST:
        links = at
        while links > 0 and _describes(words[links - 1]):
            links -= 1
        before = _phrase_start(words, links)
        if links in {at, before}:
            break
        at = before
    opens = at == 0 or words[at - 1].text in OPENS
    tags = {word.tag for word in words[at:start]}
    clauses = {"VBD", "CC"} <= tags or "PRP" in tags
    return at if opens and not clauses else start


def _describes(word: Word) -> bool:
    """Tell what leads on from a noun; spaCy takes `a truce [agreed] in May` for a past tense."""
    return word.pos in {"ADP", "CCONJ"} or word.tag in {"VBN", "TO", "VBD"}


def _phrase_start(words: Sequence[Word], end: int) -> int:
    start = end
    while start > 0 and _nominal(words[start - 1]):
        start -= 1
    while start < end and words[start].lower in INSIDE:
        start += 1
    return start


def _nominal(word: Word) -> bool:
    return (word.pos in NOMINAL and word.lower not in LEFT) or word.lower in INSIDE


def _unclear(parsed: Parsed, word: Word) -> Attribution | None:
    """Give `it remains unclear [whether …]` and `[Whether …] is unclear`."""
    words = _sentence(parsed, word)
    at = word.at - words[0].at
    if at == 0 or words[at - 1].lower not in BE:
        return None
    cue = Span(words[at - 1].start, word.end)
    said = until_end(words[at + 1 :])
    if said and (said[0].tag in {"WP", "WRB", "WDT"} or said[0].lower in {"whether", "if", "how"}):
        opened = said[0].lower in {"whether", "if"}
        cue = Span(cue.start, said[0].end) if opened else cue
        said = said[1:] if opened else said
    elif words[0].lower in {"whether", "how", "who", "what", "when", "where", "why"}:
        said = list(words[: at - 1])
    else:
        return None
    if len(said) < FEWEST:
        return None
    return Attribution(None, cue, (Span(said[0].start, said[-1].end),), "unclear", 0.7)


def _agentless(parsed: Parsed, word: Word) -> Attribution | None:
    """Give the clause around `reportedly`: what stands before it and after it in its sentence."""
    words = _sentence(parsed, word)
    at = word.at - words[0].at
    before = subject_before(words, _verb_before(words, at))
    after = until_end(words[at + 1 :])
    if len(after) < FEWEST:
        return None
    rest = Span(after[0].start, after[-1].end)
    if before and before.end <= word.start:
        verb = words[at - 1]
        before = Span(before.start, verb.end if verb.pos in {"AUX", "VERB"} else before.end)
    content = (before, rest) if before else (rest,)
    return Attribution(None, Span(word.start, word.end), content, "agentless", 0.4)


def _verb_before(words: Sequence[Word], at: int) -> int:
    while at > 0 and words[at - 1].pos in {"AUX", "VERB", "ADV"}:
        at -= 1
    return at


ENDS = frozenset({".", "!", "?", ";", ":", "”", '"', "—"})
TURNS = frozenset({"but", "while", "although", "though", "according"})


def until_end(words: Iterable[Word]) -> list[Word]:
    """Give the words up to the end of the clause: a full stop, a turn, a mark that closes."""
    kept: list[Word] = []
    for word in words:
        if word.text in ENDS or (word.lower in TURNS and kept and kept[-1].text == ","):
            break
        if word.pos != "SPACE":
            kept.append(word)
    while kept and kept[-1].pos == "PUNCT" and kept[-1].text not in {")", "’", "”"}:
        kept.pop()
    return kept
