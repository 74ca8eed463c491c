"""Read: from files to documents, with everything that is not body text told apart."""

from onrecord.read.document import PAGE_READER, TEXT_READER, document, plan_text, text_document
from onrecord.read.language import language
from onrecord.read.sources import READABLE, Skipped, Source, sources

__all__ = [
    "PAGE_READER",
    "READABLE",
    "TEXT_READER",
    "Skipped",
    "Source",
    "document",
    "language",
    "plan_text",
    "sources",
    "text_document",
]
