"""Accounts of meetings put together: one meeting, disagreeing days, history, what is left out."""

from onrecord.analyse.meetings import Gathering, gatherings, side_accounts
from onrecord.analyse.sides import Sides
from onrecord.record import Decision, Meeting, MeetingStatus, MeetingType, Verdict
from tests.analyse.accounts import ACTORS, meeting

SIDES = Sides(ACTORS)
PLANNED, HELD = MeetingStatus.PLANNED, MeetingStatus.HELD


def made(*accounts: Meeting, decisions: tuple[Decision, ...] = ()) -> list[Gathering]:
    return gatherings(accounts, SIDES, decisions)


PLAN = meeting("2027-04-12", status=PLANNED, date="2027-04-19/2027-04-25", place="Oslo")
TOLD = meeting("2027-04-22", date="2027-04-20", place="Oslo, Norway", participants=("lee", "park"))


def test_a_plan_and_a_report_of_one_meeting_are_one_with_a_history() -> None:
    (one,) = made(TOLD, PLAN)
    assert one.meeting_id == PLAN.meeting_id
    assert (one.date, one.place, one.status) == ("2027-04-20", "Oslo, Norway", HELD)
    assert [step.status for step in one.history] == [PLANNED, HELD]
    assert one.participants == ("lee", "park")


def test_the_order_in_which_accounts_come_changes_nothing() -> None:
    assert made(TOLD, PLAN) == made(PLAN, TOLD)


def test_meetings_at_other_places_or_on_other_days_stay_apart() -> None:
    bergen = meeting(
        "2027-04-22", doc="b", date="2027-04-20", place="Bergen", participants=("lee",)
    )
    may = meeting("2027-05-22", date="2027-05-20", place="Oslo", participants=("lee", "park"))
    assert len(made(TOLD, bergen, may)) == 3


def test_two_meetings_of_one_person_on_one_day_stay_apart() -> None:
    one = meeting("2027-04-22", doc="a", date="2027-04-20", participants=("lee", "park"))
    other = meeting("2027-04-22", doc="b", date="2027-04-20", participants=("lee", "dahl"))
    assert len(made(one, other)) == 2


def test_days_that_disagree_are_kept_side_by_side() -> None:
    one = meeting("2027-05-07", date="2027-05-06", place="Oslo", participants=("lee", "park"))
    other = meeting("2027-05-12", date="2027-05-07", place="Oslo", participants=("lee", "park"))
    (found,) = made(one, other)
    assert found.dates_disagree
    assert {each.edtf for each in found.dates} == {"2027-05-06", "2027-05-07"}


def test_a_denial_undoes_nothing_and_is_seen() -> None:
    denied = meeting(
        "2027-04-25",
        status=MeetingStatus.REPORTED_DISPUTED,
        date="2027-04-20",
        place="Oslo",
        participants=("lee",),
    )
    (one,) = made(TOLD, denied)
    assert one.status is HELD
    assert one.disputed


def test_a_meeting_that_is_called_off_is_cancelled() -> None:
    off = meeting("2027-04-15", status=MeetingStatus.CANCELLED, date="2027-04-20", place="Oslo")
    (one,) = made(PLAN, off)
    assert one.status is MeetingStatus.CANCELLED


def test_a_call_is_no_talks_in_a_room() -> None:
    call = meeting(
        "2027-04-22",
        doc="c",
        type=MeetingType.CALL,
        date="2027-04-20",
        participants=("lee", "park"),
    )
    assert len(made(TOLD, call)) == 2


def test_a_person_takes_accounts_apart_and_puts_them_together() -> None:
    pair = (PLAN.meeting_id, TOLD.meeting_id)
    assert len(made(PLAN, TOLD, decisions=(Decision(Verdict.SPLIT, *pair),))) == 2
    may = meeting("2027-05-22", date="2027-05-20", place="Oslo")
    both = Decision(Verdict.MERGE, TOLD.meeting_id, may.meeting_id)
    assert len(made(TOLD, may, decisions=(both,))) == 1


def test_an_account_tells_what_it_leaves_out() -> None:
    own = meeting(
        "2027-04-23", date="2027-04-20", place="Oslo", participants=("lee",), told_by="lee"
    )
    (one,) = made(TOLD, own)
    first, second = side_accounts(one, SIDES)
    assert (first.side, second.side) == (None, "lee") or (first.side, second.side) == ("lee", None)
    by_lee = first if first.side == "lee" else second
    assert dict(by_lee.left_out) == {"participants": ("park",)}
