"""Fragments: pieces of HTML that hold nothing but an article, as feeds, mails and JSON have."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from onrecord.errors import TooManyMarks
from onrecord.read.blocks import Block

MARKS = re.compile(
    r"</(?:p|div|h[1-6]|li|blockquote|table|span|body)>|<br\s?/?>|<p>", re.IGNORECASE
)
"""What no text has that is not HTML; a text about HTML names one or two."""
FEWEST_MARKS = 2

_BLOCKS = """
    p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote table tr td th section article header
    footer body figure figcaption pre hr address main aside center form fieldset
"""
BLOCKS = frozenset(_BLOCKS.split())
"""Elements that begin a paragraph of their own."""
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
SILENT = frozenset(("script", "style", "head", "title", "noscript", "template", "svg", "iframe"))
"""Elements whose words nobody sees."""
HIDDEN = re.compile(r"display\s?:\s?none|visibility\s?:\s?hidden|mso-hide\s?:\s?all", re.IGNORECASE)

MOST_ELEMENTS = 100_000
"""A newsletter has 5,000; a hundred thousand take a second."""


def is_markup(text: str) -> bool:
    """Tell whether a text is HTML.

    >>> is_markup("<p>They met.</p><p>They left.</p>"), is_markup("a < b, <p> is a tag")
    (True, False)
    """
    found = MARKS.finditer(text)
    return sum(1 for _ in zip(found, range(FEWEST_MARKS), strict=False)) == FEWEST_MARKS


def tree(html: str) -> HtmlElement | None:
    """Parse HTML without network, entities or limits switched off; None where nothing is in it."""
    parser = HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(html, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def blocks(html: str, name: str) -> list[Block]:
    """Give all paragraphs that a reader sees.

    Raises:
        TooManyMarks: there are more elements than any article has.
    """
    root = tree(html)
    return [] if root is None else list(_walk(root, name))


def _walk(root: HtmlElement, name: str) -> Iterator[Block]:
    """Go through the elements without recursion: hostile ones nest by thousands."""
    words: list[str] = []
    heading, silent = False, 0
    for count, (event, element) in enumerate(etree.iterwalk(root, events=("start", "end"))):
        if count > 2 * MOST_ELEMENTS:
            raise TooManyMarks(name, MOST_ELEMENTS)
        tag, starts = element.tag, event == "start"
        if tag in BLOCKS:
            yield from _block(words, heading=heading)
            words, heading = [], tag in HEADINGS and starts
        hidden = tag in SILENT or HIDDEN.search((element.get("style") or "")[:500]) is not None
        silent += (1 if starts else -1) if hidden else 0
        said = element.text if starts else element.tail
        if tag == "br" and not starts:
            words.append("\n")
        if said and not silent:
            words.append(said)
    yield from _block(words, heading=heading)


def _block(words: list[str], *, heading: bool) -> Iterator[Block]:
    """Give the paragraphs of these words; two line breaks part paragraphs, one only a line."""
    text = re.sub(
        r"[^\S\n]+", " ", "".join(word if word == "\n" else _even(word) for word in words)
    )
    for part in re.split(r"\n\s{0,1000}\n", text):
        said = " ".join(part.split())
        if said:
            yield Block(said, heading=heading)


def _even(word: str) -> str:
    return re.sub(r"\s+", " ", word)
