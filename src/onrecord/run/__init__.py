"""The steps put together: from paths to a record, on one machine."""

from onrecord.run.local import Done, Outcome, Plan, count_sources, extract_paths, read_paths

__all__ = ["Done", "Outcome", "Plan", "count_sources", "extract_paths", "read_paths"]
