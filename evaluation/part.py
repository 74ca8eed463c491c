"""A part of PolNeAR as it is scored: articles with gold and with what `onrecord extract` gives."""

import argparse
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation import polnear
from evaluation.attribution_scores import Article, Pair, compared, match
from evaluation.extracting import Json, attributions, extracted, read


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
    """Give the annotated articles of a part, or those with these names, ordered by name."""
    files = [path for path in polnear.texts(folder) if names is None or path.stem in names]
    for file, line in extracted(files, f"PolNeAR {folder.name}"):
        found = polnear.annotation(file)
        assert found is not None
        gold = tuple(polnear.attributions(read(found)))
        yield PartArticle(file.stem, Article(read(file), gold, attributions(line)), line)


def given(program: str) -> Path:
    """Give the part that the command line names; end the program where it is none."""
    parser = argparse.ArgumentParser(prog=f"python -m evaluation.{program}")
    parser.add_argument("folder", type=Path, metavar="DIR", help="text/*.txt, attributions/*.ann")
    folder: Path = parser.parse_args().folder
    if not polnear.texts(folder):
        parser.error(f"{folder} holds no annotated articles (text/*.txt, attributions/*.ann).")
    return folder
