"""The tables of an export, in the order of its files, and the words for their columns."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.show.export import spoken, told
from onrecord.show.export.asked import Asked, Row

PLACE, READ = "place", "read"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, whether its rows tell what found them, and where they come from."""

    name: str
    rows: Callable[[Asked], Iterator[Row]]
    read: bool = True

    @property
    def about(self) -> str:
        """What it holds, in a sentence or two."""
        return str(_words()[self.name]["about"])

    @property
    def columns(self) -> Mapping[str, str]:
        """What each column means, in the order of the file."""
        words = _words()
        read = words[READ] if self.read else {}
        return {**words[self.name]["columns"], **words[PLACE], **read}


def head() -> list[str]:
    """Give the lines that open the data dictionary."""
    return str(_words()["head"]["text"]).splitlines()


@cache
def _words() -> Mapping[str, Mapping[str, Any]]:
    found: Mapping[str, Mapping[str, Any]] = tomllib.loads(
        (files(__package__) / "columns.toml").read_text("utf-8")
    )
    return found


TABLES = (
    Table("documents", spoken.documents, read=False),
    Table("statements", spoken.statements),
    Table("stances", spoken.stances),
    Table("plans", spoken.plans),
    Table("provisions", spoken.provisions),
    Table("meetings", told.meetings),
    Table("deadlines", told.deadlines),
    Table("conflicts", told.conflicts, read=False),
    Table("events", told.events),
    Table("actors", told.actors, read=False),
    Table("decisions", told.decisions, read=False),
)
"""Actors come after all that names them, decisions last."""
