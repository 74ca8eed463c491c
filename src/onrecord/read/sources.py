"""Sources: the files that the user named, one after another, each with a bounded size."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import (
    DocumentError,
    FileKindUnknown,
    FileMissing,
    FileTooLarge,
    FileUnreadable,
)

READABLE = (".txt", ".md", ".markdown", ".html", ".htm")
"""Endings of the files that are taken from a folder."""

_OTHER_KINDS = """
    .7z .bin .bz2 .csv .db .doc .docx .eml .epub .exe .gif .gz .jpeg .jpg .json .jsonl .mbox .mp3
    .mp4 .msg .odt .pdf .png .pptx .rtf .sqlite .tar .tsv .warc .webp .xls .xlsx .xml .xz .yaml
    .yml .zip
"""
OTHER_KINDS = frozenset(_OTHER_KINDS.split())
"""Endings that promise another kind; any other file named by the user is read if it is text."""

STANDARD_INPUT = Path("-")


@dataclass(frozen=True, slots=True)
class Source:
    """One file to be read, under the name that the record will know it by.

    `path` is None for standard input.
    """

    name: str
    path: Path | None
    max_bytes: int

    def read(self) -> bytes:
        """Give the bytes.

        Raises:
            DocumentError: the file is missing, closed to us, or larger than the limit.
        """
        try:
            if self.path is None:
                return self._bounded(sys.stdin.buffer)
            if self.path.exists() and not (self.path.is_file() or self.path.is_dir()):
                raise FileUnreadable(self.name, "it is no regular file")
            with self.path.open("rb") as file:
                return self._bounded(file)
        except FileNotFoundError:
            raise FileMissing(self.name) from None
        except OSError as error:
            raise FileUnreadable(self.name, error.strerror or type(error).__name__) from error

    def _bounded(self, file: BinaryIO) -> bytes:
        content = file.read(self.max_bytes + 1)
        if len(content) > self.max_bytes:
            size = self.path.stat().st_size if self.path else 0
            raise FileTooLarge(self.name, max(size, len(content)), self.max_bytes)
        return content


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file in a folder that was passed over, because no reader takes its ending."""

    name: str


def sources(paths: Iterable[Path], max_bytes: int) -> Iterator[Source | Skipped | DocumentError]:
    """Give every file under the paths in a fixed order; trouble with one is given in its place.

    A folder is walked with its subfolders, sorted, leaving out hidden files and folders and
    folders that are links; in it only `READABLE` endings are taken. `-` is standard input.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield Source("standard input", None, max_bytes)
        elif path.is_dir():
            yield from _inside(path, max_bytes)
        else:
            yield _named(path, max_bytes)


def _named(path: Path, max_bytes: int) -> Source | DocumentError:
    name = _printable(Path(path.name))
    if not path.exists():
        return FileMissing(_printable(path))
    if path.suffix.lower() in OTHER_KINDS:
        return FileKindUnknown(name, path.suffix)
    return Source(name, path, max_bytes)


def _inside(folder: Path, max_bytes: int) -> Iterator[Source | Skipped | DocumentError]:
    troubles: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = Path(place, name)
            shown = _printable(path.relative_to(folder))
            wanted = path.suffix.lower() in READABLE and path.is_file()
            yield Source(shown, path, max_bytes) if wanted else Skipped(shown)
    for trouble in troubles:
        place = _printable(Path(trouble.filename))
        yield FileUnreadable(place, trouble.strerror or type(trouble).__name__)


def _printable(path: Path) -> str:
    """Give a name that can be printed and stored, whatever bytes the file system holds."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")
