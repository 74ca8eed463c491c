"""Documents: from the bytes of one file to the document of the record."""

import hashlib
import re
from dataclasses import dataclass, field, replace
from datetime import date

from onrecord.errors import BadDate, FileEmpty
from onrecord.read import page
from onrecord.read.cleaning import clean
from onrecord.read.decoding import decode
from onrecord.read.fields import Fields, of_front_matter
from onrecord.read.front_matter import front_matter
from onrecord.read.metadata import Findings
from onrecord.read.outline import points
from onrecord.read.text import Text
from onrecord.record import Document, Metadata, identify
from onrecord.record.texts import PlanText, TextLabel, text_id

TEXT_READER = "text/1"
PAGE_READER = "html/1"
OUTLINE = "outline/1"
"""Names with a version: a reader that gives another text or other noise gets a new one."""

PAGES = (".html", ".htm")
LOOKS_LIKE_A_PAGE = re.compile(
    r"\ufeff?\s{0,1000}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--.{0,2000}?-->\s{0,100})?"
    r"<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Readable:
    """What a reader gives: the text, what stands outside it, and the reader's name."""

    text: Text
    fields: Fields = field(default_factory=Fields)
    media_type: str = "text/plain"  # Markdown, too: the name is no part of what a file is
    reader: str = TEXT_READER


def document(source: bytes, name: str, published_on: str | None = None) -> Document:
    """Give the document that these bytes are, read offline, the same on every machine.

    `name` is the file's name, its ending helps to tell a page from a text. `published_on` is the
    day of publication, where the user knows better than the document.

    Raises:
        DocumentError: the bytes are empty, no text, or a page without an article.
        BadDate: `published_on` is no day.
    """
    day = _day(published_on)
    decoded, encoding = decode(source, name)
    if not decoded.strip("\ufeff \t\r\n\v\f"):
        raise FileEmpty(name)
    found = _document(_readable(decoded, name), source, encoding, day)
    if not found.paragraphs:
        raise FileEmpty(name)
    return found


def text_document(text: str, name: str = "text") -> Document:
    """Give the document that a string is, read as a text file of these characters would be.

    Its published text is the string, also where that looks like a page. A string without words
    has no paragraphs.

    Raises:
        DocumentError: the string has more marks than any article.
    """
    return _document(_plain(text, name), text.encode(), "utf-8", None)


def plan_text(source: bytes, name: str, label: TextLabel) -> tuple[Document, PlanText]:
    """Give the document that these bytes are, and the text of a plan that it holds.

    Nothing is taken for furniture: every line that holds words is a passage.

    Raises:
        DocumentError: the bytes cannot be read, or hold more passages than any plan.
    """
    decoded, encoding = decode(source, name)
    if not decoded.strip("\ufeff \t\r\n\v\f"):
        raise FileEmpty(name)
    readable = _readable(decoded, name)
    found = _document(readable, source, encoding, None)
    passages = points(found, readable.text, text_id(found.doc_id, label, OUTLINE))
    if not passages:
        raise FileEmpty(name)
    title = found.metadata.title
    return found, PlanText(found.doc_id, label, OUTLINE, passages, title.value if title else None)


def _document(readable: Readable, source: bytes, encoding: str, day: str | None) -> Document:
    digests = [hashlib.sha256(part).hexdigest() for part in (source, readable.text.raw.encode())]
    cleaned = clean(readable.text)
    found = Document(
        doc_id=identify("doc", *digests),
        sha256=digests[0],
        name=readable.text.name,
        media_type=readable.media_type,
        reader=readable.reader,
        encoding=encoding,
        raw_text=readable.text.raw,
        clean_text=cleaned.draft.text,
        edits=cleaned.draft.edits,
        paragraphs=cleaned.paragraphs,
        noise=cleaned.noise,
        metadata=Metadata(),
    )
    return replace(found, metadata=Findings(found, cleaned.facts, readable.fields).metadata(day))


def _readable(text: str, name: str) -> Readable:
    lower = name.lower()
    if lower.endswith(PAGES) or LOOKS_LIKE_A_PAGE.match(text):
        article = page.article(text, name)
        return Readable(article.text, article.fields, "text/html", PAGE_READER)
    return _plain(text, name)


def _plain(text: str, name: str) -> Readable:
    front = front_matter(text)
    fields = of_front_matter(front)
    title = fields.title.value if fields.title else None
    start = front.end if front else 0
    return Readable(Text(text, name, start=start, title=title), fields)


def _day(value: str | None) -> str | None:
    """Give a day that the user gave, as it is.

    Raises:
        BadDate: it is no day.
    """
    if value is None:
        return None
    try:
        return date.fromisoformat(
            value if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else ""
        ).isoformat()
    except ValueError:
        raise BadDate(value) from None
