"""Compressed files: gzip around one file of any kind, read as it unfolds."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from onrecord.errors import ArchiveBomb, DocumentError, FileDamaged
from onrecord.read.formats.reader import Part
from onrecord.read.source import SAMPLE, Opened

FREE = 16_000_000
"""Bytes that may unfold from anything: one document of the largest size, and some."""

RATIO = 200
"""How often larger a file may become. Pages shrink to a tenth, the most repetitive logs to a
hundredth; a bomb shrinks to a thousandth, the most that the method can do."""


TROUBLE = (EOFError, OSError, RuntimeError, ValueError, zipfile.BadZipFile, zlib.error)
"""What the standard library raises where packed bytes are not whole."""


class CompressedReader:
    """Reads a gzip file as the file in it."""

    name = "gzip/1"
    kind = "a gzip file"
    endings = (".gz",)
    holds_others = True

    def takes(self, opened: Opened) -> bool:
        """Take gzip with the only method it has."""
        return opened.head.startswith(b"\x1f\x8b\x08")

    def read(self, opened: Opened) -> Iterator[Part]:
        """Give the file that is compressed."""
        packed = Counted(opened.stream)
        with gzip.GzipFile(fileobj=cast("BinaryIO", packed)) as file:
            whole = Unfolding(file, opened.name, lambda: packed.count)
            name = opened.name.removesuffix(".gz").removesuffix(".GZ")
            yield opened.source.inside(name, buffered(whole), chosen=opened.source.chosen)


class Counted(io.RawIOBase):
    """A stream that counts what was read from it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.count = file, 0

    def readable(self) -> bool:
        """Say so."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Fill the buffer."""
        piece = self._file.read(len(buffer))
        self.count += len(piece)
        buffer[: len(piece)] = piece
        return len(piece)


class Unfolding(io.RawIOBase):
    """A stream that unfolds, and stops where it grows too much or is damaged.

    `taken` gives how many packed bytes were used so far.
    """

    def __init__(self, file: Any, name: str, taken: Any) -> None:
        self._file, self._name, self._taken, self._given = file, name, taken, 0

    def readable(self) -> bool:
        """Say so."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Fill the buffer.

        Raises:
            ArchiveBomb: more unfolds than can be meant.
            FileDamaged: the packed bytes are not whole.
        """
        try:
            piece = self._file.read(len(buffer))
        except DocumentError:
            raise
        except TROUBLE as error:
            raise FileDamaged(self._name, str(error)) from error
        self._given += len(piece)
        if self._given > FREE and self._given > RATIO * max(self._taken(), 1):
            raise ArchiveBomb(self._name, RATIO)
        buffer[: len(piece)] = piece
        return len(piece)


def buffered(stream: io.RawIOBase) -> BinaryIO:
    """Give the stream read in large pieces."""
    return cast("BinaryIO", io.BufferedReader(stream, SAMPLE))
