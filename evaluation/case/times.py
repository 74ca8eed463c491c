"""Times and sums of a case.

A time is found where a found one overlaps it by a character or more, one to one, in text order. Its
value is right where the EDTF or the TIMEX3 value is equal. Gold times marked optional count when
they are found, not when they are missed. A sum is found where a found one overlaps it with the same
amount.
"""

from collections.abc import Iterator

from evaluation.case.articles import Case, CaseArticle, span
from evaluation.case.checks import Check
from evaluation.extracting import Json
from onrecord.record import Span


def checks(case: Case, article: CaseArticle) -> Iterator[Check]:
    """Give the times and sums of an article, wanted and found."""
    yield from _times(article, case.rows("time_expressions", article))
    yield from _money(article, case.rows("money", article))


def _times(article: CaseArticle, rows: list[Json]) -> Iterator[Check]:
    rows = sorted(rows, key=lambda row: span(row["text"]))
    left = sorted(article.line.get("times", []), key=lambda item: Span(*item["span"]))
    for row in rows:
        place, wanted = f"{article.doc} {row['text']['exact']}", _value(row)
        item = next((item for item in left if _meets(item, row["text"])), None)
        if item is None and row.get("optional"):
            continue
        found = _value(item) if item else ""
        yield Check("times_recall", item is not None, place, wanted, found)
        yield Check("times_value", item is not None and _same(row, item), place, wanted, found)
        if item:
            left.remove(item)
            yield Check("times_precision", True, place, wanted, found)
    for item in left:
        place = f"{article.doc} {article.words((Span(*item['span']),))}"
        yield Check("times_precision", False, place, "", _value(item))


def _meets(item: Json, anchor: Json) -> bool:
    return Span(*item["span"]).meets(span(anchor))


def _same(row: Json, item: Json) -> bool:
    """Tell whether one of the two values is there and equal."""
    names = ("edtf", "timex_value")
    return any(row[name] is not None and row[name] == item[name] for name in names)


def _value(row: Json) -> str:
    return f"{row['edtf'] or '-'} {row['timex_value']}"


def _money(article: CaseArticle, rows: list[Json]) -> Iterator[Check]:
    left = list(article.line.get("money", []))
    for row in rows:
        place, wanted = f"{article.doc} {row['raw']['exact']}", f"{row['amount']} {row['currency']}"
        near = [item for item in left if _meets(item, row["raw"])]
        item = next((item for item in near if item["amount"] == row["amount"]), None)
        found = ", ".join(f"{other['amount']:.0f} {other['currency']}" for other in near)
        yield Check("money_recall", item is not None, place, wanted, found)
        if item:
            left.remove(item)
            yield Check("money_precision", True, place, wanted, found)
    for item in left:
        place = f"{article.doc} {article.words((Span(*item['span']),))}"
        yield Check("money_precision", False, place, "", str(item["amount"]))
