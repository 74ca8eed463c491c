"""Pages: from HTML to the text of its article, title first, a blank line between paragraphs.

This is the one door to trafilatura. It is given the page as a string, never an address.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from onrecord.errors import NoArticle, TooManyMarks
from onrecord.read.blocks import Block, written
from onrecord.read.fields import Fields
from onrecord.read.pages.declared import fields
from onrecord.read.text import Text

BLOCKS = frozenset(("p", "head", "quote", "item", "row", "list", "table", "div", "code", "ab"))
"""Elements of trafilatura's tree that begin a paragraph of their own."""

DECLARATION = re.compile(r"\ufeff?\s{0,1000}<\?xml[^>]{0,200}\?>", re.IGNORECASE)
"""lxml refuses a decoded text that still declares its encoding."""

FEWEST_WORDS = 5
"""A page whose text has fewer holds no article; the shortest news flash is a sentence."""

LOST = 3
"""In precision mode trafilatura keeps 92 of 100 wanted segments of 80 test pages, and on one page
in thirty almost nothing. Where its usual mode finds three times as much text, that one counts."""

MOST_ELEMENTS = 30_000
"""Ten times what the largest of 80 test pages has; each takes trafilatura up to a millisecond."""


@dataclass(frozen=True, slots=True)
class Article:
    """The text of a page's article, and what the page says about it."""

    text: Text
    fields: Fields


def article(html: str, name: str) -> Article:
    """Give the article of a page.

    Raises:
        NoArticle: there is none.
        TooManyMarks: the page has more elements than any article's.
    """
    html = DECLARATION.sub("", html, count=1).lstrip("\ufeff")
    tree = _tree(html)
    if tree is None:
        raise NoArticle(name)
    if sum(1 for _ in islice(tree.iter(), MOST_ELEMENTS + 1)) > MOST_ELEMENTS:
        raise TooManyMarks(name, MOST_ELEMENTS)
    found = fields(tree)
    title = found.title.value if found.title else None
    blocks = _blocks(html)
    if sum(len(block.text.split()) for block in blocks) < FEWEST_WORDS:
        raise NoArticle(name)
    return Article(written(blocks, name, title), found)


def _tree(html: str) -> HtmlElement | None:
    """Parse a page without network, entities or limits switched off."""
    parser = HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(html, parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def _blocks(html: str) -> list[Block]:
    precise = _extracted(html, precise=True)
    usual = _extracted(html, precise=False)
    return usual if LOST * _length(precise) < _length(usual) else precise


def _length(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _extracted(html: str, *, precise: bool) -> list[Block]:
    """Give what trafilatura takes for the article; each page for itself, nothing is remembered."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - it loads slowly; only pages need it

    document: Any = bare_extraction(
        html,
        favor_precision=precise,
        include_comments=False,
        include_links=False,
        include_images=False,
        deduplicate=False,
        with_metadata=False,
    )
    return list(_walk(document.body)) if document is not None else []


def _walk(element: Any) -> Iterator[Block]:
    """Give the paragraphs under an element of trafilatura's tree, in order."""
    words = [element.text or ""]
    for child in element:
        if child.tag in BLOCKS:
            yield from _block(words, element)
            words = []
            yield from _walk(child)
        else:
            words.append(" " if child.tag in {"lb", "cell"} else "")
            words.append("".join(child.itertext()))
        words.append(child.tail or "")
    yield from _block(words, element)


def _block(words: list[str], element: Any) -> Iterator[Block]:
    text = " ".join("".join(words).split())
    if text:
        yield Block(text, heading=element.tag == "head")
