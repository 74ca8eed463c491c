"""From a document to its findings."""

from onrecord.extract.extractor import EXTRACTOR, extract

__all__ = ["EXTRACTOR", "extract"]
