"""Read: from files to documents, with everything that is not body text told apart."""

from onrecord.read.document import (
    PAGE_READER,
    TEXT_READER,
    Found,
    document,
    documents,
    leaves,
    plan_text,
    reader_name,
    text_document,
)
from onrecord.read.formats import PassedOver, Readable, Reader
from onrecord.read.language import language
from onrecord.read.source import Opened, Options, Source
from onrecord.read.sources import sources

__all__ = [
    "PAGE_READER",
    "TEXT_READER",
    "Found",
    "Opened",
    "Options",
    "PassedOver",
    "Readable",
    "Reader",
    "Source",
    "document",
    "documents",
    "language",
    "leaves",
    "plan_text",
    "reader_name",
    "sources",
    "text_document",
]
