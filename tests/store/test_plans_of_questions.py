"""Questions that are asked for each article that comes in do not go through all documents."""

from pathlib import Path

from sqlalchemy import text
from sqlalchemy.dialects import sqlite

from onrecord.store.database import Database, Mode
from onrecord.store.opening import open_record
from onrecord.store.queries import revised


def test_notices_about_a_document_are_found_by_their_targets(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    open_record(path).close()
    made = revised.all_notices("doc-1").compile(
        dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}
    )
    with Database(path, Mode.READ, 1.0).engine().connect() as connection:
        steps = [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {made}"))]
    assert not [step for step in steps if step.startswith("SCAN")]
