"""Authors: the names that a page shows for its article where no field declares them."""

import re
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from onrecord.record import Detail

CLASS = re.compile(
    r"(?:\A|[\s_-])(?:by-?line|author-?(?:name|link|header)?|autor|writer|reporter|signature)"
    r"(?:\Z|[\s_-])",
    re.IGNORECASE,
)
"""Words of classes and ids in which outlets and blogs keep the author."""

NOT_THE_AUTHOR = re.compile(
    r"comment|reply|respond|sidebar|widget|related|recommend|footer|bio\b|avatar|image|img|photo|box"
    r"|header-nav|menu|navigation|teaser|card|list|date|time",
    re.IGNORECASE,
)
"""Words of classes and ids around other names, of the same and of other articles."""

LABEL = re.compile(
    r"(?:[^\W\d]{4,16}\s)?(?:by|von|par|por|autor|autora|author|auteur|text)\s?:?\s", re.IGNORECASE
)
"""`By`, `Written by`, `Veröffentlicht von`."""

NO_NAMES = re.compile(
    r"\b(?:updated|published|posted|veröffentlicht|aktualisiert|publié|publicado|on|am|at|of|read"
    r"|more|all|view|share)\b",
    re.IGNORECASE,
)
AFTER = re.compile(r"\s[|•·–—]\s|\s-\s|,\s(?=[^,]*\d)|\s(?=\d{1,2}[.\s/]|\w+\s\d{1,2},?\s\d{4})")
"""What stands between an author and the date, the role or the address behind it."""

NAME = re.compile(r"[^\W\d_][\w.'’&-]*(?:[\s,]+[\w.'’&-]+){0,11}")
LONGEST = 120
"""Characters of the names of several authors."""

WRITTEN_BY = re.compile(r"[^\W\d]{4,12}\s(?:by|von|por|par)", re.IGNORECASE)
"""Labels of `twitter:label1` behind which WordPress gives the author."""

AUTHORS_PAGE = re.compile(r"/(?:authors?|autor(?:es)?|journalists?)/[\w.%-]{3,60}/?\Z")

MOST_ELEMENTS = 40
"""Elements for an author that are looked at; the article's own stands at the head of the page."""


def shown(tree: HtmlElement, meta: Mapping[str, str]) -> Detail | None:
    """Give the authors that the page's own parts for authors name, if all name the same."""
    label, value = meta.get("twitter:label1", ""), meta.get("twitter:data1", "")
    if WRITTEN_BY.fullmatch(label) and value:
        return Detail(value, field="meta[twitter:data1]")
    for field, elements in (
        ("itemprop[author]", tree.iterfind(".//*[@itemprop='author']")),
        ("rel[author]", tree.iterfind(".//a[@rel='author']")),
        ("class", _classed(tree)),
        ("link to an author", _linked(tree)),
    ):
        for number, element in enumerate(elements):
            name = None if _is_another(element) else _name(element)
            if name:
                return Detail(name, field=f"words of the page: {field}")
            if number >= MOST_ELEMENTS:
                break
    return None


def _classed(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter("a", "address", "div", "p", "span", "small", "h4", "h5", "h6", "li"):
        if CLASS.search(_marks(element)):
            yield element


def _linked(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iterfind(".//a[@href]"):
        if AUTHORS_PAGE.search(element.get("href")[-200:]):
            yield element


def _marks(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:300]


def _is_another(element: HtmlElement) -> bool:
    """Tell whether an element is about a comment's author, or another article's."""
    around = [element, *element.iterancestors()][:6]
    return any(NOT_THE_AUTHOR.search(_marks(each)) for each in around) or any(
        each.tag in {"aside", "footer", "nav", "blockquote"} for each in around
    )


def _name(element: HtmlElement) -> str | None:
    """Give the name that an element's words are, None where they are more or no name."""
    words = " ".join(" ".join(element.itertext()).split())[: LONGEST + 60]
    words = LABEL.sub("", words, count=1) if LABEL.match(words) else words
    words = AFTER.split(words, maxsplit=1)[0].strip(" ,|:•·–—-")
    fits = 1 < len(words) <= LONGEST and NAME.fullmatch(words) and not NO_NAMES.search(words)
    return words if fits else None
