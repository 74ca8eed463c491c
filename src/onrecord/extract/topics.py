"""What the statements of one document are about."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.extract.stances import Ground, clean
from onrecord.record import (
    Anchor,
    ObjectKind,
    PlanAspect,
    PlanClaim,
    Provenance,
    SourcingLevel,
    Span,
    Stance,
    StanceObject,
    Statement,
    Topic,
    identify,
)

RULES = ("topics", "2")
"""Name and version of these rules, as the provenance of what they find tells it."""
MOST = 12
"""Things that one statement is about at most: hostile text may name hundreds."""
QUESTIONS = {PlanAspect.DRAFTED: "authorship", PlanAspect.RECEIVED: "receipt"}
"""Questions of fact about a text that statements answer: who wrote it, who received it when."""


def topics(
    ground: Ground, stances: Sequence[Stance], plans: Sequence[PlanClaim]
) -> tuple[Topic, ...]:
    """Give what each statement is about.

    That is what its words name, what its stances are on, and what it tells of who wrote and who
    received a text.
    """
    on: dict[str, list[tuple[StanceObject, Anchor]]] = {}
    for stance in stances:
        for statement_id in stance.statements:
            words = stance.object_words or stance.evidence[0]
            on.setdefault(statement_id, []).append((stance.object, words))
    for claim in plans:
        if claim.statement_id and claim.aspect in QUESTIONS:
            asked = (question(claim), claim.evidence)
            on.setdefault(claim.statement_id, []).extend([(claim.object, claim.words), asked])
    found = (t for s in ground.statements for t in _of(ground, s, on.get(s.statement_id, ())))
    return tuple(sorted(found, key=lambda topic: (topic.words.start, topic.topic_id)))


def question(claim: PlanClaim) -> StanceObject:
    """Give the question of fact that a claim answers: who wrote a text, who received it."""
    kind, about = QUESTIONS[claim.aspect], claim.object
    return StanceObject(
        object_id=identify("obj", "question", kind, about.object_id),
        kind=ObjectKind.QUESTION,
        label=f"{kind}, {about.label}",
        lineage=about.lineage,
        version=about.version,
        category=f"FACT.{kind.upper()}",
    )


def _of(
    ground: Ground, statement: Statement, others: Iterable[tuple[StanceObject, Anchor]]
) -> Iterator[Topic]:
    """Give what one statement is about, each thing once, the first words that name it."""
    unique: dict[str, tuple[StanceObject, Anchor]] = {}
    for about, words in (*_named(ground, statement), *others):
        unique.setdefault(about.object_id, (about, words))
    for about, words in list(unique.values())[:MOST]:
        yield Topic(
            topic_id=identify("top", statement.statement_id, about.object_id),
            doc_id=statement.doc_id,
            statement_id=statement.statement_id,
            object=about,
            words=words,
            provenance=Provenance(*RULES, rule_id=f"topic:{about.kind}"),
        )


def _named(ground: Ground, statement: Statement) -> Iterator[tuple[StanceObject, Anchor]]:
    for part in _parts(ground, statement):
        for matter in ground.matters.within(part):
            yield matter.object, ground.anchor(matter.span)
    source = clean(statement.source.anchor) if statement.source else None
    if source and statement.sourcing_level is SourcingLevel.DOCUMENT_OBTAINED:
        for reference in ground.matters.plans.within(source):  # the text that speaks
            found = ground.matters.of_plan(reference)
            yield found.object, ground.anchor(found.span)


RELATIVE = frozenset({"which", "that"})
CLOSE = 3
"""Code points between a relative pronoun and what it stands for: `the changes, [which]`."""


def _parts(ground: Ground, statement: Statement) -> Iterator[Span]:
    """Give the parts of a content; for a relative pronoun what it stands for."""
    for part in statement.content:
        span = clean(part)
        if span and part.exact.casefold() in RELATIVE:
            named = ground.matters.last_solid(span.start)
            if named and span.start - named.span.end <= CLOSE:
                yield named.span
        elif span:
            yield span
