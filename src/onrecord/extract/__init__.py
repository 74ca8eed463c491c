"""From a document to its findings."""

from onrecord.extract.extractor import EXTRACTOR, extract, extractor_after, find_attributions
from onrecord.extract.matters import Codebook, load_codebook

__all__ = [
    "EXTRACTOR",
    "Codebook",
    "extract",
    "extractor_after",
    "find_attributions",
    "load_codebook",
]
