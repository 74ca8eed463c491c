"""What people decided about entries: a log to which lines are only ever added.

An entry is the machine's until somebody accepts, rejects or corrects it. Every decision is a ruling
that holds the whole entry as it then stood, so that it outlives every new reading. To undo is a
ruling, too: nothing is erased.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What a person does: about an entry, or about the last that was done."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    ADD = "add"
    UNDO = "undo"
    REDO = "redo"


class ReviewState(StrEnum):
    """Whose word an entry is: the machine's alone, or what a person made of it."""

    MACHINE = "machine"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"


BY_PEOPLE = (ReviewState.CONFIRMED, ReviewState.CORRECTED, ReviewState.ADDED)
"""The states of what a person stands for: all that `confirmed only` leaves."""


class Reason(StrEnum):
    """Why a decision matters: what hangs on the entry."""

    STANCE = "stance"
    PLAN = "plan"
    MOVES = "moves"
    SOLE = "sole"
    PARTY = "party"
    QUOTED = "quoted"
    ACT = "act"
    AGAIN = "again"
    OTHERWISE = "otherwise"


WEIGHTS = {
    Reason.STANCE: 1,
    Reason.PLAN: 2,
    Reason.MOVES: 3,
    Reason.SOLE: 2,
    Reason.PARTY: 2,
    Reason.QUOTED: 1,
    Reason.ACT: 1,
    Reason.AGAIN: 2,
    Reason.OTHERWISE: 2,
}
"""What each reason adds to an importance of 1. Judgements, not measured: a wrong stance tells a
reader more than a wrong statement, one that makes a shift or is all there is most of all."""

UNKNOWN_DOUBT = 0.5
"""The doubt where the machine gives no confidence: right as often as wrong."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry that waits for a decision, and how urgent that is.

    `doubt` is the chance, in [0, 1], that the machine is wrong: 1 less its calibrated confidence.
    """

    kind: str
    entry_id: str
    doc_id: str
    doubt: float
    reasons: tuple[Reason, ...] = ()

    @property
    def importance(self) -> int:
        """How much hangs on it: 1 and the weights of the reasons."""
        return 1 + sum(WEIGHTS[reason] for reason in self.reasons)

    @property
    def urgency(self) -> float:
        """Importance times doubt: what a decision is worth."""
        return self.importance * self.doubt


@dataclass(frozen=True, slots=True)
class Review:
    """What people made of an entry: the last ruling in force.

    `at` is UTC, ISO 8601. `machine` tells what the machine reads otherwise, by field in plain
    words. `found` is false where the machine's current reading does not have the entry at all.
    """

    state: ReviewState
    by: str
    at: str
    ruling_id: str
    machine: tuple[tuple[str, str], ...] = ()
    found: bool = True


@dataclass(frozen=True, slots=True)
class Ruling:
    """One line of the log: what a person did about an entry, with what, why and when.

    `subject_id` is the same for all rulings on one entry, through all readings. `field`, `before`
    and `value` are those of a correction, in plain words; `of` is the ruling that is undone or done
    again. `ruling_id` follows from all of it and from the ruling before on the same entry. The
    store sets `subject_id`, `ruling_id` and `at`.
    """

    action: Action
    kind: str
    entry_id: str
    doc_id: str
    by: str
    note: str = ""
    field: str | None = None
    before: str | None = None
    value: str | None = None
    of: str | None = None
    subject_id: str = ""
    ruling_id: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Log:
    """The rulings in force, in order, and the undoings that can be taken back."""

    standing: tuple[Ruling, ...]
    undone: tuple[Ruling, ...]

    @property
    def state(self) -> ReviewState:
        """What the rulings in force on one entry make of it; the last of them decides."""
        actions = [ruling.action for ruling in self.standing]
        if not actions:
            return ReviewState.MACHINE
        if actions[-1] is Action.REJECT:
            return ReviewState.REJECTED
        if Action.ADD in actions:
            return ReviewState.ADDED
        return ReviewState.CORRECTED if Action.CORRECT in actions else ReviewState.CONFIRMED

    def last_of(self, subject_id: str) -> Ruling | None:
        """Give the last ruling in force on an entry."""
        own = (each for each in reversed(self.standing) if each.subject_id == subject_id)
        return next(own, None)


def replay(rulings: Iterable[Ruling]) -> Log:
    """Give what is in force after these rulings, on one entry or on all, in the order made.

    A new ruling on an entry ends the chance to do again what was undone on it.
    """
    standing: dict[str, Ruling] = {}
    undone: dict[str, Ruling] = {}
    known: dict[str, Ruling] = {}
    for ruling in rulings:
        known[ruling.ruling_id] = ruling
        match ruling.action:
            case Action.UNDO:
                undone[ruling.of or ""] = ruling
                standing.pop(ruling.of or "")
            case Action.REDO:
                standing[ruling.of or ""] = known[ruling.of or ""]
                undone.pop(ruling.of or "")
            case _:
                standing[ruling.ruling_id] = ruling
                gone = [key for key, it in undone.items() if it.subject_id == ruling.subject_id]
                for key in gone:
                    del undone[key]
    return Log(tuple(standing.values()), tuple(undone.values()))
