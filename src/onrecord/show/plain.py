"""Text from outside made safe for a terminal, for Markdown and for HTML."""

import html
import re

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What no XML document may hold (XML 1.0, 2.2)."""
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~$])")
_OPENING = re.compile(r"^(\s*\d*)([-+=.)])(?=[-\s]|$)")
"""Marks that open a list or draw a rule at the beginning of a line: `- `, `1. `, `---`."""
_URL = re.compile(r"https?://[^\s<>()\[\]\"'`\\]+\Z")


def printable(text: str) -> str:
    """Give a text without characters that move the cursor, ring, hide or reorder other text."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n"))


def one_line(text: str, width: int | None = None) -> str:
    """Give a text on one line, cut with an ellipsis at `width` characters."""
    line = " ".join(printable(text).split())
    if width is None or len(line) <= width:
        return line
    return line[: width - 1].rstrip() + "…"


def markdown(text: str) -> str:
    """Give a text on one line in which nothing is Markdown or HTML."""
    line = _MARKDOWN.sub(r"\\\1", one_line(text)).replace("&", "&amp;")
    return _OPENING.sub(r"\1\\\2", line)


def markdown_link(title: str, url: str | None) -> str:
    """Give a link, or the title alone where the address is not plainly a web address."""
    safe = markdown(title)
    return f"[{safe}](<{url}>)" if url and _URL.match(url) else safe


def for_xml(text: str) -> str:
    """Give a text without what XML cannot hold, on which writers of XML refuse it."""
    return _NO_XML.sub("", printable(text)).encode("utf-8", "replace").decode()


def escaped(text: str) -> str:
    """Give a text for HTML."""
    return html.escape(printable(text))
