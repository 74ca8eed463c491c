"""The steps put together: from paths to a record, on one machine."""

from onrecord.run.local import extract_paths, read_paths, size_of
from onrecord.run.plan import Done, Outcome, Plan

__all__ = ["Done", "Outcome", "Plan", "extract_paths", "read_paths", "size_of"]
