"""What an actor says that the record does not have yet: an utterance, whoever reports it first.

Two reports are of one utterance as `onrecord statements --utterances` puts them together. Within a
document, too: its headline, lead and quotation often are, and the one with the most words is told.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.analyse.copies.groups import Groups
from onrecord.analyse.copies.limits import OPEN_DAYS
from onrecord.analyse.copies.utterances import Said, same_utterance
from onrecord.record import Statement
from onrecord.store import StatementFilter, Store

AROUND = timedelta(days=OPEN_DAYS)


def first_heard(store: Store, doc_id: str, actor: str) -> Iterator[Statement]:
    """Give each utterance of an actor in a document that no other document of the record reports.

    `actor` is a name or an id, as in `StatementFilter`.
    """
    wanted = StatementFilter(actor=actor, doc_id=doc_id, review=False)
    own = [Said(each, frozenset({actor})) for each in store.statements(wanted)]
    if not own:
        return
    known = _around(store, own, actor)
    for same in _utterances(own):
        if not any(same_utterance(one, other) for one in same for other in known):
            yield max(same, key=_words).statement


def _around(store: Store, own: Sequence[Said], actor: str) -> list[Said]:
    """Give what the actor said in other documents on days near those."""
    first, last = min(one.days[0] for one in own), max(one.days[1] for one in own)
    since = first - AROUND if first - date.min > AROUND else None
    until = last + AROUND if date.max - last > AROUND else None
    ids = {one.statement.doc_id for one in own}
    wanted = StatementFilter(actor=actor, since=since, until=until, review=False)
    return [
        Said(each, frozenset({actor}))
        for each in store.statements(wanted)
        if each.doc_id not in ids
    ]


def _utterances(own: Sequence[Said]) -> Iterator[list[Said]]:
    """Give what one document reports, put together by utterance, in text order."""
    groups: Groups[int] = Groups()
    for at, one in enumerate(own):
        for before in range(at):
            if same_utterance(own[before], one):
                groups.join(before, at)
    for at in range(len(own)):
        if groups.first(at) == at:
            yield [own[place] for place in sorted(groups.members(at))]


def _words(one: Said) -> int:
    return sum(len(anchor.exact) for anchor in one.statement.content)
