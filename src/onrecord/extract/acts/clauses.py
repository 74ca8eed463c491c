"""Clauses around a modal verb, read from words alone: whose they are, what they foresee.

There is no parse. A clause runs from a mark or a conjunction to the next one; what stands before
its modal verb is its subject, what follows the deed. That is enough to tell `we will sign` from
`they will sign`, and `you must leave` from `we must leave`.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from onrecord.extract.words import word_list

REST = 20
"""Words behind a deed that are looked at for its day."""


class Whose(StrEnum):
    """Whose deed a clause is about; `OPEN` where the words do not tell."""

    OWN = "own"
    HEARER = "hearer"
    OTHER = "other"
    OPEN = "open"


class Modal(StrEnum):
    """What a clause's modal verb makes of the deed."""

    WILL = "will"
    WOULD = "would"
    MUST = "must"
    SHOULD = "should"
    CAN = "can"
    MAY = "may"
    READY = "ready"


class Token(NamedTuple):
    """A word in small letters; `start`, `end` are code points of the content."""

    text: str
    start: int
    end: int
    capital: bool


class Clause(NamedTuple):
    """A clause with a modal verb; `start`, `end` from the modal to the deed, in the content.

    `rest` are the words behind the deed. `conditional` is true where its sentence holds an `if`.
    """

    start: int
    end: int
    whose: Whose
    modal: Modal
    negated: bool
    verb: str
    rest: tuple[str, ...]
    conditional: bool
    past: bool


class Side(NamedTuple):
    """Who speaks: beginnings of the names of its side, and whether the words are its own."""

    names: frozenset[str] = frozenset()
    verbatim: bool = False


_WORD = re.compile(r"[^\W_][\w'’-]*|[^\w\s]")
_SHORT = re.compile(r"(n['’]t|['’](?:ll|re|m|s|d|ve))$")
_FULL = {"ll": "will", "re": "are", "m": "am", "s": "is", "d": "would", "ve": "have"}
_STEM = {"wo": "will", "ca": "can", "sha": "shall"}
_ENDS = frozenset(".?!")
_MARKS = frozenset("“”\"'‘")
_IFS = frozenset({"if", "unless", "provided", "otherwise"})
_UNTOLD = frozenset(
    {
        *("if", "unless", "whether", "when", "until", "who", "why", "how", "what", "where"),
        *("than", "as"),
    }
)
"""What opens a clause that nobody vouches for, or that only compares: `wider than it should be`."""
_NOT = frozenset({"not", "never", "no"})
_MODALS = {
    "will": Modal.WILL,
    "shall": Modal.WILL,
    "would": Modal.WOULD,
    "must": Modal.MUST,
    "should": Modal.SHOULD,
    "can": Modal.CAN,
    "cannot": Modal.CAN,
    "could": Modal.CAN,
    "may": Modal.MAY,
    "might": Modal.MAY,
}
_BE = frozenset({"am", "is", "are", "was", "were", "be", "been", "remain", "remains", "remained"})
_WITH_TO = {
    "ought": Modal.SHOULD,
    "has": Modal.MUST,
    "have": Modal.MUST,
    "had": Modal.MUST,
    "needs": Modal.MUST,
    "need": Modal.MUST,
    "needed": Modal.MUST,
    "intend": Modal.WILL,
    "intends": Modal.WILL,
    "intended": Modal.WILL,
    "plans": Modal.WILL,
    "plan": Modal.WILL,
    "planned": Modal.WILL,
}
_BE_WITH = {
    "going": Modal.WILL,
    "ready": Modal.READY,
    "prepared": Modal.READY,
    "willing": Modal.READY,
    "open": Modal.READY,
    "unwilling": Modal.READY,
    "unprepared": Modal.READY,
}
_BEFORE_NOUN = frozenset({"the", "a", "no", "any", "urgent", "this", "that", "great", "real", "of"})
_FIRST = frozenset({"we", "i", "our", "my", "us", "ours", "mine", "myself", "ourselves"})
_SECOND = frozenset({"you", "your"})
_THIRD = frozenset({"he", "she", "it", "they", "his", "her", "their", "its"})
_THERE = frozenset({"there", "this", "these", "those", "it", "nothing", "something", "everything"})


def tokens(content: str) -> tuple[Token, ...]:
    """Give the words and marks of a content, contractions taken apart.

    >>> [token.text for token in tokens("We won’t sign.")]
    ['we', 'will', 'not', 'sign', '.']
    """
    return tuple(part for found in _WORD.finditer(content) for part in _parts(found))


