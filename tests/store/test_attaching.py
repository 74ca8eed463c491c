"""Which entry of a new reading a decision was about."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record import Span
from onrecord.store.attaching import Known, attached, overlap

PLACES = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(
    lambda it: Span(it[0], it[0] + it[1])
)
KNOWN = st.lists(
    st.tuples(st.sampled_from(["st-a", "st-b", "st-c"]), PLACES, st.sampled_from(["x", "y"])),
    max_size=5,
)


def known(rows: list[tuple[str, Span, str]]) -> list[Known]:
    return [
        Known(at, "statement", id_, ((span,),), (of,)) for at, (id_, span, of) in enumerate(rows)
    ]


@settings(deadline=None)
@given(KNOWN, KNOWN)
def test_each_entry_is_one_subjects_and_has_its_id_or_most_of_its_words(
    subjects: list[tuple[str, Span, str]], entries: list[tuple[str, Span, str]]
) -> None:
    found = attached(known(subjects), known(entries))
    assert len(set(found.values())) == len(found)
    for subject, entry in found.items():
        (id_, span, about), (other, place, of) = subjects[subject], entries[entry]
        assert id_ == other or (about == of and overlap([span], [place]) > 0.5)


@settings(deadline=None)
@given(KNOWN, KNOWN)
def test_no_subject_is_left_out_for_whom_an_entry_is_free(
    subjects: list[tuple[str, Span, str]], entries: list[tuple[str, Span, str]]
) -> None:
    found = attached(known(subjects), known(entries))
    free = set(range(len(entries))) - set(found.values())
    for at, subject in enumerate(known(subjects)):
        if at not in found:
            left = [known(entries)[entry] for entry in sorted(free)]
            assert not attached([subject], left)


def test_the_likest_goes_first_and_the_same_id_before_all() -> None:
    wide, near, same = (
        Known(1, "statement", "st-1", ((Span(0, 100),),)),
        Known(2, "statement", "st-2", ((Span(0, 60),),)),
        Known(3, "statement", "st-3", ((Span(500, 510),),)),
    )
    entries = [
        Known(10, "statement", "st-9", ((Span(0, 62),),)),
        Known(11, "statement", "st-3", ((Span(0, 98),),)),
    ]
    assert attached([wide, near], entries) == {1: 11, 2: 10}
    assert attached([wide, near, same], entries) == {3: 11, 2: 10}
    assert attached([Known(1, "stance", "st-1", ((Span(0, 62),),))], entries) == {}
