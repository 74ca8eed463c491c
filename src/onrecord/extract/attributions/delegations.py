"""Who speaks for others: `Nauru, for AOSIS, noted`, `Egypt, on behalf of the Arab Group, asked`.

Reports of negotiations name who speaks and for whom between commas. The network often takes the
last name before the verb, or none, for the source: the source is the one who speaks, with the words
that tell for whom.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.findings import Attribution
from onrecord.extract.language import FINITE, Parsed, Word
from onrecord.record import Span

ARTICLES = frozenset({"the", "a", "an"})
INSIDE = frozenset({"of", "and", "&", "-", "’", "'", "the", "de", "d'", "d’"})
"""Words that stand inside the name of who speaks: `Trinidad and Tobago`, `Republic of Korea`."""
MEMBERS = frozenset({"group", "country", "party", "state", "member", "coalition", "alliance"})
"""Lemmas of a group that is described, no name: `for several island states`."""
LONGEST = 80
"""Words on behalf of whom somebody speaks, at most: a list of thirty countries has about that."""


def with_delegates(parsed: Parsed, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Give the attributions, each whose verb follows such words with the one who speaks."""
    ends = delegates(parsed)
    for item in found:
        source = _source(parsed, item, ends) if item.cue and ends else None
        yield replace(item, source=source) if source else item


def _source(parsed: Parsed, item: Attribution, ends: dict[int, Span]) -> Span | None:
    """Give who speaks where the cue is the first verb behind; None where the source may stay."""
    assert item.cue is not None
    delegate = ends.get(parsed.word_at(item.cue.start).at)
    outside = item.source is None or (delegate and item.source.start >= delegate.start)
    return delegate if delegate and outside else None


def delegates(parsed: Parsed) -> dict[int, Span]:
    """Give who speaks, with the words on behalf of whom, by the number of the verb behind it."""
    found = {}
    for word in parsed.words:
        first = _behind(parsed, word)
        start = _speaker(parsed, word) if first else None
        if start is None or first is None:
            continue
        verb = _verb(parsed, first)
        if verb:
            last = verb.at - 1
            while parsed.words[last].pos in {"ADV", "SPACE"} or parsed.words[last].text == ",":
                last -= 1
            found[verb.at] = Span(parsed.words[start].start, parsed.words[last].end)
    return found


def _behind(parsed: Parsed, word: Word) -> Word | None:
    """Give the first word of the group behind `, for` or `, [speaking] on behalf of`."""
    if word.text != ",":
        return None
    words = parsed.words[word.at : word.at + 7]
    texts = [other.lower for other in words]
    at = 1 + (texts[1:2] in (["speaking"], ["also"]))
    if texts[at : at + 3] == ["on", "behalf", "of"]:
        return words[at + 3] if len(words) > at + 3 else None
    if texts[at : at + 1] != ["for"] or len(words) < at + 2:
        return None
    group = words[at + 1 :]
    named = group[1:2] if group[0].lower in ARTICLES else group[:1]
    return group[0] if any(_is_group(other) for other in named) else None


def _is_group(word: Word) -> bool:
    capital = word.text[:1].isupper()
    return (capital and word.entity not in {"DATE", "TIME"}) or word.lemma in MEMBERS


def _speaker(parsed: Parsed, comma: Word) -> int | None:
    """Give the number of the first word of the name before a comma, None without one."""
    at = comma.at
    while at > 0 and _in_name(parsed.words[at - 1], comma):
        at -= 1
    while at < comma.at and parsed.words[at].lower in INSIDE - {"the"}:
        at += 1
    named = any(word.pos == "PROPN" for word in parsed.words[at : comma.at])
    return at if named else None


def _in_name(word: Word, comma: Word) -> bool:
    capital = word.text[:1].isupper() and word.pos in {"PROPN", "NOUN", "ADJ", "DET"}
    return word.sentence == comma.sentence and (capital or word.lower in INSIDE)


def _verb(parsed: Parsed, first: Word) -> Word | None:
    """Give the first finite verb behind, in the same sentence and not in a clause of its own."""
    for word in parsed.words[first.at : first.at + LONGEST]:
        if word.sentence != first.sentence or word.tag in {"WDT", "WP"} or word.text in {":", ";"}:
            return None
        if word.tag in FINITE:
            return word
    return None