def _parts(found: re.Match[str]) -> Iterator[Token]:
    text, start = found.group().lower().replace("’", "'"), found.start()
    capital = found.group()[0].isupper()
    short = _SHORT.search(text)
    if not short or short.start() == 0:
        yield Token(text, start, found.end(), capital)
        return
    middle = start + short.start()
    stem = text[: short.start()]
    if short.group() == "n't":
        yield Token(_STEM.get(stem, stem), start, middle, capital)
        yield Token("not", middle, found.end(), False)
    else:
        yield Token(stem, start, middle, capital)
        yield Token(_FULL[short.group()[1:]], middle, found.end(), False)


def clauses(words: Sequence[Token], side: Side) -> Iterator[Clause]:
    """Give the clauses with a modal verb, in the order of the words."""
    first, sentence = 0, 0
    for at, word in enumerate(words):
        if word.text in listed("bounds"):
            first = at + 1
            sentence = at + 1 if word.text in _ENDS else sentence
            continue
        found = _modal(words, at)
        if found and not (first and words[first - 1].text in _UNTOLD):
            subject = words[first:at]
            modal, deed = found
            clause = _clause(words, (at, deed), modal, _whose(subject, side))
            if clause:
                yield clause._replace(conditional=_has_if(words, sentence))


def _has_if(words: Sequence[Token], sentence: int) -> bool:
    for word in words[sentence:]:
        if word.text in _ENDS:
            return False
        if word.text in _IFS:
            return True
    return False


def _modal(words: Sequence[Token], at: int) -> tuple[Modal, int] | None:
    """Give the modal that begins here and where what follows it begins."""
    text = words[at].text
    if text in _MODALS:
        return _MODALS[text], at + 1
    to = _behind(words, at + 1)
    with_to = text in _WITH_TO and to < len(words) and words[to].text == "to"
    if with_to and not _no_duty(words, at, to):
        return _WITH_TO[text], to + 1
    hedged = at and words[at - 1].text in {"may", "might", "could"}
    if text in _BE and not hedged and to < len(words) and words[to].text in _BE_WITH:
        modal = _BE_WITH[words[to].text]
        if to + 1 < len(words) and words[to + 1].text in {"to", "for"}:
            return modal, to + 2
    return None


def _no_duty(words: Sequence[Token], at: int, to: int) -> bool:
    """Tell `the need to move`, `has yet to move` and `the room [he] has to move`."""
    if words[to - 1].text == "yet" or (at and words[at - 1].text in _BEFORE_NOUN):
        return True
    if at < 3 or words[at - 1].text not in _FIRST | _SECOND | _THIRD:
        return False
    return words[at - 2].text.isalpha() and words[at - 3].text in {"the", "a", "an", "any", "all"}


def _behind(words: Sequence[Token], at: int) -> int:
    """Give the first place that is no adverb and no negation."""
    while at < len(words) and (_is_adverb(words[at].text) or words[at].text in _MARKS):
        at += 1
    return at


def _is_adverb(text: str) -> bool:
    return text in _NOT or text in listed("adverbs") or (text.endswith("ly") and len(text) > 4)


def _clause(
    words: Sequence[Token], places: tuple[int, int], modal: Modal, whose: Whose
) -> Clause | None:
    at, deed = places
    verb = _behind(words, deed)
    if verb >= len(words) or not words[verb].text[0].isalpha():
        return None
    between = {word.text for word in words[at:verb]}
    before = words[at - 1].text if at else ""
    return Clause(
        start=words[at].start,
        end=words[verb].end,
        whose=whose,
        modal=modal,
        negated=bool(between & {"not", "never", "cannot", "unwilling", "unprepared"})
        or before in {"not", "never", "neither", "nobody"},
        verb=words[verb].text,
        rest=tuple(word.text for word in words[verb + 1 : verb + 1 + REST]),
        conditional=False,
        past=words[at].text in {"had", "needed", "intended", "planned", "was", "were"},
    )


@cache
def listed(kind: str) -> frozenset[str]:
    """Give one of the lists for clauses of `words/acts.toml`."""
    return frozenset(word_list("acts")["clauses"][kind])


def _whose(subject: Sequence[Token], side: Side) -> Whose:
    words = [word.text for word in subject if not _is_adverb(word.text)][-8:]
    thought = max((at for at, word in enumerate(words) if word in listed("thinking")), default=-1)
    words = words[thought + 1 :]  # `I do not think [the talks] will end it`
    known = set(words)
    if known & _FIRST:
        return Whose.OWN
    if known & _SECOND:
        return Whose.HEARER
    if not words or words[-1] in _THERE:
        return Whose.OPEN
    if words[-1] in _THIRD or (words[0] in _THIRD and words[-1] in listed("sides")):
        return Whose.OTHER if side.verbatim else Whose.OWN
    if any(word.startswith(name) for word in words for name in side.names):
        return Whose.OWN
    return Whose.OTHER
