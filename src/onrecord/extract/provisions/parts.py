"""Scopes taken apart: `to cede A, reduce B and declare C` are three provisions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.extract.language import FINITE, Word
from onrecord.extract.provisions.bounds import trimmed
from onrecord.extract.provisions.groups import Group, group_at
from onrecord.extract.provisions.lexicon import begins_with, listed
from onrecord.extract.provisions.scopes import Part, Scope, Shape
from onrecord.record import Modality

JOINTS = frozenset({",", "and", "or", ";", "but"})
NAMES = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
BASE = frozenset({"VB", "VBP"})
PHRASE = 9
"""Words of a subject before its verb."""
NO_OBJECT = frozenset({"of", "to", "on", "in", "for", ",", "and", "by"})
OPENS_NOUN = frozenset({"DT", "PRP$", "CD", "VBG", "NN", "NNS", "NNP", "JJ", "PDT", "$"})
FIRM = frozenset({"DT", "PRP$", "CD", "VBG", "PDT", "$"})


def parts_of(words: Sequence[Word], scope: Scope) -> Iterator[Part]:
    """Give the provisions of a scope, in text order."""
    for part in _exchanged(words, _split(words, scope)):
        first, last = trimmed(words, part.first, part.last)
        passive = part.passive or (scope.shape is Shape.VERBS and _is_passive(words, first, last))
        if last - first > 1 or (last > first and words[first].tag in {"NN", "NNS"}):
            yield replace(part, first=first, last=last, passive=passive)


def _is_passive(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell `to [be moved]`."""
    return last - first > 1 and words[first].lower == "be" and words[first + 1].tag == "VBN"


def _exchanged(words: Sequence[Word], parts: Iterable[Part]) -> Iterator[Part]:
    """Give the parts, what is given in return as one of its own, of which nobody is told."""
    for part in parts:
        for at in range(part.first, part.last):
            near = [word.lower for word in words[at : min(part.last, at + 3)]]
            if words[at].lower == "in" and (size := begins_with(near, "frames", "exchange")):
                yield replace(part, last=at)
                yield Part(at + size, part.last, sure=False)
                break
        else:
            yield part


def _split(words: Sequence[Word], scope: Scope) -> Iterator[Part]:
    if scope.shape is Shape.WHOLE:
        yield _whole(words, scope)
    elif scope.shape is Shape.CLAUSES:
        yield from _demanded(words, scope) or _clauses(words, scope)
    elif scope.shape is Shape.VERBS:
        yield from _verbs(words, scope)
    else:
        yield from _nouns(words, scope)


def _whole(words: Sequence[Word], scope: Scope) -> Part:
    group = next((g for _, g in _groups(words, scope.first, scope.last)), None)
    if group is None:
        return Part(scope.first, scope.last)
    return Part(scope.first, scope.last, (scope.first, group.first), group.owed, group.passive)


def _groups(words: Sequence[Word], first: int, last: int) -> Iterator[tuple[int, Group]]:
    at = first
    while at < last:
        group = group_at(words, at, last) if words[at].tag in FINITE else None
        if group:
            yield at, group
        at = group.last if group else at + 1


def _next(words: Sequence[Word], at: int, last: int) -> int:
    """Give the place behind conjunctions and adverbs."""
    while at < last and (
        words[at].lower in JOINTS | {"to", "not", "never", "then", "also"}
        or words[at].tag.startswith("RB")
    ):
        at += 1
    return at


def _verbs(words: Sequence[Word], scope: Scope) -> Iterator[Part]:
    """Give the verbs of a row with what belongs to each; `and B to do C` brings a new subject."""
    start, subject, at = scope.first, scope.subject, scope.first
    small = scope.rule == "see" and subject is not None
    head = _next(words, subject[1] if small and subject else scope.first, scope.last)
    form = _form(words, head, scope)
    while at < scope.last:
        if words[at].lower in JOINTS and at > head:
            place = _next(words, at, scope.last)
            if _next_clause(words, place, scope.last):
                break
            other = _other_subject(words, place, scope.last, small=small)
            other = other or _bound(words, place, scope.last)
            if other:
                yield Part(start, at, subject)
                start, subject, head = other[0] if small else other[1] + 1, other, other[1]
                head = _next(words, head, scope.last)
                at = head
                continue
            if _same_form(words, place, scope.last, form) and not _of_purpose(words, head, at):
                yield Part(start, at, subject)
                start, head = at + 1, place
                at = place
        at += 1
    yield Part(start, min(at, scope.last), subject)


