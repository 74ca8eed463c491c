"""The steps put together: from paths to a record, on one machine."""

from onrecord.run.by_hand import Selected
from onrecord.run.corrections import correctable
from onrecord.run.desk import CaseOrId, Desk
from onrecord.run.local import extract_paths, read_paths, size_of
from onrecord.run.plan import Done, Outcome, Plan

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
