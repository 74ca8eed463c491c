"""`onrecord proposal` and `onrecord compare`."""

import json
import re
from pathlib import Path

import pytest

import onrecord
from onrecord.analyse.alignment import Relation
from tests.cli.conftest import Type

TEXTS = onrecord.sample().with_name("texts")
FIRST, SECOND = TEXTS / "elements-8-april.txt", TEXTS / "elements-22-april.md"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("texts") / "r.db"
    with onrecord.open(path) as opened:
        opened.add_text(FIRST, "Elements of a Settlement", "19 points", "2027-04-08")
        opened.add_text(SECOND, "Elements of a Settlement", "14 points", "2027-04-22")
    return path


def test_a_text_is_added_once_and_told_of(command: Type, tmp_path: Path) -> None:
    words = (
        "proposal",
        "add",
        FIRST,
        "--plan",
        "Elements",
        "--version",
        "19 points",
        "-r",
        tmp_path / "r.db",
    )
    first = command(*words, "--process", "Selun talks")
    assert (first.code, first.err) == (0, "")
    assert first.out.startswith(
        "Elements, 19 points: new; 29 passages, 21 numbered, 0 options, 0 with"
    )
    assert "there already" in command(*words).out
    assert "supersedes" in command(*words, "--date", "2027-04-08").out
    listed = json.loads(command("proposal", "list", "-r", tmp_path / "r.db", "--json").out)
    assert [(each["version"], each["dated"]) for each in listed] == [("19 points", "2027-04-08")]


def test_texts_are_listed_and_shown(command: Type, record: Path) -> None:
    listed = command("proposal", "list", "-r", record).out
    assert listed.index("14 points") < listed.index("19 points")
    assert "No text of a plan fits" in command("proposal", "list", "ferry", "-r", record).out
    shown = command("proposal", "show", "14 points", "-r", record).out
    assert "28 passages, 16 numbered; 1 passage with brackets or an option" in shown
    assert re.search(r"5  A demilitarized zone .*\(SEC\.DMZ\)", shown)
    told = json.loads(command("proposal", "show", "14 points", "-r", record, "--json").out)
    (dam,) = (point for point in told["points"] if point["text_state"] == "bracketed")
    assert (dam["number"], dam["category"], dam["bracketing"]) == ("9", "ECO.TRADE_ENERGY", "whole")
    assert dam["anchor"]["exact"].startswith("9. [The Kolvar dam")


def test_show_opens_texts_and_points_by_their_ids(command: Type, record: Path) -> None:
    told = json.loads(command("proposal", "show", "19 points", "-r", record, "--json").out)
    assert "Elements of a Settlement, 19 points" in command("show", told["id"], "-r", record).out
    point = next(each for each in told["points"] if each["number"] == "14")
    shown = command("show", point["id"], "-r", record).out
    assert "ECO.TRADE_ENERGY" in shown
    assert "elements-8-april.txt, characters" in shown
    assert json.loads(command("show", point["id"], "-r", record, "--json").out)["entry"] == "point"


@pytest.mark.parametrize("places", ["files", "record"])
def test_two_texts_are_compared(command: Type, record: Path, tmp_path: Path, places: str) -> None:
    sides = (FIRST, SECOND) if places == "files" else ("19 points", "14 points")
    kept = tmp_path / "none.db" if places == "files" else record
    result = command("compare", *sides, "-r", kept)
    assert result.code == 0
    assert "changed  14 → III / 9  · now in brackets or an option\n  {+[+}The Kolvar" in result.out
    assert (
        "changed  6 → I / 3  · moved\n  The Straits Council sends [-300-] {+450+} observers"
        in result.out
    )
    summary = " ".join(result.out.split("\n\n")[-1].split())
    assert "16 same, 5 changed, 3 merged, 4 added, 2 dropped; 10 renumbered" in summary
    assert re.search(r"^14 +III / 9 ", result.out, re.MULTILINE)
    assert not kept.exists() or places == "record"


def test_only_some_relations_are_printed_and_the_sum_stays(command: Type, tmp_path: Path) -> None:
    result = command("compare", FIRST, SECOND, "--only", "drop", "--only", "merged")
    told = re.findall(r"^([a-z]+) {1,8}\S+(?: \+ \S+)*(?: → .+)?$", result.out, re.MULTILINE)
    assert sorted(told) == ["dropped", "dropped", "merged", "merged", "merged"]
    assert "16 same" in result.out


def test_json_gives_every_row_with_its_words(command: Type) -> None:
    told = json.loads(command("compare", FIRST, SECOND, "--json").out)
    assert set(told["counts"]) == set(Relation)
    assert sum(told["counts"].values()) == len(told["rows"])
    (dam,) = (row for row in told["rows"] if row["state_change"])
    assert (dam["relation"], dam["state_change"], dam["renumbered"]) == ("changed", "opened", True)
    assert [each["words"] for each in dam["difference"] if each["change"] == "in"] == [
        "[",
        " 4",
        "]",
    ]
    published = SECOND.read_text("utf-8")
    for row in told["rows"]:
        for point in row["right"]:
            anchor = point["anchor"]
            assert published[anchor["start"] : anchor["end"]] == anchor["exact"]


def test_full_cuts_nothing(command: Type) -> None:
    assert "…" not in command("compare", FIRST, SECOND, "--full", "--only", "changed").out
    assert "…" in command("compare", FIRST, SECOND, "--only", "changed").out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["compare", "no such text", "14 points"],
            "“no such text” is no file, and no text of a plan",
        ),
        (
            ["compare", "elements", "14 points"],
            "“elements” may be any of: Elements of a Settlement, 14",
        ),
        (["compare", "19 points", "14 points", "--only", "x"], "No code begins with “x”"),
        (["proposal", "show", "txt-0000"], "“txt-0000” is no file"),
        (["proposal", "add", TEXTS, "--plan", "a", "--version", "b"], "texts: This is a folder."),
        (
            ["proposal", "add", "none.txt", "--plan", "a", "--version", "b"],
            "none.txt: There is no such",
        ),
        (["proposal", "add", FIRST, "--plan", "a", "--version", "b", "--date", "May"], "May"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    command: Type, record: Path, words: list[str | Path], sentence: str
) -> None:
    result = command(*words, "-r", record)
    assert result.code == 1
    assert sentence in result.err
    assert "Traceback" not in result.err


def test_control_characters_of_a_text_do_not_reach_the_terminal(
    command: Type, tmp_path: Path
) -> None:
    one, other = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text("1. The ports\u202e open \x1b[31mtoday\x1b[0m for all ships of the sea.")
    other.write_text("1. The ports\u202e close \x1b[31mtoday\x1b[0m for all ships of the sea.")
    printed = command("compare", one, other).out
    assert "\x1b" not in printed
    assert "\u202e" not in printed
