"""Characters: those that nobody sees, and those that stand for another."""

import re
from collections.abc import Iterator
from html import unescape
from re import Match

from onrecord.read.changes import Change, Finder, replaced
from onrecord.record import Edit, Fix, Noise, NoiseKind, Span

INVISIBLE = r"[\x00-\x08\x0e-\x1f\x7f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
"""Control characters, zero-width characters and marks of direction. The zero-width joiner stays:
emoji are made with it."""

SPACES = r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+"
"""Tabulators and every space but the common one."""

LINE_ENDINGS = r"\r\n|[\r\v\f\x85\u2028\u2029]"

SOFT_HYPHEN = r"\u00ad+(?:\r?\n(?=\w))?"
"""With the newline that it breaks a word at."""

AMOUNT = r"\d[\d,.]{0,30}(?:\s(?:thousand|million|billion|trillion)\b)?"

PATTERNS = {
    "byte_order_mark": r"\A\ufeff",
    "soft_hyphen": SOFT_HYPHEN,
    "line_ending": LINE_ENDINGS,
    "invisible": INVISIBLE,
    "space": SPACES,
}
"""Tokens of every text."""

ESCAPES = {
    "dollar": rf"\\\$(?=(?P<amount>{AMOUNT})?)",
    "escape": r"\\[!-/:-@\[-`{-~]|\\n(?=[ \t]*(?:[\r\n]|\Z))|(?<=[ \t])\\n(?=[ \t])",
    "reference": r"&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});",
}
"""Tokens of text files only: Markdown's escapes, newlines that a broken export wrote as `\\n`,
and HTML's references to characters."""


def byte_order_mark(match: Match[str]) -> Iterator[Change]:
    """Cut the mark at the beginning of a file."""
    yield replaced(match, NoiseKind.BYTE_ORDER_MARK, "")


def soft_hyphen(match: Match[str]) -> Iterator[Change]:
    """Close the word."""
    yield replaced(match, NoiseKind.SOFT_HYPHEN, "")


def line_ending(match: Match[str]) -> Iterator[Change]:
    """Give every line the same ending."""
    yield replaced(match, NoiseKind.LINE_ENDING, "\n")


def invisible(match: Match[str]) -> Iterator[Change]:
    """Cut what cannot be seen."""
    yield replaced(match, NoiseKind.INVISIBLE_CHARACTER, "")


def space(match: Match[str]) -> Iterator[Change]:
    """Give one common space."""
    yield replaced(match, NoiseKind.INVISIBLE_CHARACTER, " ")


def dollar(match: Match[str]) -> Iterator[Change]:
    r"""Free an escaped amount: `\$100 billion` as a whole is the noise, the backslash is cut."""
    end = match.end() + len(match["amount"] or "")
    yield _unescaped(match, NoiseKind.ESCAPED_DOLLAR, end)


def escape(match: Match[str]) -> Iterator[Change]:
    """Free an escaped character."""
    if match[0] == r"\n":
        ends = match.string[match.end() :].lstrip(" \t")[:1] in {"", "\r", "\n"}
        yield replaced(match, NoiseKind.ESCAPED_CHARACTER, "" if ends else "\n")
    else:
        yield _unescaped(match, NoiseKind.ESCAPED_CHARACTER, match.end())


def _unescaped(match: Match[str], kind: NoiseKind, end: int) -> Change:
    start = match.start()
    noise = Noise(kind, Span(start, end), Fix.REPLACE, match.string[start + 1 : end])
    return Change((Edit(start, start + 1),), noise)


def reference(match: Match[str]) -> Iterator[Change]:
    """Give the character that is referred to, where there is just one."""
    text = unescape(match[0])
    if len(text) == 1 and text != "\ufffd":
        plain = re.sub(rf"{INVISIBLE}|\u00ad", "", re.sub(rf"{SPACES}|[\n\r]", " ", text))
        yield replaced(match, NoiseKind.CHARACTER_REFERENCE, plain)


FINDERS: dict[str, Finder] = {
    "byte_order_mark": byte_order_mark,
    "soft_hyphen": soft_hyphen,
    "line_ending": line_ending,
    "invisible": invisible,
    "space": space,
    "dollar": dollar,
    "escape": escape,
    "reference": reference,
}
