"""Sources: bytes to be read, wherever they are, with the name that the record knows them by."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, cast

from onrecord.errors import (
    ArchiveTooDeep,
    FileMissing,
    FileTooLarge,
    FileUnreadable,
)
from onrecord.read.fields import Fields
from onrecord.settings import MAX_BYTES

SAMPLE = 65_536
"""Bytes at the beginning that tell what a file is; a tar header needs 512, a page's head more."""

DEEPEST = 5
"""Archives inside archives. A mail in a gzipped WARC in a ZIP is the fourth; more is a trap."""


@dataclass(frozen=True, slots=True)
class Options:
    """How sources are read: the largest document in bytes, and names of fields in JSON.

    `fields` are pairs of a meaning (`text`, `title`, ...) and the name of a field, which may be a
    path: `("text", "article.body")`.
    """

    max_bytes: int = MAX_BYTES
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes under a name: a file, what a server sent, a part of an archive.

    `held` is the place of the bytes, the bytes, or a stream that gives them once. `media_type` and
    `url` are what a server or an archive says about them; the type is a hint where the content
    does not decide, the address is kept where the content names none. `known` is what stands
    around the bytes about them. `chosen` is false for a file that was only found in a folder.
    `depth` counts the archives around it.
    """

    name: str
    held: Path | bytes | BinaryIO
    options: Options = field(default_factory=Options)
    media_type: str | None = None
    url: str | None = None
    known: Fields = field(default_factory=Fields)
    chosen: bool = True
    depth: int = 0

    @property
    def ending(self) -> str:
        """The ending of the name in small letters, with its dot; empty where it has none."""
        return PurePosixPath(self.name).suffix.lower()

    @contextmanager
    def opened(self) -> Iterator["Opened"]:
        """Give the source's bytes as a stream.

        Raises:
            DocumentError: the file is missing or closed to us.
        """
        file = self._file()
        try:
            yield Opened(self, file)
        except OSError as error:
            raise FileUnreadable(self.name, error.strerror or str(error)) from error
        finally:
            if file is not self.held:
                file.close()

    def content(self) -> bytes:
        """Give the bytes.

        Raises:
            DocumentError: the file is missing, closed to us, or larger than the limit.
        """
        with self.opened() as opened:
            return opened.content()

    def inside(self, name: str, held: bytes | BinaryIO, *, chosen: bool = False) -> "Source":
        """Give a source inside this one, which was only found unless `chosen` says otherwise.

        Raises:
            ArchiveTooDeep: there are too many around it.
        """
        if self.depth >= DEEPEST:
            raise ArchiveTooDeep(self.name, DEEPEST)
        inner = Source(name, held, self.options, chosen=chosen)
        return replace(inner, depth=self.depth + 1)

    def _file(self) -> BinaryIO:
        if isinstance(self.held, bytes):
            return io.BytesIO(self.held)
        if not isinstance(self.held, Path):
            return self.held
        try:
            if self.held.exists() and not (self.held.is_file() or self.held.is_dir()):
                raise FileUnreadable(self.name, "it is no regular file")
            return self.held.open("rb")
        except FileNotFoundError:
            raise FileMissing(self.name) from None
        except OSError as error:
            raise FileUnreadable(self.name, error.strerror or type(error).__name__) from error


class Opened:
    """A source whose bytes are being read: its head can be looked at before the rest is read."""

    def __init__(self, source: Source, file: BinaryIO) -> None:
        self.source = source
        self.name = source.name
        self.head = _first(file)
        if file.seekable():
            file.seek(0)
            self.stream = file
        else:
            self.stream = cast("BinaryIO", io.BufferedReader(_Again(self.head, file), SAMPLE))

    @property
    def ending(self) -> str:
        """The ending of the source's name in small letters, with its dot."""
        return self.source.ending

    def content(self) -> bytes:
        """Give all bytes.

        Raises:
            FileTooLarge: there are more than one document may have.
        """
        limit = self.source.options.max_bytes
        content = self.stream.read(limit + 1)
        if len(content) > limit:
            raise FileTooLarge(self.name, max(self.size, len(content)), limit)
        return content

    @property
    def again(self) -> Source:
        """The source, to be read from this stream."""
        return replace(self.source, held=self.stream)

    @property
    def position(self) -> int:
        """How many of its bytes were read."""
        return self.stream.tell() if self.stream.seekable() else 0

    @property
    def size(self) -> int:
        """How many bytes it has, where that is known before it is read."""
        held = self.source.held
        return held.stat().st_size if isinstance(held, Path) else 0

    def seekable(self) -> BinaryIO:
        """Give a stream that can be read from any place; one that cannot is read into memory."""
        if not self.stream.seekable():
            self.stream = io.BytesIO(self.content())
        return self.stream

    def rewind(self) -> None:
        """Go back to the beginning, where a reader looked at more than the head."""
        if self.stream.seekable():
            self.stream.seek(0)


def _first(file: BinaryIO) -> bytes:
    """Give the first bytes; a pipe may give them in pieces."""
    pieces, wanted = [], SAMPLE
    while wanted and (piece := file.read(wanted)):
        pieces.append(piece)
        wanted -= len(piece)
    return b"".join(pieces)


class _Again(io.RawIOBase):
    """A stream whose first bytes were read already and are given again."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        view = memoryview(buffer)
        piece = self._head[: len(view)] or self._rest.read(len(view))
        self._head = self._head[len(view) :]
        view[: len(piece)] = piece
        return len(piece)
