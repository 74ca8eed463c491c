"""Deadlines across documents: their accounts, extensions, and where they stand on a day.

A deadline is followed by who set it, its day and its act. Only an account that announces a new day
moves it. Two accounts of one extension that name different days are both kept; the day that stands
is the one that was reported last. Its id is that of its first account.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from onrecord.analyse.sides import Sides
from onrecord.analyse.verdicts import Verdicts
from onrecord.record import (
    ActRequired,
    Anchor,
    Deadline,
    DeadlineStatus,
    DeadlineStep,
    Decision,
    Firmness,
)
from onrecord.record.edtf import first_bounds

ENDS = {
    DeadlineStep.MET: DeadlineStatus.MET,
    DeadlineStep.MISSED: DeadlineStatus.MISSED,
    DeadlineStep.WITHDRAWN: DeadlineStatus.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Extension:
    """A move to a new day that a source announced."""

    moved_from: str | None
    due: str
    announced_on: str | None
    account: Deadline


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a deadline stands on a day; `outcome` is known, or not reported, from its day on."""

    status: DeadlineStatus
    due: str | None
    outcome: DeadlineStatus | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """One deadline of the record: all accounts of it in order of report."""

    accounts: tuple[Deadline, ...]

    @property
    def deadline_id(self) -> str:
        """The id of its first account."""
        return self.accounts[0].deadline_id

    @property
    def set_by(self) -> str | None:
        """Who set it, by the first account that names somebody."""
        told = [each for each in self.accounts if each.set_by]
        firm = (each for each in told if each.step in {DeadlineStep.SET, DeadlineStep.EXTENDED})
        return next((each.set_by for each in (*firm, *told)), None)

    @property
    def addressees(self) -> tuple[str, ...]:
        """Who is to act, by the account that names most."""
        return max((each.addressees for each in self.accounts), key=len)

    @property
    def act_required(self) -> ActRequired | None:
        """What is to be done, by the first account that says it."""
        return next((each.act_required for each in self.accounts if each.act_required), None)

    @property
    def act_words(self) -> Anchor | None:
        """The words for what is to be done."""
        return next((each.act_words for each in self.accounts if each.act_words), None)

    @property
    def consequence(self) -> Anchor | None:
        """The words for what follows otherwise."""
        return next((each.consequence for each in self.accounts if each.consequence), None)

    @property
    def firmness(self) -> Firmness | None:
        """How it stands: hard with a consequence, else as it was last spoken of."""
        told = [each.firmness for each in self.accounts if each.firmness]
        return Firmness.HARD if Firmness.HARD in told else told[-1] if told else None

    @property
    def extensions(self) -> tuple[Extension, ...]:
        """The moves to a new day, in order of report."""
        return tuple(
            Extension(each.moved_from, each.due, each.announced_on, each)
            for each in self.accounts
            if each.step is DeadlineStep.EXTENDED and each.due
        )

    @property
    def dues(self) -> tuple[tuple[str, tuple[Deadline, ...]], ...]:
        """The days that accounts name, each with its accounts, in order of report."""
        found: dict[str, list[Deadline]] = {}
        for each in self.accounts:
            if each.due:
                found.setdefault(each.due, []).append(each)
        return tuple((due, tuple(own)) for due, own in found.items())

    def standing(self, day: date) -> Standing:
        """Give where it stands on a day, by what had been reported up to it."""
        known = [each for each in self.accounts if _reported(each) <= day]
        due, moved = _due(known)
        ended = next((ENDS[each.step] for each in reversed(known) if each.step in ENDS), None)
        if ended is DeadlineStatus.WITHDRAWN:
            return Standing(ended, due, ended)
        last = first_bounds(due)[1]
        if last is None or day < last:
            status = DeadlineStatus.EXTENDED if moved else DeadlineStatus.OPEN
            return Standing(ended or status, due, ended)
        outcome = ended or DeadlineStatus.OUTCOME_NOT_REPORTED
        return Standing(DeadlineStatus.DUE_TODAY if day == last else outcome, due, outcome)

    def history(self, until: date) -> list[tuple[date, Standing]]:
        """Give each change of where it stands: on days of reports, on the last day and after it."""
        days = {_reported(each) for each in self.accounts if _reported(each) < date.max}
        ends = {last for due, _ in self.dues if (last := first_bounds(due)[1])}
        days |= ends | {last + timedelta(days=1) for last in ends if last < date.max}
        found: list[tuple[date, Standing]] = []
        for day in sorted(each for each in days if each <= until):
            if not any(_reported(each) <= day for each in self.accounts):
                continue
            standing = self.standing(day)
            if not found or found[-1][1] != standing:
                found.append((day, standing))
        return found


