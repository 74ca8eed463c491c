"""Which documents have runs of words of another."""

from array import array
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from onrecord.analyse.copies.runs import PASSES, Runs

SMALL = st.integers(0, 40)
ALIKE_BELOW = st.builds(lambda high, low: (high << 16) + low, st.integers(0, 3), st.integers(0, 9))
"""Hashes of which many have the same lower bits."""
RUNS = st.sets(SMALL | ALIKE_BELOW | st.integers(0, 2**32 - 1), max_size=12).map(
    lambda found: array("I", sorted(found))
)


@given(st.lists(RUNS, max_size=3 * PASSES), st.lists(RUNS, max_size=3))
def test_shared_runs_are_those_of_both_however_often_it_was_asked(
    documents: list["array[int]"], asked: list["array[int]"]
) -> None:
    runs, known = Runs(), list[set[int]]()
    for document in documents:
        for wanted in (document, *asked):
            counted = {at: len(one & set(wanted)) for at, one in enumerate(known)}
            assert runs.shared(wanted) == Counter({at: n for at, n in counted.items() if n})
        runs.add(document)
        known.append(set(document))
