"""The scores of drafts side by side."""

from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.command import NothingToScore
from evaluation.drafts import Judged, Pair, measured, pairs, renumbered, sample
from evaluation.rewritten import Rewritten, rewritten
from onrecord.analyse.alignment import Alignment, Relation, Row, align
from onrecord.read import plan_text
from onrecord.record import Point, TextLabel

RAW = "1. The ports open.\n2. Fees are halved.\n3. A court settles the rest of all quarrels."


def points(raw: str) -> tuple[Point, ...]:
    return plan_text(raw.encode(), "a.txt", TextLabel("Plan"))[1].points


ONE, TWO, THREE = points(RAW)
OTHER = points(RAW.replace("halved", "paid"))


def judged(at: int, to: set[int], relation: Relation, may: set[int] | None = None) -> Judged:
    return Judged(at, frozenset(to), frozenset(may or ()), relation)


def test_links_are_right_where_the_reader_has_them_and_may_links_count_neither_way() -> None:
    found = Alignment(
        (
            Row((ONE,), (OTHER[0],)),
            Row((TWO,), (OTHER[1],)),
            Row((THREE,), (OTHER[2],)),
        )
    )
    at = [point.anchor.start for point in OTHER]
    rows = [
        judged(ONE.anchor.start, {at[0]}, Relation.SAME),
        judged(TWO.anchor.start, set(), Relation.DROPPED, {at[1]}),
        judged(THREE.anchor.start, {at[0]}, Relation.MERGED),
    ]
    tallies = sample(Pair("a", "b", (rows, []), "sample"), found)
    links, relations = tallies["sample_links"], tallies["sample_relations"]
    assert (links.hit_gold, links.gold, links.predicted) == (1, 2, 2)
    assert (relations.hit_gold, relations.gold) == (1, 3)


def test_passages_of_the_later_text_are_looked_up_from_their_side() -> None:
    found = Alignment((Row((), (OTHER[0],)), Row((TWO,), (OTHER[1],), moved=True)))
    rows = [
        judged(OTHER[0].anchor.start, set(), Relation.ADDED),
        judged(OTHER[1].anchor.start, {TWO.anchor.start}, Relation.CHANGED),
    ]
    tallies = sample(Pair("a", "b", ([], rows), "fresh"), found)
    assert tallies["fresh_links"].f1 == tallies["fresh_relations"].f1 == 1.0


def test_a_rewritten_text_says_what_is_true_of_it() -> None:
    text = tuple(
        replace(point, point_id=f"{point.point_id}{n}", words=f"{point.words} {n} " * 6)
        for n in range(60)
        for point in (ONE, TWO, THREE)
    )
    case = rewritten(text, 7)
    assert case == rewritten(text, 7)
    assert case != rewritten(text, 8)
    assert {point.point_id for point in text} == set(case.links)
    there = {point.point_id for point in case.after}
    assert all(partners <= there for partners in case.links.values())
    kinds = {relation for point_id, relation in case.relations.items()}
    assert {Relation.DROPPED, Relation.ADDED, Relation.SPLIT, Relation.MERGED} <= kinds
    assert [point.number for point in case.after[:2]] == ["1.", "2."]


def test_a_perfect_alignment_scores_all_and_an_empty_one_nothing() -> None:
    case = Rewritten(
        (ONE, TWO, THREE),
        OTHER,
        {
            ONE.point_id: {OTHER[0].point_id},
            TWO.point_id: {OTHER[1].point_id},
            THREE.point_id: set(),
        },
        {
            ONE.point_id: Relation.SAME,
            TWO.point_id: Relation.CHANGED,
            THREE.point_id: Relation.DROPPED,
        },
    )
    best = Alignment((Row((ONE,), (OTHER[0],)), Row((TWO,), (OTHER[1],)), Row((THREE,), ())))
    assert {tally.f1 for tally in renumbered(case, best).values()} == {1.0}
    nothing = renumbered(case, align((), ()))
    assert nothing["renumbered_links"].f1 == 0.0


def test_the_gold_holds_sixty_passages_and_thirty_fresh_ones() -> None:
    counts = {"sample": 0, "fresh": 0}
    for pair in pairs():
        counts[pair.name] += sum(len(rows) for rows in pair.rows)
        for rows, alone in zip(pair.rows, (Relation.DROPPED, Relation.ADDED), strict=True):
            assert len({row.at for row in rows}) == len(rows)
            for row in rows:
                assert bool(row.to) is (row.relation is not alone)
                assert not row.to & row.may
    assert counts == {"sample": 60, "fresh": 30}


def test_a_folder_without_drafts_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NothingToScore, match="holds no text"):
        measured(tmp_path)
