"""The points of a plan's text, told by how it is set."""

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord
from onrecord.errors import FileEmpty, TooManyPassages
from onrecord.read import plan_text
from onrecord.record import Bracketing, PlanText, Point, TextLabel, TextState

CASES = tomllib.loads(Path(__file__).with_name("outline.toml").read_text("utf-8"))["case"]
TEXTS = sorted(onrecord.sample().with_name("texts").iterdir())
MARKS = {Bracketing.NONE: "", Bracketing.PART: "!", Bracketing.WHOLE: "!!"}
LABEL = TextLabel("Ferry plan", "first")
SLOWEST = 20.0
"""Seconds: a megabyte takes two to five on an idle core, a quadratic step would take hours."""


def read(raw: str, name: str = "plan.md") -> PlanText:
    return plan_text(raw.encode(), name, LABEL)[1]


def line(point: Point) -> str:
    return f"{point.kind}{MARKS[point.bracketing]} {point.path} {point.words}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_text_is_read_point_by_point(case: dict[str, Any]) -> None:
    assert [line(point) for point in read(case["raw"]).points] == case["points"]


def test_parents_and_options_are_those_of_the_path() -> None:
    (case,) = (case for case in CASES if case["name"].startswith("options"))
    points = read(case["raw"]).points
    paths = {point.point_id: point.path for point in points}
    assert len(paths) == len(points)
    for point in points:
        above = f"{paths[point.parent]} / " if point.parent else ""
        assert point.path == above + (point.number or point.path.rpartition(" / ")[2])
    assert [point.option for point in points[1:5]] == [
        "Option 1",
        "Option 1",
        "Option 1",
        "Option 2",
    ]


def test_no_brackets_say_nothing_about_agreement() -> None:
    states = {
        point.words: point.state
        for point in read("1. Seen.\n2. [Heard.]\n3. [deleted]\n4. (agreed)").points
    }
    assert states == {
        "Seen.": TextState.UNKNOWN,
        "[Heard.]": TextState.BRACKETED,
        "[deleted]": TextState.DELETED,
        "(agreed)": TextState.AGREED,
    }


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_word_of_a_text_is_in_a_point_at_its_exact_characters(path: Path) -> None:
    document, text = plan_text(path.read_bytes(), path.name, LABEL)
    for point in text.points:
        assert document.raw_text[slice(*point.anchor.span)] == point.anchor.exact
    inside = set[int]().union(*(range(*point.anchor.span) for point in text.points))
    left_out = "".join(c for at, c in enumerate(document.raw_text) if at not in inside)
    assert left_out.strip() == ""


def test_the_first_text_of_the_sample_has_nineteen_points_the_second_fourteen() -> None:
    numbers = {path.name: 0 for path in TEXTS}
    for path in TEXTS:
        text = plan_text(path.read_bytes(), path.name, LABEL)[1]
        numbers[path.name] = sum(
            point.kind == "point" and (point.number or "").isdigit() for point in text.points
        )
    assert numbers == {"elements-22-april.md": 14, "elements-8-april.txt": 19}


def test_a_page_is_read_without_the_numbers_that_browsers_make() -> None:
    page = (
        "<html><body><article><h2>Article 1</h2><p>1. The two ports open on the third of May.</p>"
    )
    page += "<ol><li>Fees are halved for all ships.</li></ol></article></body></html>"
    paths = [point.path for point in read(page, "plan.html").points]
    assert paths == ["Article 1", "Article 1 / 1", "Article 1 / ¶1"]


def test_the_same_bytes_give_the_same_ids_and_other_names_others() -> None:
    raw = b"1. The ports open."
    one, again = (plan_text(raw, "a.txt", LABEL)[1] for _ in range(2))
    other = plan_text(raw, "a.txt", TextLabel("Ferry plan", "second"))[1]
    assert one == again
    assert one.text_id != other.text_id
    assert one.points[0].point_id != other.points[0].point_id
    assert one.text_id == plan_text(raw, "b.txt", TextLabel("ferry PLAN", "First"))[1].text_id


@pytest.mark.parametrize(
    "raw",
    [
        "[" * 100_000 + " word",
        "word " + "]" * 100_000,
        "[a]" * 100_000,
        "[" * 50_000 + "x" + "]" * 50_000,
        "word and other " * 70_000,
        "x" * 1_000_000,
        " " * 1_000_000 + "x",
        "1. (a) Option 1: " * 60_000,
        "1.1.1.1.1." * 100_000,
        "Article 1 " * 100_000,
        "[[[[ " * 200_000 + "1. x",
    ],
    ids=lambda raw: raw[:12].strip() or "blanks",
)
def test_hostile_text_takes_linear_time(raw: str) -> None:
    begun = time.process_time()
    assert read(raw, "hostile.txt").points
    assert time.process_time() - begun < SLOWEST


def test_a_text_of_too_many_passages_is_refused() -> None:
    with pytest.raises(TooManyPassages, match="no plan has so many"):
        read("\n".join(f"{n}. The parties meet." for n in range(1, 4_002)))


@pytest.mark.parametrize("raw", [" \n\n ", "---\n\n***\n"])
def test_a_text_without_words_is_refused(raw: str) -> None:
    with pytest.raises(FileEmpty):
        read(raw)


LINES = st.lists(
    st.sampled_from(
        [
            "1. One.",
            "2. Two [or] three.",
            "  (a) x;",
            "    (i) y",
            "Article 3",
            "OPTION",
            "",
            "word",
            "**Option 1:** z",
            "[",
            "]",
            "# Head",
            "Annex B",
            "- item",
            "A. Name",
            "¶ é \u00a0x",
        ]
    ),
    min_size=1,
    max_size=20,
)


@given(LINES)
def test_whatever_the_lines_points_stand_in_order_at_their_characters(lines: list[str]) -> None:
    raw = "\n".join(["First line.", *lines])
    document, text = plan_text(raw.encode(), "a.md", LABEL)
    starts = [point.anchor.start for point in text.points]
    assert starts == sorted(starts)
    known: set[str] = set()
    for point in text.points:
        assert document.raw_text[slice(*point.anchor.span)] == point.anchor.exact
        assert point.parent is None or point.parent in known
        known.add(point.point_id)
