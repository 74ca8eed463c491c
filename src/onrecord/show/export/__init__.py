"""The whole record as open files: a table a file, all of it as one JSON, and what columns mean."""

from onrecord.show.export.asked import Asked
from onrecord.show.export.tables import TABLES, Table
from onrecord.show.export.writing import Written, export

__all__ = ["TABLES", "Asked", "Table", "Written", "export"]
