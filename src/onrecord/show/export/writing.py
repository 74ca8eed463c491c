"""Writes an export: into a folder beside its place first, moved there when it is whole."""

import json
import shutil
import zipfile
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, BinaryIO

from onrecord.errors import OutputUnwritable
from onrecord.show.cells import csv_line
from onrecord.show.export.asked import Asked
from onrecord.show.export.tables import TABLES, Table, head

FORMAT = "onrecord-export/1"
"""Raised with every change of a column's name or meaning."""
STEP = 100
"""Rows after which it is told how far the work has come."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of all files in a ZIP, the first that it knows: the same record gives the same bytes."""

Step = Callable[[str, int], None]
"""Told the name of a table and how many of its rows are written."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: where, and how many rows of each table."""

    path: Path
    rows: Mapping[str, int]


def export(
    asked: Asked, target: Path, without: Collection[str] = (), step: Step | None = None
) -> Written:
    """Write the tables, the JSON and the words for them into a folder, or a ZIP by its ending.

    Rows are written as they are read, so that no table is in memory as a whole.

    Raises:
        OutputUnwritable: there is something at the target, or it cannot be written.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise OutputUnwritable(str(target), "there is something already")
    tables = [table for table in TABLES if table.name not in without]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        try:
            rows = _write(asked, folder, tables, step or _silent)
            _move(folder, target)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise OutputUnwritable(str(target), reason) from error
    return Written(target, rows)


def _silent(_name: str, _rows: int) -> None:
    """Tell nobody."""


def _write(asked: Asked, folder: Path, tables: Sequence[Table], step: Step) -> dict[str, int]:
    (folder / "README.md").write_bytes(readme(tables, confirmed_only=asked.confirmed_only).encode())
    rows: dict[str, int] = {}
    with (folder / "record.json").open("wb") as everything:
        made = {
            "format": FORMAT,
            "onrecord": version("onrecord"),
            "confirmed_only": asked.confirmed_only,
        }
        everything.write(f'{json.dumps(made)[:-1]}, "tables": {{'.encode())
        for number, table in enumerate(tables):
            everything.write(f"{',' if number else ''}\n{json.dumps(table.name)}: [".encode())
            with (folder / f"{table.name}.csv").open("wb") as sheet:
                rows[table.name] = _write_table(asked, table, (sheet, everything), step)
            everything.write(b"]")
        everything.write(b"\n}}\n")
    return rows


def _write_table(asked: Asked, table: Table, into: tuple[BinaryIO, BinaryIO], step: Step) -> int:
    """Write the rows of a table into its own file and into the JSON, and give how many."""
    sheet, everything = into
    columns = tuple(table.columns)
    sheet.write(csv_line(columns).encode())
    count = 0
    for row in table.rows(asked):
        sheet.write(csv_line(_cell(row[name]) for name in columns).encode(errors=KEPT))
        line = json.dumps({name: row[name] for name in columns}, ensure_ascii=False)
        everything.write(f"{',' if count else ''}\n{line}".encode(errors=KEPT))
        count += 1
        if count % STEP == 0:
            step(table.name, count)
    step(table.name, count)
    return count


KEPT = "backslashreplace"
"""What becomes of half a character that a broken file left: its escape, which JSON reads."""


def _cell(value: Any) -> Any:
    """Give a value for a cell: several in one, truth as `true` and `false`."""
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else value


def _move(folder: Path, target: Path) -> None:
    if target.suffix.lower() == ".zip":
        packed = folder.with_name(f"{folder.name}.zip")
        try:
            _pack(folder, packed)
            packed.replace(target)
        finally:
            packed.unlink(missing_ok=True)
        return
    folder.chmod(0o755)
    if target.exists():
        target.rmdir()
    folder.rename(target)


def _pack(folder: Path, packed: Path) -> None:
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo(file.name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            with file.open("rb") as source, archive.open(entry, "w", force_zip64=True) as packing:
                shutil.copyfileobj(source, packing)


def readme(tables: Sequence[Table], *, confirmed_only: bool) -> str:
    """Give the data dictionary of an export, in Markdown."""
    whose = "What people confirmed, corrected or added" if confirmed_only else "All of a record"
    made = f"{whose}, written by onrecord {version('onrecord')}; format `{FORMAT}`."
    lines = ["# An onrecord export", "", made, "", *head(), ""]
    for table in tables:
        lines += [f"## {table.name}.csv", "", table.about, "", "| column | meaning |", "|---|---|"]
        lines += [f"| `{name}` | {meaning} |" for name, meaning in table.columns.items()]
        lines.append("")
    return "\n".join(lines)
