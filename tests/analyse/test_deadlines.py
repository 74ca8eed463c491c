"""Accounts of deadlines put together: extensions, days, and where a deadline stands."""

from datetime import date

import pytest

from onrecord.analyse.deadlines import Course, courses
from onrecord.analyse.sides import Sides
from onrecord.record import ActRequired, Deadline, DeadlineStatus, DeadlineStep, Firmness
from tests.analyse.accounts import ACTORS, deadline

SET, EXTENDED = DeadlineStep.SET, DeadlineStep.EXTENDED
GIVEN = deadline("2027-04-12", SET, set_by="lee", due="2027-04-30", act_required=ActRequired.REPLY)
MOVED = deadline("2027-04-28", EXTENDED, set_by="lee", due="2027-05-14", moved_from="2027-04-30")
REMARK = deadline("2027-04-20", due="2027-04-30")


def made(*accounts: Deadline) -> list[Course]:
    return courses(accounts, Sides(ACTORS))


@pytest.mark.parametrize(
    ("day", "status", "due"),
    [
        ("2027-04-12", "open", "2027-04-30"),
        ("2027-04-27", "open", "2027-04-30"),
        ("2027-04-28", "extended", "2027-05-14"),
        ("2027-05-14", "due_today", "2027-05-14"),
        ("2027-05-15", "outcome_not_reported", "2027-05-14"),
    ],
)
def test_a_deadline_stands_where_what_was_reported_puts_it(day: str, status: str, due: str) -> None:
    (one,) = made(GIVEN, REMARK, MOVED)
    standing = one.standing(date.fromisoformat(day))
    assert (standing.status, standing.due) == (status, due)


def test_a_remark_moves_nothing() -> None:
    (one,) = made(GIVEN, REMARK)
    assert one.extensions == ()
    assert one.standing(date(2027, 5, 1)).status is DeadlineStatus.OUTCOME_NOT_REPORTED


@pytest.mark.parametrize("step", ["met", "missed"])
def test_what_came_of_it_is_told_from_its_report_on(step: str) -> None:
    told = deadline("2027-05-21", DeadlineStep(step), due="2027-05-14")
    (one,) = made(GIVEN, MOVED, told)
    assert one.standing(date(2027, 5, 20)).outcome is DeadlineStatus.OUTCOME_NOT_REPORTED
    assert one.standing(date(2027, 5, 21)).status == step


def test_a_withdrawn_deadline_is_withdrawn() -> None:
    told = deadline("2027-04-20", DeadlineStep.WITHDRAWN, set_by="lee")
    (one,) = made(GIVEN, told)
    assert one.standing(date(2027, 4, 21)).status is DeadlineStatus.WITHDRAWN


def test_two_days_of_one_extension_are_kept_and_the_last_reported_holds() -> None:
    corrected = deadline(
        "2027-04-29", EXTENDED, set_by="lee", due="2027-05-17", moved_from="2027-04-30"
    )
    (one,) = made(GIVEN, MOVED, corrected)
    assert [each.due for each in one.extensions] == ["2027-05-14", "2027-05-17"]
    assert one.standing(date(2027, 5, 1)).due == "2027-05-17"
    assert [due for due, _ in one.dues] == ["2027-04-30", "2027-05-14", "2027-05-17"]


def test_deadlines_of_two_people_for_one_day_stay_apart() -> None:
    other = deadline("2027-04-13", SET, set_by="park", due="2027-04-30")
    assert len(made(GIVEN, other)) == 2


def test_a_consequence_makes_it_hard_whatever_else_is_said() -> None:
    hard = deadline("2027-04-13", SET, set_by="lee", due="2027-04-30", firmness=Firmness.HARD)
    soft = deadline("2027-04-14", due="2027-04-30", firmness=Firmness.SOFT)
    (one,) = made(hard, soft)
    assert one.firmness is Firmness.HARD


def test_from_the_day_after_it_the_outcome_of_a_deadline_is_not_reported() -> None:
    (one,) = made(GIVEN)
    course = [(day.isoformat(), standing.status) for day, standing in one.history(date.max)]
    assert course[-2:] == [
        ("2027-04-30", DeadlineStatus.DUE_TODAY),
        ("2027-05-01", DeadlineStatus.OUTCOME_NOT_REPORTED),
    ]


def test_a_deadline_on_the_last_day_of_the_calendar_has_a_history() -> None:
    (one,) = made(deadline("2027-04-12", SET, set_by="lee", due="9999-12-31"))
    assert one.history(date.max)[-1][0] == date.max
