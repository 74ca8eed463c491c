"""Live blogs: pages of dated entries, each of which was published at a time of its own.

Each entry is a document, whose bytes are those that it has in the page: an entry that stands in a
later version of the page, too, is the same document.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import Any

from lxml.html import HtmlElement

from onrecord.read.blocks import Block, under_title, written
from onrecord.read.dates import Date, whole_date
from onrecord.read.fields import Fields, dated
from onrecord.read.json_slices import listed
from onrecord.read.pages import json_ld
from onrecord.read.pages.fragment import blocks, is_markup, tree
from onrecord.read.text import Text
from onrecord.record import Detail

FEWEST = 3
"""Dated entries that make a live blog; fewer may be an article with a comment."""

MOST = 2_000
"""Entries of one page; the longest live blogs have a thousand."""

ENTRIES = frozenset(("article", "div", "section", "li"))
FEWEST_WORDS = 8
"""Words of an entry on average; dated lists of links have five."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: its own characters in the page, its text, and what is known of it."""

    own: str
    text: Text
    fields: Fields


def entries(html: str, page: HtmlElement, fields: Fields, name: str) -> list[Entry]:
    """Give the entries of a live blog, none where the page is none.

    `fields` are the page's own: the outlet, the authors and the address hold for each entry.
    """
    found = list(_described(html, page, fields, name)) or list(_marked(html, page, fields, name))
    return found if len(found) >= FEWEST else []


def _described(html: str, page: HtmlElement, fields: Fields, name: str) -> Iterator[Entry]:
    """Give the entries that the page describes in schema.org's words."""
    described = json_ld.article(page)
    if "LiveBlogPosting" not in json_ld.types(described):
        return
    key = html.find('"liveBlogUpdate"')
    start = html.find("[", key) if key >= 0 else -1
    for number, (own, item) in enumerate(listed(html, start) if start >= 0 else (), 1):
        if number > MOST:
            return
        body, title = item.get("articleBody"), json_ld.text(item.get("headline"))
        date = _date(item.get("datePublished"))
        if not isinstance(body, str) or not body.strip() or not date:
            continue
        shown = f"{name}, entry {number}"
        own_fields = _fields(fields, date, "json-ld[datePublished]")
        if title:
            own_fields = replace(own_fields, title=Detail(title, field="json-ld[headline]"))
        body = body.encode("utf-8", "replace").decode("utf-8")
        text = (
            written(blocks(body, shown), shown, title)
            if is_markup(body)
            else under_title(body, shown, title)
        )
        yield Entry(own, text, own_fields)


def _marked(html: str, page: HtmlElement, fields: Fields, name: str) -> Iterator[Entry]:
    """Give the entries that are elements of one kind side by side, each with a time of its own."""
    group = _group(page)
    if not group:
        return
    tag, marks = str(group[0].tag), group[0].get("class")
    slices = _Slices(tag, marks)
    slices.feed(html)
    dates = [_time(element) for element in group]
    if len(slices.found) != len(group):
        return
    for number, ((start, end), date) in enumerate(zip(slices.found, dates, strict=True), 1):
        own, shown = html[start:end], f"{name}, entry {number}"
        paragraphs = _without_times(blocks(own, shown), own)
        if date and paragraphs:
            yield Entry(own, written(paragraphs, shown), _fields(fields, date, "time[datetime]"))


def _fields(fields: Fields, date: Date, place: str) -> Fields:
    return replace(fields, title=None, published=dated(date, place), updated=None)


def _group(page: HtmlElement) -> Sequence[HtmlElement]:
    """Give the largest group of elements of one parent and class that each have a day and words."""
    groups: dict[tuple[HtmlElement, str, str], list[HtmlElement]] = {}
    for time in page.iter("time"):
        for element in time.iterancestors():
            marks = element.get("class")
            if element.tag in ENTRIES and marks and element.getparent() is not None:
                group = groups.setdefault((element.getparent(), str(element.tag), marks), [])
                if element not in group[-1:]:
                    group.append(element)
    live = [group for group in groups.values() if FEWEST <= len(group) <= MOST and _is_live(group)]
    return max(live, key=len, default=[])


def _is_live(group: Sequence[HtmlElement]) -> bool:
    """Tell whether elements are entries: each dated to the minute, with sentences, no teaser."""
    dates = [_time(element) for element in group]
    if not all(date and "T" in date.edtf for date in dates):
        return False
    words = [_words(element) for element in group]
    linked = sum(1 for element in group if element.find(".//h2//a") is not None)
    named = any("live" in _around(element) or "ticker" in _around(element) for element in group[:1])
    return named and sum(words) >= FEWEST_WORDS * len(group) and 2 * linked < len(group)


def _around(element: HtmlElement) -> str:
    """Give the words by which the page names an element and those around it."""
    each = [element, *element.iterancestors()]
    marks = (
        f"{one.get('class') or ''} {one.get('id') or ''} {one.get('itemtype') or ''}"
        for one in each
    )
    return " ".join(marks)[:5_000].lower()


def _words(element: HtmlElement) -> int:
    return len(" ".join(element.itertext()).split())


def _time(element: HtmlElement) -> Date | None:
    time = element.find(".//time")
    return _date(time.get("datetime")) if time is not None else None


def _date(value: Any) -> Date | None:
    return whole_date(value) if isinstance(value, str) else None


def _without_times(paragraphs: list[Block], own: str) -> list[Block]:
    """Leave out the paragraphs that are nothing but the entry's time."""
    root = tree(own)
    times = (
        set() if root is None else {" ".join(t.text_content().split()) for t in root.iter("time")}
    )
    return [block for block in paragraphs if block.text not in times]


class _Slices(HTMLParser):
    """Finds where the elements of one tag and class begin and end in the page's characters."""

    def __init__(self, tag: str, marks: str | None) -> None:
        super().__init__(convert_charrefs=False)
        self._tag, self._marks = tag, marks
        self._starts: list[int] = [0]
        self._depth = 0
        self._open: tuple[int, int] | None = None
        self.found: list[tuple[int, int]] = []

    def feed(self, data: str) -> None:
        """Go through the page."""
        at = -1
        while (at := data.find("\n", at + 1)) >= 0:
            self._starts.append(at + 1)
        self._text = data
        super().feed(data)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a wanted element begins."""
        if tag != self._tag:
            return
        self._depth += 1
        if self._open is None and dict(attrs).get("class") == self._marks:
            self._open = (self._place(), self._depth)

    def handle_endtag(self, tag: str) -> None:
        """Note where a wanted element ends."""
        if tag != self._tag:
            return
        if self._open and self._depth == self._open[1]:
            end = self._text.find(">", self._place()) + 1
            self.found.append((self._open[0], end or len(self._text)))
            self._open = None
        self._depth = max(0, self._depth - 1)

    def _place(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column
