"""Rows as decisions and appearances."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Row

from onrecord.record import Appearance, Decision, Verdict


def decision(row: Row[Any]) -> Decision:
    """Give a row as a decision."""
    return Decision(
        Verdict(row.verdict), row.one, row.other, row.reason, row.decided_by, row.decided_at
    )


def appearances(rows: Iterable[Row[Any]]) -> Iterator[Appearance]:
    """Give rows, one an actor and document, as one appearance an actor, by actor id."""
    by_actor = attrgetter("actor_id")
    for actor_id, group in groupby(sorted(rows, key=by_actor), by_actor):
        found = list(group)
        days = sorted(row.day for row in found if row.day)
        yield Appearance(
            actor_id,
            mentions=sum(row.mentions for row in found),
            statements=sum(row.statements for row in found),
            first=days[0] if days else None,
            last=days[-1] if days else None,
            documents=frozenset(row.doc_id for row in found),
        )
