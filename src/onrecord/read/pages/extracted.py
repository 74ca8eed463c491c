"""What trafilatura takes for a page's article. This is the one door to trafilatura.

It is given the page as a string, never an address.
"""

from collections.abc import Iterator
from typing import Any

from onrecord.read.blocks import Block

PARTS = frozenset(("p", "head", "quote", "item", "row", "list", "table", "div", "code", "ab"))
"""Elements of trafilatura's tree that begin a paragraph of their own."""


def extracted(html: str, *, precise: bool) -> list[Block]:
    """Give the paragraphs of the article; each page for itself, nothing is remembered."""
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
        if child.tag in PARTS:
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
