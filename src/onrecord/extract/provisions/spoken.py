"""What a text itself is said to say: `A would do B, the roadmap says`."""

from collections.abc import Iterator

from onrecord.extract.provisions.scopes import Scope, Shape
from onrecord.extract.stances import Ground, clean


def spoken(ground: Ground) -> Iterator[Scope]:
    """Give the content of the statements whose source is a text."""
    for statement in ground.statements:
        source = clean(statement.source.anchor) if statement.source else None
        plan = ground.matters.plans.before(source.end) if source else None
        if source is None or plan is None or not plan.span.meets(source):
            continue
        if plan.span.end != source.end and plan.span.start != source.start:
            continue
        for part in statement.content:
            inside = ground.parsed.within(span) if (span := clean(part)) else ()
            if inside:
                first, last = inside[0].at, inside[-1].at + 1
                yield Scope(plan, first, last, Shape.CLAUSES, "spoken", sure=False)
