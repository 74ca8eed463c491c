"""Page fields: title, author, outlet, address and dates as the page itself declares them."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

from lxml.html import HtmlElement

from onrecord.read.dates import Date, dates, whole_date
from onrecord.read.fields import Fields, dated
from onrecord.read.pages import json_ld
from onrecord.record import DateDetail, Detail

TITLES = ("og:title", "twitter:title", "dc.title", "title")
AUTHORS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
PUBLISHERS = ("og:site_name", "application-name", "dc.publisher")
PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "dc.date",
    "dc.date.issued", "dcterms.created", "dcterms.date", "publish-date", "parsely-pub-date",
    "sailthru.date", "article.published", "datecreated",
)  # fmt: skip
UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "dcterms.modified",
)
"""Names of meta fields, in the order in which they are trusted."""

LATEST = "2200-01-01"
"""htmldate leaves out dates after today; a constant gives the same answer every day."""

LONGEST_TITLE = 500
LONGEST_ADDRESS = 2_000
LONGEST_PAGE = 1_000_000
"""Characters of the page's words in which a date is looked for."""


def fields(tree: HtmlElement) -> Fields:
    """Give what the page declares about its article."""
    meta = dict(_meta(tree))
    described = json_ld.article(tree)
    publisher = _described(described, "publisher") or _named(meta, PUBLISHERS)
    return Fields(
        title=_title(tree, meta, described, publisher),
        publisher=publisher,
        byline=_byline(_described(described, "author")) or _byline(_named(meta, AUTHORS)),
        url=_address(tree, meta, described),
        published=_date(described, "datePublished", meta, PUBLISHED) or _from_words(tree),
        updated=_date(described, "dateModified", meta, UPDATED),
        language=tree.get("lang") or meta.get("og:locale") or meta.get("content-language"),
    )


def _meta(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Give the meta fields by name in small letters; of two with one name the first counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name, content = element.get(attribute), " ".join((element.get("content") or "").split())
            if name and content:
                found.setdefault(name.lower(), content)
    yield from found.items()


def _described(described: dict[str, Any], name: str) -> Detail | None:
    value = json_ld.text(described.get(name))
    return Detail(value, field=f"json-ld[{name}]") if value else None


def _named(meta: dict[str, str], names: Iterable[str]) -> Detail | None:
    found = (Detail(meta[name], field=f"meta[{name}]") for name in names if name in meta)
    return next(found, None)


def _title(
    tree: HtmlElement, meta: dict[str, str], described: dict[str, Any], publisher: Detail | None
) -> Detail | None:
    """Give the title without the outlet's name behind it."""
    headings = [" ".join(element.text_content().split()) for element in tree.iter("h1")]
    title = " ".join((tree.findtext(".//title") or "").split())
    candidates = [
        _described(described, "headline"),
        _named(meta, TITLES),
        Detail(headings[0], field="h1") if len(headings) == 1 and headings[0] else None,
        Detail(title, field="title") if title else None,
    ]
    first = next((item for item in candidates if item), None)
    if not first or len(first.value) > LONGEST_TITLE:
        return None
    return Detail(_without_outlet(first.value, publisher), field=first.field)


def _without_outlet(title: str, publisher: Detail | None) -> str:
    """Cut ` | The Moscow Times` from the end of a title.

    >>> _without_outlet("Talks fail - The Post", Detail("The Post", field="x"))
    'Talks fail'
    """
    if not publisher:
        return title
    cut = re.fullmatch(rf"(.+?)\s[|–—-]\s{re.escape(publisher.value)}", title, re.IGNORECASE)
    return cut[1] if cut else title


def _byline(author: Detail | None) -> Detail | None:
    """Give the author's names; the address of a profile is none, and "By" is no part of them."""
    if not author or "//" in author.value or "@" in author.value:
        return None
    return Detail(re.sub(r"^By\s", "", author.value, flags=re.IGNORECASE), field=author.field)


def _address(tree: HtmlElement, meta: dict[str, str], described: dict[str, Any]) -> Detail | None:
    """Give the page's own address, where it is a full one."""
    canonical = tree.find(".//link[@rel='canonical']")
    candidates = (
        ("link[canonical]", canonical.get("href") if canonical is not None else None),
        ("meta[og:url]", meta.get("og:url")),
        ("json-ld[url]", json_ld.text(described.get("url"))),
    )
    for field, value in candidates:
        if value and re.fullmatch(r"https?://[^\s<>\"]+", value) and len(value) <= LONGEST_ADDRESS:
            return Detail(value, field=field)
    return None


def _date(
    described: dict[str, Any], name: str, meta: dict[str, str], names: Iterable[str]
) -> DateDetail | None:
    value = described.get(name)
    found = dated(whole_date(value), f"json-ld[{name}]") if isinstance(value, str) else None
    declared = (dated(whole_date(meta[key]), f"meta[{key}]") for key in names if key in meta)
    return found or next((item for item in declared if item), None)


def _from_words(tree: HtmlElement) -> DateDetail | None:
    """Give the day that htmldate finds, if the page has words for it.

    htmldate also takes days from the names of pictures and the like; those have no words, and
    stay unknown. It is given a tree: a string that looks like an address it would fetch.
    """
    from htmldate import find_date  # noqa: PLC0415 - it loads slowly; only such pages need it

    day = find_date(deepcopy(tree), extensive_search=False, original_date=True, max_date=LATEST)
    found = next((date for date in _dates(tree) if date[0].day == day), None) if day else None
    return dated(found[0], f"words of the page: {found[1]}") if found else None


def _dates(tree: HtmlElement) -> Iterator[tuple[Date, str]]:
    """Give the dates that stand in the words and in the time elements of a page."""
    for element in tree.iter("time"):
        value = element.get("datetime") or ""
        date = whole_date(value)
        if date:
            yield date, value
    text = " ".join(" ".join(tree.itertext()).split())[:LONGEST_PAGE]
    for date in dates(text):
        yield date, text[date.span.start : date.span.end]
