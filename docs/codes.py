"""The reference of the codes, written from the lists themselves."""

import inspect
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from onrecord.analyse import Absence, Direction, ShiftKind
from onrecord.analyse.alignment import Relation, StateChange
from onrecord.analyse.claims import ClaimStatus
from onrecord.analyse.conflicts import ConflictType
from onrecord.record import (
    Action,
    Bracketing,
    Modality,
    PointKind,
    Reason,
    ReviewState,
    TextState,
    codes,
    deadlines,
    meetings,
    plan_codes,
)
from onrecord.show.comparison import RELATIONS, STATES
from onrecord.show.queue import REASONS
from onrecord.show.reviews import ACTIONS
from onrecord.show.reviews import STATES as REVIEW_STATES
from onrecord.show.words import (
    ABSENCES,
    ACTS,
    ASPECTS,
    BASES,
    CERTAINTIES,
    CLAIMS,
    CONDITIONS,
    CONFLICTS,
    DIRECTIONS,
    MODALITIES,
    OBJECTS,
    PLAN_ASPECTS,
    REPORTS,
    ROUTES,
    SOURCING,
    STANCES,
    TEXT_STATES,
    TIME_ROLES,
)

TABLES: tuple[Mapping[Any, str], ...] = (
    ABSENCES,
    ACTIONS,
    ACTS,
    REASONS,
    REVIEW_STATES,
    ASPECTS,
    BASES,
    CERTAINTIES,
    CLAIMS,
    CONDITIONS,
    CONFLICTS,
    DIRECTIONS,
    MODALITIES,
    OBJECTS,
    PLAN_ASPECTS,
    REPORTS,
    ROUTES,
    RELATIONS,
    SOURCING,
    STANCES,
    STATES,
    TEXT_STATES,
    TIME_ROLES,
)
WORDS = {(type(code), code): words for table in TABLES for code, words in table.items()}
"""Words by list and code: a code of two lists, as `accept`, has words in each."""

OF_TEXTS: tuple[type[StrEnum], ...] = (PointKind, Bracketing, TextState, Modality)
"""Codes of the texts of plans and of their points."""
COMPUTED: tuple[type[StrEnum], ...] = (
    Absence,
    ClaimStatus,
    ConflictType,
    Direction,
    ShiftKind,
    Relation,
    StateChange,
    Action,
    ReviewState,
    Reason,
)
"""Codes of answers and of people's decisions, which no entry of a reading holds."""


def codes_page() -> str:
    """Give the page with every closed list of codes."""
    parts = ["# Codes", "", "Written by `python -m docs.build` from `onrecord.record`.", ""]
    kept = (
        kind
        for module in (codes, plan_codes, meetings, deadlines)
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if kind.__module__ == module.__name__
    )
    lists: list[type[StrEnum]] = [
        kind for kind in kept if issubclass(kind, StrEnum) and kind is not StrEnum
    ]
    for kind in [*lists, *OF_TEXTS, *COMPUTED]:
        parts += [f"## {kind.__name__}", "", inspect.getdoc(kind) or "", ""]
        parts += [f"- `{code}`{_in_words(kind, code)}" for code in kind]
        parts += [""]
    return "\n".join(parts)


def _in_words(kind: type[StrEnum], code: StrEnum) -> str:
    return f": {WORDS[kind, code]}" if (kind, code) in WORDS else ""
