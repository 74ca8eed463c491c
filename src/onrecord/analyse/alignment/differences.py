"""Differences: what was put in and taken out between two wordings, word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

TOKEN = re.compile(r"\s*(?:[\[\]]|\w+(?:[’'.\-]\w+)*|[^\w\s])")
"""A word, a bracket or a mark, with the blank space before it."""

LONGEST = 2_000
"""Words of a passage that are compared one by one; of longer ones that part which differs is shown
as a whole, because finding the words in common takes time by the square of their number."""


class Change(StrEnum):
    """What became of a stretch of words."""

    SAME = "same"
    OUT = "out"
    IN = "in"


class Piece(NamedTuple):
    """A stretch of words, and what became of it."""

    change: Change
    words: str


def tokens(text: str) -> list[str]:
    """Give the words, brackets and marks of a text, each with the blank space before it."""
    return TOKEN.findall(text)


def plain(text: str) -> list[str]:
    """Give the words, brackets and marks of a text as they are compared: quotation marks alike.

    >>> plain("“Party”  means [a] Party")
    ['"', 'Party', '"', 'means', '[', 'a', ']', 'Party']
    """
    return [_plain(token) for token in tokens(text)]


def wording(text: str) -> list[str]:
    """Give the words and marks of a text without square brackets."""
    return [token for token in plain(text) if token not in {"[", "]"}]


def _plain(token: str) -> str:
    bare = token.strip()
    if bare in {"“", "”", "„", "«", "»"}:
        return '"'
    return bare.replace("’", "'").replace("‘", "'").replace("–", "-")


def difference(left: str, right: str) -> tuple[Piece, ...]:
    """Give the words of two passages in one row: the same, taken out, put in.

    >>> [(str(change), words) for change, words in difference("within 60 days", "within 90 days")]
    [('same', 'within'), ('out', ' 60'), ('in', ' 90'), ('same', ' days')]
    >>> [(str(change), words) for change, words in difference("all parties", "parties")]
    [('out', 'all '), ('same', 'parties')]
    """
    one, other = tokens(left), tokens(right)
    return tuple(
        piece
        for same, first, second in _joined(list(_steps(one, other)))
        for piece in _pieces(same, (one, first), (other, second))
    )


def sides(left: str, right: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Give both passages each in its own words: the same, and what the other does not have.

    >>> [[(str(change), words) for change, words in side] for side in sides("“a” b", '"a" c')]
    [[('same', '“a”'), ('out', ' b')], [('same', '"a"'), ('in', ' c')]]
    """
    one, other = tokens(left), tokens(right)
    steps = list(_joined(list(_steps(one, other))))
    ours = (Piece(Change.SAME if s else Change.OUT, _words((one, r))) for s, r, _ in steps)
    theirs = (Piece(Change.SAME if s else Change.IN, _words((other, r))) for s, _, r in steps)
    return tuple(p for p in ours if p.words), tuple(p for p in theirs if p.words)


Range = tuple[int, int]
Step = tuple[bool, Range, Range]
"""Whether both sides say the same here, and the words of either side."""


def _steps(one: Sequence[str], other: Sequence[str]) -> Iterator[Step]:
    first, second = [_plain(each) for each in one], [_plain(each) for each in other]
    start = _common(first, second)
    end = _common(first[start:][::-1], second[start:][::-1])
    left, right = (start, len(first) - end), (start, len(second) - end)
    if start:
        yield True, (0, start), (0, start)
    if max(left[1] - left[0], right[1] - right[0]) > LONGEST:
        yield False, left, right
    else:
        matcher = SequenceMatcher(None, first[slice(*left)], second[slice(*right)])
        for tag, i, j, k, m in matcher.get_opcodes():
            yield tag == "equal", (start + i, start + j), (start + k, start + m)
    if end:
        yield True, (left[1], len(first)), (right[1], len(second))


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Give how many words two passages begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _joined(steps: list[Step]) -> Iterator[Step]:
    """Join changes that only one word in common keeps apart: read together they are one."""
    at = 0
    while at < len(steps):
        same, (i, j), (k, m) = steps[at]
        while not same and at + 2 < len(steps) and _islet(steps, at + 1):
            at += 2
            j, m = steps[at][1][1], steps[at][2][1]
        yield same, (i, j), (k, m)
        at += 1


def _islet(steps: Sequence[Step], at: int) -> bool:
    """Tell whether one word in common stands between two changes of several words each."""
    if steps[at][1][1] - steps[at][1][0] > 1:
        return False
    around = [max(b - a, d - c) for _, (a, b), (c, d) in (steps[at - 1], steps[at + 1])]
    return min(around) > 1


Part = tuple[Sequence[str], Range]
"""The words of a side, and which of them are meant."""


def _pieces(same: bool, left: Part, right: Part) -> Iterator[Piece]:
    gone, put = _words(left), _words(right)
    if same:
        yield Piece(Change.SAME, put)
        return
    if gone := gone + _blank(left, right):
        yield Piece(Change.OUT, gone)
    if put:
        yield Piece(Change.IN, put)


def _words(part: Part) -> str:
    words, of = part
    return "".join(words[slice(*of)])


def _blank(left: Part, right: Part) -> str:
    """Give the blank space behind a change that the left side alone has: `a b` became `b`.

    What both sides say next is shown as the right side has it, without that space.
    """
    (one, (_, j)), (other, (_, m)) = left, right
    if j == len(one) or m == len(other) or other[m][0].isspace():
        return ""
    return one[j][: len(one[j]) - len(one[j].lstrip())]
