"""What stands behind a verb of a plan: `require [A to B]`, `calls for [C and D]`, `says [E]`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.extract.language import Word
from onrecord.extract.provisions.bounds import end_of
from onrecord.extract.provisions.groups import Group
from onrecord.extract.provisions.heads import Head
from onrecord.extract.provisions.lexicon import MODALITIES, listed
from onrecord.extract.provisions.scopes import Shape
from onrecord.record import Modality

PHRASE = 14
"""Words of a noun phrase before `to` or `from`."""
INSIDE = frozenset(
    {"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "PRP", "PRP$", "HYPH", "CC", "JJR", "PDT"}
)
JOINING = frozenset({"of", "between", "in", "from", "on", ",", "”", "“", "'s", "’s", "-", "–"})
TERMS = frozenset({"term", "condition", "provision", "point", "clause", "demand"})
QUOTES = frozenset({"“", '"', "‘"})


@dataclass(frozen=True, slots=True)
class Complement:
    """The words `[first, last)` behind a verb, and whoever has to act in them."""

    first: int
    last: int
    shape: Shape
    rule: str
    modality: Modality = Modality.REQUIRE
    subject: tuple[int, int] | None = None
    sure: bool = True


def complement(
    words: Sequence[Word], group: Group, verb: tuple[str, int], head: Head
) -> Complement | None:
    """Give what stands behind a verb of one of the lists, None where that tells nothing."""
    kind, at = verb
    last = end_of(words, at, head.sentence.last) if at < head.sentence.last else at
    if at >= last:
        return None
    if kind == "say":
        return _said(words, at, last)
    if kind in {"act", "establish"}:
        return _act(group, last, kind)
    if kind == "see":
        return _seen(words, at, last)
    modality = MODALITIES[kind]
    if kind == "permit" and group.negated:
        modality = Modality.FORBID
    if kind == "recognise":
        return Complement(group.main, last, Shape.VERBS, kind, modality, sure=False)
    found = _told(words, at, last, kind)
    sure = words[group.main].lemma in listed("firm", "verbs")
    if found.shape is Shape.NOUNS:
        sure = kind == "forbid" or _lists_terms(words, head)
    rule = f"{words[group.main].lemma} {found.rule}".strip()
    return replace(found, rule=rule, modality=modality, sure=sure)


def _told(words: Sequence[Word], at: int, last: int, kind: str) -> Complement:
    """Give a clause with `that`, a row of verbs with or without their subject, or nouns."""
    if words[at].lower == "that":
        return Complement(at + 1, last, Shape.CLAUSES, "that")
    if words[at].tag == "VBG":
        return Complement(at, last, Shape.VERBS, "doing")
    made = words[at].lower in {"a", "an"} and words[at - 1].lower == "for"
    if not made and (told := _acting(words, at, last, kind)):  # `for [a body] to settle disputes`
        subject, first = told
        return Complement(first, last, Shape.VERBS, "to", subject=subject)
    return Complement(at, last, Shape.NOUNS, "")


def _lists_terms(words: Sequence[Word], head: Head) -> bool:
    """Tell `terms of the deal include …`: what follows is content, whatever the field."""
    near = words[max(head.sentence.first, head.first - 3) : head.at + 1]
    return any(word.lemma in TERMS and word.tag == "NNS" for word in near)


def _said(words: Sequence[Word], at: int, last: int) -> Complement | None:
    """Give the clause that a text says, with its quotation marks or without."""
    if words[at].lower == "that":
        at += 1
    while at < last and words[at].text in QUOTES | {":", ","}:
        at += 1
    return Complement(at, last, Shape.CLAUSES, "text says", Modality.REQUIRE) if at < last else None


def _act(group: Group, last: int, kind: str) -> Complement | None:
    """Give what a plan does itself: `would cut tariffs`; in the past it is no plan."""
    if group.tag in {"VBD", "VBN"}:
        return None
    return Complement(group.main, last, Shape.VERBS, kind, MODALITIES[kind], sure=False)


def _seen(words: Sequence[Word], at: int, last: int) -> Complement | None:
    """Give what a plan would see somebody do."""
    end = _phrase(words, at, last)
    if end is None or end >= last or end == at:
        return None
    verb = end
    while verb < last and words[verb].tag.startswith("RB"):
        verb += 1
    if verb < last and words[verb].tag in {"VB", "VBP", "VBG", "VBN", "VBD"}:
        return Complement(at, last, Shape.VERBS, "see", Modality.REQUIRE, (at, end), sure=False)
    return None


def _acting(
    words: Sequence[Word], at: int, last: int, kind: str
) -> tuple[tuple[int, int], int] | None:
    """Give the words of whoever has to act, and where the verbs begin: `[A] to [leave]`."""
    end = _phrase(words, at, last)
    if end is None or end == at or end >= last:
        return None
    verb = end + 1
    while verb < last and words[verb].tag.startswith("RB"):
        verb += 1
    if verb >= last:
        return None
    mistaken = words[verb].tag in {"JJ", "NN"} and words[verb].lower in listed("verbs", "act")
    if words[end].tag == "TO" and (words[verb].tag in {"VB", "VBP"} or mistaken):
        return (at, end), end + 1
    if words[end].lower == "from" and words[verb].tag == "VBG" and kind == "forbid":
        return (at, end), end + 1
    return None


def _phrase(words: Sequence[Word], at: int, last: int) -> int | None:
    """Give the place behind a noun phrase: a `to`, a `from …ing`, a verb."""
    for place in range(at, min(last, at + PHRASE)):
        word = words[place]
        ing = place + 1 < last and words[place + 1].tag == "VBG"
        if word.tag == "TO" or (word.lower == "from" and ing):
            return place
        if not (word.tag in INSIDE or word.lower in JOINING):
            return place
    return None
