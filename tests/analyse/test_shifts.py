"""What shifted, and what only looks as if."""

import pytest

from onrecord.analyse import Coverage, Direction, Shift, ShiftKind, cells, shifts
from onrecord.record import Imprint, StanceBasis, Stand
from tests.analyse.stands import FIRST, LEVY, SECOND, appeared, stand

Case = tuple[str | None, str]


def moved(*stands: Stand, versions: bool = False) -> list[Shift]:
    return shifts(cells(stands), versions=versions)


@pytest.mark.parametrize(
    ("trail", "found"),
    [
        ([("2027-04-12", "accept"), ("2027-04-14", "reject")], [("accept", "reject")]),
        ([("2027-04-12", "reject"), ("2027-04-14", "oppose")], [("reject", "oppose")]),
        ([("2027-04-12", "reject"), ("2027-04-14", "reject")], []),
        ([("2027-04-12", "accept"), ("2027-04-12", "reject")], []),
        ([("2027-04-12", "accept"), ("2027-04-14", "no_position")], []),
        ([(None, "accept"), ("2027-04-14", "reject")], []),
        (
            [("2027-04-12", "accept"), ("2027-04-13", "unclear"), ("2027-04-14", "oppose")],
            [("accept", "oppose")],
        ),
        (
            [("2027-04-12", "accept"), ("2027-04-13", "oppose"), ("2027-04-14", "accept")],
            [("accept", "oppose"), ("oppose", "accept")],
        ),
        (
            [("2027-04-12", "accept"), ("2027-04-12", "oppose"), ("2027-04-14", "reject")],
            [("oppose", "reject")],
        ),
        (
            [("2027-04-12", "accept"), ("2027-04-12", "reject"), ("2027-04-14", "oppose")],
            [],
        ),
        (
            [("2027-04-12", "reject"), ("2027-04-14", "accept"), ("2027-04-14", "reject")],
            [],
        ),
    ],
)
def test_a_shift_lies_between_two_days_that_do_not_overlap(
    trail: list[Case], found: list[Case]
) -> None:
    shifted = moved(*(stand(day, value) for day, value in trail))
    assert [(each.before.value, each.after.value) for each in shifted] == found


def test_a_shift_says_how_far_whereto_and_in_how_many_days() -> None:
    (down,) = moved(stand("2027-04-12", "accept"), stand("2027-04-28", "oppose"))
    assert (down.direction, down.steps, down.days) == (Direction.REJECTION, -5, 16)
    (up,) = moved(stand("2027-04-12", "reject"), stand("2027-04-13", "oppose"))
    assert (up.direction, up.steps, up.days) == (Direction.ACCEPTANCE, 1, 1)
    assert up.order_is_sure
    assert up.kind is ShiftKind.SHIFT


def test_where_the_text_leaves_the_order_open_the_shift_says_so() -> None:
    (shift,) = moved(stand("2027-04-12", "accept"), stand("[..2027-04-28]", "reject"))
    assert not shift.order_is_sure


@pytest.mark.parametrize(
    "basis", [each for each in StanceBasis if each is not StanceBasis.EXPRESSED]
)
def test_what_others_tell_is_no_shift(basis: StanceBasis) -> None:
    assert moved(stand("2027-04-12", "accept"), stand("2027-04-14", "reject", basis=basis)) == []
    assert moved(stand("2027-04-12", "accept", basis=basis), stand("2027-04-14", "accept")) == []


def test_what_is_for_review_is_no_shift() -> None:
    doubtful = stand("2027-04-14", "reject", confidence=0.31)
    assert moved(stand("2027-04-12", "accept"), doubtful) == []


def test_another_side_or_another_object_is_no_shift() -> None:
    first = stand("2027-04-12", "accept")
    assert moved(first, stand("2027-04-14", "reject", holder="roe")) == []
    assert moved(first, stand("2027-04-14", "reject", object=LEVY)) == []


