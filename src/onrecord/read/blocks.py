"""Blocks: the paragraphs of a document whose file has no text of its own, written as a text."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from onrecord.read.text import Text


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, and whether it is a heading."""

    text: str
    heading: bool = False


def written(blocks: Iterable[Block], name: str, title: str | None = None) -> Text:
    """Write the title and the paragraphs one after another, a blank line between them.

    A paragraph that repeats the title is left out.
    """
    first = [Block(title, heading=True)] if title else []
    own = [*first, *(block for block in blocks if block.text != title)]
    starts = accumulate((len(block.text) + len("\n\n") for block in own), initial=0)
    headings = [at for at, block in zip(starts, own, strict=False) if block.heading]
    text = "\n\n".join(block.text for block in own)
    return Text(text, name, marked=False, headings=tuple(headings), title=title)


def under_title(body: str, name: str, title: str | None) -> Text:
    r"""Give a text that stands for itself, its title above it where it does not begin with it.

    >>> under_title("They met.", "a", "Talks").raw
    'Talks\n\nThey met.'
    """
    if not title or body.lstrip().startswith(title):
        return Text(body, name, title=title)
    return Text(f"{title}\n\n{body}", name, headings=(0,), title=title)
