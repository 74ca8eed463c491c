"""What the commands of the evaluation have alike: a path, what is wrong there, a line of figures.

Each is `python -m evaluation.NAME PATH`. Tables come first, the last line of the output is one JSON
object. A path at which there is nothing to score is said in a sentence, with exit status 2. A file
that cannot be read is named on standard error and left out, the others are scored.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import Progress

Read = TypeVar("Read")
Item = TypeVar("Item")

TROUBLES = (OSError, ValueError, LookupError, TypeError, AttributeError, SyntaxError)
"""What reading a file of another form raises: no such file, no UTF-8, no JSON, a key that is not
there, a list in the place of a name, XML that is not well formed."""


class NothingToScore(Exception):
    """There is nothing at a path that can be scored; the message says why."""


def parser(name: str, about: str | None) -> argparse.ArgumentParser:
    """Give the parser of a command by the name of its module, with the module's docstring."""
    return argparse.ArgumentParser(
        prog=f"python -m evaluation.{name}",
        description=about,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


@contextmanager
def sentences(of: argparse.ArgumentParser) -> Iterator[None]:
    """End the program with a sentence and status 2 where there is nothing to score."""
    try:
        yield
    except NothingToScore as nothing:
        of.error(str(nothing))


def files(path: Path, *endings: str) -> list[Path]:
    """Give a file, or the files below a folder whose names end so, sorted.

    Raises:
        NothingToScore: there is nothing at the path, or no such file below it.
    """
    if not path.exists():
        raise NothingToScore(f"{path} does not exist.")
    below = [path] if path.is_file() else sorted(path.rglob("*"))
    found = [one for one in below if one.is_file() and one.suffix.lower() in endings]
    if not found:
        raise NothingToScore(f"{path} holds no files that end in {' or '.join(endings)}.")
    return found


def one(path: Path) -> list[Path]:
    """Give a path that is a file.

    Raises:
        NothingToScore: it is none.
    """
    if not path.exists():
        raise NothingToScore(f"{path} does not exist.")
    if not path.is_file():
        raise NothingToScore(f"{path} is no file.")
    return [path]


def named(folder: Path, name: str) -> list[Path]:
    """Give the file of this name in a folder.

    Raises:
        NothingToScore: there is none.
    """
    if not folder.is_dir():
        raise NothingToScore(f"{folder} is no folder.")
    if not (folder / name).is_file():
        raise NothingToScore(f"{folder} holds no {name}.")
    return [folder / name]


def legible(paths: Iterable[Path], read: Callable[[Path], Read]) -> dict[Path, Read]:
    """Give what is read from each file; one that cannot be read is named and left out.

    Raises:
        NothingToScore: none of the files could be read.
    """
    found: dict[Path, Read] = {}
    wanted = list(paths)
    for path in wanted:
        try:
            found[path] = read(path)
        except TROUBLES as trouble:
            say(f"{path} is left out: {reason(trouble)}")
    if not found:
        where = wanted[0].parent if wanted else "The path"
        raise NothingToScore(f"{where}: none of the {len(wanted)} files could be read.")
    return found


def reason(trouble: Exception) -> str:
    """Give what is wrong with a file, in a line.

    >>> reason(KeyError("label"))
    "KeyError: 'label'"
    """
    words = " ".join(str(trouble).split())
    own = isinstance(trouble, OSError) or type(trouble) is ValueError
    return words if own and words else f"{type(trouble).__name__}: {words}"


def shown(items: Sequence[Item], task: str) -> Iterator[Item]:
    """Give items one by one; how far it has come is shown on standard error."""
    with Progress(console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(items, description=task)


def say(sentence: str) -> None:
    """Print a sentence on standard error."""
    print(sentence, file=sys.stderr)


def end(figures: Mapping[str, float]) -> int:
    """Print the line of figures, and give the exit status."""
    print(json.dumps(figures))
    return 0
