"""Markup: Markdown's marks for links, images, lines and links' targets."""

import re
from collections.abc import Iterator
from re import Match

from onrecord.read.changes import Change, Finder, LineMark, Link, replaced
from onrecord.record import Edit, Fix, Noise, NoiseKind, Span

LABEL = r"(?:[^\[\]\\\r\n]|\\[^\r\n]|\r?\n(?=[^\r\n])){0,600}+"
"""The words of a link; at most 600 characters, no blank line, no brackets that are not escaped."""

TARGET = r"""[^()\s<>]*+(?:\([^()\s]*+\)[^()\s<>]*+)?(?:[ ]["'][^"'\r\n]{0,200}+["'])?"""
"""An address with at most one pair of parentheses, perhaps followed by a title in quotes."""

PATTERNS = {
    "rule": (
        r"^[ \t]{0,3}+(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+|={3,}+)"
        r"(?=[\r\n]|\Z)"
    ),
    "heading": r"^[ \t]{0,3}+\#{1,6}[ \t]++(?=\S)",
    "quote": r"^[ \t]{0,3}+(?:>[ \t]?)++",
    "item": r"^[ \t]*+[-*+•‣◦▪●][ \t]++(?=\S)",
    "image": rf"\[?!\[{LABEL}\]\({TARGET}\)(?:\]\({TARGET}\))?",
    "link": rf"\[(?=(?P<label>{LABEL})(?P<tail>\]\(<?(?P<target>{TARGET})>?\)))",
    "autolink": r"<https?://[^\s<>]++>",
    "address": r"(?:https?://|www\.)[^\s<>\[\]]++",
}
"""Tokens of text files. Of a link the token is the first bracket alone, so that marks inside its
label are found; an address is a token so that nothing inside it is taken for a mark."""

NEXT_ITEM = re.compile(r"[^\r\n]*+\s*+-[ \t]")
LONGEST_ITEM = 1_000
"""Characters in which the line before is looked for."""

NOWHERE = ("#", "javascript:")
"""How targets begin that lead nowhere."""


def line_mark(match: Match[str]) -> Iterator[Change]:
    """Cut the mark at the beginning of a line, and remember it."""
    mark = LineMark(LINE_MARKS[str(match.lastgroup)], match.start(), match.end())
    yield Change((Edit(match.start(), match.end()),), line_mark=mark)


LINE_MARKS = {
    "heading": NoiseKind.HEADING_MARKUP,
    "quote": NoiseKind.QUOTE_MARKUP,
    "item": NoiseKind.LIST_MARKUP,
}


def item(match: Match[str]) -> Iterator[Change]:
    """Cut the mark of a list; a single line that begins with a hyphen is no list.

    Newspapers sign so (`- Reuters.`), and let a sentence go on after a heading.
    """
    if match[0].strip() != "-" or _is_listed(match.string, match.start(), match.end()):
        yield from line_mark(match)


def _is_listed(text: str, start: int, end: int) -> bool:
    """Tell whether the line before or the line after begins with a hyphen, too."""
    before = text[max(0, start - LONGEST_ITEM) : start].rstrip()
    line = before.rpartition("\n")[2].lstrip()
    return line.startswith("- ") or NEXT_ITEM.match(text, end) is not None


def rule(match: Match[str]) -> Iterator[Change]:
    """Cut a line that is drawn with characters."""
    yield replaced(match, NoiseKind.RULE_MARKUP, "")


def image(match: Match[str]) -> Iterator[Change]:
    """Cut a picture with its description."""
    yield replaced(match, NoiseKind.IMAGE_MARKUP, "")


def link(match: Match[str]) -> Iterator[Change]:
    """Keep the label of a link, cut the rest."""
    label, target = Span(*match.span("label")), match["target"].split(" ", 1)[0]
    empty = not target or target.startswith(NOWHERE)
    kind = NoiseKind.EMPTY_LINK_TARGET if empty else NoiseKind.LINK_MARKUP
    whole = Span(match.start(), match.end("tail"))
    yield Change(
        (Edit(whole.start, label.start), Edit(label.end, whole.end)),
        Noise(kind, whole, Fix.REPLACE, match["label"]),
        Link(whole, label, None if empty else target),
    )


def autolink(match: Match[str]) -> Iterator[Change]:
    """Cut the angle brackets around an address."""
    start, end = match.span()
    yield Change(
        (Edit(start, start + 1), Edit(end - 1, end)),
        Noise(NoiseKind.LINK_MARKUP, Span(start, end), Fix.REPLACE, match[0][1:-1]),
    )


def address(_: Match[str]) -> Iterator[Change]:
    """Leave an address alone."""
    yield from ()


FINDERS: dict[str, Finder] = {
    "rule": rule,
    "heading": line_mark,
    "quote": line_mark,
    "item": item,
    "image": image,
    "link": link,
    "autolink": autolink,
    "address": address,
}
