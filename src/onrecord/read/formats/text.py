"""Texts, and pages of the web in HTML: what is left when no other reader takes a file."""

import re
from collections.abc import Iterator

from onrecord.errors import FileEmpty
from onrecord.read.decoding import decode
from onrecord.read.fields import of_front_matter
from onrecord.read.formats.reader import Part, Readable
from onrecord.read.front_matter import front_matter
from onrecord.read.pages import article
from onrecord.read.source import Opened
from onrecord.read.text import Text

LOOKS_LIKE_A_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,1000}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--.{0,2000}?-->\s{0,100})?"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
"""How a page begins, byte order mark, XML declaration and one comment apart."""

BEGINS_WITH_A_TAG = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,1000}<[a-z!]", re.IGNORECASE)
TAG = re.compile(
    rb"</(?:p|div|h[1-6]|li|ul|span|a|article|section|table|title|script)>", re.IGNORECASE
)
FEWEST_TAGS = 3
"""A piece of a page begins with a tag and closes several; a text about HTML names one or two."""

WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
"""Byte order marks of texts with two bytes a character."""


class TextReader:
    """Reads text files, Markdown with front matter among them."""

    name = "text/1"
    kind = "a text"
    endings = (".txt", ".text", ".md", ".markdown")
    holds_others = False

    def takes(self, opened: Opened) -> bool:
        """Take everything that holds anything: this reader is asked last."""
        return bool(opened.head)

    def read(self, opened: Opened) -> Iterator[Part]:
        """Give the text as it stands."""
        text, encoding = decoded(opened)
        yield plain(text, opened.name, encoding)


class PageReader:
    """Reads pages of the web."""

    name = "html/2"
    kind = "a web page"
    endings = (".html", ".htm", ".xhtml", ".shtml")
    holds_others = False

    def takes(self, opened: Opened) -> bool:
        """Take what begins as a page does, or as a piece of one; else the name or a server says."""
        head = _narrow(opened.head)
        if LOOKS_LIKE_A_PAGE.match(head):
            return True
        if BEGINS_WITH_A_TAG.match(head) and len(TAG.findall(head)) >= FEWEST_TAGS:
            return not head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml")
        declared = opened.source.media_type or ""
        return opened.ending in self.endings or declared in {"text/html", "application/xhtml+xml"}

    def read(self, opened: Opened) -> Iterator[Part]:
        """Give the page's article, or each entry of a live blog."""
        text, encoding = decoded(opened)
        for found in article.articles(text, opened.name):
            own = None if found.own is None else found.own.encode(encoding, "replace")
            yield Readable(found.text, found.fields, encoding, "text/html", own, found.notes)


def decoded(opened: Opened) -> tuple[str, str]:
    """Give the text of a file and its encoding.

    Raises:
        DocumentError: the file is empty, too large, or no text.
    """
    text, encoding = decode(opened.content(), opened.name)
    if not text.strip("\ufeff \t\r\n\v\f"):
        raise FileEmpty(opened.name)
    return text, encoding


def plain(text: str, name: str, encoding: str = "utf-8") -> Readable:
    """Give a text as it is read from a text file, its front matter apart."""
    front = front_matter(text)
    fields = of_front_matter(front)
    title = fields.title.value if fields.title else None
    start = front.end if front else 0
    return Readable(Text(text, name, start=start, title=title), fields, encoding)


def _narrow(head: bytes) -> bytes:
    """Give the head of a text with two bytes a character with one."""
    encoding = WIDE.get(head[:2])
    return head[2:].decode(encoding, "replace").encode() if encoding else head
