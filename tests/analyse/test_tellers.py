"""Who tells what of a meeting: what one alone tells, what it leaves out."""

from onrecord.analyse.meetings import gatherings
from onrecord.analyse.sides import Sides
from onrecord.analyse.tellers import Point, Teller, tellers
from onrecord.record import Meeting
from tests.analyse.accounts import ACTORS, TEXT, meeting, words

SIDES = Sides(ACTORS)


def made(*accounts: Meeting) -> dict[str, Teller]:
    (one,) = gatherings(accounts, SIDES)
    found = tellers(one, SIDES, lambda account: account.told_by or "reporter")
    return {teller.key: teller for teller in found}


LEE = meeting(
    "2027-04-22",
    doc="a",
    told_by="lee",
    date="2027-04-20",
    place="Oslo",
    participants=("lee", "park"),
    outcome=words("doc-2027-04-22-a"),
)
PARK = meeting(
    "2027-04-23",
    doc="b",
    told_by="park",
    place="Oslo, Norway",
    participants=("lee", "park", "dahl"),
)


def test_what_one_leaves_out_is_what_another_tells() -> None:
    found = made(LEE, PARK)
    assert found["lee"].left_out == {Point.PARTICIPANTS: ("dahl",)}
    assert found["park"].left_out == {Point.DATE: ("2027-04-20",), Point.OUTCOME: (TEXT[5:8],)}


def test_what_one_alone_tells_is_said_of_him_and_of_no_other() -> None:
    found = made(LEE, PARK)
    assert found["park"].alone == {Point.PARTICIPANTS: ("dahl",)}
    assert found["lee"].alone == {Point.DATE: ("2027-04-20",), Point.OUTCOME: (TEXT[5:8],)}


def test_who_alone_tells_of_it_has_nothing_set_beside_it() -> None:
    (only,) = made(LEE).values()
    assert (only.alone, only.left_out) == ({}, {})


def test_two_accounts_of_one_side_are_one_account() -> None:
    again = meeting("2027-04-24", doc="c", told_by="park", date="2027-04-20", place="Oslo")
    found = made(LEE, PARK, again)
    assert len(found["park"].accounts) == 2
    assert Point.DATE not in found["park"].left_out
    assert Point.DATE not in found["lee"].alone


def test_a_date_that_fits_another_is_not_told_alone_one_that_excludes_it_is() -> None:
    week = meeting(
        "2027-04-12", doc="d", date="2027-04-19/2027-04-25", place="Oslo", participants=("lee",)
    )
    later = meeting(
        "2027-04-24",
        doc="e",
        told_by="dahl",
        date="2027-04-21",
        place="Oslo",
        participants=("lee",),
    )
    assert Point.DATE not in made(LEE, week)["lee"].alone
    assert made(LEE, later)["dahl"].alone[Point.DATE] == ("2027-04-21",)


def test_the_day_of_the_report_is_no_date_that_somebody_tells() -> None:
    bounded = meeting(
        "2027-04-22", doc="f", date="[..2027-04-22]", place="Oslo", participants=("lee", "park")
    )
    found = made(LEE, bounded)["reporter"]
    assert Point.DATE not in found.told
    assert found.left_out[Point.DATE] == ("2027-04-20",)
