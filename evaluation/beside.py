"""Training parts beside a corpus: what a system may have learnt from is left out of its figures."""

from collections.abc import Callable, Iterable
from pathlib import Path

from evaluation import command

TRAIN = "train"
"""A word of the names of training parts: `train.txt`, `uw.train.jsonl`."""


def training_files(file: Path) -> list[Path]:
    """Give the training parts that stand beside a file, in the same format; none for one itself."""
    if _is_training(file):
        return []
    return sorted(
        path for path in file.parent.iterdir() if path.suffix == file.suffix and _is_training(path)
    )


def _is_training(path: Path) -> bool:
    return TRAIN in path.name.lower().replace("_", ".").replace("-", ".").split(".")


def learnt(
    given: Path | None, file: Path, texts_of: Callable[[Path], Iterable[str]]
) -> frozenset[str]:
    """Give the texts of the training part that the user names, else of those beside the file.

    Raises:
        NothingToScore: the part that the user names is not there or cannot be read.
    """
    paths = [given] if given else training_files(file)
    if not paths:
        return frozenset()
    return frozenset().union(*command.legible(paths, texts_of).values())


def say_left_out(file: Path, count: int) -> None:
    """Say how many entries of a file are not scored since they stand in a training part."""
    if count:
        command.say(f"{file.name}: {count} left out, as in the training data")
