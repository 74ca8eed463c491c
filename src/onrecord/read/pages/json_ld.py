"""JSON-LD: what a page says about its article in schema.org's words."""

import json
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml.html import HtmlElement

LARGEST = 500_000
"""Characters of one block; those of news pages have up to 50,000."""

MOST = 10_000
"""Nodes that are looked at in one page."""

_ARTICLES = """
    AnalysisNewsArticle Article AskPublicNewsArticle BackgroundNewsArticle BlogPosting
    LiveBlogPosting NewsArticle OpinionNewsArticle Report ReportageNewsArticle ReviewNewsArticle
"""
ARTICLES = frozenset(_ARTICLES.split())
"""Types of schema.org that are an article."""


def article(tree: HtmlElement) -> dict[str, Any]:
    """Give the first article that a page describes, empty where it describes none."""
    nodes = [node for block in _blocks(tree) for node in _nodes(block)]
    found = next((node for node in nodes if ARTICLES & types(node)), {})
    return {name: _resolved(value, nodes) for name, value in found.items()}


def _resolved(value: Any, nodes: list[dict[str, Any]]) -> Any:
    """Give what a value points to that is nothing but the id of another node."""
    if not isinstance(value, dict) or "@id" not in value or "name" in value:
        return value
    same = (node for node in nodes if node.get("@id") == value["@id"] and "name" in node)
    return next(same, value)


def types(node: dict[str, Any]) -> set[str]:
    """Give the types that a node says it is of."""
    return {kind for kind in _list(node.get("@type")) if isinstance(kind, str)}


def text(value: Any) -> str | None:
    """Give the words of a value, the name of a thing, the names of several.

    Half a character, which JSON can hold and text cannot, becomes a question mark.

    >>> text({"name": "Jane Roe"}), text(["Ann Lee", {"name": "Jo Day"}]), text(3)
    ('Jane Roe', 'Ann Lee, Jo Day', None)
    """
    names = []
    for item in _list(value):
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, str) and name.strip():
            whole = name.encode("utf-8", "replace").decode("utf-8")
            names.append(" ".join(unescape(whole).split()))
    return ", ".join(names) or None


def _blocks(tree: HtmlElement) -> Iterator[Any]:
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        content = script.text or ""
        if len(content) <= LARGEST:
            try:
                yield json.loads(content, strict=False)
            except (ValueError, RecursionError):
                continue


def _nodes(block: Any) -> Iterator[dict[str, Any]]:
    """Give every object of a block, the outer before the inner."""
    waiting = [block]
    for _ in range(MOST):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting.extend(reversed(list(value.values())))
        elif isinstance(value, list):
            waiting.extend(reversed(value))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
