"""What a claim is: a proposition, who makes it, and how it stands by the record alone."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.record import Anchor, SourcingLevel


class ClaimStatus(StrEnum):
    """How a claim stands (section 3.12); whether it is so is never said.

    The first that fits: `superseded`: the same side later tells otherwise; `reported_disputed`:
    another source denies it or tells otherwise; `confirmed_by_second_source`: a source of another
    side tells the same; `contested_legal_claim`: it says what is lawful or legitimate;
    `allegation`: it charges somebody; `unnamed_opinion`: an evaluation by an unnamed source;
    `document_reported`: it stands in a text that others have seen; `hearsay`: unnamed people, media
    or nobody tell it; `not_independently_confirmed`: a side tells it of the fighting, or the text
    marks it as claimed; `attributed`: the source's word, neither confirmed nor disputed.
    """

    SUPERSEDED = "superseded"
    REPORTED_DISPUTED = "reported_disputed"
    CONFIRMED_BY_SECOND_SOURCE = "confirmed_by_second_source"
    CONTESTED_LEGAL_CLAIM = "contested_legal_claim"
    ALLEGATION = "allegation"
    UNNAMED_OPINION = "unnamed_opinion"
    DOCUMENT_REPORTED = "document_reported"
    HEARSAY = "hearsay"
    NOT_INDEPENDENTLY_CONFIRMED = "not_independently_confirmed"
    ATTRIBUTED = "attributed"


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition that a statement makes, in its words.

    `claimants` are the ids of those who make it, none where nobody is named; who repeats what
    nobody is named for is one of them. `reason` tells in plain words what decided the status,
    `marker` are the words by which the text marks it as a claim. `answered_by` are the ids of the
    entries that deny, supersede or confirm it. `military` tells that it is about the fighting,
    `in_denial` that the words are those of a denial: what they tell is denied, or says so itself.
    """

    claim_id: str
    doc_id: str
    proposition: tuple[Anchor, ...]
    gist: str
    claimants: tuple[str, ...]
    status: ClaimStatus
    reason: str
    statements: tuple[str, ...]
    sourcing_level: SourcingLevel
    military: bool = False
    in_denial: bool = False
    marker: Anchor | None = None
    answered_by: tuple[str, ...] = ()
    said_on: str | None = None
    reported_on: str | None = None
