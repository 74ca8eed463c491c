"""A part of PolNeAR as it is scored: articles with gold and with what `onrecord extract` gives."""

import argparse
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation import command, polnear
from evaluation.attribution_scores import Article, Pair, compared, match
from evaluation.command import NothingToScore
from evaluation.extracting import Json, attributions, extracted

FORM = "text/*.txt with attributions/*.ann beside it"


@dataclass(frozen=True, slots=True)
class PartArticle:
    """An article by its file's name, scored as it is, with its line of `onrecord extract`."""

    name: str
    scored: Article
    line: Json

    def pairs(self) -> list[Pair]:
        """Give the numbers of the gold and predicted attributions that attr.overlap matches."""
        text = self.scored.text
        sides = (compared(text, self.scored.gold), compared(text, self.scored.predicted))
        return match(*sides, sources=True)


def articles(folder: Path, names: Container[str] | None = None) -> Iterator[PartArticle]:
    """Give the annotated articles of a part, or those with these names, ordered by name.

    One that cannot be read is named and left out.

    Raises:
        NothingToScore: there is none.
    """
    files = annotated(folder)
    wanted = [path for path in files if names is None or path.stem in names]
    if not wanted:
        return
    gold = command.legible(wanted, polnear.gold)
    for file, line in extracted(list(gold), f"PolNeAR {folder.name}"):
        text, marked = gold[file]
        yield PartArticle(file.stem, Article(text, marked, attributions(line)), line)


def annotated(folder: Path) -> list[Path]:
    """Give the annotated articles of a part.

    Raises:
        NothingToScore: there is none.
    """
    files = polnear.texts(folder)
    if not files:
        trouble = f"holds no annotated articles ({FORM})" if folder.exists() else "does not exist"
        raise NothingToScore(f"{folder} {trouble}.")
    return files


def parser(name: str, about: str | None) -> argparse.ArgumentParser:
    """Give the parser of a command that takes a part, by the name of its module."""
    result = command.parser(name, about)
    result.add_argument("folder", type=Path, metavar="DIR", help=FORM)
    return result
