"""Delegations that take the floor: `INDONESIA underscored …`, `the EU lamented …, advocated …`.

Reports of negotiations put one country after another before a verb of saying. The network, taught
on newspapers, misses some: where a country or body of the tables, or who just spoke, stands right
before such a verb in the past tense (`floor` of `words/frames.toml`), it is what that one says.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.extract.attributions.delegations import delegates
from onrecord.extract.attributions.frames import taken_by
from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed, Word
from onrecord.extract.speakers.kinds import in_tables, is_known, plain
from onrecord.extract.words import frame_words
from onrecord.record import Span

CONFIDENCE = 0.6
LINKS = frozenset({"and", "but", ","})
OPENS = frozenset({",", ";", ":", "and", "but", "while", "whereas"})
"""Words before a subject inside a sentence."""
CONTRAST = frozenset({"while", "whereas", "but"})
VOICING = frozenset({"draw", "express", "raise", "voice"})
"""Verbs that need their noun: `expressed concern over`."""
NOUNS = frozenset({"NN", "NNS"})
FEWEST = 2
"""Words of a content that is no noun: `urged restraint` is enough."""


def floor(parsed: Parsed, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Give what delegations say where nothing was found."""
    verbs = frame_words("floor")
    taken, speaking = taken_by(found), None
    begins = sorted(item.cue.start for item in found if item.cue)
    said = ((item.cue.start, item) for item in found if item.cue and item.source)
    told = sorted(said, key=lambda pair: pair[0])
    for word in parsed.words:
        if word.tag != "VBD" or word.lemma not in verbs:
            continue
        if taken.meeting(Span(word.start, word.end)):
            continue
        if speaking is None:
            speaking = delegates(parsed)
        source = speaking.get(word.at) or _named(parsed, word) or _before(parsed, word, told)
        index = bisect_left(begins, word.end)
        until = begins[index] if index < len(begins) else len(parsed.text)
        if source and (item := _said(parsed, word, source, until)):
            yield item


def _named(parsed: Parsed, verb: Word) -> Span | None:
    """Give the country or body right before a verb that begins its clause there."""
    last = _subject_end(parsed, verb)
    at = last + 1
    while at > 0 and _in_name(parsed.words[at - 1], verb):
        at -= 1
    if at > last:
        return None
    opens = at == 0 or parsed.words[at - 1].sentence != verb.sentence
    if not opens and parsed.words[at - 1].lower not in OPENS:
        return None
    span = Span(parsed.words[at].start, parsed.words[last].end)
    name = plain(parsed.text[slice(*span)]).removesuffix(" and others")
    return (
        span
        if in_tables(name) or all(is_known(plain(part)) for part in name.split(" and "))
        else None
    )


def _subject_end(parsed: Parsed, verb: Word) -> int:
    at = verb.at - 1
    while at > 0 and parsed.words[at].pos == "ADV":
        at -= 1
    return at


def _in_name(word: Word, verb: Word) -> bool:
    capital = word.text[:1].isupper() and word.entity not in {"DATE", "TIME"}
    joins = word.lower in {"the", "and", "others", "of", "-", "/"}
    return word.sentence == verb.sentence and (capital or joins)


def _before(parsed: Parsed, verb: Word, told: Sequence[tuple[int, Attribution]]) -> Span | None:
    """Give who speaks before in the sentence, where a verb goes on behind a comma or `and`."""
    before = parsed.words[_subject_end(parsed, verb)]
    if before.lower not in LINKS or before.sentence != verb.sentence:
        return None
    index = bisect_left(told, verb.start, key=lambda pair: pair[0])
    at, last = told[index - 1] if index else (0, None)
    cue = parsed.word_at(at)
    if last is None or cue.sentence != verb.sentence or cue.tag != "VBD":
        return None
    ends = max(part.end for part in last.content)
    between = parsed.within(Span(ends, before.start)) if ends < before.start else ()
    return last.source if all(word.pos in {"PUNCT", "CCONJ"} for word in between) else None


def _said(parsed: Parsed, verb: Word, source: Span, until: int) -> Attribution | None:
    """Give what is said up to another subject, another verb, or the next cue, `until`."""
    words = parsed.words[verb.at + 1 : parsed.sentences[verb.sentence].last]
    cue_end = verb.end
    if verb.lemma in VOICING and len(words) > FEWEST and words[0].tag in NOUNS:
        cue_end, words = words[0].end, words[1:]  # `drew [attention to] the flood`
    if words and words[0].tag in {"IN", "RP", "TO"} and words[0].lower != "that":
        cue_end, words = words[0].end, words[1:]
    end = next((at for at, _ in enumerate(words) if _stops(words, at)), len(words))
    said = tuple(word for word in words[:end] if word.start < until)
    while said and said[-1].pos in {"PUNCT", "CCONJ", "SPACE"}:
        said = said[:-1]
    if not said or said[0].pos == "PUNCT" or (len(said) < FEWEST and said[0].tag not in NOUNS):
        return None
    content = (Span(said[0].start, said[-1].end),)
    return Attribution(source, Span(verb.start, cue_end), content, "floor", CONFIDENCE)


def _stops(words: Sequence[Word], at: int) -> bool:
    """Tell whether what is said ends here: another subject or another verb follows."""
    word = words[at]
    if word.text == ";" or (word.lower in CONTRAST and at and words[at - 1].text == ","):
        return True
    if word.lower not in LINKS:
        return False
    behind = words[at + 1 : at + 7]
    if behind and behind[0].lower == "and":
        behind = behind[1:]
    while behind and behind[0].pos == "ADV":
        behind = behind[1:]
    if behind and behind[0].tag == "VBD":
        return True
    return any(
        other.tag == "VBD" and behind[place - 1].text[:1].isupper()
        for place, other in enumerate(behind)
        if place and all(_in_name(name, other) for name in behind[:place])
    )
