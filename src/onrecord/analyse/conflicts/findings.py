"""What a conflict is: two accounts that do not agree, each with its words, open or explained."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from onrecord.record import Anchor, identify


class ConflictType(StrEnum):
    """How two accounts differ (section 3.12); the last five are no contradictions.

    `denial_vs_report`: somebody denies what another tells; `temporal_reversal`: one side later says
    otherwise; `authorship`: who wrote a text is disputed; `characterisation`: what a thing is;
    `numeric`: two numbers or days for one thing; `intra_speaker_tension`: one speaker's accounts do
    not fit together; `headline_vs_body`: the headline is stronger than what stands under it.
    `version_change`: the accounts are of two drafts; `framing_difference`: two wordings, and nobody
    says that one of them is right; `different_object`: yes to one thing and no to another;
    `mixed_stance`: one holder accepts and objects to parts of one thing on one day.
    """

    DENIAL_VS_REPORT = "denial_vs_report"
    TEMPORAL_REVERSAL = "temporal_reversal"
    AUTHORSHIP = "authorship"
    CHARACTERISATION = "characterisation"
    NUMERIC = "numeric"
    INTRA_SPEAKER_TENSION = "intra_speaker_tension"
    HEADLINE_VS_BODY = "headline_vs_body"
    VERSION_CHANGE = "version_change"
    FRAMING_DIFFERENCE = "framing_difference"
    DIFFERENT_OBJECT = "different_object"
    MIXED_STANCE = "mixed_stance"


EXPLAINED = frozenset(
    {
        ConflictType.HEADLINE_VS_BODY,
        ConflictType.VERSION_CHANGE,
        ConflictType.FRAMING_DIFFERENCE,
        ConflictType.DIFFERENT_OBJECT,
        ConflictType.MIXED_STANCE,
    }
)


@dataclass(frozen=True, slots=True)
class Account:
    """One account of a conflict: the entry, whose word it is, when, in which words."""

    entry_id: str
    doc_id: str
    actor: str | None
    words: tuple[Anchor, ...]
    said_on: str | None = None
    reported_on: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Accounts that do not agree: those of `a` with those of `b`, the earlier side first.

    `about` says in plain words what it is about, `reason` why the two were put side by side.
    `open` is false where the record itself explains the difference. Neither side is ever dropped,
    and none is called right.
    """

    conflict_id: str
    type: ConflictType
    a: tuple[Account, ...]
    b: tuple[Account, ...]
    about: str
    reason: str
    open: bool = True

    @property
    def last(self) -> str:
        """The day of the last report of it, empty where no day is known."""
        return max((account.reported_on or "" for account in (*self.a, *self.b)), default="")


def conflict(
    kind: ConflictType, sides: tuple[Iterable[Account], Iterable[Account]], about: str, reason: str
) -> Conflict:
    """Give a conflict with the id that follows from its accounts."""
    a, b = (tuple(dict.fromkeys(side)) for side in sides)
    key = [sorted(account.entry_id for account in side) for side in (a, b)]
    return Conflict(identify("cfl", kind, *key), kind, a, b, about, reason, kind not in EXPLAINED)
