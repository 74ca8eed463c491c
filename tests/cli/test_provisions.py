"""`onrecord provisions`, the page of one, and codebooks of users."""

import json
from pathlib import Path

import pytest

import onrecord
from tests.cli.conftest import Type

ARTICLE = """Plan for the valley

The plan would require Chile to withdraw its troops from Tarma within 60 days.
The plan could oblige Peru to cede territory.
"""
BOOK = "[[leaves]]\ncode = 'FISH.CATCH'\nlabel = 'catch'\ntriggers = ['troops']\n"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("provisions")
    (folder / "plan.txt").write_text(ARTICLE)
    with onrecord.open(folder / "r.db") as opened:
        opened.read(folder / "plan.txt", published_on="2027-04-14")
    return folder / "r.db"


@pytest.mark.parametrize(
    ("options", "categories"),
    [
        ([], ["SEC.WITHDRAWAL", "TER.CESSION"]),
        (["--plan", "plan"], ["SEC.WITHDRAWAL", "TER.CESSION"]),
        (["--plan", "memorandum"], []),
        (["--category", "ter"], ["TER.CESSION"]),
        (["--category", "imp.timetable"], ["SEC.WITHDRAWAL"]),
        (["--obligor", "peru"], ["TER.CESSION"]),
        (["--as-of", "2027-04-13"], []),
        (["--sure"], ["SEC.WITHDRAWAL"]),
        (["--limit", "1"], ["SEC.WITHDRAWAL"]),
    ],
)
def test_provisions_are_listed_as_asked(
    command: Type, record: Path, options: list[str], categories: list[str]
) -> None:
    found = json.loads(command("provisions", "-r", record, *options, "--json").out)
    assert [row["category"] for row in found] == categories


def test_a_row_shows_who_must_and_the_words_behind_it(command: Type, record: Path) -> None:
    out = command("provisions", "-r", record).out
    assert "Government of Chile must" in out
    assert "“withdraw its troops from Tarma within 60 days”" in out
    assert "? 0.35" in out
    assert "for review" in out
    assert "0.35" not in command("provisions", "-r", record, "--sure").out
    assert "No provision fits" in command("provisions", "-r", record, "--plan", "none").out


def test_a_row_for_programs_points_at_its_words(command: Type, record: Path) -> None:
    (row, _) = json.loads(command("provisions", "-r", record, "--json").out)
    words = row["words"]
    assert ARTICLE[words["start"] : words["end"]] == words["exact"]
    assert row["obligors"][0]["name"] == "Government of Chile"
    assert (row["file"], row["reported_on"]) == ("plan.txt", "2027-04-14")


def test_one_provision_is_shown_in_context(command: Type, record: Path) -> None:
    (row, _) = json.loads(command("provisions", "-r", record, "--json").out)
    page = command("show", row["id"], "-r", record).out
    assert "SEC.WITHDRAWAL" in page
    assert "Government of Chile must" in page
    assert "Tarma" in page
    entry = json.loads(command("show", row["id"], "-r", record, "--json").out)
    assert entry == {"entry": "provision", **row}


def test_a_notebook_gets_the_same(record: Path) -> None:
    with onrecord.open(record) as opened:
        found = opened.provisions(category="SEC")
        assert [row["category"] for row in found.to_dicts()] == ["SEC.WITHDRAWAL"]
        assert "Government of Chile must" in found._repr_html_()


def test_a_codebook_of_ones_own_names_the_categories(command: Type, tmp_path: Path) -> None:
    (article := tmp_path / "plan.txt").write_text(ARTICLE)
    (book := tmp_path / "fish.toml").write_text(BOOK)
    given = (article, "--published-on", "2027-04-14", "--codebook", book)
    line = json.loads(command("extract", *given, "--jsonl").out)
    assert [row["category"] for row in line["provisions"]] == ["FISH.CATCH", None]
    record = tmp_path / "r.db"
    assert "1 new" in command("read", *given, "-r", record).out
    assert "1 unchanged" in command("read", *given, "-r", record).out
    assert "1 read again" in command("read", article, "-r", record).out


@pytest.mark.parametrize("verb", ["read", "extract"])
def test_a_bad_codebook_is_said_in_a_sentence(command: Type, tmp_path: Path, verb: str) -> None:
    (article := tmp_path / "plan.txt").write_text(ARTICLE)
    (book := tmp_path / "fish.toml").write_text("[[leaves]]\ncode = 'X'")
    found = command(verb, article, "--codebook", book)
    assert found.code == 1
    assert "label is missing" in found.err
    assert "Traceback" not in found.err
