"""A case: its gold record, its articles, and what the extractor finds in them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evaluation import command
from evaluation.extracting import Json, extracted, read, reading
from evaluation.normal_form import Spans
from onrecord.record import Reading, Span


@dataclass(frozen=True, slots=True)
class CaseArticle:
    """One article: `gold` is its row of the gold record, `line` its line of `onrecord extract`.

    `reading` is what the line was written from, None where the article could not be read.
    """

    doc: str
    text: str
    gold: Json
    line: Json
    reading: Reading | None = None

    @property
    def statements(self) -> list[Json]:
        """The gold statements."""
        found: list[Json] = self.gold["statements"]
        return found

    @property
    def predicted(self) -> list[Json]:
        """The attributions that the extractor found."""
        found: list[Json] = self.line.get("attributions", [])
        return found

    def words(self, spans: Spans) -> str:
        """Give the words of spans, for a reader."""
        return " … ".join(" ".join(self.text[start:end].split()) for start, end in spans)


@dataclass(frozen=True, slots=True)
class Case:
    """A gold record with its articles."""

    gold: Json
    articles: tuple[CaseArticle, ...]

    def rows(self, part: str, article: CaseArticle) -> list[Json]:
        """Give the rows of a part of the gold record that stand in one article."""
        return [row for row in self.gold[part] if _doc(row) == article.doc]


def load(folder: Path) -> Case:
    """Read the case in a folder: `gold.json` and the articles that it names.

    An article that cannot be read is named and left out.

    Raises:
        NothingToScore: there is no gold record that can be read, or none of its articles.
    """
    gold = command.legible(command.named(folder, "gold.json"), record)[folder / "gold.json"]
    rows = {folder / row["metadata"]["file"]: row for row in gold["articles"]}
    texts = command.legible(rows, read)
    articles = [
        CaseArticle(rows[file]["metadata"]["doc_id"], texts[file], rows[file], line, reading(file))
        for file, line in extracted(list(texts), f"case {folder.name}")
    ]
    return Case(gold, tuple(articles))


def record(path: Path) -> Json:
    """Give a gold record.

    Raises:
        ValueError: it is no JSON, or an article is without name or statements.
    """
    gold: Json = json.loads(read(path).removeprefix("\ufeff"))
    if not isinstance(gold, dict) or not gold.get("articles"):
        raise ValueError("it holds no articles")
    for row in gold["articles"]:
        if not {"file", "doc_id"} <= row["metadata"].keys() or "statements" not in row:
            raise ValueError("an article is without file, doc_id or statements")
    return gold


def _doc(row: Json) -> str | None:
    """Give the article in which a row's words stand."""
    anchors = (row.get(name) for name in ("text", "raw", "mention"))
    docs = (anchor["doc"] for anchor in anchors if isinstance(anchor, dict))
    doc: str | None = row.get("doc") or next(docs, None)
    return doc


def span(anchor: Json) -> Span:
    """Give an anchor's span."""
    return Span(anchor["start"], anchor["end"])


def spans(anchors: Iterable[Json | None]) -> Spans:
    """Give the spans of anchors, sorted, each once; null gives none."""
    return tuple(sorted({span(anchor) for anchor in anchors if anchor}))
