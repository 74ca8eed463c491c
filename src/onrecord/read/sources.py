"""Sources: the files that the user named, one after another."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.errors import DocumentError, FileMissing, FileUnreadable
from onrecord.read.formats import PassedOver
from onrecord.read.source import Options, Source

STANDARD_INPUT = Path("-")


def sources(
    paths: Iterable[Path], options: Options
) -> Iterator[Source | PassedOver | DocumentError]:
    """Give every file under the paths in a fixed order; trouble with one is given in its place.

    A folder is walked with its subfolders, sorted, leaving out hidden files and folders, and
    folders that are links. `-` is standard input.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield Source("standard input", sys.stdin.buffer, options)
        elif path.is_dir():
            yield from _inside(path, options)
        else:
            yield _named(path, options)


def _named(path: Path, options: Options) -> Source | DocumentError:
    name = _printable(Path(path.name))
    if not path.exists():
        return FileMissing(_printable(path))
    return Source(name, path, options)


def _inside(folder: Path, options: Options) -> Iterator[Source | PassedOver | DocumentError]:
    troubles: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = Path(place, name)
            shown = _printable(path.relative_to(folder))
            found = Source(shown, path, options, chosen=False)
            yield found if path.is_file() else PassedOver(shown)
    for trouble in troubles:
        place = _printable(Path(trouble.filename))
        yield FileUnreadable(place, trouble.strerror or type(trouble).__name__)


def _printable(path: Path) -> str:
    """Give a name that can be printed and stored, whatever bytes the file system holds."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")
