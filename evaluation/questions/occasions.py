"""Meetings and deadlines of a record as rows."""

from collections.abc import Iterable, Iterator

from evaluation.case.articles import CaseArticle
from evaluation.extracting import Json
from evaluation.questions.case import Named
from evaluation.questions.facts import Row
from onrecord.record import Span

PLANNED = {"scheduled": "TENTATIVE", "planned": "TENTATIVE", "offered": "TENTATIVE"}
"""iCalendar's status of meetings that are to come on no fixed day."""


class Occasions:
    """What the gold calls meetings and deadlines; `documents` leads from ids to articles."""

    def __init__(self, named: Named, documents: dict[str, CaseArticle]) -> None:
        self._named, self._documents = named, documents

    def meetings(self, found: Iterable[Json]) -> Iterator[Row]:
        """Give the meetings."""
        for one in found:
            docs = [doc for doc, _ in self._places(one)]
            about = self._about(one)
            yield {
                "id": self._ids(one, "mtg:"),
                "type": one["type"],
                "participants": self._actors(one["participants"], docs),
                "place": one["place"],
                "date_edtf": one["date"],
                "status": one["status"],
                "track": one["track"],
                "outcome": about,
                "agenda": about,
                "ics_status": PLANNED.get(one["status"]),
            }

    def deadlines(self, found: Iterable[Json]) -> Iterator[Row]:
        """Give the deadlines, with how they stood on each day."""
        for one in found:
            docs = [doc for doc, _ in self._places(one)]
            now = {name: one[name] for name in ("as_of", "status", "outcome")}
            yield {
                "id": self._ids(one, "ddl:"),
                "set_by": self._actors([one["set_by"]], docs),
                "addressee": self._actors(one["addressees"], docs),
                "act_required": one["act_required"],
                "act_object": self._about(one),
                "due": frozenset({one["due"], *(each["due"] for each in one["dues"])}),
                "announced_on": frozenset(each["announced_on"] for each in one["accounts"]),
                "announced_in": self._ids(one, "mtg:"),
                "stated_consequence": (one["consequence"] or {}).get("exact"),
                "extensions": one["extensions"],
                "status": frozenset({now["status"], now["outcome"]}),
                "status_history": [*one["history"], now],
            }

    def _places(self, one: Json) -> list[tuple[str, Span]]:
        return [
            (account["doc_id"], Span(words["start"], words["end"]))
            for account in one["accounts"]
            for words in account["evidence"]
        ]

    def _ids(self, one: Json, kind: str) -> frozenset[str]:
        found: set[str] = set()
        for doc_id, place in self._places(one):
            if article := self._documents.get(doc_id):
                found |= self._named.by_text(article.doc, [place])
        return frozenset(id_ for id_ in found if id_.startswith(kind))

    def _actors(self, found: Iterable[Json | None], docs: Iterable[str]) -> frozenset[str]:
        articles = [self._documents[doc].doc for doc in docs if doc in self._documents]
        names = [actor["name"] for actor in found if actor]
        return frozenset().union(
            *(self._named.actor(doc, name) for doc in articles for name in names)
        )

    def _about(self, one: Json) -> frozenset[str]:
        """Give the plans that the sentence of an account names, as its topics tell them."""
        found: set[str] = set()
        for account in one["accounts"]:
            article = self._documents.get(account["doc_id"])
            for topic in article.line.get("topics", []) if article else ():
                if topic["statement"] in account["statements"]:
                    found |= self._named.objects(topic["about"])
        return frozenset(found)
