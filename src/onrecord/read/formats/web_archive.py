"""Web archives (WARC 1.0 and 1.1, ISO 28500): what servers sent, in the order of the archive.

FastWARC is twenty times as fast, but asks for streams that can be wound back and ends the program
where one cannot; the archive is a thousandth of the time that its pages take to be read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from typing import BinaryIO

from onrecord.errors import DocumentError, FileDamaged, FileTooLarge
from onrecord.read.formats.http_body import decoded
from onrecord.read.formats.reader import Part, PassedOver
from onrecord.read.formats.zipped import printable
from onrecord.read.source import SAMPLE, Opened

RECORDS = {"response", "resource", "conversion"}
"""Types of records that hold what was published; the others are about them."""

TYPES = ("html", "text/plain", "pdf", "json", "msword", "wordprocessingml", "message/rfc822")
"""Parts of the media types that can be articles; a crawl is mostly pictures, styles and scripts."""

LARGEST_HEADER = 1_000_000
"""Bytes of the header of a record or of an answer; those of servers have a few thousand."""

FINE = "200"
"""The status of a page that was there; with others the server speaks, not the outlet."""


class WebArchiveReader:
    """Reads WARC files."""

    name = "warc/1"
    kind = "a web archive"
    endings = (".warc",)
    holds_others = True

    def takes(self, opened: Opened) -> bool:
        """Take what begins with a record."""
        return opened.head.lstrip(b"\r\n").startswith((b"WARC/1.", b"WARC/0."))

    def read(self, opened: Opened) -> Iterator[Part]:
        """Give what each record holds, as it was before it was encoded for the way.

        Raises:
            FileDamaged: the archive is not whole; what stands before the damage was given.
        """
        while header := _header(opened):
            length = _length(opened.name, header)
            if str(header.get("WARC-Type") or "").lower() not in RECORDS:
                _pass(opened, length)
                continue
            try:
                yield _part(opened, header, length)
            except DocumentError as error:
                yield error


def _header(opened: Opened) -> Message | None:
    """Give the header of the next record, None at the end of the archive."""
    line = b"\r\n"
    while line and not line.strip():
        line = opened.stream.readline(SAMPLE)
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        raise FileDamaged(opened.name, f"no record begins with {line[:20]!r}")
    return message_from_bytes(_lines(opened.stream, opened.name))


def _lines(stream: BinaryIO, name: str) -> bytes:
    """Give the lines up to a blank one."""
    lines, size = [], 0
    while (line := stream.readline(SAMPLE)).strip():
        lines.append(line)
        size += len(line)
        if size > LARGEST_HEADER:
            raise FileDamaged(name, "a record's header does not end")
    return b"".join(lines)


def _length(name: str, header: Message) -> int:
    said = str(header.get("Content-Length") or "").strip()
    if not (said.isascii() and said.isdigit() and len(said) < 16):
        raise FileDamaged(name, f"a record's length is {said[:20]!r}")
    return int(said)


def _part(opened: Opened, header: Message, length: int) -> Part:
    url = printable(str(header.get("WARC-Target-URI") or "")).strip("<> ")
    name = f"{opened.name}, {url or 'a record without address'}"
    limit = opened.source.options.max_bytes
    if length > limit + LARGEST_HEADER:
        _pass(opened, length)
        return FileTooLarge(name, length, limit)
    block = opened.stream.read(length)
    if len(block) < length:
        raise FileDamaged(opened.name, f"the record of {url} is cut off")
    media_type, content = str(header.get("Content-Type") or ""), block
    if media_type.startswith("application/http"):
        answer, content = _answer(block)
        if answer.get("status") != FINE:
            return PassedOver(name)
        media_type = answer.get("content-type", "")
        content = decoded(name, content, answer, limit)
    media_type = media_type.partition(";")[0].strip().lower()
    if not any(kind in media_type for kind in TYPES) or url.endswith("/robots.txt"):
        return PassedOver(name)
    source = opened.source.inside(name, content)
    web = url.startswith(("http://", "https://"))
    return replace(source, url=url if web else None, media_type=media_type)


def _answer(block: bytes) -> tuple[Mapping[str, str], bytes]:
    """Give the header of a server's answer, its status among it, and what the server sent."""
    ends = [block.find(mark) + len(mark) for mark in (b"\r\n\r\n", b"\n\n") if mark in block]
    end = min(ends, default=len(block))
    status, _, lines = block[: min(end, LARGEST_HEADER)].partition(b"\n")
    header = {name.lower(): str(value) for name, value in message_from_bytes(lines).items()}
    words = status.split()
    code = words[1].decode("ascii", "replace") if len(words) > 1 else ""
    return {**header, "status": code}, block[end:]


def _pass(opened: Opened, length: int) -> None:
    """Go past so many bytes."""
    while length > 0:
        piece = opened.stream.read(min(length, SAMPLE))
        if not piece:
            raise FileDamaged(opened.name, "the last record is cut off")
        length -= len(piece)
