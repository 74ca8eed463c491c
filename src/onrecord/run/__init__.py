"""The steps put together: from paths to a record, on one machine."""

from onrecord.run.by_hand import Selected
from onrecord.run.corrections import correctable
from onrecord.run.desk import CaseOrId, Desk
from onrecord.run.local import Done, Outcome, Plan, count_sources, extract_paths, read_paths

__all__ = [
    "CaseOrId",
    "Desk",
    "Done",
    "Outcome",
    "Plan",
    "Selected",
    "correctable",
    "count_sources",
    "extract_paths",
    "read_paths",
]
