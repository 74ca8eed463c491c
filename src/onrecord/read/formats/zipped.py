"""ZIP archives: every file in them, as it stands, never written anywhere."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from onrecord.errors import ArchiveBomb, DocumentError, FileDamaged, FileLocked
from onrecord.read.formats.compressed import RATIO, Unfolding, buffered
from onrecord.read.formats.reader import Part, PassedOver
from onrecord.read.source import Opened

LARGEST_DIRECTORY = 32_000_000
"""Bytes of an archive's directory: 300,000 files. Each takes ten times as much in memory."""

ENCRYPTED = 0x1
"""The flag of a member that needs a password (APPNOTE 4.4.4, bit 0)."""

TROUBLE = (
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
    zipfile.BadZipFile,
)
"""What the standard library raises for archives that are not whole, or made in unknown ways."""


class ZipReader:
    """Reads ZIP archives."""

    name = "zip/1"
    kind = "a ZIP archive"
    endings = (".zip",)
    holds_others = True

    def takes(self, opened: Opened) -> bool:
        """Take archives that begin as such, an empty one too."""
        return opened.head.startswith((b"PK\x03\x04", b"PK\x05\x06"))

    def read(self, opened: Opened) -> Iterator[Part]:
        """Give the files in the order in which the archive lists them.

        Raises:
            FileDamaged: the archive is not whole.
        """
        with archive(opened) as found:
            for member in found.infolist():
                shown = f"{opened.name}, {printable(member.filename)}"
                if not member.is_dir() and not _is_hidden(member.filename):
                    yield from _member(opened, found, member, shown)


def archive(opened: Opened) -> zipfile.ZipFile:
    """Give the archive in a file.

    Raises:
        FileDamaged: it is not whole.
    """
    try:
        return zipfile.ZipFile(cast("BinaryIO", _Guarded(opened.seekable(), opened.name)))
    except TROUBLE as error:
        raise FileDamaged(opened.name, str(error)) from error


def unfolding(found: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> BinaryIO:
    """Give a stream of a member that stops where it is damaged or a trap.

    Raises:
        DocumentError: the member is encrypted, packed in an unknown way, or a trap.
    """
    if member.flag_bits & ENCRYPTED:
        raise FileLocked(name, "a file in a ZIP archive")
    try:
        return buffered(Unfolding(found.open(member), name, lambda: member.compress_size))
    except TROUBLE as error:
        raise FileDamaged(name, str(error)) from error


def printable(name: str) -> str:
    """Give the name of a member as it can be printed and stored."""
    return "".join(c if c.isprintable() else "\ufffd" for c in name[:300])


def _member(
    opened: Opened, found: zipfile.ZipFile, member: zipfile.ZipInfo, name: str
) -> Iterator[Part]:
    if not member.file_size:
        yield PassedOver(name)
        return
    try:
        with unfolding(found, member, name) as stream:
            yield opened.source.inside(name, stream)
    except DocumentError as error:
        yield error


def _is_hidden(name: str) -> bool:
    """Tell whether a member is one of those that systems add: `__MACOSX/`, `.DS_Store`."""
    return any(
        part.startswith((".", "__MACOSX")) for part in re.split(r"[/\\]", name)[-2:] if part != ".."
    )


class _Guarded(io.RawIOBase):
    """A stream that gives no more at once than an archive's directory may have."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file, self._name = file, name

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def read(self, size: int = -1, /) -> Any:
        if size > LARGEST_DIRECTORY:
            raise ArchiveBomb(self._name, RATIO)
        return self._file.read(size)
