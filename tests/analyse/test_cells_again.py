"""Cells and shifts made again from what is mostly the same are those made anew."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.analyse import Cells, Shifts, cells, shifts
from onrecord.record import ObjectKind, StanceBasis, StanceObject, StanceValue, Stand

STANDS = st.builds(
    Stand,
    stance_id=st.sampled_from("abcdef"),
    doc_id=st.sampled_from(("doc-1", "doc-2")),
    holder=st.sampled_from(("act-1", "act-2")),
    object=st.sampled_from(
        [StanceObject(f"obj-{name}", ObjectKind.ISSUE, name) for name in ("dam", "tax")]
    ),
    value=st.sampled_from(StanceValue),
    basis=st.sampled_from(StanceBasis),
    as_of=st.none() | st.sampled_from(("2027-04-12", "2027-05")),
    left_out=st.booleans(),
)


@given(st.lists(st.lists(STANDS, max_size=8), max_size=4))
def test_cells_made_again_are_those_made_anew(rounds: list[list[Stand]]) -> None:
    again, moves = Cells(), Shifts()
    for stands in rounds:
        assert again.of(stands) == cells(stands)
        assert moves.of(again.of(stands)) == shifts(cells(stands))
