"""Kinds of pages that hold no article, or not a whole one, each told with its reason."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from onrecord.read.blocks import Block

NOTICE_WORDS = 2
"""Different words of consent that make a paragraph a notice; an article may hold one anywhere."""

LONGEST_NOTICE = 150
"""Words of one paragraph of a notice; a paragraph of an article about data has fewer such words."""

LONGEST_STUB = 250
"""Words that a page shows before it asks for money; most show 50 to 150."""

FEWEST_LINKED = 10
"""Headings that lead to other articles; below an article stand up to six."""

LONGEST_TEASER = 60
"""Words that stand under one heading of a list; most have 15 to 40."""

HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
NOT_READ = frozenset(
    ("a", "script", "style", "noscript", "nav", "footer", "header", "form", "aside", "svg")
)

LONGEST_PAGE = 300_000
"""Characters of a page's words in which a paywall's are looked for."""


@cache
def _words(kind: str) -> tuple[str, ...]:
    source = files("onrecord.read.pages").joinpath("kinds.toml").read_text("utf-8")
    return tuple(tomllib.loads(source)[kind])


def is_notice(text: str) -> bool:
    """Tell whether a paragraph is about cookies and consent, as banners are.

    >>> is_notice("We and our partners store cookies on your device. Accept all?")
    True
    """
    lower = text.lower()
    found = [words for words in _words("consent") if words in lower]
    apart = [each for each in found if not any(each != other and each in other for other in found)]
    return len(apart) > NOTICE_WORDS and len(text.split()) <= LONGEST_NOTICE


def banner(blocks: Sequence[Block]) -> str | None:
    """Say why a page is nothing but a cookie banner, None where it is more."""
    words = sum(len(block.text.split()) for block in blocks)
    notices = sum(len(block.text.split()) for block in blocks if is_notice(block.text))
    if words and 2 * notices > words:
        return f"{notices} of its {words} words are about cookies and consent"
    return None


def listing(tree: HtmlElement, described: Mapping[str, Any]) -> str | None:
    """Say why a page lists articles and is none, None where it may be one."""
    declared = any(
        (meta.get("property") or "").lower() == "og:type"
        and (meta.get("content") or "").lower().startswith("article")
        for meta in tree.iter("meta")
    )
    if described or declared:
        return None
    linked, longest = _between_headings(tree)
    if linked < FEWEST_LINKED or longest >= LONGEST_TEASER:
        return None
    return f"{linked} of its headings lead to other pages, with at most {longest} words under one"


def stub(tree: HtmlElement, described: Mapping[str, Any], blocks: Sequence[Block]) -> str | None:
    """Say why a page shows only the beginning of its article, None where it may show all."""
    shown = sum(len(block.text.split()) for block in blocks)
    told = described.get("wordCount")
    whole = int(told) if isinstance(told, int | str) and re.fullmatch(r"\d{1,6}", str(told)) else 0
    if shown > LONGEST_STUB and whole < 2 * shown:
        return None
    closed = str(described.get("isAccessibleForFree", "")).lower() == "false"
    page = " ".join(" ".join(tree.itertext()).split())[:LONGEST_PAGE].lower()
    asking = next((words for words in _words("paywall") if words in page), None)
    if whole >= 2 * shown and (closed or asking):
        return f"the page says that the article has {whole} words, {shown} are shown"
    if closed:
        return f"the page says that it is not free, {shown} words are shown"
    return f"the page says “{asking}”, {shown} words are shown" if asking else None


def _between_headings(tree: HtmlElement) -> tuple[int, int]:
    """Give how many headings lead to different places, and the most words that stand between two.

    Words of links and of the page's edges do not count.
    """
    targets, words, longest = set(), 0, 0
    silent = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        starts = event == "start"
        if starts and element.tag in HEADINGS and (target := _target(element)):
            targets.add(target)
            words = 0
        silent += (1 if starts else -1) if element.tag in NOT_READ else 0
        if not silent:
            words += len(((element.text if starts else element.tail) or "").split())
        longest = max(longest, words)
    return len(targets), longest


def _target(heading: HtmlElement) -> str | None:
    inner = heading.find(".//a[@href]")
    outer = next(heading.iterancestors("a"), None)
    link = inner if inner is not None else outer
    return link.get("href") if link is not None else None
