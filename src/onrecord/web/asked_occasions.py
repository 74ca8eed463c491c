"""What the pages of meetings, deadlines and conflicts can be asked."""

from collections.abc import Iterable
from itertools import chain
from typing import Annotated

from pydantic import Field

from onrecord.analyse.conflicts import ConflictType
from onrecord.errors import BadCode
from onrecord.record import DeadlineStatus, MeetingStatus
from onrecord.show.room.gathered import Chosen
from onrecord.web.asked import Codes, Paged, Words, parted
from onrecord.wishes import codes

Party = Annotated[
    Words | None,
    Field(description="A side's key, or the id or part of a name of somebody who takes part."),
]


class OccasionsAsked(Paged):
    """Meetings and deadlines."""

    party: Party = None
    status: Codes = Field(
        default=[], description="Codes of statuses of meetings or deadlines: held, open, missed …"
    )
    media: bool = Field(default=False, description="Also interviews, press conferences, speeches.")
    sort: str = Field(
        default="coming",
        pattern="^-?date$|^coming$",
        description="What is to come first, or by day; - is from last to first.",
    )

    @property
    def chosen(self) -> Chosen:
        """What is asked for, in the record's terms.

        Raises:
            BadCode: no status begins so.
        """
        asked = parted(self.status)
        known = tuple(chain(MeetingStatus, DeadlineStatus))
        for code in asked:
            if not _begins(code, known):
                raise BadCode(code, known)
        of_meetings = (code for code in asked if _begins(code, MeetingStatus))
        of_deadlines = (code for code in asked if _begins(code, DeadlineStatus))
        return Chosen(
            party=self.party,
            meeting_statuses=codes(MeetingStatus, of_meetings),
            deadline_statuses=codes(DeadlineStatus, of_deadlines),
            since=self.since,
            until=self.until,
            media=self.media,
        )


def _begins(code: str, known: Iterable[str]) -> bool:
    return any(each.startswith(code.lower()) for each in known)


class ConflictsAsked(Paged):
    """Accounts that do not agree."""

    kind: Codes = Field(default=[], description="Codes of kinds: denial, authorship, numeric …")
    state: str = Field(
        default="all", pattern="^(all|open|explained)$", description="All, open or explained ones."
    )
    party: Party = None

    @property
    def kinds(self) -> tuple[ConflictType, ...]:
        """The kinds asked for.

        Raises:
            BadCode: no kind begins so.
        """
        return codes(ConflictType, parted(self.kind))
