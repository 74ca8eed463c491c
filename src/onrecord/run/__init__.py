"""The steps put together: from paths to a record, on one machine."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.run.by_hand import Selected
    from onrecord.run.corrections import correctable
    from onrecord.run.desk import CaseOrId, Desk
    from onrecord.run.local import extract_paths, read_paths, size_of
    from onrecord.run.plan import Done, Outcome, Plan

DOORS = {
    "CaseOrId": "desk",
    "Desk": "desk",
    "Done": "plan",
    "Outcome": "plan",
    "Plan": "plan",
    "Selected": "by_hand",
    "correctable": "corrections",
    "extract_paths": "local",
    "read_paths": "local",
    "size_of": "local",
}
"""Where each name stands."""

__all__ = [
    "CaseOrId",
    "Desk",
    "Done",
    "Outcome",
    "Plan",
    "Selected",
    "correctable",
    "extract_paths",
    "read_paths",
    "size_of",
]


def __getattr__(name: str) -> Any:
    """Load a step when it is first asked for: to look at a record needs no reading."""
    if name in DOORS:
        return getattr(import_module(f"{__name__}.{DOORS[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
