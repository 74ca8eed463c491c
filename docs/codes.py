"""The reference of the codes, written from the lists themselves."""

import inspect
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from onrecord.analyse import Absence, Direction, ShiftKind
from onrecord.record import Action, Reason, ReviewState, codes
from onrecord.show.queue import REASONS
from onrecord.show.reviews import ACTIONS, STATES
from onrecord.show.words import (
    ABSENCES,
    ACTS,
    ASPECTS,
    BASES,
    CERTAINTIES,
    CONDITIONS,
    DIRECTIONS,
    OBJECTS,
    SOURCING,
    STANCES,
    TIME_ROLES,
)

TABLES: tuple[Mapping[Any, str], ...] = (
    ABSENCES,
    ACTIONS,
    ACTS,
    ASPECTS,
    BASES,
    CERTAINTIES,
    CONDITIONS,
    DIRECTIONS,
    OBJECTS,
    REASONS,
    SOURCING,
    STANCES,
    STATES,
    TIME_ROLES,
)
WORDS = {(type(code), code): words for table in TABLES for code, words in table.items()}
"""Words by list and code: a code of two lists, as `accept`, has words in each."""

COMPUTED: tuple[type[StrEnum], ...] = (
    Absence,
    Direction,
    ShiftKind,
    Action,
    ReviewState,
    Reason,
)
"""Codes of answers and of people's decisions, which no entry of a reading holds."""


def codes_page() -> str:
    """Give the page with every closed list of codes."""
    parts = ["# Codes", "", "Written by `python -m docs.build` from `onrecord.record.codes`.", ""]
    kept = (kind for _, kind in inspect.getmembers(codes, inspect.isclass))
    lists: list[type[StrEnum]] = [
        kind for kind in kept if issubclass(kind, StrEnum) and kind is not StrEnum
    ]
    for kind in [*lists, *COMPUTED]:
        parts += [f"## {kind.__name__}", "", inspect.getdoc(kind) or "", ""]
        parts += [f"- `{code}`{_in_words(kind, code)}" for code in kind]
        parts += [""]
    return "\n".join(parts)


def _in_words(kind: type[StrEnum], code: StrEnum) -> str:
    return f": {WORDS[kind, code]}" if (kind, code) in WORDS else ""
