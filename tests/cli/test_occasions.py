"""`onrecord meetings` and `onrecord deadlines` on the sample case."""

import json
from pathlib import Path

import pytest

import onrecord
from tests.cli.conftest import Type

ARTICLES = ("09_", "10_", "12_", "14_")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("occasions") / "r.db"
    files = [f for f in sorted(onrecord.sample().iterdir()) if f.name.startswith(ARTICLES)]
    with onrecord.open(path) as made:
        made.read(*files)
    return path


def test_every_meeting_has_its_words_in_the_document(command: Type, record: Path) -> None:
    rows = json.loads(command("meetings", "-r", record, "--json").out)
    assert rows
    with onrecord.open(record) as made:
        for account in (each for row in rows for each in row["accounts"]):
            text = made.document(account["doc_id"]).raw_text
            for words in account["evidence"]:
                assert text[words["start"] : words["end"]] == words["exact"]


def test_occasions_for_the_media_are_shown_where_they_are_asked_for(
    command: Type, record: Path
) -> None:
    plain = json.loads(command("meetings", "-r", record, "--json").out)
    every = json.loads(command("meetings", "-r", record, "--json", "--media").out)
    assert {"address"} == {row["type"] for row in every} - {row["type"] for row in plain}


def test_nothing_of_later_articles_is_known_as_of_a_day(command: Type, record: Path) -> None:
    rows = json.loads(command("meetings", "-r", record, "--json", "--as-of", "2027-05-01").out)
    days = [account["reported_on"] for row in rows for account in row["accounts"]]
    assert days
    assert max(days) < "2027-05-02"


def test_a_deadline_is_shown_with_its_extension(command: Type, record: Path) -> None:
    rows = json.loads(command("deadlines", "-r", record, "--json", "--as-of", "2027-05-01").out)
    (row,) = rows
    assert (row["status"], row["due"]) == ("extended", "2027-05-14")
    assert {each["to"] for each in row["extensions"]} == {"2027-05-14", "2027-05-17"}


def test_accounts_stand_side_by_side(command: Type, record: Path) -> None:
    out = command("meetings", "-r", record, "--accounts").out
    assert "the reporter" in out
    assert "extended" in command("deadlines", "-r", record, "--accounts").out


def test_an_account_opens_by_its_id(command: Type, record: Path) -> None:
    for name in ("meetings", "deadlines"):
        row = json.loads(command(name, "-r", record, "--json").out)[0]
        assert row["id"] in command("show", "-r", record, row["accounts"][0]["id"]).out


def test_where_nothing_fits_it_is_said(command: Type, record: Path) -> None:
    assert "No meeting fits" in command("meetings", "-r", record, "--actor", "Nobody").out


def test_calendars_are_read_by_a_calendar_library(command: Type, record: Path) -> None:
    calendar = pytest.importorskip("icalendar", reason="icalendar is not installed here")
    for name, kind in (("meetings", "VEVENT"), ("deadlines", "VTODO")):
        text = command(name, "-r", record, "--ics").out
        assert all(len(line.encode()) <= 75 for line in text.replace("\r", "").split("\n"))
        entries = calendar.Calendar.from_ical(text).walk(kind)
        assert entries
        assert len({str(entry["uid"]) for entry in entries}) == len(entries)
