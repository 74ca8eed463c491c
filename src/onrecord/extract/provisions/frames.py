"""Frames: what verbs behind a plan's name tell of what it says.

`The draft, which was leaked, would require A to B and C`, `a clause banning D`, `talks on a deal
under which E`. Whoever only wishes that a plan said something tells nothing of what it says.
"""

from collections.abc import Iterator, Sequence

from onrecord.extract.language import FINITE, Word
from onrecord.extract.provisions.bounds import end_of
from onrecord.extract.provisions.complements import complement
from onrecord.extract.provisions.groups import (
    GUESS,
    WISH,
    Group,
    group_at,
)
from onrecord.extract.provisions.heads import Head
from onrecord.extract.provisions.lexicon import listed, verb_kinds
from onrecord.extract.provisions.scopes import Scope, Shape
from onrecord.extract.provisions.wording import changed_by

REACH = 45
"""Words behind a plan's name in which a verb of its own stands."""
MARKS = frozenset({",", "—", "–", "(", ")", "”", '"', "“"})
ASIDES = frozenset({"VBN", "VBD", "VBG", "WDT", "IN", "RB", "DT", "WP", "-LRB-"})
BOUND = frozenset({";", ":", "?"})


def framed(words: Sequence[Word], head: Head) -> Iterator[Scope]:
    """Give the scopes that the verbs of a plan open."""
    if _is_open(words, head):
        return
    yield from _participle(words, head)
    yield from _purpose(words, head)
    yield from _changed(words, head)
    yield from _under_which(words, head)
    for group in _own_groups(words, head):
        if _is_wish(group, words, head):
            continue
        if scope := _of_group(words, group, head):
            yield scope


def _is_open(words: Sequence[Word], head: Head) -> bool:
    """Tell `if the plan requires`, `any deal`: nothing is said of a text that there is."""
    near = words[max(head.sentence.first, head.first - 4) : head.first]
    after_comma = next((i for i in range(len(near) - 1, -1, -1) if near[i].text == ","), -1)
    opened = {word.lower for word in near[after_comma + 1 :]} | {words[head.first].lower}
    return bool(opened & listed("frames", "open"))


def _is_wish(group: Group, words: Sequence[Word], head: Head) -> bool:
    """Tell `the deal must include`, `demanded that the deal include`."""
    if group.modal in WISH:
        return True
    of_several = head.first > 0 and words[head.first - 1].lower == "of"
    singular = words[head.at].tag in {"NN", "NNP"} and not of_several
    return group.modal is None and group.tag == "VBP" and singular and not group.passive


def _participle(words: Sequence[Word], head: Head) -> Iterator[Scope]:
    """Give what a participle tells: `a clause banning all tests`, `a deal calling for a truce`."""
    at = head.last
    if at < head.sentence.last and words[at].tag == "VBG":
        group = Group(at, at, at + 1, None, False, False, "VBG", None)
        if scope := _of_group(words, group, head):
            yield scope


def _purpose(words: Sequence[Word], head: Head) -> Iterator[Scope]:
    """Give what a text is there to do: `an agreement to freeze the nuclear program`."""
    at = head.last
    if at + 1 >= head.sentence.last or (words[at].tag, words[at + 1].tag) != ("TO", "VB"):
        return
    if words[at + 1].lemma in listed("verbs", "act"):
        last = end_of(words, at, min(head.sentence.last, _next_verb(words, at + 2, head)))
        yield Scope(head.plan, at + 1, last, Shape.VERBS, "purpose", sure=False)


def _next_verb(words: Sequence[Word], at: int, head: Head) -> int:
    """Give where the verb of a sentence stands whose subject a text with its purpose is."""
    last = head.sentence.last
    return next((i for i in range(at, last) if words[i].tag in FINITE), last)


