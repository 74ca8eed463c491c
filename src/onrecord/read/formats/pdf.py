"""PDF files: the text that they hold, paragraph by paragraph."""

import atexit
from collections.abc import Iterator
from functools import cache

from onrecord.apart import Apart, Broken, Work
from onrecord.errors import FileDamaged, FileLocked, NoTextLayer, ReadingStopped
from onrecord.read.blocks import written
from onrecord.read.fields import Fields
from onrecord.read.formats.pdf_layout import blocks
from onrecord.read.formats.pdf_lines import MOST_CHARACTERS, MOST_PAGES, Pages
from onrecord.read.formats.reader import Part, Readable
from onrecord.read.source import Opened
from onrecord.record import Detail

SECONDS = 9.0
"""A report of a thousand pages takes two; what takes nine is made to."""

MEMORY = 900_000_000
"""Bytes that the process may take in all; a thousand pages need a tenth of it."""


class PdfReader:
    """Reads PDF files."""

    name = "pdf/1"
    kind = "a PDF file"
    endings = (".pdf",)
    holds_others = False

    def takes(self, opened: Opened) -> bool:
        """Take what has the mark in its first kilobyte, as Acrobat does."""
        return b"%PDF-" in opened.head[:1024]

    def read(self, opened: Opened) -> Iterator[Part]:
        """Give the text.

        Raises:
            FileLocked: it needs a password.
            NoTextLayer: it consists of pictures.
            FileDamaged: it is no PDF file, or not whole.
            ReadingStopped: it takes too long or too much memory.
        """
        found = _pages(opened)
        if found.trouble == "locked":
            raise FileLocked(opened.name, self.kind)
        if found.trouble == "long":
            reason = f"it has more than {MOST_PAGES:,} pages or {MOST_CHARACTERS:,} characters"
            raise ReadingStopped(opened.name, reason)
        if found.trouble:
            raise FileDamaged(opened.name, found.trouble)
        paragraphs = blocks(found.pages)
        if not paragraphs:
            raise NoTextLayer(opened.name)
        text = written(paragraphs, opened.name)
        first = " ".join(line.text for page in found.pages[:1] for line in page)
        title = found.title if found.title and found.title in first else None
        fields = Fields(title=Detail(title, field="pdf[Title]") if title else None)
        yield Readable(text, fields, media_type="application/pdf")


@cache
def _process() -> Apart:
    process = Apart(Work("onrecord.read.formats.pdf_lines:reader", memory=MEMORY))
    atexit.register(process.end)
    return process


def _pages(opened: Opened) -> Pages:
    process = _process()
    try:
        process.give(opened.content())
        found: Pages = process.take(SECONDS)
    except Broken as error:
        raise ReadingStopped(opened.name, str(error)) from error
    return found
