"""`onrecord events` on the sample case."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord.record import PloverEvent
from tests.cli.conftest import Type

ARTICLES = ("01_", "09_", "14_")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("events") / "r.db"
    with onrecord.open(path) as made:
        made.read(*[f for f in sorted(onrecord.sample().iterdir()) if f.name.startswith(ARTICLES)])
    return path


def rows(command: Type, record: Path, *options: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        command("events", "-r", record, "--json", *options).out
    )
    return found


def test_every_event_has_its_words_in_the_document(command: Type, record: Path) -> None:
    found = rows(command, record)
    assert {"stance", "meeting", "text"} <= {row["basis"] for row in found}
    with onrecord.open(record) as made:
        for row in found:
            text = made.document(row["doc_id"]).raw_text
            parties = [party["words"] for party in (*row["actors"], *row["recipients"])]
            for words in (*row["evidence"], *filter(None, parties)):
                assert text[words["start"] : words["end"]] == words["exact"]


def test_types_days_and_actors_narrow_the_answer(command: Type, record: Path) -> None:
    assert {row["plover"] for row in rows(command, record, "--type", "reject")} == {"REJECT"}
    assert all(row["plover"] for row in rows(command, record, "--coded"))
    assert rows(command, record, "--until", "2020-01-01") == []
    names = [
        [party["name"] for party in (*row["actors"], *row["recipients"])]
        for row in rows(command, record, "--actor", "Valdek")
    ]
    assert names
    assert all(any("Valdek" in name for name in each) for each in names)


def test_plover_records_have_what_the_manual_asks_for(command: Type, record: Path) -> None:
    lines = command("events", "-r", record, "--plover").out.splitlines()
    assert lines
    for line in lines:
        row = json.loads(line)
        assert date.fromisoformat(row["date"])
        assert date.fromisoformat(row.get("enddate", row["date"]))
        assert row["actor"]
        assert PloverEvent(row["event"][0])
        assert row["recipient"] or row["event"][0] not in {"AID", "COOPERATE", "SANCTION"}


def test_the_table_and_the_csv_have_the_same_events(command: Type, record: Path) -> None:
    found = list(csv.DictReader(io.StringIO(command("events", "-r", record, "--csv").out)))
    assert [row["id"] for row in found] == [row["id"] for row in rows(command, record)]
    assert "CONSULT" in command("events", "-r", record).out


def test_what_nobody_confirmed_is_left_out_where_that_is_asked(command: Type, record: Path) -> None:
    assert rows(command, record, "--confirmed-only") == []
    assert "No event fits" in command("events", "-r", record, "--confirmed-only").out


def test_two_formats_exclude_each_other(command: Type, record: Path) -> None:
    result = command("events", "-r", record, "--json", "--csv")
    assert result.code == 1
    assert "exclude each other" in result.err
