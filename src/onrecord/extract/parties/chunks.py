"""The noun phrases of a sentence, by parts of speech: nothing here knows grammar."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from onrecord.extract.language import FINITE, Word

INNER = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
TAGS = frozenset({"POS", "HYPH", "PRP$"})
ALONE = frozenset({"PRP"})
"""Tag of pronouns, which are noun phrases of their own."""
QUOTES = frozenset("\"“”‘’'")
STATES = frozenset(
    {"government", "republic", "kingdom", "state", "emirate", "sultanate", "secretary"}
)
"""Before `of` and a name these are part of the name: `Secretary of [State Ann Lee]` too."""
APPOSITION = 25
"""Words between two commas behind a subject: `Ann Lee, who won …, [said]`."""
SKIPPED = frozenset({"ADV", "PART"})


class Chunk(NamedTuple):
    """A noun phrase: the words `[first, last)` of the document."""

    first: int
    last: int


def chunks(words: Sequence[Word], names: Collection[int], times: Collection[int]) -> list[Chunk]:
    """Give the noun phrases of a sentence in text order.

    `names` are the numbers of words that name somebody, whatever part of speech they were taken
    for; `times` of those that name a time, which are no part of a noun phrase.
    """
    base = words[0].at if words else 0
    found = _chunks(words, names, times)
    named = [one for one in found if _names(words[one.first - base : one.last - base])]
    return _with_states(words, named)


def _with_states(words: Sequence[Word], found: Sequence[Chunk]) -> list[Chunk]:
    """Join a word for a state with its name: `the Government of the Republic of Chile` is one."""
    base = words[0].at if words else 0
    joined: list[Chunk] = []
    for chunk in reversed(found):
        link = words[chunk.last - base] if chunk.last - base < len(words) else None
        name = joined[-1] if joined else None
        behind = link is not None and link.lower == "of" and name and name.first == chunk.last + 1
        if behind and name and words[chunk.last - 1 - base].lemma.lower() in STATES:
            last = words[name.last - 1 - base]
            if last.pos == "PROPN" or last.text[:1].isupper():
                joined[-1] = Chunk(chunk.first, name.last)
                continue
        joined.append(chunk)
    return joined[::-1]


def _names(words: Sequence[Word]) -> bool:
    """Tell a noun phrase from an adjective that stands alone: `are [due] to`."""
    return any(
        word.pos in {"NOUN", "PROPN", "PRON", "NUM"} or word.text[:1].isupper() for word in words
    )


def _chunks(
    words: Sequence[Word], names: Collection[int], times: Collection[int]
) -> Iterator[Chunk]:
    first: int | None = None
    for place, word in enumerate(words):
        if word.tag in ALONE and word.at not in names:
            if first is not None:
                yield Chunk(first, word.at)
            yield Chunk(word.at, word.at + 1)
            first = None
        elif word.at not in times and _is_inner(words, place, names, begun=first is not None):
            starts = first is None or _begins_another(words, place)
            if first is not None and starts:
                yield Chunk(first, word.at)
            first = word.at if starts else first
        elif first is not None:
            yield Chunk(first, word.at)
            first = None
    if first is not None:
        yield Chunk(first, words[-1].at + 1)


def _is_inner(words: Sequence[Word], place: int, names: Collection[int], *, begun: bool) -> bool:
    word = words[place]
    if word.at in names or word.pos in INNER or word.tag in TAGS:
        return True
    marked = word.text in QUOTES and place + 1 < len(words)
    return marked and begun and words[place + 1].pos in {"ADJ", "NOUN"}


def _begins_another(words: Sequence[Word], place: int) -> bool:
    """Tell whether a determiner opens a noun phrase behind another: `told Lee [the envoy]`."""
    word = words[place]
    return word.tag in {"DT", "PRP$"} and words[place - 1].pos in {"NOUN", "PROPN"}


def is_subject(words: Sequence[Word], chunk: Chunk, first: int) -> bool:
    """Tell whether a verb, its auxiliary or `who` follows a noun phrase, past an apposition.

    `words` are those of a sentence that begins with the document's word `first`.
    """
    at = chunk.last - first
    if at < len(words) and words[at].text == ",":
        last = min(len(words), at + APPOSITION)
        closing = next((i for i in range(at + 1, last) if words[i].text == ","), None)
        inner = words[at + 1 : closing] if closing is not None else ()
        if inner and not any(word.tag in FINITE or word.pos == "VERB" for word in inner):
            at = closing + 1 if closing is not None else at
        else:
            at += 1
            return at < len(words) and words[at].lower in {"who", "which"}
    while at < len(words) and words[at].pos in SKIPPED:
        at += 1
    if at >= len(words):
        return False
    return words[at].pos in {"VERB", "AUX"} or words[at].lower in {"who", "which"}
