"""Candidates: found by the sketches alone, in whichever order documents come."""

from datetime import date
from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as st

from evaluation.copies.pairs import pairs
from onrecord.analyse.copies import Index, Text, sketch
from onrecord.analyse.copies.limits import CANDIDATES, SKETCH_RUN, SKETCH_WINDOW
from onrecord.analyse.copies.sketches import winnowed
from onrecord.record import RelationKind, Sketch
from tests.analyse.copies.articles import WIRE, article, origin

HASHES = st.lists(st.integers(0, 2**32 - 1), max_size=60)


@given(HASHES, HASHES, HASHES)
def test_a_run_that_two_texts_share_is_found(
    before: list[int], run: list[int], after: list[int]
) -> None:
    if len(run) >= SKETCH_WINDOW:
        assert winnowed([*before, *run]) & winnowed([*run, *after])


def test_what_hangs_together_is_a_candidate() -> None:
    for pair in pairs():
        if pair.expected is not RelationKind.UNRELATED and pair.part != "hard":
            index = Index()
            earlier, later = (sketch(Text(each)) for each in (pair.earlier, pair.later))
            index.add(earlier, date.fromisoformat(pair.earlier.published_on or ""))
            day = date.fromisoformat(pair.later.published_on or "")
            assert index.like(later, day) == [pair.earlier.doc_id], (pair.story, pair.kind)


def test_pairs_are_the_same_in_every_order() -> None:
    lines = WIRE.split("\n\n")
    texts = [WIRE, "\n\n".join(lines[:2]), "\n\n".join(lines[3:]), "Nothing of the sort."]
    sketches = [sketch(article(text, origin(n)).text) for n, text in enumerate(texts)]
    found = {frozenset(candidates(order)) for order in permutations(sketches)}
    assert found == {frozenset({frozenset({"doc-0", "doc-1"}), frozenset({"doc-0", "doc-2"})})}


def candidates(order: tuple[Sketch, ...]) -> set[frozenset[str]]:
    index, found = Index(), set()
    for each in order:
        found |= {frozenset({each.doc_id, other}) for other in index.like(each, None)}
        index.add(each, None)
    return found


def test_of_many_like_documents_as_many_are_given_as_are_compared() -> None:
    index = Index()
    for number in range(40 * (CANDIDATES + 2)):
        words = " ".join(f"w{number % 40}x{place}" for place in range(30))
        index.add(sketch(article(words, origin(number, day=None)).text), None)
    wanted = " ".join(f"w7x{place}" for place in range(30))
    found = index.like(sketch(article(wanted, origin(9999, day=None)).text), None)
    assert len(found) == CANDIDATES
    assert all(int(id_[4:]) % 40 == 7 for id_ in found)


def test_short_texts_have_no_runs() -> None:
    assert len(sketch(article("word " * (SKETCH_RUN - 1), origin(1)).text).runs) == 0


def test_the_same_stories_give_the_same_pairs() -> None:
    found = [(p.story, p.kind, p.earlier.doc_id, p.later.doc_id) for p in pairs()]
    assert found == [(p.story, p.kind, p.earlier.doc_id, p.later.doc_id) for p in pairs()]
    assert not [pair for pair in combinations(found, 2) if pair[0][:2] == pair[1][:2]]
