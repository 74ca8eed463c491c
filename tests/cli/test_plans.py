"""`onrecord proposals`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Type

FIRST = "The 19-point plan was written by Norway, Foreign Minister Ida Dahl said on Monday.\n"
SECOND = (
    "Chile denied that it had received any formal proposal.\n\n"
    "The Norwegian plan has been cut from 19 points to 14, mediators said.\n"
)


@pytest.fixture
def record(command: Type, tmp_path: Path) -> Path:
    path = tmp_path / "r.db"
    for name, day, text in (("a.txt", "2027-04-12", FIRST), ("b.txt", "2027-04-20", SECOND)):
        (tmp_path / name).write_text(text, "utf-8")
        command("read", "--record", str(path), "--published-on", day, str(tmp_path / name))
    return path


def test_a_plan_has_its_versions_with_who_wrote_them(command: Type, record: Path) -> None:
    done = command("proposals", "--record", str(record), "--json")
    (plan,) = json.loads(done.out)
    assert [row["point_count"] for row in plan["versions"]] == [19, 14]
    (drafter,) = plan["versions"][0]["drafters"]
    assert "Norway" in drafter["actor"]["name"]
    assert plan["versions"][0]["status"] == "superseded"
    shown = command("proposals", "--record", str(record)).out
    assert "19 points" in shown
    assert "14 points" in shown


def test_one_plan_is_shown_with_every_claim_in_its_words(command: Type, record: Path) -> None:
    shown = command("proposals", "norw", "--record", str(record)).out
    assert "cut from" not in shown.split("14 points")[0]
    assert "any formal proposal" in shown
    claim = json.loads(command("proposals", "norw", "--record", str(record), "--json").out)
    first = claim[0]["versions"][0]["claims"][0]["id"]
    assert "on whose word" in command("show", first, "--record", str(record)).out
    assert json.loads(command("show", first, "--record", str(record), "--json").out)["id"] == first


def test_as_of_a_day_later_drafts_are_not_known(command: Type, record: Path) -> None:
    done = command("proposals", "--record", str(record), "--as-of", "2027-04-15", "--json")
    (plan,) = json.loads(done.out)
    assert [row["point_count"] for row in plan["versions"]] == [19]


def test_an_unknown_plan_gets_a_sentence(command: Type, record: Path) -> None:
    done = command("proposals", "Lima", "--record", str(record))
    assert done.code == 1
    assert "No plan on record is called “Lima”" in done.err
