"""`onrecord claims`."""

import json
from pathlib import Path

from tests.cli.conftest import Type


def test_claims_have_their_status_words_and_what_answers_them(
    command: Type, sample_record: Path
) -> None:
    given = ("claims", "--record", sample_record, "--status", "superseded")
    rows = json.loads(command(*given, "--json").out)
    assert rows
    assert {row["status"] for row in rows} == {"superseded"}
    assert all(row["proposition"] and row["answered_by"] for row in rows)
    shown = command(*given).out
    assert "Told otherwise since: the same side later tells otherwise" in shown


def test_claims_of_the_fighting_are_asked_for_alone(command: Type, sample_record: Path) -> None:
    rows = json.loads(command("claims", "-r", sample_record, "--military", "--json").out)
    assert rows
    assert all(row["military"] for row in rows)


def test_a_claim_that_nobody_made_gets_a_sentence(command: Type, sample_record: Path) -> None:
    assert "No claim fits." in command("claims", "-r", sample_record, "--actor", "Nobody").out
