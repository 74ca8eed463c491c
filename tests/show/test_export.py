"""An export holds the record: every row with its words, the same bytes each time, no formulas."""

import csv
import json
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord.errors import OutputUnwritable
from onrecord.show.cells import FORMULA
from onrecord.show.export import TABLES, Asked, export
from onrecord.store import Store, open_existing

ARTICLES = ("01_", "09_", "14_")
HOSTILE = (
    "# =cmd|'/C calc'!A0\n\nPeru Herald, April 12, 2027\n\n"
    '"@SUM(1+1) is what we demand," said Ana Paz, the foreign minister of Peru.\n\n'
    '"-2+3 points are unacceptable," Ana Paz said. "=1+1 is our answer," she added.\n'
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    (folder / "hostile.md").write_text(HOSTILE, "utf-8")
    with onrecord.open(folder / "r.db") as made:
        made.read(*[f for f in sorted(onrecord.sample().iterdir()) if f.name.startswith(ARTICLES)])
        made.read(folder / "hostile.md")
    return folder / "r.db"


@pytest.fixture
def store(record: Path) -> Iterator[Store]:
    with open_existing(record) as opened:
        yield opened


def tables(folder: Path) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = json.loads(
        (folder / "record.json").read_text("utf-8")
    )["tables"]
    return found


def test_every_row_has_its_words_in_its_document(store: Store, tmp_path: Path) -> None:
    written = export(Asked(store), tmp_path / "out")
    found = tables(tmp_path / "out")
    assert {name: len(rows) for name, rows in found.items()} == written.rows
    for name, rows in found.items():
        assert rows or name == "decisions"
        for row in rows:
            text = store.document(row["doc_id"]).raw_text if row["doc_id"] else ""
            places = [map(int, span.split("-")) for span in row["spans"]]
            assert row["words"] == " … ".join(text[slice(*place)] for place in places)
            assert row["words"] or name in {"documents", "actors"}


def test_the_tables_hold_the_same_rows_as_the_json(store: Store, tmp_path: Path) -> None:
    export(Asked(store), tmp_path / "out", ("events",))
    found = tables(tmp_path / "out")
    for name, rows in found.items():
        with (tmp_path / "out" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            sheet = list(csv.DictReader(file))
        assert [row["id"] for row in sheet] == [row["id"] or "" for row in rows]
        assert not sheet or list(sheet[0]) == list(rows[0])
    assert not (tmp_path / "out" / "events.csv").exists()


def test_the_same_record_gives_the_same_bytes(store: Store, tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        export(Asked(store), tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    export(Asked(store), tmp_path / "folder")
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        for name in archive.namelist():
            assert archive.read(name) == (tmp_path / "folder" / name).read_bytes()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["folder", "one.zip", "two.zip"]


def test_no_cell_is_a_formula(store: Store, tmp_path: Path) -> None:
    export(Asked(store), tmp_path / "out", ("events",))
    cells = []
    for path in (tmp_path / "out").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            cells += [cell for row in csv.reader(file) for cell in row]
    assert any(cell.startswith("'=") for cell in cells)
    numbers = [cell for cell in cells if cell.lstrip("-").replace(".", "").isdigit()]
    assert not [c for c in cells if c.startswith(FORMULA) and c not in numbers]


def test_every_column_is_explained_and_every_explanation_has_a_column(
    store: Store, tmp_path: Path
) -> None:
    asked = Asked(store)
    export(asked, tmp_path / "out", ("events",))
    explained = (tmp_path / "out" / "README.md").read_text("utf-8")
    for table in TABLES:
        assert all(table.columns.values())
        row = next(iter(table.rows(asked)), None)
        assert row is None or set(row) == set(table.columns), table.name
        if table.name != "events":
            assert f"## {table.name}.csv" in explained
    words = tomllib.loads(
        Path(onrecord.__file__).with_name("show").joinpath("export/columns.toml").read_text("utf-8")
    )
    assert set(words) == {"head", "place", "read", *(table.name for table in TABLES)}


def test_what_is_there_is_not_written_over(store: Store, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    for target in (tmp_path / "out", tmp_path / "out" / "mine.txt"):
        with pytest.raises(OutputUnwritable):
            export(Asked(store), target)
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    assert (tmp_path / "out" / "mine.txt").read_text() == "mine"
