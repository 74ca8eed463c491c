"""Revisions, purges and backups, as typed."""

import io
import json
from pathlib import Path

import pytest

import onrecord
from tests.cli.conftest import Type


@pytest.fixture
def own(sample_record: Path, tmp_path: Path, command: Type) -> Path:
    """Give a copy of the sample case's record."""
    path = tmp_path / "own.db"
    assert command("backup", path, "--record", sample_record).code == 0
    return path


def test_articles_with_several_versions_are_listed(sample_record: Path, command: Type) -> None:
    found = command("revisions", "--record", sample_record)
    assert "2 of 2" in found.out
    assert "correction of doc-" in found.out
    listed = json.loads(command("revisions", "--record", sample_record, "--json").out)
    ((one, other),) = listed["articles"]
    assert one["article"] == other["article"]
    assert listed["notices"][0]["targets"] == [one["doc_id"]]


def test_two_versions_are_shown_side_by_side(sample_record: Path, command: Type) -> None:
    listed = json.loads(command("revisions", "--record", sample_record, "--json").out)
    one, other = (each["doc_id"] for each in listed["articles"][0])
    for words in ((one,), (other,), (one, "--with", other)):
        found = command("revisions", *words, "--record", sample_record)
        assert "rejected" in found.out
        assert "criticised" in found.out
    entry = json.loads(command("revisions", other, "--record", sample_record, "--json").out)
    assert (entry["before"], entry["after"]) == (one, other)
    changed = {
        (each["before"] or {}).get("exact"): (each["after"] or {}).get("exact")
        for each in entry["passages"]
    }
    assert changed["17"] == "14"
    assert {each["fate"] for each in entry["statements"]} >= {"reworded", "added"}


def test_what_a_later_version_left_out_is_marked(sample_record: Path, command: Type) -> None:
    listed = json.loads(command("statements", "--record", sample_record, "--json").out)
    marked = [each for each in listed if each["marks"]]
    assert {mark["mark"] for each in marked for mark in each["marks"]} == {"left_out", "correction"}
    assert 0 < len(marked) < 10
    table = command("statements", "--record", sample_record, "--limit", "500").out
    assert "no later version of the article has these words" in table
    shown = command("show", marked[0]["id"], "--record", sample_record).out
    assert "a correction was printed" in shown


def test_an_article_with_one_version_says_so(sample_record: Path, command: Type) -> None:
    first = json.loads(command("documents", "--record", sample_record, "--json").out)[0]
    assert first["versions"] == []
    assert "one version" in command("revisions", first["id"], "--record", sample_record).out


def test_a_purge_takes_all_versions_and_stays(own: Path, command: Type) -> None:
    listed = json.loads(command("revisions", "--record", own, "--json").out)
    doc_id = listed["articles"][0][1]["doc_id"]
    words = ("purge", doc_id, "--record", own, "--reason", "court order 12/27", "--versions")
    found = command(*words, "--yes", "--json")
    assert [stone["reason"] for stone in json.loads(found.out)] == ["court order 12/27"] * 2
    assert "Everything is in order" in command("doctor", "--record", own).out
    assert len(json.loads(command("documents", "--record", own, "--json").out)) == 12
    again = command("read", onrecord.sample(), "--record", own)
    assert again.code == 1
    assert again.err.count("court order 12/27") == 2
    assert "12 unchanged" in again.out
    shown = command("show", doc_id, "--record", own)
    assert shown.code == 1
    assert "was purged on" in shown.err
    assert "court order 12/27" in shown.err
    assert "No entry" in command("show", "act-0000", "--record", own).err


def test_a_purge_without_yes_asks(
    own: Path, command: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    doc_id = json.loads(command("documents", "--record", own, "--json").out)[0]["id"]
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    found = command("purge", doc_id, "--record", own, "--reason", "x")
    assert found.code == 1
    assert len(json.loads(command("documents", "--record", own, "--json").out)) == 14


def test_a_backup_is_checked_and_never_overwrites(own: Path, command: Type) -> None:
    found = command("backup", own, "--record", own)
    assert found.code == 1
    assert "there already: name a new file" in found.err
    copy = own.with_name("copy.db")
    told = json.loads(command("backup", copy, "--record", own, "--json").out)
    assert (told["problems"], told["counts"]["documents"]) == ([], 14)
