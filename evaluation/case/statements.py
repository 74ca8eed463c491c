"""What is said of each statement: speech act, form, sourcing level, day.

A gold statement is matched with the found attribution that overlaps it best: their sources share a
character or are both empty, and their contents have a Jaccard index of at least 0.5, or the found
content holds all of the gold one (several gold statements may stand in one found attribution). The
best is the one with the highest index, of equal ones the first. Every figure is the share of the
matched statements for which the code, or the EDTF string, is equal.
"""

from collections.abc import Iterator

from evaluation.attribution_scores import JACCARD_MIN, Compared
from evaluation.case.articles import CaseArticle, spans
from evaluation.case.checks import Check
from evaluation.extracting import Json
from evaluation.extracting import spans as spans_of
from evaluation.normal_form import common, jaccard, length

FIGURES = ("speech_act", "form", "sourcing_level", "said_on")


def checks(article: CaseArticle) -> Iterator[Check]:
    """Give every gold statement (was it matched?), and of the matched ones every code."""
    predicted = [_found(article, row) for row in article.predicted]
    for row in article.statements:
        number = best(_gold(article, row), predicted)
        found = article.predicted[number] if number is not None else None
        yield Check("statements_matched", found is not None, row["id"], row["gist"] or "", "")
        for figure in FIGURES if found else ():
            assert found is not None
            yield _check(figure, row, found)


def matches(article: CaseArticle) -> Iterator[tuple[Json, Json]]:
    """Give the gold statements that are matched, each with the found attribution."""
    predicted = [_found(article, row) for row in article.predicted]
    for row in article.statements:
        number = best(_gold(article, row), predicted)
        if number is not None:
            yield row, article.predicted[number]


def _check(figure: str, row: Json, found: Json) -> Check:
    words = f"{row['id']} {row['cue']['exact'] if row['cue'] else ''}: {row['gist']}"
    return Check(figure, row[figure] == found[figure], words, str(row[figure]), str(found[figure]))


def _gold(article: CaseArticle, row: Json) -> Compared:
    return Compared.of(article.text, spans(row["content"]), spans([row["source"]["mention"]]))


def _found(article: CaseArticle, row: Json) -> Compared:
    return Compared.of(article.text, spans_of(row["content"]), spans_of(row["source"]))


def best(gold: Compared, predicted: list[Compared]) -> int | None:
    """Give the number of the predicted attribution that overlaps a statement best, if any does."""
    eligible = [
        (-jaccard(gold.content, other.content), number)
        for number, other in enumerate(predicted)
        if gold.same_source(other) and _overlaps(gold, other)
    ]
    return min(eligible)[1] if eligible else None


def _overlaps(gold: Compared, other: Compared) -> bool:
    inside = bool(gold.content) and common(gold.content, other.content) == length(gold.content)
    return inside or jaccard(gold.content, other.content) >= JACCARD_MIN
