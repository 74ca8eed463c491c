"""Outlines: entries without their words, to be compared by the ten thousand."""

from dataclasses import dataclass

from onrecord.record.codes import StanceBasis, StanceValue
from onrecord.record.reviews import ReviewState
from onrecord.record.stances import Stance, StanceObject
from onrecord.record.statements import is_for_review


@dataclass(frozen=True, slots=True)
class Stand:
    """A stance without its words, which its id leads to.

    `left_out` is true where a later version of the article no longer has the words: it stays in the
    trail, but is in force no more.
    """

    stance_id: str
    doc_id: str
    holder: str
    object: StanceObject
    value: StanceValue
    basis: StanceBasis
    as_of: str | None = None
    reported_on: str | None = None
    reported_by: str | None = None
    confidence: float | None = None
    state: ReviewState = ReviewState.MACHINE
    left_out: bool = False

    @classmethod
    def of(cls, stance: Stance) -> "Stand":
        """Give the outline of a stance."""
        return cls(
            stance_id=stance.stance_id,
            doc_id=stance.doc_id,
            holder=stance.holder,
            object=stance.object,
            value=stance.value,
            basis=stance.basis,
            as_of=stance.as_of,
            reported_on=stance.reported_on,
            reported_by=stance.reported_by,
            confidence=stance.provenance.confidence,
            state=stance.provenance.state,
        )

    @property
    def for_review(self) -> bool:
        """Tell whether it was found with little confidence and no person has looked at it yet."""
        return self.state is ReviewState.MACHINE and is_for_review(self.confidence)


@dataclass(frozen=True, slots=True)
class Voice:
    """An actor who is heard in a document: whose statement it gives.

    `declined` is true where all that it gives are refusals to answer.
    """

    actor_id: str
    doc_id: str
    declined: bool = False
