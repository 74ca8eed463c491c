"""Headlines that are stronger than what stands under them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from onrecord.analyse.conflicts.denials import Spoken
from onrecord.analyse.conflicts.findings import Account, Conflict, ConflictType, conflict
from onrecord.record import Factuality, Stance, StanceAspect

WEAKER = {
    Factuality.CERTAIN: {Factuality.PROBABLE, Factuality.POSSIBLE, Factuality.UNCOMMITTED},
    Factuality.PROBABLE: {Factuality.POSSIBLE, Factuality.UNCOMMITTED},
    Factuality.CERTAIN_NOT: {Factuality.PROBABLE_NOT, Factuality.POSSIBLE_NOT},
}
"""What is less sure than a value."""
SHARED = 2
"""Words that headline and body share at least."""


def headlines(
    found: Iterable[Spoken], ends: Mapping[str, int], stances: Iterable[Stance]
) -> Iterator[Conflict]:
    """Give the headlines whose statement the body tells less surely, or of parts only.

    `ends` gives the place at which the headline of each document ends, in published code points.
    """
    parts = {s for one in stances if one.aspect is StanceAspect.PROVISIONS for s in one.statements}
    by_document: dict[str, list[Spoken]] = defaultdict(list)
    for one in found:
        by_document[one.statement.doc_id].append(one)
    for doc_id, own in by_document.items():
        end = ends.get(doc_id, 0)
        heads = [one for one in own if one.statement.first < end]
        for head in heads:
            body = [b for b in own if b.statement.first >= end and _tells_same(head, b)]
            weaker = [b for b in body if _is_weaker(head, b) or b.statement.statement_id in parts]
            if weaker and not any(_equals(head, b) for b in body if b not in weaker):
                yield _between(head, weaker[0])


def _tells_same(head: Spoken, body: Spoken) -> bool:
    same = (
        head.statement.actor_id is not None and head.statement.actor_id == body.statement.actor_id
    )
    return same and len(head.stems & body.stems) >= SHARED


def _is_weaker(head: Spoken, body: Spoken) -> bool:
    one, other = head.statement.certainty, body.statement.certainty
    return bool(one and other and other.source in WEAKER.get(one.source, set()))


def _equals(head: Spoken, body: Spoken) -> bool:
    return len(head.stems & body.stems) >= len(head.stems) * 0.8


def _between(head: Spoken, body: Spoken) -> Conflict:
    accounts: tuple[list[Account], list[Account]] = ([head.account], [body.account])
    return conflict(
        ConflictType.HEADLINE_VS_BODY,
        accounts,
        head.statement.gist,
        "the body is less sure or of parts",
    )
