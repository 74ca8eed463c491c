"""Word documents (DOCX): paragraphs, headings, lists, tables and notes, in the order of the text.

python-docx leaves out words that were inserted with changes tracked, and drafts are full of them;
so the parts are read here, as ECMA-376 describes them. What is marked as deleted is left out.
"""

import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from lxml import etree

from onrecord.errors import FileDamaged, FileEmpty, FileTooLarge, TooManyMarks
from onrecord.read.blocks import Block, written
from onrecord.read.fields import Fields
from onrecord.read.formats.reader import Part, Readable
from onrecord.read.formats.zipped import archive, unfolding
from onrecord.read.source import Opened
from onrecord.record import Detail

BODY = "word/document.xml"
PARTS = (BODY, "word/footnotes.xml", "word/endnotes.xml")
"""Headers and footers are furniture, comments are not the document's."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"

HEADING = re.compile(r"(?:heading|title|subtitle|berschrift|titre|titolo)", re.IGNORECASE)
"""Names of styles that make a paragraph a heading, in Word's own languages."""

MOST_ELEMENTS = 1_000_000
"""A treaty with all its annexes has 200,000."""

GONE = frozenset(("del", "moveFrom", "instrText", "delText", "pPrChange", "rPrChange"))
"""Elements whose words are not in the text as it stands."""


class WordReader:
    """Reads DOCX files."""

    name = "docx/1"
    kind = "a Word document"
    endings = (".docx", ".docm", ".dotx")
    holds_others = False

    def takes(self, opened: Opened) -> bool:
        """Take ZIP archives with Word's main part among their first, or in their directory."""
        if not opened.head.startswith(b"PK\x03\x04"):
            return False
        return b"word/" in opened.head[:65_536] and _has_body(opened)

    def read(self, opened: Opened) -> Iterator[Part]:
        """Give the text.

        Raises:
            FileDamaged: it is not whole.
            FileEmpty: it says nothing.
        """
        with archive(opened) as found:
            shown: list[Block] = []
            names = set(found.namelist())
            for part in PARTS:
                if part in names:
                    shown.extend(_blocks(found, part, opened))
            title = _title(found, opened) if "docProps/core.xml" in names else None
        if not shown:
            raise FileEmpty(opened.name)
        there = title is not None and any(title == block.text for block in shown)
        fields = Fields(title=Detail(title, field="docx[title]") if title and there else None)
        text = written(shown, opened.name)
        media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        yield Readable(text, fields, media_type=media_type)


def _has_body(opened: Opened) -> bool:
    with suppress(FileDamaged, OSError), archive(opened) as found:
        return BODY in found.namelist()
    return False


def _xml(found: zipfile.ZipFile, part: str, opened: Opened) -> bytes:
    """Give a part's bytes.

    Raises:
        FileTooLarge: they are more than a document may have.
    """
    limit = opened.source.options.max_bytes
    with unfolding(found, found.getinfo(part), opened.name) as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        raise FileTooLarge(opened.name, found.getinfo(part).file_size, limit)
    return content


def _tree(content: bytes, name: str) -> Any:
    """Parse XML without entities, network or limits switched off."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
    )
    try:
        return etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError) as error:
        raise FileDamaged(name, str(error)[:200]) from error


def _title(found: zipfile.ZipFile, opened: Opened) -> str | None:
    with suppress(FileDamaged, FileTooLarge):
        words = _tree(_xml(found, "docProps/core.xml", opened), opened.name).findtext(f".//{TITLE}")
        return " ".join((words or "").split()) or None
    return None


def _blocks(found: zipfile.ZipFile, part: str, opened: Opened) -> Iterator[Block]:
    """Give the paragraphs of a part, going through it without recursion."""
    root = _tree(_xml(found, part, opened), opened.name)
    writing = _Writing()
    for count, (event, element) in enumerate(etree.iterwalk(root, events=("start", "end"))):
        if count > 2 * MOST_ELEMENTS:
            raise TooManyMarks(opened.name, MOST_ELEMENTS)
        tag = str(element.tag).removeprefix(W).removeprefix(STRICT)
        if event == "start":
            writing.start(tag, element)
        elif block := writing.end(tag):
            yield block


class _Writing:
    """Writes a paragraph from the elements as they come."""

    def __init__(self) -> None:
        self._open: list[tuple[list[str], str]] = []
        self._gone = 0

    def start(self, tag: str, element: Any) -> None:
        """Begin an element."""
        if tag in GONE:
            self._gone += 1
        elif tag == "p":
            self._open.append(([], ""))
        elif tag == "pStyle" and self._open:
            style = element.get(f"{W}val") or element.get(f"{STRICT}val") or ""
            self._open[-1] = (self._open[-1][0], style)
        elif tag == "t" and self._open and not self._gone:
            self._open[-1][0].append(element.text or "")
        elif tag in {"tab", "br", "cr", "noBreakHyphen"} and self._open and not self._gone:
            self._open[-1][0].append("-" if tag == "noBreakHyphen" else " ")

    def end(self, tag: str) -> Block | None:
        """End an element, and give the paragraph that ends with it."""
        if tag in GONE:
            self._gone -= 1
        if tag != "p" or not self._open:
            return None
        words, style = self._open.pop()
        text = " ".join("".join(words).split())
        heading = HEADING.search(style) is not None and len(text) <= 300
        return Block(text, heading=heading) if text else None
