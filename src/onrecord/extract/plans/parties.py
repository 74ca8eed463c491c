"""Those whom a list of noun phrases names: `the ministry and, reportedly, two envoys`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.extract.language import Word
from onrecord.extract.plans.words import deed_words
from onrecord.record import Span

LONGEST = 24
"""Words of a list that are looked at: longer ones are cut, the text may be hostile."""
NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM"})
JOINING = frozenset({",", "and", "&", "or"})


@dataclass(frozen=True, slots=True)
class Party:
    """Words that name somebody, in clean offsets; `hearsay` where they stand under `reportedly`.

    `shared` is the noun of an adjective that stands apart: `[Russian] and U.S. [officials]`.
    """

    span: Span
    hearsay: bool = False
    shared: Span | None = None


def parties(words: Sequence[Word]) -> list[Party]:
    """Give those whom the list names that begins with the first of these words."""
    found = []
    first: Word | None = None
    last: Word | None = None
    hearsay = comma = joined = False
    for word in [*words[:LONGEST], None]:
        if word and _inside(word, words[0], last):
            first, last = first or word, word
            continue
        if first and last:
            if comma and not joined and (word is None or word.pos == "VERB"):
                break  # `written by Norway, [the envoy] said`
            found.append(Party(Span(first.start, last.end), hearsay, _shared(words, first, last)))
            hearsay = joined = False
            first = last = None
        comma = word is not None and word.text == ","
        joined = joined or (word is not None and word.lower in {"and", "or"})
        if word is None or word.sentence != words[0].sentence:
            break
        if word.lower in deed_words("hearsay", "words"):
            hearsay = True
        elif word.lower not in JOINING and word.pos != "ADV":
            break
    return found


def _shared(words: Sequence[Word], first: Word, last: Word) -> Span | None:
    """Give the noun that an adjective before `and` shares with what stands behind it."""
    alone = first is last and (last.entity == "NORP" or last.tag == "JJ")
    behind = [word for word in words if word.at > last.at][:LONGEST]
    if not alone or not behind or behind[0].lower != "and":
        return None
    nouns = []
    for word in behind[1:]:
        if word.pos not in NAMING:
            break
        nouns.append(word)
    shares = len(nouns) > 1 and nouns[-1].tag == "NNS"
    return Span(nouns[-1].start, nouns[-1].end) if shares else None


def _inside(word: Word, opening: Word, last: Word | None) -> bool:
    """Tell whether a word goes on with the noun phrase: `of` does behind a body's noun."""
    if word.sentence != opening.sentence:
        return False
    joined = word.text in {"-", "/"} or word.tag in {"POS", "HYPH"}
    of = word.lower == "of" and last is not None and last.pos in {"NOUN", "PROPN"}
    named = word.pos in NAMING and word.entity not in {"DATE", "TIME"}
    return (named or joined or of) and not (word.pos == "DET" and last is not None and _ended(last))


def _ended(last: Word) -> bool:
    return last.pos in {"NOUN", "PROPN"}


def before(words: Sequence[Word], subject: Span) -> Iterator[Party]:
    """Give those whom a subject names, with the ones joined to it: `[Norway] and Chile drafted`."""
    at = next((i for i, word in enumerate(words) if word.start >= subject.start), len(words))
    if at < len(words) and words[at].pos == "PRON":
        yield Party(subject)
        return
    first = at
    while first > 1 and at - first < LONGEST and words[first - 1].lower in {"and", "&"}:
        start = first - 1
        while start > 0 and words[start - 1].pos in NAMING:
            start -= 1
        if start == first - 1:
            break
        first = start
    inner = [word for word in words[first:] if word.start < subject.end]
    head = words[first - 2 : first] if first > 1 else ()
    if head and head[1].lower in {"from", "of"} and head[0].pos in {"NOUN", "PROPN"}:
        start = first - 2
        while start > 0 and words[start - 1].pos in NAMING:
            start -= 1
        yield Party(Span(words[start].start, subject.end))  # `[negotiators from Chile and Peru]`
        return
    yield from parties(inner)
