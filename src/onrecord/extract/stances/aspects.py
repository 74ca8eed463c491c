"""Which side of its object a stance is about: parts, wording, legal form, substance.

An objection is to the legal form of a text, or to the wording of one clause, where the words around
it say so: one clause has a wording, the whole a form. Who objects to how a clause is put and takes
the clause all the same takes its substance.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.extract.language import Parsed
from onrecord.extract.matters import Matter, Matters
from onrecord.extract.matters.counts import plan_words
from onrecord.extract.stances.rules import listed, pattern
from onrecord.record import ObjectKind, Span, Stance, StanceAspect, StanceValue

BEFORE, BEHIND = 30, 60
"""Code points around an objection and its object in which it is told what is objected to."""
OBJECTIONS = frozenset({StanceValue.PARTIAL_OBJECTION, StanceValue.OPPOSE, StanceValue.REJECT})
TAKING = frozenset({StanceValue.ACCEPT, StanceValue.ACCEPT_IN_PRINCIPLE})
PUT = frozenset({StanceAspect.WORDING, StanceAspect.LEGAL_FORM})
CLAUSE = 5
"""Words behind `citing` among which a word for a part of a text stands: `one clause that`."""
CITED = 3
"""Points behind `citing` among which the one that is meant is looked for."""


def aspect_of(
    text: str, matter: Matter, value: StanceValue, places: tuple[Span, Span]
) -> StanceAspect | None:
    """Give the aspect of a stance; `places` are the words that decided it and their sentence."""
    evidence, sentence = places
    if value in OBJECTIONS:
        first = min(evidence.start, matter.span.start) - BEFORE
        last = max(evidence.end, matter.span.end if matter.span.start < sentence.end else 0)
        near = text[max(sentence.start, first) : min(sentence.end, last + BEHIND)]
        one = matter.kind is ObjectKind.PROVISION
        for name in ("wording", "legal_form") if one else ("legal_form", "wording"):
            if pattern("aspects", name).search(near):
                return StanceAspect(name)
    return StanceAspect.PROVISIONS if matter.part else None


def cited(parsed: Parsed, matters: Matters, behind: Span) -> Matter | None:
    """Give the clause that somebody cites for his objection: `…, citing a clause on troops`.

    `behind` reaches from the words that decided a stance to the end of their sentence.
    """
    words = parsed.within(behind) if behind.start < behind.end else ()
    for at, word in enumerate(words[1:], 1):
        cites = words[at - 1].text == "," and word.lower in listed("aspects", "citing")
        if cites and any(w.lemma in plan_words("parts") for w in words[at + 1 : at + 1 + CLAUSE]):
            found = matters.within(Span(word.end, behind.end))
            points = [m for m in found if m.kind is ObjectKind.PROVISION][:CITED]
            return min(points, key=lambda m: _only_how(matters, m), default=None)
    return None


def _only_how(matters: Matters, matter: Matter) -> bool:
    """Tell whether a point only tells how or when something is done, as `codify` does."""
    leaf = matters.book.leaves.get(matter.object.category or "")
    return leaf is not None and leaf.secondary


def with_substance(stances: Sequence[Stance]) -> Iterator[Stance]:
    """Give stances; who takes what he only objects to put so takes its substance."""
    objected = set(_pairs(one for one in stances if one.value in OBJECTIONS and one.aspect in PUT))
    for one in stances:
        taken = one.value in TAKING and one.aspect is None and set(_pairs([one])) <= objected
        yield replace(one, aspect=StanceAspect.SUBSTANCE) if taken else one


def _pairs(stances: Iterable[Stance]) -> Iterator[tuple[str, str]]:
    yield from ((one.holder, one.object.object_id) for one in stances)
