"""Formats: one small file for each kind of file that is read.

A reader is chosen by what a file holds, not by its ending. `docs/how-to/add-a-reader.md` shows how
to add one; other packages add theirs through the entry point `onrecord.readers`.
"""

from collections.abc import Iterable
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from onrecord.errors import FileEmpty, FileKindUnknown, ReaderBroken
from onrecord.read.formats.compressed import CompressedReader
from onrecord.read.formats.json_lines import JsonLinesReader, JsonReader
from onrecord.read.formats.mail import MailReader
from onrecord.read.formats.mailbox import MailboxReader
from onrecord.read.formats.pdf import PdfReader
from onrecord.read.formats.reader import Part, PassedOver, Readable, Reader
from onrecord.read.formats.text import PageReader, TextReader
from onrecord.read.formats.unread import unread
from onrecord.read.formats.web_archive import WebArchiveReader
from onrecord.read.formats.word import WordReader
from onrecord.read.formats.zipped import ZipReader
from onrecord.read.source import Opened, Source

__all__ = [
    "OWN",
    "Part",
    "PassedOver",
    "Readable",
    "Reader",
    "ending_of",
    "joined",
    "name_of",
    "reader_of",
    "readers",
]

GROUP = "onrecord.readers"
"""The entry point under which other packages name their readers."""

OWN: tuple[Reader, ...] = (
    CompressedReader(),
    PdfReader(),
    WordReader(),
    ZipReader(),
    WebArchiveReader(),
    MailboxReader(),
    MailReader(),
    JsonLinesReader(),
    JsonReader(),
    PageReader(),
    TextReader(),
)
"""In the order in which they are asked: those that know their kind by a mark before those that
look at more of it, and the text reader, which takes everything, last."""


@cache
def readers() -> tuple[Reader, ...]:
    """Give all readers in the order in which they are asked.

    Raises:
        ReaderBroken: a package names a reader that cannot be loaded.
    """
    return joined(entry_points(group=GROUP))


def joined(points: Iterable[EntryPoint]) -> tuple[Reader, ...]:
    """Give the readers that other packages name, by the names of the entry points, and our own.

    Raises:
        ReaderBroken: one of them cannot be loaded.
    """
    others = sorted(points, key=lambda point: (point.name, point.value))
    return (*(_loaded(point) for point in others), *OWN)


def _loaded(point: EntryPoint) -> Reader:
    try:
        reader: Reader = point.load()()
        told = (reader.name, reader.kind, reader.endings, reader.holds_others)
    except Exception as error:
        raise ReaderBroken(point.value, f"{type(error).__name__}: {error}") from error
    if not told[0]:
        raise ReaderBroken(point.value, "it has no name")
    return reader


def reader_of(opened: Opened) -> Reader:
    """Give the reader of a file.

    Raises:
        FileEmpty: there is nothing in it.
        FileKindUnknown: it is of a kind that no reader takes.
    """
    if not opened.head:
        raise FileEmpty(opened.name)
    reader = next(reader for reader in readers() if reader.takes(opened))
    opened.rewind()
    kind = unread(opened.head) if isinstance(reader, TextReader) else None
    if kind:
        raise FileKindUnknown(opened.name, kind)
    return reader


def name_of(reader: Reader, source: Source) -> str:
    """Give the name of a reader with what the user told it about fields, which decides its text."""
    told = ", ".join(f"{meaning}={name}" for meaning, name in sorted(source.options.fields))
    return f"{reader.name} with {told}" if told and isinstance(reader, JsonReader) else reader.name


def ending_of(ending: str) -> Reader | None:
    """Give the reader of the kind that an ending promises, None where it promises none."""
    return next((reader for reader in readers() if ending in reader.endings), None)
