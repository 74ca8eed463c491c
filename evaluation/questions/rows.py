"""Statements, stances, conditions and money of a case as rows that facts are held against."""

from collections.abc import Iterator
from functools import reduce
from operator import or_
from typing import Any

from evaluation.case.articles import CaseArticle, span
from evaluation.extracting import Json, spans
from evaluation.questions.case import Named
from evaluation.questions.facts import Called, Row
from onrecord.record import Span

Rows = Iterator[Row]


def statements(named: Named) -> Rows:
    """Give the statements, with their stances and topics."""
    for article in named.case.articles:
        stances = list(article.line.get("stances", []))
        topics = list(article.line.get("topics", []))
        for item in article.predicted:
            yield _statement(named, article, item, (stances, topics))


def _statement(
    named: Named, article: CaseArticle, item: Json, others: tuple[list[Json], list[Json]]
) -> Row:
    stances, topics = others
    gold = list(named.gold_statements(article, item))
    ids = frozenset(row["id"] for row in gold)
    own = [one for one in topics if one["statement"] == item["id"]]
    about = reduce(or_, (named.objects(one["about"], ids) for one in own), Called())
    content = article.words(spans(item["content"]))
    hedges = [h["exact"] for h in (item.get("certainty") or {}).get("hedges", [])]
    venue = named.by_text(article.doc, spans(item.get("venue") or []))
    return {
        "id": ids,
        "doc": article.doc,
        "actor": named.actors(article, item),
        "named": True if item["speaker"] and item["sourcing_level"] < "L2" else None,
        "speech_act": item["speech_act"],
        "said_on": item["said_on"],
        "sourcing_level": item["sourcing_level"],
        "form": item["form"],
        "stance": frozenset(s["stance"] for s in stances if item["id"] in s["statements"]),
        "factuality": item.get("certainty"),
        "hedges": f"{' '.join(hedges)} | {content}",
        "about": about | named.by_text(article.doc, spans(item["content"])),
        "target": _target(named, article, item),
        "venue_id": venue,
        "quoted_spans": [{"exact": article.text[a:b]} for a, b in spans(item["quoted"])],
    }


def _target(named: Named, article: CaseArticle, item: Json) -> frozenset[str]:
    actor = item.get("target_actor")
    return named.actor(article.doc, actor["name"]) if actor else frozenset()


def stances(named: Named) -> Rows:
    """Give the stances."""
    for article in named.case.articles:
        for item in article.line.get("stances", []):
            ids = [i for s in item["statements"] for i in named.statement_ids(article, s)]
            by = item.get("reported_by")
            yield {
                "holder": named.actor(article.doc, item["holder"]["name"]),
                "object": named.objects(item["object"], ids),
                "stance": item["stance"],
                "basis": item["basis"],
                "aspect": item["aspect"],
                "as_of_edtf": item["as_of"],
                "reported_by": named.actor(article.doc, by["name"]) if by else None,
            }


def claims(named: Named, found: list[Json]) -> Rows:
    """Give the claims; who says what nobody is named for is whoever the statement is laid to."""
    items = {i["id"]: (a, i) for a in named.case.articles for i in a.predicted}
    for one in found:
        if one["statements"][0] not in items:
            continue
        article, item = items[one["statements"][0]]
        told = (named.actor(article.doc, actor["name"]) for actor in one["claimants"])
        places = [Span(words["start"], words["end"]) for words in one["proposition"]]
        yield {
            "id": named.by_text(article.doc, places),
            "claimants": named.actors(article, item).union(*told),
            "status": one["status"],
            "military": one["military"],
            "statements": named.statement_ids(article, one["statements"][0]),
        }


def conditions(named: Named) -> Rows:
    """Give the conditions."""
    for article in named.case.articles:
        for item in article.line.get("conditions", []):
            by = item["by"]
            parts = {
                part: item[part]["exact"] if item[part] else None for part in ("if", "then", "else")
            }
            yield {
                "by": named.actor(article.doc, by["name"]) if by else frozenset(),
                "type": item["type"],
                "statement": named.statement_ids(article, item["statement"]),
                "reason": parts["if"],
                **parts,
            }


def money(named: Named) -> Rows:
    """Give the sums, with the provision that they belong to."""
    for article in named.case.articles:
        provisions: list[Json] = article.line.get("provisions", [])
        for item in article.line.get("money", []):
            own = [p for p in provisions if item["id"] in p["money"]]
            codes: set[Any] = {c for p in own for c in (p["category"], *p.get("also", []))}
            yield {
                "amount": item["amount"],
                "currency": item["currency"],
                "provision": frozenset(n for p in own for n in provision_ids(named, article, p)),
                "purpose": codes or _contexts(article, item["purpose"]),
            }


def _contexts(article: CaseArticle, words: Json | None) -> frozenset[str]:
    """Give the contexts of the gold statements in which the words for a purpose stand."""
    place = Span(words["start"], words["end"]) if words else Span(0, 0)
    return frozenset(
        about
        for row in article.statements
        for about in row["about"]
        if about.startswith("context:") and any(span(part).meets(place) for part in row["content"])
    )


def provision_ids(named: Named, article: CaseArticle, item: Json) -> frozenset[str]:
    """Give what the gold calls a found provision: its words overlap, its category agrees."""
    codes = {item["category"], *item.get("also", [])}
    own = Span(item["words"]["start"], item["words"]["end"])
    return frozenset(
        row["id"]
        for row in named.case.gold["provisions"]
        if codes & {row["category"], *row.get("also", [])}
        and row["text"]["doc"] == article.doc
        and span(row["text"]).meets(own)
    )


def provisions(named: Named) -> Rows:
    """Give the provisions with the version whose point each is."""
    for article in named.case.articles:
        for item in article.line.get("provisions", []):
            region = item["region"]
            codes = frozenset({item["category"], *item["also"]})
            yield {
                "id": provision_ids(named, article, item),
                "category": codes,
                "also": codes,
                "money": _sums(named, article, item["money"]),
                "version": named.objects(item["plan"]) if item["plan"] else Called(),
                "modality": item["modality"],
                "obligor": _parties(named, article, item["obligors"]),
                "beneficiary": _parties(named, article, item["beneficiaries"]),
                "region": region["exact"] if region else None,
                "quantity": item["quantities"],
                "text": item["words"]["exact"],
            }


def _sums(named: Named, article: CaseArticle, ids: list[str]) -> frozenset[str]:
    own = [one["amount"] for one in article.line.get("money", []) if one["id"] in ids]
    return frozenset(row["id"] for row in named.case.gold["money"] if row["amount"] in own)


def _parties(named: Named, article: CaseArticle, found: list[Json]) -> frozenset[str]:
    return frozenset().union(*(named.actor(article.doc, one["name"]) for one in found))
