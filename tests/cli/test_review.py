"""What was found with little confidence: kept, marked, listed apart."""

import json
from pathlib import Path

import pytest

from onrecord.record import Statement
from onrecord.store import open_record
from tests.cli.conftest import Type
from tests.store.samples import doubted, sample

ONE = doubted(sample(1), 0.9, 0.31, None)
SURE, DOUBTFUL, UNRATED = ONE.reading.statements


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "r.db"
    with open_record(path) as store:
        store.add(*ONE.parts)
    return path


@pytest.mark.parametrize(
    ("options", "listed"),
    [
        ([], [SURE, DOUBTFUL, UNRATED]),
        (["--for-review"], [DOUBTFUL]),
        (["--sure"], [SURE, UNRATED]),
        (["--for-review", "--limit", "1"], [DOUBTFUL]),
    ],
)
def test_statements_lists_what_is_for_review_with_the_sure_ones_alone_or_not(
    command: Type, record: Path, options: list[str], listed: list[Statement]
) -> None:
    rows = json.loads(command("statements", "-r", record, "--json", *options).out)
    assert [row["id"] for row in rows] == [item.statement_id for item in listed]
    assert [row["confidence"] for row in rows] == [item.provenance.confidence for item in listed]
    assert [row["for_review"] for row in rows] == [item is DOUBTFUL for item in listed]


def test_the_doubtful_ones_are_marked_with_their_confidence(command: Type, record: Path) -> None:
    out = command("statements", "-r", record).out
    (marked,) = [line for line in out.splitlines() if "? 0.31" in line]
    assert marked.startswith(DOUBTFUL.statement_id[:12])
    assert "--sure leaves it out" in out


def test_where_all_are_sure_nothing_speaks_of_review(command: Type, record: Path) -> None:
    out = command("statements", "-r", record, "--sure").out
    assert "review" not in out
    assert "?" not in out


def test_a_confidence_just_below_the_line_does_not_look_like_the_line(
    command: Type, tmp_path: Path
) -> None:
    with open_record(tmp_path / "near.db") as store:
        store.add(*doubted(sample(1), 0.9, 0.3999, None).parts)
    assert "? 0.39 " in command("statements", "-r", tmp_path / "near.db").out


def test_show_says_it_in_words(command: Type, record: Path) -> None:
    doubt = "for review: found with confidence 0.31"
    assert doubt in command("show", DOUBTFUL.statement_id, "-r", record).out
    assert "for review" not in command("show", SURE.statement_id, "-r", record).out
    assert "for review" not in command("show", UNRATED.statement_id, "-r", record).out


def test_show_marks_it_among_the_statements_of_its_speaker(command: Type, record: Path) -> None:
    assert DOUBTFUL.actor_id
    assert "? 0.31" in command("show", DOUBTFUL.actor_id, "-r", record).out


def test_the_briefs_command_lists_what_it_left_out(command: Type, record: Path) -> None:
    text = command("brief", "-r", record).out
    assert DOUBTFUL.statement_id not in text
    assert SURE.statement_id in text
    assert "1 statement for review" in text
    named = text.split("`onrecord ", 1)[1].split("`")[0].split()
    rows = json.loads(command(*named, "-r", record, "--json").out)
    assert [row["id"] for row in rows] == [DOUBTFUL.statement_id]
