"""Drafts side by side, however they are numbered."""

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord
from evaluation.drafts import figures, measured, renumbered
from evaluation.rewritten import rewritten
from evaluation.shared import absent, shared
from onrecord.analyse.alignment import Alignment, Change, Relation, Row, align, difference
from onrecord.analyse.alignment.assignment import assigned, in_order
from onrecord.analyse.alignment.differences import LONGEST, plain
from onrecord.read import plan_text
from onrecord.record import Point, TextLabel

CASES = tomllib.loads(Path(__file__).with_name("drafts.toml").read_text("utf-8"))["case"]
FIRST, SECOND = (
    onrecord.sample().with_name("texts") / name
    for name in ("elements-8-april.txt", "elements-22-april.md")
)
COP21 = shared("corpora", "cop21_drafts")


def points(raw: str) -> tuple[Point, ...]:
    return plan_text(raw.encode(), "draft.txt", TextLabel("Plan", "draft"))[1].points


def of_file(path: Path) -> tuple[Point, ...]:
    return plan_text(path.read_bytes(), path.name, TextLabel("Elements", path.stem))[1].points


def told(row: Row) -> str:
    left, right = (" + ".join(point.path for point in side) for side in (row.left, row.right))
    place = f"{left} > {right}" if row.left and row.right else left or f"> {right}"
    both = row.left and row.right
    notes = [
        *(["moved"] if row.moved else []),
        *([row.state] if row.state else []),
        *(["same-words"] if both and row.same_words and not row.same_marks else []),
        *(["renumbered"] if row.renumbered else []),
    ]
    if row.state and both and row.same_marks:
        notes = [note for note in notes if note != "same-words"]
    return f"{row.relation} {place}" + (f"; {' '.join(notes)}" if notes else "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_passages_are_linked_and_told_apart(case: dict[str, Any]) -> None:
    found = align(points(case["left"]), points(case["right"]))
    assert [told(row) for row in found.rows] == case["rows"]


def test_the_sample_drafts_differ_as_their_page_says() -> None:
    found = align(of_file(FIRST), of_file(SECOND))
    numbers = {told(row).partition(";")[0] for row in found.rows if any(p.number for p in row.left)}
    assert {
        "dropped 4",
        "dropped 13",
        "changed 3 > I / 4",
        "changed 6 > I / 3",
        "changed 14 > III / 9",
        "merged 8 + 9 > II / 7",
        "merged 11 + 12 > II / 8",
        "merged 10 + 16 > IV / 11",
        "same 7 > II / 6",
        "same 15 > III / 10",
        "same 17 > IV / 12",
        "same 18 > IV / 13",
        "same 19 > IV / 14",
    } <= numbers
    assert found.count()[Relation.MOVED] == 0


def everything(found: Alignment, side: str) -> list[str]:
    return sorted(point.point_id for row in found.rows for point in getattr(row, side))


def test_a_text_beside_itself_is_the_same_throughout() -> None:
    text = of_file(SECOND)
    found = align(text, text)
    assert {row.relation for row in found.rows} == {Relation.SAME}
    assert not found.renumbered
    assert all(row.state is None and not row.moved for row in found.rows)


def test_nothing_beside_a_text_is_all_added_or_dropped() -> None:
    text = of_file(FIRST)
    assert {row.relation for row in align((), text).rows} == {Relation.ADDED}
    assert {row.relation for row in align(text, ()).rows} == {Relation.DROPPED}
    assert align((), ()).rows == ()


def test_the_other_way_round_mirrors_the_links() -> None:
    one, other = of_file(FIRST), of_file(SECOND)
    there, back = align(one, other), align(other, one)
    assert {(row.left, row.right) for row in there.rows} == {
        (row.right, row.left) for row in back.rows
    }
    assert there == align(one, other)


@pytest.mark.parametrize("path", [FIRST, SECOND], ids=lambda path: path.stem)
def test_a_rewritten_draft_is_linked_again(path: Path) -> None:
    tallies = [
        renumbered(case, align(case.before, case.after))
        for case in (rewritten(of_file(path), seed) for seed in range(10))
    ]
    links = sum((each["renumbered_links"] for each in tallies[1:]), tallies[0]["renumbered_links"])
    assert links.f1 >= 0.97  # all are found with these seeds


@pytest.mark.skipif(COP21 is None, reason=absent("corpora", "cop21_drafts"))
def test_drafts_of_a_treaty_are_linked_as_a_reader_links_them() -> None:
    assert COP21 is not None
    found = figures(measured(COP21))
    assert found["sample_links"] >= 90
    assert found["fresh_links"] >= 90
    assert found["sample_relations"] >= 85
    assert found["renumbered_links"] >= 95


@given(
    st.lists(st.sampled_from("abcdef"), max_size=8), st.lists(st.sampled_from("abcdef"), max_size=8)
)
@settings(deadline=None)
def test_every_passage_stands_in_exactly_one_row(left: list[str], right: list[str]) -> None:
    one, other = (
        points(
            "\n".join(f"{n}. {word} {word}x and [{word}y]" for n, word in enumerate(side, 1)) or "x"
        )
        for side in (left, right)
    )
    found = align(one, other)
    assert everything(found, "left") == sorted(point.point_id for point in one)
    assert everything(found, "right") == sorted(point.point_id for point in other)


@given(
    st.lists(st.sampled_from(["a", "b", "[", "]", "c,", "“d”"])),
    st.lists(st.sampled_from(["a", "b", "]", "e"])),
)
def test_a_difference_holds_all_words_of_both_sides(left: list[str], right: list[str]) -> None:
    one, other = " ".join(left), " ".join(right)
    pieces = difference(one, other)
    kept = "".join(words for change, words in pieces if change is not Change.OUT)
    gone = "".join(words for change, words in pieces if change is not Change.IN)
    assert kept == other.rstrip()
    assert plain(gone) == plain(one)


def test_a_difference_of_very_long_passages_is_shown_as_a_whole() -> None:
    one, other = (f"Begin {' '.join([word] * (LONGEST + 1))} end" for word in ("a", "b"))
    assert [change for change, _ in difference(one, other)] == ["same", "out", "in", "same"]


def test_the_best_sum_wins_and_a_link_worth_nothing_is_left_out() -> None:
    assert assigned([{0: 0.9, 1: 0.8}, {0: 0.85}], least=0.3) == {0: 1, 1: 0}
    assert assigned([{0: 0.9}, {0: 0.2}], least=0.3) == {0: 0}
    assert assigned([{0: 0.2}], least=0.3) == {}
    assert in_order([2, 0, 1]) == {1, 2}
    assert in_order([]) == set()


@pytest.mark.parametrize(
    "lines",
    [
        ["1. The parties shall act again and again."] * 1_000,
        [f"{n}. The parties shall do thing {n} again." for n in range(1, 999)],
        ["1. " + "[a]" * 20_000, "2. " + "word and other " * 20_000],
    ],
    ids=["the same", "nearly the same", "long"],
)
def test_hostile_drafts_are_compared_in_seconds(lines: list[str]) -> None:
    one, other = points("\n".join(lines)), points("\n".join(lines).replace("a", "e"))
    begun = time.process_time()
    for row in align(one, other).rows:
        assert row.difference is not None
    assert time.process_time() - begun < 20
