"""`onrecord review`, `decide`, `add`, `undo`, `redo`, `history`, and what lists make of them."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.record import Certainty, Factuality
from onrecord.store import open_record
from tests.cli.conftest import Type
from tests.store.samples import doubted, sample

ONE = doubted(sample(1), 0.9, 0.31, None)
SURE, DOUBTFUL, UNRATED = (each.statement_id for each in ONE.reading.statements)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "r.db"
    with open_record(path) as store:
        store.add(*ONE.parts)
    return path


def listed(command: Type, record: Path, *options: str) -> list[str]:
    rows = json.loads(command("statements", "-r", record, "--json", *options).out)
    return [row["id"] for row in rows]


def review(record: Path, keys: str, *options: str) -> str:
    """Type these keys into a sitting."""
    words = [sys.executable, "-m", "onrecord", "review", "-r", str(record), "--by", "ann", *options]
    done = subprocess.run(
        words, input=keys, capture_output=True, text=True, check=True, timeout=120
    )
    return done.stdout


def test_decisions_are_made_listed_undone_and_kept(command: Type, record: Path) -> None:
    said = command("decide", DOUBTFUL[:12], "reject", "-r", record, "--by", "ann", "--note", "no")
    assert "ann rejected: no" in said.out
    command("decide", SURE, "correct", "act", "deny", "-r", record, "--by", "bo")
    assert listed(command, record) == [SURE, UNRATED]
    assert listed(command, record, "--rejected") == [DOUBTFUL]
    assert listed(command, record, "--confirmed-only") == [SURE]
    out = command("statements", "-r", record).out
    assert "◆ corrected" in out
    undone = command("undo", "-r", record, "--by", "ann")
    assert "ann undid what ann rejected" in undone.out
    assert listed(command, record) == [SURE, DOUBTFUL, UNRATED]
    assert "did again" in command("redo", "-r", record, "--by", "ann").out
    log = json.loads(command("history", "-r", record, "--json").out)
    assert [(row["by"], row["action"]) for row in log] == [
        ("ann", "reject"),
        ("bo", "correct"),
        ("ann", "undo"),
        ("ann", "redo"),
    ]
    assert log[1]["before"] == "state"


def test_the_machines_value_stands_beside_the_corrected_one(command: Type, record: Path) -> None:
    command("decide", SURE, "correct", "act", "deny", "-r", record, "--by", "bo")
    (row, *_) = json.loads(command("statements", "-r", record, "--json").out)
    assert row["speech_act"] == "deny"
    assert row["review"]["state"] == "corrected"
    assert row["review"]["machine"] == {"speech_act": "state"}
    shown = command("show", SURE, "-r", record).out
    assert "◆ corrected by bo on" in shown
    assert "the machine reads act “state”" in shown


def test_history_names_the_state_and_a_decision_on_an_older_one_is_refused(
    command: Type, record: Path
) -> None:
    state = command("history", SURE, "-r", record).out.split()[-1]
    done = command("decide", SURE, "accept", "-r", record, "--seen", state, "--by", "bo")
    assert done.code == 0
    late = command("decide", SURE, "reject", "-r", record, "--seen", state, "--by", "ann")
    assert late.code == 1
    assert "bo decided on it" in late.err
    assert "Nothing was decided" in late.err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["decide", SURE, "correct", "speaker"], "A correction needs a field"),
        (["decide", SURE, "praise"], "Known are accept, reject, correct"),
        (["decide", SURE, "correct", "mood", "bad"], "cannot be corrected"),
        (["undo", "--by", "nobody yet"], "No decision of nobody yet can be undone"),
        (["redo", SURE], "can be done again"),
        (["statements", "--rejected", "--confirmed-only"], "exclude each other"),
        (["decide", ONE.reading.actors[0].actor_id, "accept"], "which is not decided on"),
    ],
)
def test_what_cannot_be_gets_a_sentence(
    command: Type, record: Path, words: list[str], sentence: str
) -> None:
    done = command(*words, "-r", record)
    assert done.code == 1
    assert sentence in done.err


def test_the_queue_is_listed_for_people_and_for_programs(command: Type, record: Path) -> None:
    rows = json.loads(
        command("review", "--list", "--kind", "statement", "-r", record, "--json").out
    )
    assert [row["id"] for row in rows] == [DOUBTFUL, UNRATED, SURE]
    assert rows[0]["importance"] == 2
    assert rows[0]["reasons"] == {"quoted": 1}
    assert rows[0]["urgency"] == 1.38
    out = command("review", "--list", "--limit", "1", "-r", record).out
    assert DOUBTFUL[:12] in out
    assert "1 waiting" in out
    assert "Every decision is on words" in command("review", "--orphans", "-r", record).out


def test_a_second_reader_names_what_it_reads_otherwise(command: Type, tmp_path: Path) -> None:
    given = sample(1)
    first, *others = given.reading.statements
    never = Certainty(Factuality.CERTAIN_NOT, Factuality.UNCOMMITTED)
    changed = replace(first, gist="that they had rejected the text on Monday", certainty=never)
    path = tmp_path / "second.db"
    with open_record(path) as store:
        reading = replace(given.reading, statements=(changed, *others))
        store.add(*replace(given, reading=reading).parts)
    asked = ("review", "--list", "-r", path, "--second-reader")
    (row, *_) = json.loads(command(*asked, "--json").out)
    assert (row["id"], row["reasons"]["otherwise"]) == (first.statement_id, 2)
    assert "reads the opposite" in command(*asked).out
    assert "reads the opposite" not in command("review", "--list", "-r", path).out
    sitting = review(path, "jq", "--second-reader")
    assert "[1 of 3] statement · quoted by name · a second reader, a small network," in sitting
    assert "[2 of 3] statement · quoted by name\n" in sitting


def test_a_sitting_decides_key_by_key(command: Type, record: Path) -> None:
    out = review(record, "?ajxdeny\nkuyq", "--kind", "statement")
    assert out.count("a accept   r reject") == 2
    assert "[1 of 3]" in out
    assert "ann accepted" in out
    assert "act (nothing: as it is):" in out
    log = json.loads(command("history", "-r", record, "--json").out)
    assert [(row["action"], row["entry"]) for row in log] == [
        ("accept", DOUBTFUL),
        ("correct", SURE),
        ("undo", SURE),
        ("redo", SURE),
    ]


def test_a_sitting_says_what_cannot_be_and_goes_on(command: Type, record: Path) -> None:
    out = review(record, "wNobody Atall\nd\nzur", "--kind", "statement")
    assert "Nobody on record is called “Nobody Atall”" in out
    assert "No decision of ann can be undone" in out
    assert listed(command, record, "--rejected") == [DOUBTFUL]
    assert "1 decided; 2 of this list are left" in out


def test_a_sitting_with_nothing_to_do_ends_at_once(tmp_path: Path) -> None:
    open_record(tmp_path / "e.db").close()
    assert "0 decided; 0 of this list are left" in review(tmp_path / "e.db", "aaa")


def test_a_statement_is_added_by_its_words(command: Type, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks\n\nNils Orr smiled. The ships stay in port.\n", "utf-8")
    path = tmp_path / "r.db"
    command("read", "-r", path, "--published-on", "2027-04-12", tmp_path / "a.txt")
    (document,) = json.loads(command("documents", "-r", path, "--json").out)
    words = ["--words", "The ships stay in port", "--speaker", "Nils Orr", "--by", "ann"]
    done = command("add", document["id"], *words, "-r", path, "--json")
    added = json.loads(done.out)
    assert added["value"] == "The ships stay in port"
    assert listed(command, path, "--confirmed-only") == [added["entry"]]
    brief = command("brief", "--confirmed-only", "-r", path).out
    assert "◆ added by hand by ann" in brief
    again = command("add", document["id"], *words, "-r", path)
    assert "on record as" in again.err
