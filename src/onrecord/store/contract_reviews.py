"""What every store promises about people's decisions.

- A decision is kept for good, with who and when; it is never changed or erased, only followed by
  another. What the machine read is never changed by it.
- It holds the whole entry as it was decided on. A later reading does not change that: where it has
  the same words, the decision is on that entry; where it reads them otherwise, the entry as decided
  stands in its place, and what the machine reads is told beside it (`Provenance.review`).
- A rejected entry is left out of every answer that does not ask for it, now and whenever it comes
  back, and so is what was read from it alone, unless somebody decided on that himself.
- A decision whose words no current text has stays among the `orphans`.
- One decision is one transaction, on the disk when the call returns.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from onrecord.record import Actor, Decision, Ruling, Waiting
from onrecord.store.answers import Case, Entry
from onrecord.store.filters import ALL_WAITING, QueueFilter


class Reviews(Protocol):
    """The part of a record that is people's."""

    def decide(self, decision: Decision) -> None:
        """Keep a decision on two actors; earlier ones on the same pair are kept, too."""

    def decisions(self) -> tuple[Decision, ...]:
        """Give all decisions on actors in the order in which they were made."""

    def case(self, entry_id: str) -> Case:
        """Give an entry to be decided on, by its id or the beginning of it.

        An id of an earlier reading leads to what its decision is on now.

        Raises:
            NoSuchEntry: nothing has this id, today or in the log.
            AmbiguousId: several entries do.
            NotForReview: an entry of a kind that is not decided on, as an actor.
        """

    def rule(
        self, ruling: Ruling, entry: Entry, actors: Sequence[Actor] = (), seen: str | None = None
    ) -> Ruling:
        """Keep a ruling that makes this of an entry, apply it, and give it with id and time.

        `actors` are those that `entry` names and the document perhaps does not. `seen` is the
        `Case.seen` of the state that was decided on; without it the current state is.

        Raises:
            NoSuchEntry: the entry is not there.
            AlreadyOnRecord: it is to be added and is there.
            DecisionOutdated: it is in another state by now; nothing is kept.
        """

    def take_back(self, ruling: Ruling) -> Ruling:
        """Keep an undoing or redoing and apply it: of the last on the entry that is named.

        Where none is named, of the last that the same person decided, or undid.

        Raises:
            NothingDecided: there is none.
            RulingBuiltUpon: somebody has decided on the entry since.
        """

    def rulings(self, entry_id: str | None = None) -> tuple[Ruling, ...]:
        """Give all rulings on an entry, or of the record, in the order in which they were made."""

    def machines(self, case: Case) -> Entry | None:
        """Give what the machine's current reading has in a case, None where it has nothing."""

    def orphans(self) -> tuple[Case, ...]:
        """Give what is decided on and stands nowhere in the record today."""

    def waiting(self, wanted: QueueFilter = ALL_WAITING) -> Iterator[Waiting]:
        """Give what waits for a decision, the most urgent first, then by day and place.

        That is what nobody has decided on, and what a person confirmed and the machine reads
        otherwise by now.
        """

    def waiting_counts(self, wanted: QueueFilter = ALL_WAITING) -> dict[str, int]:
        """Give how much of each kind waits for a decision, whatever the page asked for."""
