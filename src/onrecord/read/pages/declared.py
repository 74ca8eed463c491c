"""Page fields: title, author, outlet, address and dates as the page itself declares them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

from lxml.html import HtmlElement

from onrecord.read import addresses
from onrecord.read.dates import Date, dates, whole_date
from onrecord.read.fields import Fields, dated
from onrecord.read.pages import authors, json_ld
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

ACCOUNTS = frozenset(("admin", "administrator", "super user", "webmaster"))
"""Names that programs for pages give to their first account."""

LATEST = "2200-01-01"
"""htmldate leaves out dates after today; a constant gives the same answer every day."""

LONGEST_OUTLET = 40
"""Characters of a site's name; longer ones are mottos, or the article's title."""

LONGEST_TITLE = 500
SHORTEST_HEADING = 8
"""Characters of a heading that can be a title; shorter ones are `Home`, `Menu`, `News`."""

LONGEST_ADDRESS = 2_000
LONGEST_PAGE = 1_000_000
"""Characters of the page's words in which a date is looked for."""


def fields(tree: HtmlElement) -> Fields:
    """Give what the page declares about its article."""
    meta = dict(_meta(tree))
    described = json_ld.article(tree)
    url = _address(tree, meta, described)
    publisher = _outlet(_named(meta, PUBLISHERS), _described(described, "publisher"), url)
    return Fields(
        title=_title(tree, meta, described, publisher),
        publisher=publisher,
        byline=_byline(tree, meta, described, publisher),
        url=url,
        published=_date(described, "datePublished", meta, PUBLISHED) or _from_words(tree),
        updated=_date(described, "dateModified", meta, UPDATED),
        language=tree.get("lang") or meta.get("og:locale") or meta.get("content-language"),
    )


def _outlet(site: Detail | None, company: Detail | None, url: Detail | None) -> Detail | None:
    """Give the outlet: the name of the site rather than of the company behind it.

    Of a name with a motto the part counts that the address has, too.
    """
    found = site if site and len(site.value) <= LONGEST_OUTLET else company or site
    host = addresses.host(url.value) if url else None
    label = _letters((host or "").rpartition(".")[0].rpartition(".")[2])
    for each in filter(None, (found, site, company)):
        for part in re.split(r"\s[|–—»·-]\s", each.value) if label else ():
            name = part.strip(" |–—»·-☆★")
            plain = _plain(name)
            if plain and (plain == label or (label in plain and len(plain) < 2 * len(label))):
                return Detail(name, field=each.field)
    return found


def _plain(text: str) -> str:
    """Give a text's letters without their accents."""
    apart = unicodedata.normalize("NFKD", text)
    return _letters("".join(c for c in apart if not unicodedata.combining(c)))


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
    declared = [
        _described(described, "headline"),
        _named(meta, TITLES),
        Detail(title, field="title") if title else None,
    ]
    first = _printed(filter(None, declared), headings, publisher)
    if (not first or first.field == "title") and len(headings) == 1 and headings[0]:
        first = _heading(headings[0], title)
    if not first or len(first.value) > LONGEST_TITLE:
        return None
    return Detail(_without_outlet(first.value, publisher), field=first.field)


def _printed(
    declared: Iterable[Detail], headings: Iterable[str], publisher: Detail | None
) -> Detail | None:
    """Give the heading that the page prints for what it declares, else what it declares first.

    Declared titles go on with the outlet, the section or the date; or they are another one for
    search engines, where one that was declared later is the heading.
    """
    outlet = _letters(publisher.value) if publisher else ""
    own = [one for one in headings if len(one) >= SHORTEST_HEADING and _letters(one) != outlet]
    found = list(declared)
    first = found[0] if found else None
    for heading in own:
        if first and _is_same(first.value, heading):
            return first if heading == first.value else Detail(heading, field="h1")
    for item in found[1:]:
        for heading in own:
            if _letters(item.value) == _letters(heading):
                return Detail(heading, field="h1")
    return first


def _heading(heading: str, title: str) -> Detail:
    """Give the only heading of a page that declares nothing else than the title of its window.

    Where that ends with the heading behind a mark, the heading is the site's name.
    """
    parts = re.split(r"\s[|–—»:·-]\s", title)
    if len(parts) > 1 and _letters(parts[-1]) == _letters(heading):
        return Detail(title[: title.rindex(parts[-1])].rstrip(" |–—»:·-"), field="title")
    return Detail(heading, field="h1")


def _is_same(title: str, heading: str) -> bool:
    """Tell whether a title is a heading, alone or with more behind or before a mark.

    >>> _is_same("Talks end in Varn | The Post", "Talks end in Varn")
    True
    >>> _is_same("Talks end in Varn today", "Talks end in Varn")
    False
    """
    own, printed = _letters(title), _letters(heading)
    parts = [_letters(part) for part in re.split(r"\s[|–—»·-]\s|:\s", title)]
    several = ["".join(some) for cut in range(1, len(parts)) for some in (parts[:cut], parts[cut:])]
    if printed == own or (printed == parts[0] and " " in heading):
        return True
    return printed in several and 2 * len(printed) > len(own)


def _without_outlet(title: str, publisher: Detail | None) -> str:
    """Cut ` | The Moscow Times` from the end of a title.

    >>> _without_outlet("Talks fail - The Post", Detail("The Post", field="x"))
    'Talks fail'
    """
    if not publisher:
        return title
    cut = re.fullmatch(rf"(.+?)\s[|–—-]\s{re.escape(publisher.value)}", title, re.IGNORECASE)
    return cut[1] if cut else title


def _byline(
    tree: HtmlElement, meta: dict[str, str], described: dict[str, Any], publisher: Detail | None
) -> Detail | None:
    """Give the authors' names; the outlet's own name is none of them."""
    outlets = (publisher, _described(described, "publisher"), _named(meta, PUBLISHERS))
    for found in (
        _described(described, "author"),
        _named(meta, AUTHORS),
        authors.shown(tree, meta),
    ):
        # The address of a profile is no name, and "By" is no part of one.
        if found and "//" not in found.value and "@" not in found.value:
            name = re.sub(r"^By\s", "", found.value, flags=re.IGNORECASE)
            outlet = _letters(name) in {_letters(item.value) for item in outlets if item}
            if not outlet and "www." not in name and name.lower() not in ACCOUNTS:
                return Detail(name, field=found.field)
    return None


def _letters(text: str) -> str:
    """Give a text's letters and figures alone, to compare it.

    >>> _letters("Stars-Insider"), _letters("StarsInsider")
    ('starsinsider', 'starsinsider')
    """
    return re.sub(r"[\W_]+", "", text).casefold()


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
