"""Conflicts of a record as rows: their sides by the ids of the gold statements they overlap."""

from collections.abc import Iterator

from evaluation.case.articles import CaseArticle, span
from evaluation.extracting import Json
from evaluation.questions.case import Named
from evaluation.questions.facts import Row
from evaluation.questions.plans import Versions
from onrecord.record import Span


class Sides:
    """What the gold calls the accounts of a conflict; `documents` leads from ids to articles."""

    def __init__(self, named: Named, versions: Versions, documents: dict[str, CaseArticle]) -> None:
        self._named, self._versions, self._documents = named, versions, documents

    def rows(self, found: list[Json]) -> Iterator[Row]:
        """Give the conflicts."""
        for one in found:
            a, b = (self._side(one, side) for side in ("a", "b"))
            yield {
                "type": one["type"],
                "a": a,
                "b": b,
                "order": a | b,
                "open": one["open"],
                "about": one["about"],
            }

    def _side(self, one: Json, side: str) -> frozenset[str]:
        if one["type"] == "version_change" and ": " in one["about"]:
            return frozenset({self._version(one["about"], later=side == "b")} - {""})
        return frozenset(id_ for account in one[side] for id_ in self._ids(account))

    def _version(self, about: str, *, later: bool) -> str:
        """Give the gold's id of a version that a change is told of: `plan: 28 points, then 20`."""
        before, _, after = about.rpartition(": ")[2].partition(", then ")
        wanted = after if later else before
        rows = self._versions.main["versions"]
        numbers = [row["version"] for row in rows if row["label"] == wanted]
        return (self._versions.gold_id(numbers[0]) or "") if numbers else ""

    def _ids(self, account: Json) -> Iterator[str]:
        article = self._documents.get(account["doc_id"])
        places = [Span(words["start"], words["end"]) for words in account["words"]]
        for row in article.statements if article else ():
            if any(span(part).meets(place) for part in row["content"] for place in places):
                yield row["id"]
