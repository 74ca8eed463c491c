"""Terminal pictures of the README, drawn from the sample case."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console, Group

import onrecord
from onrecord.api import Record
from onrecord.record import Form
from onrecord.show.single import entry_text
from onrecord.show.tables import statements_table

WIDTH = 132
ROWS = 12
_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


@contextmanager
def _sample() -> Iterator[Record]:
    with TemporaryDirectory() as folder, onrecord.open(Path(folder) / "sample.db") as record:
        record.read(onrecord.sample())
        yield record


def statements_picture() -> str:
    """Give the picture of `onrecord statements` on the sample case."""
    with _sample() as record:
        chosen = record.statements(sourcing=["L1", "L3"])[:ROWS]
        title = "onrecord statements --sourcing L1 --sourcing L3"
        return _drawn(statements_table(chosen, record.actors()), title)


def show_picture() -> str:
    """Give the picture of `onrecord show` on a quotation of the sample case."""
    with _sample() as record:
        quoted = next(s for s in record.statements() if s.form is Form.DIRECT)
        found = record.store.find(quoted.statement_id)
        title = f"onrecord show {quoted.statement_id[:11]}"
        return _drawn(Group(*entry_text(record.store, found)), title)


def _drawn(what: object, title: str) -> str:
    console = Console(width=WIDTH, record=True, file=StringIO(), highlight=False, markup=False)
    console.print(what)
    svg = console.export_svg(title=title, unique_id="onrecord")
    return "\n".join(line.rstrip() for line in _FONT.sub("", svg).splitlines()) + "\n"
