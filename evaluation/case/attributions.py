"""Attributions of a case: gold statements joined, and matched with what was found.

Statements of one article that share the words of the cue and of the source are one attribution with
all of their contents: a quotation that its cue interrupts, or two clauses under one cue.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from evaluation.attribution_scores import Article, Attribution, compared, match
from evaluation.case.articles import CaseArticle, spans
from evaluation.case.checks import Check
from evaluation.extracting import Json, attributions
from onrecord.record import Span


@dataclass(frozen=True, slots=True)
class Joined:
    """One gold attribution with the statements that it joins."""

    statements: tuple[Json, ...]
    attribution: Attribution

    @property
    def name(self) -> str:
        """The ids of its statements."""
        return "+".join(row["id"] for row in self.statements)

    @property
    def actors(self) -> frozenset[str]:
        """The ids of those who say it."""
        return frozenset(id_ for row in self.statements for id_ in row["source"]["actors"])


def joined(statements: list[Json]) -> list[Joined]:
    """Give the attributions of one article's gold statements, in text order."""
    groups: dict[object, list[Json]] = {}
    for row in statements:
        cue, source = spans([row["cue"]]), spans([row["source"]["mention"]])
        groups.setdefault((cue, source) if cue else row["id"], []).append(row)
    found = [Joined(tuple(rows), _attribution(rows)) for rows in groups.values()]
    return sorted(found, key=lambda item: _first(item.attribution))


def _attribution(rows: list[Json]) -> Attribution:
    return Attribution(
        source=spans([rows[0]["source"]["mention"]]),
        cue=spans([rows[0]["cue"]]),
        content=spans(part for row in rows for part in row["content"]),
    )


def _first(item: Attribution) -> Span:
    return min(item.source + item.cue + item.content)


def scored(article: CaseArticle) -> Article:
    """Give an article as the scorer of attributions takes it."""
    gold = [item.attribution for item in joined(article.statements)]
    return Article(article.text, gold, attributions(article.line))


def pairs(article: CaseArticle) -> Iterator[tuple[Joined, Json]]:
    """Give the gold and found attributions whose contents overlap, whatever their sources."""
    gold = joined(article.statements)
    both = scored(article)
    sides = (compared(article.text, both.gold), compared(article.text, both.predicted))
    for g, p in match(*sides, sources=False):
        yield gold[g], article.predicted[p]


def checks(article: CaseArticle) -> Iterator[Check]:
    """Give every gold attribution (was it found?) and every found one (is it gold?)."""
    gold, both = joined(article.statements), scored(article)
    sides = (compared(article.text, both.gold), compared(article.text, both.predicted))
    matched = match(*sides, sources=True)
    hit_gold, hit_predicted = {g for g, _ in matched}, {p for _, p in matched}
    for number, item in enumerate(gold):
        shown = _shown(article, item.attribution)
        right = number in hit_gold
        yield Check("attr_overlap_recall", right, item.name, shown, shown if right else "")
    for number, (other, row) in enumerate(zip(both.predicted, article.predicted, strict=True)):
        right, shown = number in hit_predicted, _shown(article, other)
        place = f"{article.doc} {row['rule']}"
        yield Check("attr_overlap_precision", right, place, shown if right else "", shown)


def _shown(article: CaseArticle, item: Attribution) -> str:
    """Give an attribution as `source | cue | content`."""
    return " | ".join(article.words(part) for part in (item.source, item.cue, item.content))