def _reported(account: Deadline) -> date:
    """Give the day by which an account was surely published, the last of all where unknown."""
    return first_bounds((account.reported_on or "")[:10])[1] or date.max


def _due(known: Sequence[Deadline]) -> tuple[str | None, bool]:
    """Give the day that stands by these accounts, and whether it was moved.

    Of several days that an extension is told to lead to, the one reported last.
    """
    moved = {each.due for each in known if each.step is DeadlineStep.EXTENDED and each.due}
    told = [each.due for each in known if each.due and (not moved or each.due in moved)]
    return (told[-1] if told else None), bool(moved)


def courses(
    accounts: Iterable[Deadline], sides: Sides, decisions: Iterable[Decision] = ()
) -> list[Course]:
    """Give the deadlines of a record by their first day, those of an unknown day last."""
    groups = _Groups(sides, decisions)
    for account in sorted(accounts, key=_order):
        groups.add(account)
    made = (Course(tuple(group.accounts)) for group in groups)
    return sorted(made, key=_by_day)


def _order(account: Deadline) -> tuple[date, str, str, int]:
    return (
        _reported(account),
        account.reported_on or "",
        account.doc_id,
        account.evidence[0].start,
    )


def _by_day(course: Course) -> tuple[date, str]:
    first = course.dues[0][0] if course.dues else None
    return first_bounds(first)[1] or date.max, course.deadline_id


@dataclass
class _Group:
    accounts: list[Deadline] = field(default_factory=list)
    setters: set[str] = field(default_factory=set)
    dues: set[str] = field(default_factory=set)
    acts: set[ActRequired] = field(default_factory=set)

    def take(self, account: Deadline, setter: frozenset[str]) -> None:
        """Add an account."""
        self.accounts.append(account)
        self.setters |= setter
        self.dues |= {day for day in (account.due, account.moved_from) if day}
        self.acts |= {account.act_required} if account.act_required else set()


class _Groups:
    """Accounts put together by their day, who set it and what must be done."""

    def __init__(self, sides: Sides, decisions: Iterable[Decision]) -> None:
        self._sides = sides
        self._verdicts = Verdicts(decisions)
        self._all: list[_Group] = []
        self._by_due: dict[str, list[_Group]] = {}
        self._of: dict[str, _Group] = {}

    def __iter__(self) -> Iterator[_Group]:
        return iter(self._all)

    def add(self, account: Deadline) -> None:
        """Put an account to the deadline that it is of, or begin one."""
        setter = self._sides.keys([account.set_by] if account.set_by else [])
        group = self._best(account, setter)
        if group is None:
            group = _Group()
            self._all.append(group)
        group.take(account, setter)
        self._of[account.deadline_id] = group
        for day in (account.due, account.moved_from):
            if day and group not in self._by_due.setdefault(day, []):
                self._by_due[day].append(group)

    def _best(self, account: Deadline, setter: frozenset[str]) -> _Group | None:
        for other in self._verdicts.merged_with(account.deadline_id):
            if other in self._of:
                return self._of[other]
        days = [day for day in (account.moved_from, account.due) if day]
        near = [group for day in days for group in self._by_due.get(day, ())]
        if not days:
            near = [group for group in self._all[-RECENT:] if setter & group.setters]
        fitting = [group for group in near if self._fits(group, account, setter)]
        return fitting[-1] if fitting else None

    def _fits(self, group: _Group, account: Deadline, setter: frozenset[str]) -> bool:
        """Tell whether nobody else set it, for nothing else, and no person took them apart.

        One that is moved from its day may be told of in other words: to accept, to reply.
        """
        others = (each.deadline_id for each in group.accounts)
        if self._verdicts.are_apart(account.deadline_id, others):
            return False
        acts = account.act_required is None or not group.acts or account.act_required in group.acts
        moved = account.step is DeadlineStep.EXTENDED and account.moved_from in group.dues
        return (acts or moved) and (not setter or not group.setters or bool(setter & group.setters))


RECENT = 50
"""Deadlines, the newest, among which one is looked for that is named without its day."""
