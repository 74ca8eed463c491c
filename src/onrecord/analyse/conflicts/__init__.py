"""Where accounts do not agree: side by side with their words, open or explained, none dropped."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.analyse.conflicts.denials import Spoken, denials, reversals, spoken, stems
from onrecord.analyse.conflicts.findings import Account, Conflict, ConflictType, conflict
from onrecord.analyse.conflicts.headlines import headlines
from onrecord.analyse.conflicts.stands import of_stances
from onrecord.analyse.conflicts.texts import of_texts
from onrecord.analyse.proposals import Proposal
from onrecord.analyse.shifts import Shift
from onrecord.record import Stance, Statement

__all__ = [
    "Account",
    "Conflict",
    "ConflictType",
    "Grounds",
    "Spoken",
    "conflict",
    "conflicts",
    "spoken",
    "stems",
]


@dataclass(frozen=True)
class Grounds:
    """What conflicts are looked for in.

    `who` gives the identity that an actor belongs to, `side` the key of the side that one speaks
    for (None where the record does not tell). `headline_ends` gives where the headline of each
    document ends, in published code points; `on_authorship` are the ids of the statements that tell
    who wrote a text.
    """

    statements: Sequence[Statement]
    stances: Sequence[Stance]
    moves: Sequence[Shift]
    proposals: Sequence[Proposal]
    who: Callable[[str], str]
    side: Callable[[str | None], str | None]
    headline_ends: Mapping[str, int] = field(default_factory=dict)
    on_authorship: frozenset[str] = frozenset()


def conflicts(grounds: Grounds) -> list[Conflict]:
    """Give the conflicts of a record, the last reported first, each once."""
    found = [spoken(statement) for statement in grounds.statements if not statement.for_review]
    every: Iterable[Conflict] = (
        *of_texts(grounds.proposals, grounds.who, grounds.side),
        *denials(found, grounds.side, grounds.on_authorship),
        *reversals(found, grounds.side, _day),
        *of_stances(grounds.stances, grounds.moves),
        *headlines(found, grounds.headline_ends, grounds.stances),
    )
    unique = {one.conflict_id: one for one in every}
    return sorted(unique.values(), key=lambda one: (one.last, one.conflict_id), reverse=True)


def _day(statement: Statement) -> str:
    """Give the day of a statement, that of its report where none is said."""
    return statement.said_on or statement.reported_on or ""
