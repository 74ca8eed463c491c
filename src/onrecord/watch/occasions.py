"""News of deadlines and meetings: near, moved, ended; announced, put off, called off.

They are those of `onrecord deadlines` and `onrecord meetings`. Only a source that announces a new
day moves a deadline; what came of one is told as sources report it, and that nobody does.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby

from onrecord.analyse.deadlines import Course
from onrecord.analyse.meetings import Gathering
from onrecord.record import (
    AlertKind,
    Deadline,
    DeadlineStatus,
    DeadlineStep,
    Meeting,
    MeetingStatus,
)
from onrecord.record.edtf import first_bounds
from onrecord.show.coming import STANDS, to_do, who_meets
from onrecord.show.occasions import OccasionFilter, Occasions
from onrecord.store import Store
from onrecord.watch.news import News, Quote

LATE = timedelta(days=7)
"""How long after its day it is still news that nobody reports what came of a deadline."""

ENDED = {
    DeadlineStatus.MET: "A deadline was met",
    DeadlineStatus.MISSED: "A deadline was missed",
    DeadlineStatus.WITHDRAWN: "A deadline was withdrawn",
}
ANNOUNCED = "A meeting is announced"
MEETINGS = {
    MeetingStatus.PLANNED: ANNOUNCED,
    MeetingStatus.SCHEDULED: ANNOUNCED,
    MeetingStatus.POSTPONED: "A meeting is put off",
    MeetingStatus.CANCELLED: "A meeting is called off",
}
"""What is told of a meeting; what somebody offers or asks for is none yet."""


class OccasionNews:
    """The news of deadlines and meetings on a day."""

    def __init__(self, store: Store, wanted: OccasionFilter, today: date) -> None:
        self._store, self._wanted, self._today = store, wanted, today

    @cached_property
    def _asked(self) -> Occasions:
        return Occasions(self._store, self._wanted)

    def near(self, days: int) -> Iterator[News]:
        """Give the deadlines that stand and whose day is today or at most so many days ahead."""
        until = self._today + timedelta(days=days)
        for one in self._asked.deadlines():
            standing = one.standing(self._today)
            last = first_bounds(standing.due)[1]
            if standing.status in STANDS and last and self._today <= last <= until:
                account = _naming(one, standing.due)
                title = f"A deadline is near ({standing.due})"
                yield self._of_deadline(AlertKind.DEADLINE, one, account, title, standing.due)

    def moved(self) -> Iterator[News]:
        """Give the new days that sources announced for deadlines."""
        kind = AlertKind.DEADLINE_MOVED
        for one in self._asked.deadlines():
            for due, accounts in one.dues:
                moves = [each for each in accounts if each.step is DeadlineStep.EXTENDED]
                if moves:
                    title = f"A deadline moved (to {due})"
                    yield self._of_deadline(kind, one, moves[0], title, due)

    def ended(self) -> Iterator[News]:
        """Give the deadlines that were met, missed or withdrawn, or whose day has just passed."""
        kind = AlertKind.DEADLINE_ENDED
        for one in self._asked.deadlines():
            standing = one.standing(self._today)
            status, last = standing.status, first_bounds(standing.due)[1]
            if status in ENDED:
                account = next(a for a in reversed(one.accounts) if a.step.value == status.value)
                yield self._of_deadline(kind, one, account, ENDED[status], status)
            elif (
                status is DeadlineStatus.OUTCOME_NOT_REPORTED
                and last
                and self._today - LATE <= last
            ):
                account = _naming(one, standing.due)
                title = f"A deadline passed ({standing.due}), no outcome is reported"
                yield self._of_deadline(kind, one, account, title, status, standing.due)

    def meetings(self) -> Iterator[News]:
        """Give the meetings announced that are not over yet, those put off and those called off."""
        for one in self._asked.meetings():
            last = first_bounds(one.date)[1]
            steps = [step.account for step in one.history]
            telling = (each for each in one.accounts if each.status in MEETINGS)
            for title, same in groupby(telling, key=lambda each: MEETINGS[each.status]):
                stage = tuple(same)
                over = title == ANNOUNCED and last is not None and last < self._today
                if not over and any(each in steps for each in stage):
                    yield self._of_meeting(one, stage, title)

    def _of_deadline(
        self, kind: AlertKind, one: Course, account: Deadline, title: str, *what: str | None
    ) -> News:
        return News(
            kind=kind,
            title=f"{title}: {to_do(one, self._asked)}",
            quotes=(Quote(account.evidence[0], self._asked.source(account)),),
            doc_id=account.doc_id,
            entry_id=account.deadline_id,
            members=tuple(each.deadline_id for each in one.accounts),
            what=what,
        )

    def _of_meeting(self, one: Gathering, stage: tuple[Meeting, ...], title: str) -> News:
        account = stage[0]
        return News(
            kind=AlertKind.MEETING,
            title=f"{title}: {who_meets(one, self._asked)}, {account.date or 'day not stated'}",
            quotes=(Quote(account.evidence[0], self._asked.source(account)),),
            doc_id=account.doc_id,
            entry_id=account.meeting_id,
            members=tuple(each.meeting_id for each in stage),
            what=(title,),
        )


def _naming(one: Course, due: str | None) -> Deadline:
    """Give the last account that names a day, else the last of all."""
    named = [account for day, own in one.dues if day == due for account in own]
    return (named or one.accounts)[-1]
