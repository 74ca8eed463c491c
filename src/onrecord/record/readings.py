"""Readings: everything that one run of the extractor found in one document."""

from dataclasses import dataclass

from onrecord.record.actors import Actor, Mention, Occupancy, Office
from onrecord.record.amounts import Money, Quantity
from onrecord.record.deadlines import Deadline
from onrecord.record.ids import identify
from onrecord.record.meetings import Meeting
from onrecord.record.plans import PlanClaim
from onrecord.record.provisions import Provision
from onrecord.record.stances import Condition, Stance
from onrecord.record.statements import Statement
from onrecord.record.times import TimeExpression
from onrecord.record.topics import Topic


@dataclass(frozen=True, slots=True)
class Reading:
    """The findings of one extractor, in one version, in one document.

    A document is read again when the extractor's version or `published_on` (the day that the user
    gave, None where the document's own is used) differs; the earlier reading is then superseded,
    never erased. All tuples stand in text order.
    """

    doc_id: str
    extractor: str
    published_on: str | None = None
    refused: str | None = None
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    offices: tuple[Office, ...] = ()
    occupancies: tuple[Occupancy, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    money: tuple[Money, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    stances: tuple[Stance, ...] = ()
    conditions: tuple[Condition, ...] = ()
    plans: tuple[PlanClaim, ...] = ()
    topics: tuple[Topic, ...] = ()
    provisions: tuple[Provision, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    deadlines: tuple[Deadline, ...] = ()

    @property
    def reading_id(self) -> str:
        """The id that document, extractor and settings define."""
        return identify("rdg", self.doc_id, self.extractor, self.published_on)
