"""What people decided about the record: kept beside what the machine read, never overwritten."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a person decides about two actors: they are one, or they are not."""

    MERGE = "merge"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Decision:
    """That two actors are one, or are not: whose decision, why, and when (UTC, ISO 8601).

    Of two decisions on the same pair the later one holds; the earlier is kept.
    """

    verdict: Verdict
    one: str
    other: str
    reason: str = ""
    decided_by: str = ""
    decided_at: str = ""

    @property
    def pair(self) -> tuple[str, str]:
        """The two actor ids, sorted."""
        first, last = sorted((self.one, self.other))
        return first, last


@dataclass(frozen=True, slots=True)
class Appearance:
    """How often and when an actor appears in the record: mentions, statements, first and last day.

    Days are those of publication, None where no document has one; `documents` are their ids.
    """

    actor_id: str
    mentions: int
    statements: int
    first: str | None
    last: str | None
    documents: frozenset[str]
