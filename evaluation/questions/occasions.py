"""Meetings, deadlines and events of a record as rows."""

from collections.abc import Iterable, Iterator

from evaluation.case.articles import CaseArticle
from evaluation.extracting import Json, spans
from evaluation.questions.case import Named
from evaluation.questions.facts import Called, Row
from onrecord.record import Span

PLANNED = {"scheduled": "TENTATIVE", "planned": "TENTATIVE", "offered": "TENTATIVE"}
"""iCalendar's status of meetings that are to come on no fixed day."""


class Occasions:
    """What the gold calls meetings, deadlines, events; `documents` leads from ids to articles."""

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
                "announced_in": self._ids(one, "mtg:") | self._venues(one),
                "stated_consequence": (one["consequence"] or {}).get("exact"),
                "extensions": one["extensions"],
                "status": frozenset({now["status"], now["outcome"]}),
                "status_history": [*one["history"], now],
            }

    def events(self, found: Iterable[Json]) -> Iterator[Row]:
        """Give the events; one is called what the gold calls the words that it was read from."""
        for one in found:
            article = self._documents.get(one["doc_id"])
            places = [Span(words["start"], words["end"]) for words in one["evidence"]]
            ids = self._named.by_text(article.doc, places) if article else frozenset()
            yield {
                "id": frozenset(id_ for id_ in ids if id_.startswith("evt:")),
                "own_type": one["own_type"],
                "plover": one["plover"],
                "actor": self._actors(one["actors"], [one["doc_id"]]),
                "recipient": self._actors(one["recipients"], [one["doc_id"]]),
                "date": one["date"],
                "confirmed": one["confirmed"],
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

    def _venues(self, one: Json) -> frozenset[str]:
        """Give the occasions on which whoever set a deadline spoke of it: his statements' venues.

        They are those in which words of the accounts stand, the ones that soften it too.
        """
        found: set[str] = set()
        for account in one["accounts"]:
            words = (*account["evidence"], *account["due_words"], *account["firmness_words"])
            places = [Span(each["start"], each["end"]) for each in words]
            article = self._documents.get(account["doc_id"])
            setter = (account["set_by"] or {}).get("id")
            for item in article.predicted if article and setter else ():
                here = any(p.meets(part) for p in places for part in spans(item["content"]))
                if article and here and item["speaker_id"] == setter:
                    found |= self._named.by_text(article.doc, spans(item.get("venue") or []))
        return frozenset(id_ for id_ in found if id_.startswith("mtg:"))

    def _actors(self, found: Iterable[Json | None], docs: Iterable[str]) -> frozenset[str]:
        articles = [self._documents[doc].doc for doc in docs if doc in self._documents]
        names = [actor["name"] for actor in found if actor]
        return frozenset().union(
            *(self._named.actor(doc, name) for doc in articles for name in names)
        )

    def _about(self, one: Json) -> Called:
        """Give the plans that the sentence of an account names, as its topics tell them."""
        found = Called()
        for account in one["accounts"]:
            article = self._documents.get(account["doc_id"])
            for topic in article.line.get("topics", []) if article else ():
                if topic["statement"] in account["statements"]:
                    found |= self._named.objects(topic["about"])
        return found
