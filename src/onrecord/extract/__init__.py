"""From a document to its findings."""

from onrecord.extract.extractor import EXTRACTOR, extract, extractor_after, find_attributions

__all__ = ["EXTRACTOR", "extract", "extractor_after", "find_attributions"]
