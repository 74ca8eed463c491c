"""Values that fields of every entry can have."""

from typing import Any

from hypothesis import strategies as st

from onrecord.record import identify

TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.just("\x00"), max_size=12)
MAYBE = st.none() | TEXTS
IDS = TEXTS | st.integers(0, 50).map(lambda number: identify("any", number))
OFFSETS = st.integers(0, 2**31)
FLOATS = st.floats(allow_nan=False)
EDTF = st.sampled_from(["2027-04-12", "2027-04", "[..2027-04-12]", "2027-04-1X", "next week"])


def several(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Give tuples of up to three."""
    return st.lists(values, max_size=3).map(tuple)
