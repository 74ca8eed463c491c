"""`onrecord export` on the sample case."""

import json
from pathlib import Path

from tests.cli.conftest import Type


def test_only_what_people_confirmed(command: Type, sample_record: Path, tmp_path: Path) -> None:
    copy = tmp_path / "r.db"
    copy.write_bytes(sample_record.read_bytes())
    first = json.loads(command("statements", "-r", copy, "--json", "-n", "1").out)[0]
    assert command("decide", first["id"], "accept", "-r", copy, "--by", "Ann").code == 0
    result = command("export", tmp_path / "out", "-r", copy, "--confirmed-only", "--json")
    assert result.code == 0, result.err
    assert json.loads(result.out)["tables"]["statements"] == 1
    found = json.loads((tmp_path / "out" / "record.json").read_text("utf-8"))["tables"]
    assert [row["id"] for row in found["statements"]] == [first["id"]]
    assert found["statements"][0]["reviewed_by"] == "Ann"
    assert [(row["action"], row["by"], row["words"]) for row in found["decisions"]] == [
        ("accept", "Ann", found["statements"][0]["words"])
    ]
    assert {row["id"] for row in found["actors"]} <= {
        row["speaker_id"] for row in found["statements"]
    }
    assert found["conflicts"] == found["meetings"] == []


def test_an_unknown_table_is_said(command: Type, sample_record: Path, tmp_path: Path) -> None:
    result = command("export", tmp_path / "out", "-r", sample_record, "--without", "nothing")
    assert result.code == 1
    assert "nothing" in result.err