def _form(words: Sequence[Word], head: int, scope: Scope) -> frozenset[str]:
    """Give the tags of the verbs of a row by its first: `cutting`, `cut`, `lifts`."""
    tag = words[head].tag if head < scope.last else ""
    return frozenset({tag}) if tag in {"VBG", "VBZ"} else BASE


def _next_clause(words: Sequence[Word], place: int, last: int) -> bool:
    """Tell where a finite verb goes on with another matter: `…, and has raised concerns`."""
    tags = {"MD", "VBD"} if place + 1 < last else set()
    return place < last and (
        words[place].tag in tags or words[place].lower in {"has", "have", "is"}
    )


def _same_form(words: Sequence[Word], place: int, last: int, form: frozenset[str]) -> bool:
    """Tell whether a word is a verb like the others of its row, mistaken for another or not."""
    if place >= last or words[place].tag in form:
        return place < last
    behind = words[place + 1].lower if place + 1 < last else "of"
    mistaken = form & BASE and words[place].lower in listed("verbs", "act")
    return bool(mistaken) and behind not in NO_OBJECT


def _of_purpose(words: Sequence[Word], head: int, joint: int) -> bool:
    """Tell `to help rebuild [and] invest`: the verb before the joint is no verb of the row."""
    if words[joint].text == "," or words[joint - 1].text == ",":
        return False
    return any(word.tag == "VB" for word in words[head + 1 : joint])


def _other_subject(
    words: Sequence[Word], at: int, last: int, *, small: bool
) -> tuple[int, int] | None:
    """Give the words before `to` and a verb: `and [the other side] to cap its army`.

    A `small` clause does without `to`: `would see A leave and [B] return`.
    """
    for place in range(at, min(last - 1, at + PHRASE)):
        word = words[place]
        if small and place > at and word.tag in {"VB", "VBP", "VBN", "VBG"}:
            return (at, place) if words[place - 1].tag in NAMES else None
        if word.tag == "TO":
            named = place > at and words[place - 1].tag in NAMES
            verb = _next(words, place + 1, last)
            return (at, place) if named and verb < last and words[verb].tag in BASE else None
        if word.pos in {"VERB", "AUX", "PUNCT"} or word.tag in {"MD", "IN"}:
            return None
    return None


def _bound(words: Sequence[Word], at: int, last: int) -> tuple[int, int] | None:
    """Give whom the plan binds anew in a row: `require A to leave and oblige [B] to pay`."""
    if at >= last or words[at].lemma not in listed("frames", "bind"):
        return None
    return _other_subject(words, at + 1, last, small=False)


def _clauses(words: Sequence[Word], scope: Scope) -> Iterator[Part]:
    """Give the clauses of a row; a verb without a subject of its own has the one before it.

    What was done in the past tells of no plan.
    """
    starts = [*_clause_starts(words, scope)]
    subject: tuple[int, int] | None = None
    owed: Modality | None = None
    for number, (first, group) in enumerate(starts):
        last = starts[number + 1][0] if number + 1 < len(starts) else scope.last
        if group is None:
            yield Part(first, last, subject, owed, sure=owed is not None)
            continue
        begin = trimmed(words, first, group.first)[0]
        if begin < group.first:
            subject = (begin, group.first)
        owed = group.owed
        if owed or (group.present and (group.passive or _acts(words, group))):
            yield Part(first, last, subject, owed, group.passive, sure=owed is not None)


def _demanded(words: Sequence[Word], scope: Scope) -> list[Part]:
    """Give the clauses of `demands that [the army leave] and that [all captives be freed]`.

    Their verbs stand in the plain form behind a noun; none where there is another form.
    """
    if not scope.rule.endswith("that"):
        return []
    found, first = [], scope.first
    for at in range(scope.first, scope.last + 1):
        ends = at == scope.last
        if ends or (
            words[at].lower in JOINTS and words[min(at + 1, scope.last - 1)].lower == "that"
        ):
            verb = next((i for i in range(first + 1, at) if words[i].tag in FINITE | BASE), None)
            if verb is None or words[verb].tag not in BASE or words[verb - 1].tag not in NAMES:
                return []
            passive = _is_passive(words, verb, at)
            found.append(Part(first, at, (first, verb), Modality.REQUIRE, passive))
            first = at + 2
    return found


