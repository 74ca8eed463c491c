"""The paragraphs of a PDF file, put together from its lines."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from onrecord.read.blocks import Block
from onrecord.read.formats.pdf_lines import Line
from onrecord.read.passages import FINISHED, LABELLED, UNFINISHED

EDGE = 3
"""Lines at the top and at the bottom of a page that can be a running head or foot."""

PAGE_NUMBER = re.compile(
    r"[-–—|\[(\s]{0,4}(?:page\s|p\.\s?|seite\s)?(?:\d{1,4}|[ivxl]{1,6})"
    r"(?:\s?(?:/|of|von)\s?\d{1,4})?[-–—|\])\s]{0,4}",
    re.IGNORECASE,
)

WIDER = 1.4
"""How much wider than usual the gap between two lines is where a paragraph ends; authors who part
paragraphs with space give at least half a line."""

INDENT = 0.8
"""The least indent of a first line, in sizes of its font; typesetters use one to two."""

SHORT = 0.85
"""A last line ends before this share of the column, where it can be told at all."""

LARGER = 1.12
"""How much larger than the text a heading is: 12.5 points over 11, the least that is seen."""

LONGEST_HEADING = 200
SOFT = re.compile(r"(\w+)(?:\ufffe|\x02|\u00ad)(\w+)")
"""A word that the file itself says was broken."""
BULLET = re.compile(r"[•‣◦▪●–—*-]\s")


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual in a file: the size of its font, and the gap from line to line in sizes."""

    size: float
    gap: float


def blocks(pages: Sequence[Sequence[Line]]) -> list[Block]:
    """Give the paragraphs, without running heads, feet and page numbers."""
    running = _running(pages)
    kept = [[line for line in page if line not in running[n]] for n, page in enumerate(pages)]
    lines = [line for page in kept for line in page]
    if not lines:
        return []
    usual = _usual(lines)
    known = Counter(word for line in lines for word in re.findall(r"[\w-]+", line.text.lower()))
    paragraphs: list[list[Line]] = []
    for page in kept:
        paragraphs = _joined(paragraphs, list(_paragraphs(page, usual)))
    return [_block(paragraph, usual, known) for paragraph in paragraphs]


def _running(pages: Sequence[Sequence[Line]]) -> list[set[Line]]:
    """Give, for each page, the lines at its edges that are on other pages, too, or are numbers."""
    edges = [{*page[:EDGE], *page[-EDGE:]} for page in pages]
    counted = Counter(key for page in edges for key in {_key(line) for line in page})
    enough = 2 if len(pages) < 4 else max(3, len(pages) // 4)
    return [
        {line for line in page if counted[_key(line)] >= enough or _is_number(line, pages[n])}
        for n, page in enumerate(edges)
    ]


def _key(line: Line) -> tuple[str, int]:
    """Give what is the same in a running head on every page: words without numbers, and height."""
    return re.sub(r"\d+", "#", line.text.casefold()), round(line.bottom / 4)


def _is_number(line: Line, page: Sequence[Line]) -> bool:
    return len(page) > 1 and PAGE_NUMBER.fullmatch(line.text) is not None


def _usual(lines: Sequence[Line]) -> Usual:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    size = max(sizes, key=lambda each: (sizes[each], -each)) or 1.0
    gaps = [
        (one.bottom - other.bottom) / size
        for one, other in pairwise(lines)
        if 0 < one.bottom - other.bottom < 3 * size
    ]
    return Usual(size, median(gaps) if gaps else 1.2)


def _paragraphs(page: Sequence[Line], usual: Usual) -> Iterator[list[Line]]:
    own: list[Line] = []
    for line in page:
        if own and _parts(own, line, usual):
            yield own
            own = []
        own.append(line)
    if own:
        yield own


def _parts(own: Sequence[Line], line: Line, usual: Usual) -> bool:
    """Tell whether a new paragraph begins with a line."""
    before, size = own[-1], max(line.size, 1.0)
    gap = (before.bottom - line.bottom) / max(usual.size, 1.0)
    if abs(line.size - before.size) > 0.1 * size:
        return True
    if gap > WIDER * usual.gap:
        return True
    finished = FINISHED.search(before.text) is not None
    if gap <= 0:  # the next column, or the same line
        return finished
    if LABELLED.match(line.text) or BULLET.match(line.text):
        return finished or not UNFINISHED.search(before.text)
    indent = line.left - min(each.left for each in own)
    width = max(each.right for each in own) - min(each.left for each in own)
    if finished and INDENT * size < indent < width / 2:
        return True
    column = max(each.right for each in own)
    return finished and before.right < before.left + SHORT * (column - before.left)


def _joined(above: list[list[Line]], below: list[list[Line]]) -> list[list[Line]]:
    """Put two pages together; a sentence that the page breaks goes on."""
    if above and below:
        last, first = above[-1][-1], below[0][0]
        same = abs(last.size - first.size) <= 0.1 * max(first.size, 1.0)
        if same and UNFINISHED.search(last.text) and first.text[:1].islower():
            return [*above[:-1], [*above[-1], *below[0]], *below[1:]]
    return [*above, *below]


def _block(lines: Sequence[Line], usual: Usual, known: Counter[str]) -> Block:
    text = lines[0].text
    for line in lines[1:]:
        text = _continued(text, line.text, known)
    text = SOFT.sub(lambda found: _whole(found[1], found[2], known), text)
    text = " ".join(re.sub(r"[\x00-\x08\x0e-\x1f\ufffe\uffff]", "", text).split())
    larger = all(line.size >= LARGER * usual.size for line in lines)
    heading = larger and len(text) <= LONGEST_HEADING and not text.endswith((".", ":", ";"))
    return Block(text, heading=heading)


def _continued(text: str, line: str, known: Counter[str]) -> str:
    """Put a line behind a text; a word that was broken at the end of its line is closed."""
    broken = re.search(r"(\w+)-\Z", text[-60:])
    begun = re.match(r"[a-z]\w{0,60}", line)
    if not broken or not begun:
        return f"{text} {line}"
    whole = _whole(broken[1], begun[0], known)
    return text[: len(text) - len(broken[0])] + whole + line[len(begun[0]) :]


def _whole(first: str, second: str, known: Counter[str]) -> str:
    """Give a broken word, with its hyphen only where the file has it so elsewhere.

    >>> _whole("cease", "fire", Counter()), _whole("long", "term", Counter(["long-term"]))
    ('ceasefire', 'long-term')
    """
    hyphened = f"{first}-{second}"
    return hyphened if known[hyphened.lower()] else f"{first}{second}"
