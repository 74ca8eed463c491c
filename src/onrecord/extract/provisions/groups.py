"""Groups of verbs: `would not have to leave` with what it says of duty, right and ban."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.extract.language import FINITE, Word
from onrecord.extract.provisions.lexicon import MODALITIES, listed
from onrecord.record import Modality

INNER = frozenset({"VB", "VBN", "VBG", "VBD", "VBP"})
AUXILIARY = frozenset({"be", "have", "do", "get"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
DUTY = frozenset({"will", "would", "shall", "must", "'ll", "’ll", "'d", "’d", "wo"})
RIGHT = frozenset({"may", "can"})
GUESS = frozenset({"might", "could", "may", "can"})
WISH = frozenset({"should", "must", "ought"})


@dataclass(frozen=True, slots=True)
class Group:
    """A finite group of verbs; `first` and `main` are places of words, `last` is behind it.

    `owed` is what its words put on the subject: `is to`, `agreed to` and `will` a duty, `may` and
    `is allowed to` a right, `is barred from` a ban; None in `left` and `leaves`.
    """

    first: int
    main: int
    last: int
    modal: str | None
    negated: bool
    passive: bool
    tag: str
    owed: Modality | None

    @property
    def present(self) -> bool:
        """Tell whether it is in the present, without a modal."""
        return self.modal is None and self.tag in {"VBZ", "VBP"}


def group_at(words: Sequence[Word], at: int, last: int) -> Group | None:
    """Give the group that begins with a word, None where none does."""
    first = words[at]
    if first.tag not in FINITE or (first.tag != "MD" and first.pos not in {"VERB", "AUX"}):
        return None
    main, negated, passive, i = at, False, False, at + 1
    modal = first.lower if first.tag == "MD" else None
    owed = _of_modal(modal)
    while i < last:
        word = words[i]
        if word.lower in NEGATIONS:
            negated = True
        elif word.tag in INNER and _is_auxiliary(words[main], main == at and modal is not None):
            passive = words[main].lemma in {"be", "get"} and word.tag in {"VBN", "VBD"}
            main = i
        elif step := _owing(words, main, i, passive=passive):
            i, main, duty = step
            owed = duty or owed
            passive = False
        elif not word.tag.startswith("RB"):
            break
        i += 1
    denied = negated if owed is Modality.PERMIT else _bans(words, at, main)
    if owed and denied:
        owed = Modality.FORBID
    return Group(at, main, main + 1, modal, negated, passive, first.tag, owed)


def _of_modal(modal: str | None) -> Modality | None:
    if modal in DUTY:
        return Modality.REQUIRE
    return Modality.PERMIT if modal in RIGHT else None


def _is_auxiliary(word: Word, modal: bool) -> bool:
    return modal or word.lemma in AUXILIARY or word.tag == "MD"


def _bans(words: Sequence[Word], first: int, main: int) -> bool:
    """Tell `will not join`, `agreed never to join`, `shall refrain`."""
    near = {word.lower for word in words[first : main + 1]} | {words[main].lemma}
    return bool(near & (listed("modality", "forbid") - {"no"}))


def _owing(
    words: Sequence[Word], main: int, at: int, *, passive: bool
) -> tuple[int, int, Modality | None] | None:
    """Give where a group goes on behind `to` or `from`, its new verb, and what it puts on whom."""
    word, verb = words[at], words[at + 1] if at + 1 < len(words) else words[at]
    lemma = words[main].lemma
    if word.tag == "TO" or word.lower == "to":
        while verb.tag.startswith("RB") and verb.at + 1 < len(words):
            verb = words[verb.at + 1]
        if verb.tag not in {"VB", "VBP"} or verb.at > at + 3:
            return None
        for name in ("required", "permitted", "forbidden") if passive else ("require",):
            if lemma in listed("owed", name):
                return verb.at, verb.at, MODALITIES[name]
        return (verb.at, verb.at, None) if lemma in listed("owed", "raising") else None
    banned = passive and lemma in listed("owed", "forbidden")
    if word.lower == "from" and verb.tag == "VBG" and banned:
        return verb.at, verb.at, Modality.FORBID
    return None


def groups(words: Sequence[Word], first: int, last: int) -> Iterator[Group]:
    """Give the finite groups of a stretch of words, in order."""
    at = first
    while at < last:
        found = group_at(words, at, last)
        if found:
            yield found
        at = found.last if found else at + 1
