"""What is in force: the latest word of each side, all of one day, and whose word it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analyse import Cell, cells
from onrecord.record import StanceBasis, Stand
from tests.analyse.stands import DAM, LEVY, stand

HEARSAY, REPORTED = StanceBasis.HEARSAY, StanceBasis.REPORTED_BY


def cell(*stands: Stand) -> Cell:
    (found,) = cells(stands)
    return found


@pytest.mark.parametrize(
    ("trail", "own"),
    [
        ([("2027-04-12", "accept"), ("2027-04-14", "reject")], ["reject"]),
        ([("2027-04-14", "reject"), ("2027-04-12", "accept")], ["reject"]),
        ([("2027-04-12", "accept"), ("2027-04-12", "partial_objection")], None),
        ([("2027-04-12", "accept"), ("[..2027-04-14]", "reject")], ["reject"]),
        ([("2027-04", "accept"), ("2027-04-14", "reject")], ["accept"]),
        ([(None, "accept"), ("2027-04-14", "reject")], ["reject"]),
        ([(None, "accept")], ["accept"]),
        ([("2027-04-12/..", "accept"), ("2027-04-11", "reject")], ["accept"]),
        ([("2027-04-12", "accept"), ("2027-04-14", "no_position")], None),
        ([("2027-04-12", "no_position"), ("2027-04-14", "accept")], ["accept"]),
        ([("2027-04-12", "no_position"), ("2027-04-14", "unclear")], ["unclear"]),
        ([("no day", "accept"), ("2027-04-14", "reject")], ["reject"]),
    ],
)
def test_the_latest_word_is_in_force_and_all_of_its_day(
    trail: list[tuple[str | None, str]], own: list[str] | None
) -> None:
    expected = [value for _, value in trail] if own is None else own
    found = cell(*(stand(day, value) for day, value in trail))
    assert [each.value for each in found.own] == expected
    assert found.told == ()


def test_several_places_on_the_scale_on_one_day_are_mixed() -> None:
    same = cell(stand("2027-04-12", "accept"), stand("2027-04-12", "accept"))
    assert not same.mixed
    assert len(same.own) == 2
    assert cell(stand("2027-04-12", "accept"), stand("2027-04-12", "oppose")).mixed
    assert not cell(stand("2027-04-12", "accept"), stand("2027-04-12", "no_position")).mixed


def test_what_others_tell_is_no_position_of_its_own() -> None:
    found = cell(
        stand("2027-04-12", "reject"),
        stand("2027-04-14", "accept", basis=HEARSAY, reported_by="aide"),
    )
    assert [each.value for each in found.own] == ["reject"]
    assert [each.value for each in found.told] == ["accept"]
    assert found.in_force == found.own + found.told


def test_the_sides_own_later_word_supersedes_what_was_told_before() -> None:
    found = cell(
        stand("2027-04-10", "accept", basis=HEARSAY, reported_by="aide"),
        stand("2027-04-12", "reject"),
    )
    assert found.told == ()
    assert len(found.trail) == 2


def test_a_source_supersedes_only_what_it_told_itself() -> None:
    told = (
        stand("2027-04-10", "accept", basis=HEARSAY, reported_by="aide"),
        stand("2027-04-11", "oppose", basis=HEARSAY, reported_by="rival"),
        stand("2027-04-12", "reject", basis=HEARSAY, reported_by="aide"),
        stand("2027-04-12", "accept", basis=REPORTED, reported_by="aide"),
    )
    assert cell(*told).told == told[1:]


def test_what_is_for_review_hides_nothing_sure() -> None:
    sure, doubtful = stand("2027-04-12", "accept"), stand("2027-04-14", "reject", confidence=0.31)
    assert cell(sure, doubtful).own == (sure, doubtful)
    old = stand("2027-04-10", "reject", confidence=0.31)
    assert cell(old, sure).own == (sure,)
    assert cell(old).own == (old,)


def test_every_side_and_object_has_a_cell_of_its_own_in_order() -> None:
    found = cells(
        [
            stand("2027-04-12", "accept", object=LEVY),
            stand("2027-04-12", "accept", holder="roe"),
            stand("2027-04-12", "accept"),
        ]
    )
    assert [(each.object, each.holder) for each in found] == [
        (DAM, "roe"),
        (DAM, "vik"),
        (LEVY, "vik"),
    ]


DAYS = st.sampled_from([None, "2027-04-12", "2027-04-13", "2027-04", "[..2027-04-14]", "soon"])
VALUES = st.sampled_from(["accept", "oppose", "reject", "no_position", "unclear"])
BASES = st.sampled_from(StanceBasis)


@given(
    st.lists(st.tuples(DAYS, VALUES, BASES, st.sampled_from([None, 0.2, 0.9])), max_size=8),
    st.randoms(use_true_random=False),
)
def test_the_order_given_makes_no_difference_and_something_is_always_in_force(
    given_: list[tuple[str | None, str, StanceBasis, float | None]], random: object
) -> None:
    stands = [stand(day, value, basis=b, confidence=c) for day, value, b, c in given_]
    shuffled = list(stands)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert cells(shuffled) == cells(stands)
    for found in cells(stands):
        assert found.in_force
        assert set(found.in_force) <= set(found.trail)
        assert all(each.basis is StanceBasis.EXPRESSED for each in found.own)
