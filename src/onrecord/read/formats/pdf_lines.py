"""The lines of a PDF file and where they stand. This is the one door to PDFium.

PDFium is written in C++ and reads hostile files: this module runs in a process of its own, see
`onrecord.apart`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

MOST_PAGES = 2_000
MOST_CHARACTERS = 5_000_000
"""The longest reports of commissions have 1,500 pages and four million characters."""

PASSWORD = 4
"""PDFium's error for a file that is locked (FPDF_ERR_PASSWORD)."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, and its place in points, 1/72 inch, from below and left.

    `size` is the height of its first character, the way a font is measured.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


@dataclass(frozen=True, slots=True)
class Pages:
    """The lines of each page in the order in which the file has them, and the file's own title.

    `trouble` is `locked`, `long` or PDFium's sentence where there are none.
    """

    pages: tuple[tuple[Line, ...], ...] = ()
    title: str = ""
    trouble: str = ""


def reader(_: None) -> Callable[[bytes], Pages]:
    """Give the function that reads a file."""
    return pages


def pages(content: bytes) -> Pages:
    """Give the lines of a file."""
    import pypdfium2 as pdfium  # noqa: PLC0415 - only PDF files need it

    try:
        with pdfium.PdfDocument(content) as document:
            return _pages(document)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == PASSWORD
        return Pages(trouble="locked" if locked else str(error))


def _pages(document: Any) -> Pages:
    if len(document) > MOST_PAGES:
        return Pages(trouble="long")
    found, characters = [], 0
    for page in document:
        text = page.get_textpage()
        characters += text.count_chars()
        if characters > MOST_CHARACTERS:
            return Pages(trouble="long")
        found.append(tuple(_lines(text)))
        text.close()
        page.close()
    title = document.get_metadata_value("Title") or ""
    return Pages(tuple(found), " ".join(title.split()))


def _lines(text: Any) -> Iterator[Line]:
    at = 0
    for words in text.get_text_range().split("\r\n"):
        length = len(words)
        stripped = words.strip()
        if stripped:
            first = at + words.index(stripped[0])
            start, end = _box(text, first), _box(text, first + len(stripped) - 1)
            size = start[2] - start[3]
            yield Line(stripped, start[0], end[1], start[2], end[3], size)
        at += length + len("\r\n")


def _box(text: Any, index: int) -> tuple[float, float, float, float]:
    """Give left, right, top and bottom of a character, with the room that its font gives it."""
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    rectangle = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(text, index, rectangle):
        return 0.0, 0.0, 0.0, 0.0
    return rectangle.left, rectangle.right, rectangle.top, rectangle.bottom
