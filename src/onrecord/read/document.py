"""Documents: from a source's bytes to the documents of the record."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from onrecord.errors import BadDate, DocumentError, FileEmpty, FileKindUnknown, ReadingFailed
from onrecord.read.cleaning import clean
from onrecord.read.fields import Fields, filled
from onrecord.read.formats import PassedOver, Readable, Reader, ending_of, name_of, reader_of
from onrecord.read.formats.text import PageReader, TextReader, plain
from onrecord.read.metadata import Findings
from onrecord.read.outline import points
from onrecord.read.source import Opened, Source
from onrecord.record import Detail, Document, Metadata, PlanText, TextLabel, identify
from onrecord.record.texts import text_id

TEXT_READER = TextReader.name
PAGE_READER = PageReader.name
OUTLINE = "outline/1"
"""Name and version of what gives the points of a plan's text."""

SLIPS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What code raises that did not expect what it met: one document's trouble, and a fault of ours."""


@dataclass(frozen=True, slots=True)
class Found:
    """A document with its original bytes, and sentences about what is odd with it."""

    document: Document
    content: bytes
    notes: tuple[str, ...] = ()


def documents(
    source: Source, published_on: str | None = None
) -> Iterator[Found | PassedOver | DocumentError]:
    """Give the documents that a source holds, read offline, the same on every machine.

    A source may hold none, one or many; what cannot be read is an error in its place, and the rest
    goes on. The document whose bytes are the whole source's comes last, so that a record that has
    it has everything. `published_on` is the day of publication, where the user knows better than
    the documents.

    Raises:
        BadDate: `published_on` is no day.
    """
    day = _day(published_on)
    for leaf in leaves(source):
        if isinstance(leaf, Source):
            yield from _documents(leaf, day)
        else:
            yield leaf


def leaves(source: Source) -> Iterator[Source | PassedOver | DocumentError]:
    """Give a source without the archives around it: the files that are no archives, in order.

    The bytes of a file in an archive are held in memory; only one such file is at a time.
    """
    try:
        with source.opened() as opened:
            reader = reader_of(opened)
            if not reader.holds_others:
                yield from _leaf(opened, reader)
                return
            for part in reader.read(opened):
                if isinstance(part, Source):
                    yield from leaves(part)
                elif not isinstance(part, Readable):
                    yield part
    except DocumentError as error:
        unread = isinstance(error, FileKindUnknown) and not source.chosen
        yield PassedOver(source.name) if unread else error
    except SLIPS as error:
        yield ReadingFailed(source.name, f"{type(error).__name__}: {error}")


def reader_name(source: Source) -> str:
    """Give the name of the reader that takes a source.

    Raises:
        DocumentError: none does, or the source cannot be opened.
    """
    with source.opened() as opened:
        return name_of(reader_of(opened), source)


def document(source: bytes, name: str, published_on: str | None = None) -> Document:
    """Give the document that these bytes are; of several, the first.

    Raises:
        DocumentError: the bytes are empty, of no kind that is read, or a page without an article.
        BadDate: `published_on` is no day.
    """
    for found in documents(Source(name, source), published_on):
        if isinstance(found, DocumentError):
            raise found
        if isinstance(found, Found):
            return found.document
    raise FileEmpty(name)


def text_document(text: str, name: str = "text") -> Document:
    """Give the document that a string is, read as a text file of these characters would be.

    Its published text is the string, also where that looks like a page. A string without words
    has no paragraphs.

    Raises:
        DocumentError: the string has more marks than any article.
    """
    return _document(plain(text, name), TEXT_READER, text.encode(), None)


def plan_text(source: bytes, name: str, label: TextLabel) -> tuple[Document, PlanText]:
    """Give the document that these bytes are, and the text of a plan that it holds.

    Nothing is taken for furniture: every line that holds words is a passage.

    Raises:
        DocumentError: the bytes cannot be read, or hold more passages than any plan.
    """
    leaf = Source(name, source)
    with leaf.opened() as opened:
        reader = reader_of(opened)
        parts = [part for part in reader.read(opened) if isinstance(part, Readable)]
    if not parts:
        raise FileEmpty(name)
    found = _document(parts[0], name_of(reader, leaf), source, None)
    passages = points(found, parts[0].text, text_id(found.doc_id, label, OUTLINE))
    if not passages:
        raise FileEmpty(name)
    title = found.metadata.title
    return found, PlanText(found.doc_id, label, OUTLINE, passages, title.value if title else None)


def _leaf(opened: Opened, reader: Reader) -> Iterator[Source | PassedOver]:
    source = opened.source
    if isinstance(reader, TextReader) and not source.chosen and not _is_article(source):
        yield PassedOver(source.name)
    elif isinstance(source.held, bytes):
        yield source
    else:
        yield replace(source, held=opened.content())


def _is_article(source: Source) -> bool:
    """Tell whether a text that was only found in a folder is meant to be read."""
    return source.ending in TextReader.endings or (source.media_type or "").startswith("text/")


def _documents(leaf: Source, day: str | None) -> Iterator[Found | PassedOver | DocumentError]:
    """Give the documents of a file that is no archive; a slip of ours ends nothing but itself."""
    try:
        held = replace(leaf, held=leaf.content())
        with held.opened() as opened:
            reader = reader_of(opened)
            own: Found | None = None
            for part in reader.read(opened):
                if isinstance(part, Readable) and part.content is None:
                    own = _found(part, reader, held, day)
                elif isinstance(part, Readable):
                    yield _found(part, reader, held, day)
                elif isinstance(part, Source):
                    yield from documents(part, day)
                else:
                    yield part
            if own:
                yield own
    except DocumentError as error:
        yield error
    except SLIPS as error:
        yield ReadingFailed(leaf.name, f"{type(error).__name__}: {error}")


def _found(readable: Readable, reader: Reader, source: Source, day: str | None) -> Found:
    """Give the document that a reader gave.

    Raises:
        FileEmpty: it holds no words.
    """
    whole = source.held if isinstance(source.held, bytes) else b""
    content = whole if readable.content is None else readable.content
    url = Detail(source.url, field="address of the source") if source.url else None
    known = filled(source.known, Fields(url=url))
    readable = replace(readable, fields=filled(readable.fields, known))
    found = _document(readable, name_of(reader, source), content, day)
    if not found.paragraphs:
        raise FileEmpty(readable.text.name)
    return Found(found, content, (*_misnamed(source, reader), *readable.notes))


def _misnamed(source: Source, reader: Reader) -> Iterator[str]:
    """Say that a file is of another kind than the ending of its name promises."""
    promised = ending_of(source.ending)
    if promised and source.ending not in reader.endings and not source.depth:
        yield f"The name promises {promised.kind}; it is {reader.kind} and was read as one."


def _document(readable: Readable, reader: str, source: bytes, day: str | None) -> Document:
    digests = [hashlib.sha256(part).hexdigest() for part in (source, readable.text.raw.encode())]
    cleaned = clean(readable.text)
    found = Document(
        doc_id=identify("doc", *digests),
        sha256=digests[0],
        name=readable.text.name,
        media_type=readable.media_type,
        reader=reader,
        encoding=readable.encoding,
        raw_text=readable.text.raw,
        clean_text=cleaned.draft.text,
        edits=cleaned.draft.edits,
        paragraphs=cleaned.paragraphs,
        noise=cleaned.noise,
        metadata=Metadata(),
    )
    return replace(found, metadata=Findings(found, cleaned.facts, readable.fields).metadata(day))


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
