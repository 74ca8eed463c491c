"""Questions that are asked for one article or one actor do not go through all of the record."""

from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.dialects import sqlite

from onrecord.store.database import Database, Mode
from onrecord.store.opening import open_record
from onrecord.store.queries import revised, spoken_of


def scanned(path: Path, question: Any) -> list[str]:
    """Give the tables that SQLite reads as a whole for an answer."""
    open_record(path).close()
    made = question.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    with Database(path, Mode.READ, 1.0).engine().connect() as connection:
        steps = [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {made}"))]
    return [step.split()[1] for step in steps if step.startswith("SCAN")]


def test_notices_about_a_document_are_found_by_their_targets(tmp_path: Path) -> None:
    assert scanned(tmp_path / "record.db", revised.all_notices("doc-1")) == []


def test_who_speaks_of_an_actor_is_found_by_the_actor(tmp_path: Path) -> None:
    found = scanned(tmp_path / "record.db", spoken_of.speaking_of(["act-1"]))
    assert {each for each in found if not each.startswith("anon")} <= {"places", "reviewed"}


def test_of_whom_a_statement_speaks_is_found_by_the_statement(tmp_path: Path) -> None:
    found = scanned(tmp_path / "record.db", spoken_of.spoken_of([1, 2]))
    assert set(found) <= {"reviewed"}
