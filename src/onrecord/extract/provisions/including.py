"""`Including`: examples of what a plan says, behind a noun for its content."""

from collections.abc import Iterator

from onrecord.extract.language import Parsed, Sentence
from onrecord.extract.matters import Matters, PlanReference
from onrecord.extract.provisions.bounds import end_of
from onrecord.extract.provisions.heads import FAR, READ
from onrecord.extract.provisions.lexicon import begins_with, listed
from onrecord.extract.provisions.scopes import Scope, Shape

NEAR, NEXT = 14, 4
"""Words between a noun for content, and one for a text, and `including`."""


def included(parsed: Parsed, matters: Matters) -> Iterator[Scope]:
    """Give what stands behind `including` and the like, where a plan's content is named before."""
    openers = {row.split()[0] for row in listed("frames", "including")}
    for at, lower in enumerate(parsed.lowers):
        if lower not in openers:
            continue
        size = begins_with(parsed.lowers[at : at + 2], "frames", "including")
        sentence = parsed.sentences[parsed.words[at].sentence]
        if not size or sentence.kind not in READ or at + size >= sentence.last:
            continue
        found = _carrier(parsed, matters, at, sentence)
        if found:
            plan, subject = found
            last = end_of(parsed.words, at + size, sentence.last)
            yield Scope(
                plan, at + size, last, Shape.NOUNS, "including", subject=subject, sure=False
            )


def _carrier(
    parsed: Parsed, matters: Matters, at: int, sentence: Sentence
) -> tuple[PlanReference, tuple[int, int] | None] | None:
    """Give the plan whose content a noun before `including` names, and who gives it."""
    for place in range(at - 1, max(sentence.first, at - NEAR) - 1, -1):
        word = parsed.words[place]
        close = word.lemma in listed("nouns", "texts") and at - place <= NEXT
        carries = word.lemma in listed("nouns", "carriers") or close
        if carries and word.pos in {"NOUN", "PROPN"}:
            plan = matters.plans.before(word.end)
            near = plan and word.start - plan.span.end <= FAR
            return (plan, _giver(parsed, place, at)) if plan and near else None
    return None


def _giver(parsed: Parsed, carrier: int, at: int) -> tuple[int, int] | None:
    """Give who makes `concessions from Norway`."""
    words = parsed.words
    if words[carrier].lemma not in listed("nouns", "given") or carrier + 2 >= at:
        return None
    if words[carrier + 1].lower not in {"from", "by"}:
        return None
    last = at - 1 if words[at - 1].text == "," else at
    return (carrier + 2, last)
