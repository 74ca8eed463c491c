"""What sentences behind a plan's name foresee: `Norway would leave`, `The fee shall be paid`.

Newspapers tell what a plan says with `would`, sentence after sentence; communiqués print `shall`,
and that a figure `has been raised`. Nobody else speaks there, and no `if` stands before it.
"""

from collections.abc import Iterator

from onrecord.extract.language import Parsed, Sentence
from onrecord.extract.matters import Matters, PlanReference
from onrecord.extract.provisions.bounds import end_of
from onrecord.extract.provisions.groups import Group, groups
from onrecord.extract.provisions.lexicon import begins_with, listed
from onrecord.extract.provisions.scopes import Scope, Shape
from onrecord.record import ParagraphKind, Span

MOST = 4
"""Sentences behind one that names the plan."""
UNSURE = frozenset({"if", "unless", "whether"})
OLDER = "original"
"""The version that `the earlier text` means: what is new is told of the one named before it."""


def foreseen(parsed: Parsed, matters: Matters) -> Iterator[Scope]:
    """Give the sentences that go on from one that names a plan, in its paragraph."""
    plan: PlanReference | None = None
    paragraph, since = -1, 0
    for sentence in parsed.sentences:
        if sentence.paragraph != paragraph:
            paragraph, plan = sentence.paragraph, None
        if sentence.kind is not ParagraphKind.BODY:
            continue
        since += 1
        if plan and since <= MOST and (scope := _scope(parsed, sentence, plan)):
            yield scope
        if named := _named(parsed, matters, sentence):
            plan = plan if plan and named.version == OLDER else named
            since = 0


def _named(parsed: Parsed, matters: Matters, sentence: Sentence) -> PlanReference | None:
    span = parsed.span(sentence)
    inside = list(matters.plans.within(Span(span.start, span.end)))
    newer = [reference for reference in inside if reference.version != OLDER]
    return (newer or inside)[-1] if inside else None


def _scope(parsed: Parsed, sentence: Sentence, plan: PlanReference) -> Scope | None:
    words = parsed.words
    lowers = [word.lower for word in words[sentence.first : sentence.last]]
    first = next(groups(words, sentence.first, sentence.last), None)
    if first is None or UNSURE & set(lowers) or not _foresees(parsed, first):
        return None
    start = sentence.first + begins_with(lowers[:3], "frames", "return")
    last = end_of(words, start, sentence.last)
    shape = Shape.CLAUSES if first.modal else Shape.WHOLE
    return Scope(plan, start, last, shape, "foreseen", sure=False)


def _foresees(parsed: Parsed, group: Group) -> bool:
    """Tell `would` and `shall`, and a figure that `is raised`."""
    if group.modal:
        return group.modal in {"would", "shall"}
    changed = parsed.words[group.main].lemma in listed("changing", "verbs")
    return group.passive and group.tag in {"VBZ", "VBP"} and changed
