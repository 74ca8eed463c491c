"""Deadlines as one document tells of them, and the closed lists of their kinds (section 3.11)."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.record.anchors import Anchor
from onrecord.record.provenance import Provenance


class Firmness(StrEnum):
    """How a deadline stands: fixed with a consequence, fixed, or softened by who set it."""

    HARD = "hard"
    FIRM = "firm"
    SOFT = "soft"


class DeadlineStep(StrEnum):
    """What a document reports of a deadline.

    `named` only names it. `extended` needs a source that announces a new date: that deadlines
    tend to be extended is a remark.
    """

    SET = "set"
    EXTENDED = "extended"
    WITHDRAWN = "withdrawn"
    MET = "met"
    MISSED = "missed"
    NAMED = "named"


class DeadlineStatus(StrEnum):
    """Where a deadline stands on a day, by what had been reported up to it."""

    OPEN = "open"
    DUE_TODAY = "due_today"
    MET = "met"
    MISSED = "missed"
    EXTENDED = "extended"
    WITHDRAWN = "withdrawn"
    OUTCOME_NOT_REPORTED = "outcome_not_reported"


class ActRequired(StrEnum):
    """What must be done by a deadline."""

    ACCEPT = "accept"
    REPLY = "reply"
    SIGN = "sign"
    RATIFY = "ratify"
    AGREE = "agree"
    WITHDRAW = "withdraw"
    RELEASE = "release"
    CEASE_FIRE = "cease_fire"
    DISARM = "disarm"
    SUBMIT = "submit"
    PAY = "pay"
    LIFT = "lift"
    ADMIT = "admit"
    MEET = "meet"
    COMPLY = "comply"


@dataclass(frozen=True, slots=True)
class Deadline:
    """What one document says of one deadline, on whose word.

    `set_by` and `addressees` are actor ids. `act_words` say what must be done, `act_required` is
    their code. `due` is EDTF; `moved_from` the day that it was before, for an extension only.
    `consequence` are the words of what follows otherwise. `firmness_words` decided the firmness;
    `remarks` are words that play with the date and move nothing. `announced_on` is the day on which
    it was set or moved, as the text tells it.
    """

    deadline_id: str
    doc_id: str
    step: DeadlineStep
    evidence: tuple[Anchor, ...]
    provenance: Provenance
    set_by: str | None = None
    addressees: tuple[str, ...] = ()
    act_required: ActRequired | None = None
    act_words: Anchor | None = None
    due: str | None = None
    due_words: tuple[Anchor, ...] = ()
    moved_from: str | None = None
    firmness: Firmness | None = None
    firmness_words: tuple[Anchor, ...] = ()
    consequence: Anchor | None = None
    remarks: tuple[Anchor, ...] = ()
    announced_on: str | None = None
    told_by: str | None = None
    statements: tuple[str, ...] = ()
    reported_on: str | None = None
