"""Pages: from HTML to the text of its article, title first, a blank line between paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from onrecord.errors import CookieBanner, ListingPage, NoArticle, TooManyMarks
from onrecord.read.blocks import Block, written
from onrecord.read.fields import Fields
from onrecord.read.pages import json_ld, kinds
from onrecord.read.pages.declared import fields
from onrecord.read.pages.extracted import extracted
from onrecord.read.pages.fragment import tree as parsed
from onrecord.read.pages.live import entries
from onrecord.read.text import Text

DECLARATION = re.compile(r"\ufeff?\s{0,1000}<\?xml[^>]{0,200}\?>", re.IGNORECASE)
"""lxml refuses a decoded text that still declares its encoding."""

FEWEST_WORDS = 5
"""A page whose text has fewer holds no article; the shortest news flash is a sentence."""

LOST = 3
"""In precision mode trafilatura keeps 92 of 100 wanted segments of 80 test pages, and on one page
in thirty almost nothing. Where its usual mode finds three times as much text, that one counts."""

FEWEST_SENTENCE = 6
"""Words of a paragraph that only the usual mode finds and that is kept; shorter ones are labels."""

ENDED = re.compile(r"[.!?…:][\"'”’»“)\]]{0,3}\Z")
"""How such a paragraph ends: 12 of 13 that do are the article's, 1 of 5 of the others."""

MOST_BLOCKS = 2_000
"""Paragraphs that are put in order; books on one page have more, and one mode is enough there."""

MOST_ELEMENTS = 15_000
"""Five times what the largest of 80 test pages has; each takes trafilatura up to a quarter of a
millisecond in each mode."""

MANY_ELEMENTS = 8_000
"""From here on only the usual mode is asked, so that no page takes long."""

SAME = 0.7
"""The share of a page's text that its own description must hold to be taken at its word."""


@dataclass(frozen=True, slots=True)
class Article:
    """The text of a page's article, what the page says about it, and what is odd with it.

    `own` are the characters of an entry of a live blog, None where the page is the article.
    """

    text: Text
    fields: Fields
    notes: tuple[str, ...] = ()
    own: str | None = None


def articles(html: str, name: str) -> list[Article]:
    """Give the entries of a live blog, else the one article of a page.

    Raises:
        NoArticle: there is none.
        CookieBanner, ListingPage: the page is something else.
        TooManyMarks: the page has more elements than any article's.
    """
    html = DECLARATION.sub("", html, count=1).lstrip("\ufeff")
    tree = parsed(html)
    if tree is None:
        raise NoArticle(name)
    if sum(1 for _ in islice(tree.iter(), MOST_ELEMENTS + 1)) > MOST_ELEMENTS:
        raise TooManyMarks(name, MOST_ELEMENTS)
    found = fields(tree)
    live = entries(html, tree, found, name)
    if live:
        note = f"This page is a live blog: its {len(live)} dated entries are read one by one."
        notes = [(note,), *((),) * (len(live) - 1)]
        pairs = zip(live, notes, strict=True)
        return [Article(one.text, one.fields, said, one.own) for one, said in pairs]
    return [_article(html, tree, found, name)]


def _article(html: str, tree: HtmlElement, found: Fields, name: str) -> Article:
    described = json_ld.article(tree)
    blocks = _blocks(html, tree)
    _refuse(tree, blocks, name)
    blocks = _as_described(blocks, json_ld.text(described.get("articleBody")))
    blocks = [block for block in blocks if not kinds.is_notice(block.text)]
    title = found.title.value if found.title else None
    own = [block for block in blocks if block.text != title]
    if sum(len(block.text.split()) for block in own) < FEWEST_WORDS:
        raise NoArticle(name)
    cut = kinds.stub(tree, described, own)
    notes = (f"Only the beginning of the article is in this page: {cut}.",) if cut else ()
    return Article(written(own, name, title), found, notes)


def _refuse(tree: HtmlElement, blocks: Sequence[Block], name: str) -> None:
    reason = kinds.banner(blocks)
    if reason:
        raise CookieBanner(name, reason)
    reason = kinds.listing(tree, json_ld.article(tree))
    if reason:
        raise ListingPage(name, reason)


def _blocks(html: str, tree: HtmlElement) -> list[Block]:
    """Give what the precision mode finds, with the sentences that only the usual one finds."""
    usual = extracted(html, precise=False)
    if sum(1 for _ in islice(tree.iter(), MANY_ELEMENTS)) == MANY_ELEMENTS:
        return usual
    precise = extracted(html, precise=True)
    if LOST * _length(precise) < _length(usual):
        return usual
    known = _bare(" ".join(block.text for block in precise))
    more = [block for block in usual if _is_sentence(block) and _bare(block.text) not in known]
    if not more or len(precise) + len(more) > MOST_BLOCKS:
        return precise
    return _in_order([*precise, *more], _bare(" ".join(_shown(tree))))


def _is_sentence(block: Block) -> bool:
    words = len(block.text.split())
    return words >= FEWEST_SENTENCE and ENDED.search(block.text) is not None


def _in_order(blocks: Sequence[Block], page: str) -> list[Block]:
    """Give the blocks as they stand in the page; one that is not found stays behind the former."""
    places, last = [], 0
    for block in blocks:
        words = _bare(block.text)[:60]
        place = page.find(words, last)
        place = page.find(words) if place < 0 else place
        last = place if place >= 0 else last
        places.append(last)
    return [blocks[i] for i in sorted(range(len(blocks)), key=lambda i: (places[i], i))]


def _as_described(blocks: list[Block], body: str | None) -> list[Block]:
    """Leave out the paragraphs at the ends that the page's own copy of its article does not have.

    The copy counts where it holds most of what was found; many pages give only a beginning.
    """
    told = _bare(body or "")
    inside = [_bare(block.text)[:60] in told for block in blocks] if told else []
    agreed = sum(len(block.text) for block, there in zip(blocks, inside, strict=False) if there)
    if agreed < SAME * _length(blocks) or not any(inside):
        return blocks
    first, last = inside.index(True), len(inside) - inside[::-1].index(True)
    return blocks[first:last]


def _shown(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter():
        silent = element.tag in {"script", "style", "noscript", "template"}
        yield from filter(None, (None if silent else element.text, element.tail))


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text)


def _length(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks)
