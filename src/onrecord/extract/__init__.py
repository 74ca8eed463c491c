"""From a document to its findings."""

from onrecord.extract.extractor import EXTRACTOR, extract, extractor_of, find_attributions

__all__ = ["EXTRACTOR", "extract", "extractor_of", "find_attributions"]
