"""A case with what its entries are called in the gold: statements, actors, plans, topics."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from evaluation.case.articles import Case, CaseArticle, span
from evaluation.case.speakers import Directory, by_name, by_span
from evaluation.case.stances import Judge
from evaluation.extracting import Json, spans
from evaluation.questions.facts import Called
from onrecord.record import Span

AUTHORIAL, AGENTLESS, MEDIA = "L6_authorial", "L5_agentless", "L4_media_reports"
FACTS = {"FACT.RECEIPT": "fact:receipt_of_plan", "FACT.AUTHORSHIP": "fact:authorship"}
"""Questions of fact by the category that the product gives them."""
BY_WORDS = ("claim:", "evt:", "cond:", "ddl:", "mtg:", "context:")
"""Topics that stand for their text: a statement is about them where its words overlap theirs."""


class Named:
    """The names that the gold has for what is found in one case."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.judge = Judge(case)
        self._directories = {a.doc: Directory(case, a) for a in case.articles}

    def actors(self, article: CaseArticle, item: Json) -> frozenset[str]:
        """Give the actors whom the gold has for an attribution's speaker."""
        level = item["sourcing_level"]
        if item["speaker"] is None or level in {AUTHORIAL, AGENTLESS, MEDIA}:
            near = {a for s in self.gold_statements(article, item) for a in s["source"]["actors"]}
            kinds = {AUTHORIAL: "act:author", AGENTLESS: "act:agentless", MEDIA: "act:reports"}
            kind = kinds.get(level, "act:author")
            same = frozenset(actor for actor in near if actor.startswith(kind))
            if same or item["speaker"] is None:
                return same
        directory = self._directories[article.doc]
        return by_name(article, item, directory) or by_span(article, item)

    def actor(self, doc: str, name: str | None) -> frozenset[str]:
        """Give the actors of this name in an article."""
        directory = self._directories[doc]
        found = directory.named(name or "") or directory.ended(name or "")
        return found or self._by_words(name or "")

    def _by_words(self, name: str) -> frozenset[str]:
        """Give the actors that a name's words lead to: `Government of Norway` to Norway."""
        rest = name.partition(" of ")[2] or name.partition(" ")[2]
        for directory in self._directories.values():
            if rest and (found := directory.named(rest.removeprefix("the "))):
                return found
        return frozenset()

    def gold_statements(self, article: CaseArticle, item: Json) -> Iterator[Json]:
        """Give the gold statements whose contents an attribution's overlaps."""
        own = spans(item["content"])
        for row in article.statements:
            if any(span(part).meets(one) for part in row["content"] for one in own):
                yield row

    def statement_ids(self, article: CaseArticle, statement: str | None) -> frozenset[str]:
        """Give the ids that the gold has for a found statement."""
        items = [i for i in article.predicted if i["id"] == statement]
        return frozenset(g["id"] for i in items for g in self.gold_statements(article, i))

    def objects(self, about: Json, statements: Iterable[str] = ()) -> Called:
        """Give what the gold calls the object that a stance or a statement is about.

        What is found on a plan without saying on which version may be any of its versions', and is
        surely none's.
        """
        if about["kind"] == "question":
            return Called() | frozenset({FACTS.get(about["category"] or "", "")})
        row: Json = {"statements": list(statements), "version_ambiguous": False}
        found = {"object": about}
        judged = ((one, {**row, "object": one}) for one in self._objects)
        names = frozenset(one for one, wanted in judged if self.judge.object(wanted, found))
        return Called(names, names if about["version"] else names - self._of_versions)

    @cached_property
    def _of_versions(self) -> frozenset[str]:
        """The versions of the plan, and their provisions."""
        versions = self.case.gold["proposals"]["lineage"]["versions"]
        own = (row["id"] for row in self.case.gold["provisions"] if row["version"] in versions)
        return frozenset({*versions, *own})

    @cached_property
    def _objects(self) -> list[str]:
        gold = self.case.gold
        versions = [row["id"] for row in gold["proposals"]["versions"]]
        provisions = [row["id"] for row in gold["provisions"]]
        topics = [row["id"] for row in gold["topics"] if not row["id"].startswith("fact:")]
        return [gold["proposals"]["lineage"]["id"], *versions, *provisions, *topics]

    @cached_property
    def _by_text(self) -> list[tuple[str, str, Span]]:
        """The entries that stand for their text: id, article, place."""
        gold = self.case.gold
        parts = ("claims_not_confirmed", "events", "conditions", "deadlines", "meetings")
        rows = [row for part in parts for row in gold[part]]
        return [
            (row["id"], anchor["doc"], span(anchor))
            for row in rows
            for anchor in anchors_of(row)
            if row["id"].startswith(BY_WORDS)
        ]

    def by_text(self, doc: str, places: Iterable[Span]) -> frozenset[str]:
        """Give the entries of the gold that stand for a text which one of these places overlaps."""
        own = list(places)
        here = ((id_, place) for id_, where, place in self._by_text if where == doc)
        return frozenset(id_ for id_, place in here if any(place.meets(one) for one in own))


def anchors_of(value: object) -> Iterator[Json]:
    """Give the anchors inside a row, wherever they stand."""
    if isinstance(value, dict):
        if {"doc", "exact", "start", "end"} <= value.keys():
            yield value
        else:
            for part in value.values():
                yield from anchors_of(part)
    elif isinstance(value, list):
        for part in value:
            yield from anchors_of(part)
