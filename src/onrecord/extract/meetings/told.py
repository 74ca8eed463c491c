"""A meeting as one clause tells of it, before it gets its anchors."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.meetings.circumstances import When, Where
from onrecord.record import MeetingStatus, MeetingType, Span, Statement


@dataclass(frozen=True, slots=True)
class Told:
    """What one clause says of a meeting; a bare one (`the talks`) only goes on from another."""

    rule: str
    type: MeetingType
    status: MeetingStatus | None
    evidence: tuple[Span, ...]
    participants: tuple[str, ...] = ()
    host: str | None = None
    where: Where | None = None
    when: When | None = None
    agenda: tuple[Span, ...] = ()
    outcome: tuple[Span, ...] = ()
    statement: Statement | None = None
    bare: bool = False
    official: bool = False

    @property
    def first(self) -> int:
        """Where it begins in the clean text."""
        return self.evidence[0].start


def stretch(spans: Sequence[Span]) -> Span:
    """Give the stretch that holds all of these."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))