def _acts(words: Sequence[Word], group: Group) -> bool:
    return words[group.main].lemma not in {"be", "seem", "appear", "have", "remain", "say"}


def _clause_starts(words: Sequence[Word], scope: Scope) -> Iterator[tuple[int, Group | None]]:
    """Give where the clauses of a row begin, each with its verbs."""
    found = _groups(words, scope.first, scope.last)
    main = next(found, None)
    if main is None:
        return
    yield scope.first, main[1]
    modal, at = main[1].modal or main[1].owed, main[1].last
    while at < scope.last:
        if words[at].lower in JOINTS:
            place = _next(words, at, scope.last)
            bare = modal and place < scope.last and words[place].tag == "VBP"
            group = None if bare else _after_subject(words, place, scope.last)
            if group:
                yield at, group
                modal, at = group.modal or group.owed, group.last
                continue
            base = modal and _same_form(words, place, scope.last, BASE)
            if base and not _of_purpose(words, main[1].main, at):
                yield at, None
                at = place
        at += 1


def _after_subject(words: Sequence[Word], at: int, last: int) -> Group | None:
    """Give the verbs of a clause that begins at a word, with a subject or without."""
    for place in range(at, min(last, at + PHRASE)):
        word = words[place]
        if word.tag in FINITE and word.pos in {"VERB", "AUX"}:
            named = place == at or words[place - 1].tag in NAMES | {"CD", "RB"}
            return group_at(words, place, last) if named else None
        if word.text in {",", ";", "“", "("} or word.tag in {"WDT", "WP", "TO", "VB"}:
            return None
    return None


def _nouns(words: Sequence[Word], scope: Scope) -> Iterator[Part]:
    """Give the noun phrases of a row, up to a verb that goes on with something else."""
    start, listed_, at = scope.first, False, scope.first
    subject, inside = scope.subject, 0
    for at in range(scope.first + 1, scope.last):
        inside += (words[at].text == "(") - (words[at].text == ")")
        if words[at].lower in {",", "and", ";", "plus"} and at > start and inside <= 0:
            place = _next(words, at, scope.last)
            if place < scope.last and words[place].tag in FINITE:
                break
            comma = words[at].text in {",", ";"} or words[at - 1].text == ","
            row = comma and (listed_ or _is_row(words, at, scope.last))
            wanted = OPENS_NOUN if row else FIRM | ({"JJ"} if listed_ else set())
            opens = place < scope.last and words[place].tag in wanted and _opens(words, place)
            if opens and not _joins_names(words, start, at, scope.last):
                yield Part(start, at, subject)
                start, listed_ = at + 1, listed_ or comma
    else:
        at = scope.last
    yield Part(start, at, subject)


def _joins_names(words: Sequence[Word], start: int, joint: int, last: int) -> bool:
    """Tell `observers from Norway [and] the African Union`: one preposition, two names."""
    place = joint + 1
    while place < last and words[place].pos in {"DET", "PROPN"}:
        place += 1
    goes_on = place < last and words[place].pos not in {"PUNCT", "ADP", "CCONJ"}
    if goes_on or words[place - 1].pos != "PROPN":
        return False
    before = joint - 1
    while before > start and words[before].pos in {"PROPN", "DET"}:
        before -= 1
    return words[joint - 1].pos == "PROPN" and words[before].pos == "ADP"


def _opens(words: Sequence[Word], at: int) -> bool:
    """Tell `and [300 observers]` from `Articles 5 and [7]`."""
    behind = words[at + 1].pos if at + 1 < len(words) else ""
    return words[at].tag != "CD" or behind in {"NOUN", "ADJ", "PROPN"}


def _is_row(words: Sequence[Word], at: int, last: int) -> bool:
    """Tell whether `and` follows a comma: then the comma stands in a row."""
    return any(word.lower in {"and", "or"} for word in words[at + 1 : last])
