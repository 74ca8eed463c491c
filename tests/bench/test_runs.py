"""A measurement gives all figures; the figures themselves are no promise."""

from pathlib import Path

from bench.runs import run
from bench.steps import STEPS

FIGURES = {
    "articles",
    "words",
    "cpu",
    "wall",
    "words_per_cpu_second",
    "words_per_second",
    "memory",
}
QUESTIONS = {"statements", "full text"}
COPIES = {"copies", "copies of one"}
STANDING = {"stances in force", "stances of one side", "shifts", "gaps"}
ROWS = {*STEPS, "onrecord read", "bare spaCy", "extract in turns", *QUESTIONS, *COPIES, *STANDING}


def test_a_run_over_ten_articles_gives_all_figures(tmp_path: Path) -> None:
    said: list[str] = []
    found = run(tmp_path, 10, said.append)
    assert set(found["steps"]) == ROWS - {"compare", "one more", "query", "standing"}
    assert all(set(row) == FIGURES for row in found["steps"].values())
    assert found["ratio"] > 0
    assert 0 < found["layers"] < 1
    assert found["words"] > 2_000
    assert len(said) == len(STEPS) + 2