def test_another_version_is_no_shift_and_is_shown_where_it_is_asked_for() -> None:
    stands = (
        stand("2027-04-12", "reject", object=FIRST),
        stand("2027-04-14", "accept", object=SECOND),
    )
    assert moved(*stands) == []
    (change,) = moved(*stands, versions=True)
    assert (change.kind, change.before, change.after) == (ShiftKind.VERSION_CHANGE, *stands)
    alike = stand("2027-04-14", "reject", object=SECOND)
    assert moved(stands[0], alike, versions=True) == []
    twice = (stands[0], stand("2027-04-14", "accept", object=FIRST))
    assert [each.kind for each in moved(*twice, versions=True)] == [ShiftKind.SHIFT]


def test_all_reports_of_the_later_stance_are_named() -> None:
    stands = [
        stand("2027-04-12", "accept"),
        stand("2027-04-14", "reject"),
        stand("2027-04-14", "reject"),
        stand("2027-04-14", "oppose"),
    ]
    (shift,) = moved(*stands)
    assert shift.after == stands[3]
    assert shift.reports == (stands[3],)
    (shift,) = moved(*stands[:3])
    assert shift.reports == (stands[1], stands[2])


def between(before: Stand, *later: Stand, **outlets: str | None) -> Shift:
    """Give the shift between stances whose articles appear in these outlets, with its coverage."""
    stands = (before, *later)
    named = zip(stands, outlets.values(), strict=True)
    imprints = [appeared(each, outlet) for each, outlet in named]
    imprints += [
        Imprint("doc-x", "x.txt", None, "Herald", "2027-04-11"),
        Imprint("doc-y", "y.txt", None, "Herald", "2027-04-13"),
        Imprint("doc-z", "z.txt", None, "Herald", "2027-05-13"),
        Imprint("doc-w", "w.txt", None, "Herald", None),
    ]
    (shift,) = shifts(cells(stands), Coverage(imprints))
    return shift


def test_a_shift_has_the_articles_of_its_days_and_of_as_many_before() -> None:
    shift = between(
        stand("2027-04-12", "accept"), stand("2027-04-14", "reject"), one="Herald", two="Telegraf"
    )
    assert shift.behind
    counted = {each.outlet: each.articles for each in shift.behind.in_period}
    assert counted == {"Herald": 2, "Telegraf": 1}
    assert {each.outlet: each.articles for each in shift.behind.in_earlier} == {"Herald": 1}
    period, earlier = shift.behind.period, shift.behind.earlier
    assert [str(day) for day in (period.first, period.last)] == ["2027-04-12", "2027-04-14"]
    assert [str(day) for day in (earlier.first, earlier.last)] == ["2027-04-09", "2027-04-11"]


def test_a_stance_that_only_a_new_outlet_tells_is_marked() -> None:
    first, later = ("2027-04-12", "accept"), ("2027-04-14", "reject")
    new = between(stand(*first), stand(*later), one="Herald", two="Telegraf")
    known = between(stand(*first), stand(*later), one="Telegraf", two="Herald")
    too = between(
        stand(*first), stand(*later), stand(*later), one="Herald", two="Telegraf", three="Herald"
    )
    unknown = between(stand(*first), stand(*later), one="Herald", two=None)
    marks = [each.behind.new_outlet for each in (new, known, too, unknown) if each.behind]
    assert marks == [True, False, False, False]


def test_without_a_day_of_publication_the_coverage_is_unknown() -> None:
    before = stand("2027-04-12", "accept", reported_on=None)
    assert between(before, stand("2027-04-14", "reject"), one="A", two="B").behind is None


def test_the_earliest_days_of_the_calendar_have_no_days_before() -> None:
    shift = between(stand("0001-01-02", "accept"), stand("0001-01-04", "reject"), one="A", two="A")
    assert shift.behind
    assert str(shift.behind.earlier.first) == "0001-01-01"
