"""A temporary folder in which each step finds what the step before it has made."""

import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Workplace:
    """The folder: `articles/`, a folder of pickles for every kind of thing made, and the record."""

    folder: Path

    @property
    def articles(self) -> Path:
        """The folder of the articles."""
        return self.folder / "articles"

    @property
    def record(self) -> Path:
        """The record that the step `store` fills."""
        return self.folder / "record.db"

    def names(self) -> list[str]:
        """Give the names of the articles, in order."""
        return sorted(path.name for path in self.articles.iterdir())

    def keep(self, kind: str, name: str, made: Any) -> None:
        """Keep what a step made of an article."""
        place = self.folder / kind
        place.mkdir(exist_ok=True)
        (place / name).write_bytes(pickle.dumps(made))

    def load(self, kind: str, name: str) -> Any:
        """Give what a step made of an article: `content` is the article's own bytes."""
        if kind == "content":
            return (self.articles / name).read_bytes()
        return pickle.loads((self.folder / kind / name).read_bytes())

    def inputs(self, kinds: tuple[str, ...], limit: int | None) -> Iterator[tuple[str, list[Any]]]:
        """Give each article's name with what a step needs of it, one article at a time."""
        for name in self.names()[:limit]:
            yield name, [self.load(kind, name) for kind in kinds]
