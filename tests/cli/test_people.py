"""`onrecord actors`, `onrecord merge`, `onrecord split`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Type

LETTER = """The Vik letter

Prime Minister Hedda Vik said on Monday that the levy must fall. “We sail,” Nils Orr said.
"""


@pytest.fixture
def record(command: Type, tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(LETTER, "utf-8")
    (tmp_path / "b.txt").write_text("Vik again\n\nMrs Vik said the levy was dead.\n", "utf-8")
    path = tmp_path / "r.db"
    for name, day in (("a.txt", "2027-04-12"), ("b.txt", "2027-04-20")):
        done = command("read", "--record", str(path), "--published-on", day, str(tmp_path / name))
        assert done.code == 0
    return path


def names(command: Type, record: Path, *more: str) -> list[str]:
    done = command("actors", "--record", str(record), "--json", *more)
    return sorted(row["name"] for row in json.loads(done.out))


def test_one_actor_for_all_her_names(command: Type, record: Path) -> None:
    assert names(command, record) == ["Hedda Vik", "Nils Orr"]
    assert "the only one of this surname" in command("actors", "Vik", "--record", str(record)).out


def test_as_of_leaves_out_what_came_later(command: Type, record: Path) -> None:
    done = command("actors", "--record", str(record), "--json", "--as-of", "2027-04-15")
    (vik,) = (row for row in json.loads(done.out) if row["name"] == "Hedda Vik")
    assert (vik["statements"], vik["last"]) == (1, "2027-04-12")


def test_people_merge_and_split(command: Type, record: Path) -> None:
    done = command(
        "merge", "Hedda Vik", "Nils Orr", "--record", str(record), "--reason", "a pen name"
    )
    assert done.code == 0
    assert names(command, record) == ["Hedda Vik"]
    assert "a pen name" in command("actors", "Vik", "--record", str(record)).out
    assert command("split", "Nils Orr", "--record", str(record)).code == 0
    assert names(command, record) == ["Hedda Vik", "Nils Orr"]


def test_a_decision_survives_reading_again(command: Type, record: Path, tmp_path: Path) -> None:
    command("merge", "Hedda Vik", "Nils Orr", "--record", str(record))
    command(
        "read", "--record", str(record), "--published-on", "2027-04-13", str(tmp_path / "a.txt")
    )
    assert names(command, record) == ["Hedda Vik"]


def test_an_unknown_name_gets_a_sentence(command: Type, record: Path) -> None:
    done = command("merge", "Hedda Vik", "Nobody", "--record", str(record))
    assert done.code == 1
    assert "Nobody on record is called “Nobody”" in done.err


def test_who_speaks_of_whom(command: Type, record: Path, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text(
        "Orr again\n\n“Hedda Vik is wrong about the levy,” Nils Orr said on Monday.\n", "utf-8"
    )
    command(
        "read", "--record", str(record), "--published-on", "2027-04-21", str(tmp_path / "c.txt")
    )
    done = command("actors", "Hedda Vik", "--record", str(record), "--json")
    (vik,) = json.loads(done.out)
    (row,) = vik["spoken_of_by"]["by"]
    assert (row["name"], row["statements"]) == ("Nils Orr", 1)
    assert "is wrong about the levy" in row["latest"]["words"][0]["exact"]
    (orr,) = json.loads(command("actors", "Nils Orr", "--record", str(record), "--json").out)
    assert [(it["name"], it["ways"]) for it in orr["speaks_of"]["of"]] == [
        ("Hedda Vik", row["ways"])
    ]
    told = command("actors", "Nils Orr", "--record", str(record)).out
    assert "speaks of others in 1 statement" in told
    assert "Hedda Vik: 1" in told