def _changed(words: Sequence[Word], head: Head) -> Iterator[Scope]:
    """Give a part of a text that is said to be deleted or left open: `the clause on C was cut`."""
    if not head.subject or words[head.at].lemma not in listed("nouns", "parts"):
        return
    behind = words[head.last].lower if head.last < head.sentence.last else ""
    if behind not in {"on", "about", "for", "concerning", "regarding"}:
        return
    at = next((i for i in range(head.last, head.sentence.last) if words[i].tag in FINITE), None)
    if at is not None:
        last = end_of(words, at, head.sentence.last)
        lowers = [word.lower for word in words[at:last]]
        if changed_by(lowers):
            yield Scope(head.plan, head.first, last, Shape.WHOLE, "changed", number=head.number)


def _under_which(words: Sequence[Word], head: Head) -> Iterator[Scope]:
    """Give the clause behind `under which`, `whereby`."""
    behind = [word.lower for word in words[head.last : head.last + 4]]
    while behind and behind[0] == ",":
        behind = behind[1:]
    skipped = 4 - len(behind) if len(behind) < 4 else 0
    at = head.last + skipped
    if behind[:2] in (["under", "which"], ["in", "which"], ["by", "which"]):
        at += 2
    elif behind[:1] == ["whereby"]:
        at += 1
    else:
        return
    last = end_of(words, at, head.sentence.last)
    yield Scope(head.plan, at, last, Shape.CLAUSES, "under which")


def _own_groups(words: Sequence[Word], head: Head) -> Iterator[Group]:
    """Give the groups of verbs whose subject is the plan, over asides and relative clauses."""
    at, commas, seen, taken = head.last, 0, False, False
    last = min(head.sentence.last, head.last + REACH)
    while at < last and words[at].text not in BOUND:
        commas += words[at].text in MARKS
        group = group_at(words, at, last) if words[at].tag in FINITE else None
        if group is None:
            at += 1
            continue
        before = _before(words, at)
        if _is_own(words, head, before, (commas, seen)) or (taken and _goes_on(words, before)):
            taken = True
            yield group
        elif taken and words[before].pos in {"NOUN", "PROPN", "PRON"}:
            return
        seen = True
        at = group.last


def _before(words: Sequence[Word], at: int) -> int:
    """Give the place before a verb, over adverbs."""
    at -= 1
    while at > 0 and words[at].tag.startswith("RB"):
        at -= 1
    return at


def _goes_on(words: Sequence[Word], before: int) -> bool:
    return words[before].lower in {"and", "but", "or", ","}


def _is_own(words: Sequence[Word], head: Head, before: int, passed: tuple[int, bool]) -> bool:
    """Tell whether the plan is the subject of a verb behind the word at `before`."""
    commas, seen = passed
    word, behind = words[before], words[head.last]
    if word.lower in {"that", "which"} and word.tag in {"WDT", "IN", "WP", "DT"}:
        return not seen and before - head.last <= 8
    if not head.subject:
        return False
    if before < head.last:
        return True
    chain = behind.tag in {"VBN", "VBD", "IN", "VBG", "TO", "RP"}
    if word.text in MARKS:
        first = next(i for i in range(head.last, before + 1) if words[i].text in MARKS)
        near = first == head.last or chain
        return commas >= 2 and near and words[first + 1].tag in ASIDES
    named = seen and word.pos not in {"NOUN", "PRON"}
    return (commas == 0 and chain and not seen) or (commas == 0 and named)


def _of_group(words: Sequence[Word], group: Group, head: Head) -> Scope | None:
    """Give the scope that one group of verbs opens."""
    if group.passive:
        return None
    weak = group.modal in GUESS
    for kind, at in verb_kinds(words, group.main):
        if at >= head.sentence.last or (group.negated and kind != "permit"):
            continue
        if kind == "say" and group.modal:
            continue
        found = complement(words, group, (kind, at), head)
        if found:
            rule = f"{found.rule}, guessed" if weak else found.rule
            return Scope(
                head.plan, found.first, found.last, found.shape, rule, found.modality,
                found.subject, found.sure, head.number,
            )  # fmt: skip
    return None
