"""Feeds and sitemaps: which articles a publication lists, newest first where it says when."""

import calendar
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from typing import Any

from onrecord.errors import AnswerUnusable
from onrecord.fetch.addresses import joined, shown
from onrecord.fetch.answers import Answer
from onrecord.fetch.bodies import unzipped

MOST_ENTRIES = 1000
"""Entries of one list that are looked at: the newest; feeds have ten to a hundred."""

LONGEST_WORDS = 2000
"""Characters of a title or a summary that are kept."""

HEAD = 4096
MARK = re.compile(
    rb"<(?:[\w.-]{1,40}:)?(?P<root>rss|feed|rdf|urlset|sitemapindex)[\s>]", re.IGNORECASE
)
ENTITY = re.compile(rb"<!\s{0,9}ENTITY", re.IGNORECASE)
TAG = re.compile(r"<[^<>]{0,2000}>")
MOMENTS = ("published_parsed", "updated_parsed")
SLIPS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""How a parser of feeds stumbles over what nobody thought of."""

SITEMAPS = frozenset({"urlset", "sitemapindex"})


@dataclass(frozen=True, slots=True)
class Listed:
    """One article as a feed or a sitemap lists it; the times are ISO 8601, empty where unknown."""

    url: str
    title: str = ""
    summary: str = ""
    changed: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """What an answer lists: articles, and further lists (`sitemaps`)."""

    entries: tuple[Listed, ...] = ()
    sitemaps: tuple[str, ...] = ()


def listing(answer: Answer, limit: int) -> Listing | None:
    """Give what a feed or a sitemap lists, None where the answer is neither.

    `limit` bounds the bytes of a packed sitemap.

    Raises:
        AnswerUnusable: it is one, but broken, or it declares entities of its own.
        AnswerTooLarge: it is packed, and too large.
    """
    content = unzipped(answer.content, shown(answer.url), limit)
    root = _root(content)
    if root is None:
        return None
    if ENTITY.search(content.replace(b"\x00", b"")):
        raise AnswerUnusable(shown(answer.url), "the feed declares entities of its own")
    try:
        if root in SITEMAPS:
            return _sitemap(content, root, answer.url)
        return Listing(_newest(_feed(content, answer)))
    except SLIPS:
        raise AnswerUnusable(shown(answer.url), "the feed is broken") from None


def _root(content: bytes) -> str | None:
    """Give the name of the root element of a feed or a sitemap, None for anything else."""
    head = content[:HEAD].replace(b"\x00", b"")  # UTF-16, as far as ASCII goes
    if not head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<"):
        return None
    found = MARK.search(head)
    if not found or re.search(rb"<html[\s>]", head[: found.start()], re.IGNORECASE):
        return None
    return found["root"].decode().lower()


def _feed(content: bytes, answer: Answer) -> Iterator[Listed]:
    import feedparser  # noqa: PLC0415 - it loads slowly; only feeds need it

    kind = answer.media_type + (f"; charset={answer.charset}" if answer.charset else "")
    found: Any = feedparser.parse(
        io.BytesIO(content),  # never a string: feedparser would fetch or open it
        response_headers={"content-type": kind} if kind else {},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    if found.bozo and not found.entries:
        raise AnswerUnusable(shown(answer.url), "the feed is broken and lists nothing")
    for entry in found.entries:
        url = joined(answer.url, str(entry.get("link") or entry.get("id") or ""))
        if url:
            published, updated = (_moment(dict(entry).get(name)) for name in MOMENTS)
            yield Listed(
                url=url,
                title=_words(entry.get("title")),
                summary=_words(entry.get("summary")),
                changed=updated or published,
                published=published,
            )


def _words(value: object) -> str:
    """Give the words of a title or a summary, without markup."""
    text = str(value or "")[: 4 * LONGEST_WORDS]
    return " ".join(unescape(TAG.sub(" ", text)).split())[:LONGEST_WORDS]


def _moment(parsed: Any) -> str:
    """Give a time of feedparser's as ISO 8601 in UTC, empty where there is none."""
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat() if parsed else ""
    except (ValueError, OverflowError, TypeError):
        return ""


def _sitemap(content: bytes, root: str, url: str) -> Listing:
    found = list(_places(content, url))
    if root == "sitemapindex":
        return Listing(sitemaps=tuple(each.url for each in _newest(found)))
    return Listing(_newest(found))


def _places(content: bytes, url: str) -> Iterator[Listed]:
    """Give the places of a sitemap, read piece by piece, without entities and network."""
    from lxml import etree  # noqa: PLC0415 - it loads slowly; only sitemaps need it

    parts = etree.iterparse(
        io.BytesIO(content),
        events=("end",),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
    )
    said: dict[str, str] = {}
    try:
        for _, element in parts:
            name = etree.QName(element).localname if isinstance(element.tag, str) else ""
            if name in {"loc", "lastmod", "title", "publication_date"} and element.text:
                said.setdefault(name, element.text.strip()[:LONGEST_WORDS])
            elif name in {"url", "sitemap"}:
                place = joined(url, said.get("loc", ""))
                if place:
                    published = said.get("publication_date", "")
                    changed = said.get("lastmod") or published
                    title = _words(said.get("title"))
                    yield Listed(place, title, changed=changed, published=published)
                said = {}
                element.clear()
    except etree.LxmlError:
        raise AnswerUnusable(shown(url), "the sitemap is broken") from None


def _newest(entries: Iterable[Listed]) -> tuple[Listed, ...]:
    """Give each place once, the newest first; those of one time stay in their order."""
    once: dict[str, Listed] = {}
    for entry in entries:
        once.setdefault(entry.url, entry)
    ordered = sorted(once.values(), key=lambda entry: entry.changed, reverse=True)
    return tuple(ordered[:MOST_ENTRIES])
