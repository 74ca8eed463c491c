"""Points: from the lines of a plan to its passages, each with its way through the labels above."""

import re
from collections import Counter
from dataclasses import dataclass

from onrecord.read.draft import Draft
from onrecord.read.outline.blocks import Block, blocks
from onrecord.read.outline.brackets import bracketings, state
from onrecord.read.outline.labels import LONGEST_HEADING, Label, label, words
from onrecord.read.outline.levels import Level, Levels
from onrecord.read.text import Text
from onrecord.record import Document, Point, PointKind, Span, identify
from onrecord.spans import Anchors

LABELS_IN_A_LINE = 3
"""`2. (a) Option 1:` is as much as drafts begin a line with."""

LONGEST_PATH = 400
"""Characters; deeper paths are cut at their beginning."""

FOOTNOTE = re.compile(r"\[\^\w{1,20}\]")
PARTS = re.compile(r"[.:;][ ]")


@dataclass(slots=True)
class Passage:
    """A passage on the way to a point: its parent is its index, its span counts in the draft."""

    kind: PointKind
    words: str
    span: Span
    number: str | None = None
    parent: int | None = None
    option: str | None = None
    path: str = ""


def points(document: Document, text: Text, text_id: str) -> tuple[Point, ...]:
    """Give the passages of a plan's text in order.

    Raises:
        DocumentError: there are more than any plan has.
    """
    found = blocks(text)
    passages = Outline().read(found.blocks)
    anchors = Anchors(document)
    bracketed = bracketings([each.words for each in passages])
    ids: list[str] = []
    made: list[Point] = []
    for each, bracketing in zip(passages, bracketed, strict=True):
        anchor = anchors.at_raw(_published(found.draft, each.span))
        ids.append(identify("pnt", text_id, anchor.start, anchor.end, each.path))
        optional = each.option is not None
        made.append(
            Point(
                point_id=ids[-1],
                kind=each.kind,
                path=each.path,
                words=each.words,
                anchor=anchor,
                number=each.number,
                parent=None if each.parent is None else ids[each.parent],
                option=each.option,
                bracketing=bracketing,
                state=state(each.words, bracketing, optional=optional),
            )
        )
    return tuple(made)


def _published(draft: Draft, span: Span) -> Span:
    """Give the published stretch of a line, with the marks that were cut around it."""
    return draft.whole(span)


class Outline:
    """Reads lines one after another, and keeps what stands in what."""

    def __init__(self) -> None:
        self._levels = Levels()
        self._passages: list[Passage] = []
        self._unlabelled: Counter[int | None] = Counter()
        self._counted: set[tuple[str, int]] = set()

    def read(self, lines: tuple[Block, ...]) -> list[Passage]:
        """Give the passages of these lines."""
        title = _title(lines)
        found = [label(block.words) for block in lines]
        self._counted = {reading for each in found if each for reading in each.readings}
        for block in lines:
            if block is title:
                self._add(Passage(PointKind.HEADING, block.words, block.span), _short(block.words))
            else:
                self._line(block)
        return self._passages

    def _line(self, block: Block) -> None:
        rest, at, indent, labelled = block.words, 0, block.indent, False
        for _ in range(LABELS_IN_A_LINE):
            found = label(rest)
            if found is None or not self._labelled(block, found, (rest, at, indent)):
                break
            labelled = True
            cut = found.end + len(rest[found.end :]) - len(rest[found.end :].lstrip())
            following = label(rest[cut:])
            if following is None or following.head or found.head:
                return
            self._cut_last(rest[: found.end])
            at, rest, indent = at + cut, rest[cut:], indent + cut
        if not labelled or rest is not block.words:
            self._unmarked(block, rest, at)

    def _labelled(self, block: Block, found: Label, place: tuple[str, int, int]) -> bool:
        """Enter a line that begins with a label; False where the label turns out to be none."""
        rest, at, indent = place
        text = _words(rest, found)
        heads = found.head or _is_section(block, found, text)
        reading = self._reading(block, found, indent, heads=heads)
        if reading is None:
            return False
        kind = PointKind.OPTION if found.option else PointKind.POINT
        if heads and _can_head(text) and reading[0] != "note":
            kind = PointKind.HEADING
        span = Span(block.span.start + at, block.span.end)
        self._add(Passage(kind, text, span, found.printed, self._levels.innermost), found.printed)
        level = Level(*reading, indent, len(self._passages) - 1, heads, found.option, block.mark)
        self._levels.enter(level)
        return True

    def _reading(
        self, block: Block, found: Label, indent: int, *, heads: bool
    ) -> tuple[str, int] | None:
        """Make room for a label, and give how it counts, None where it turns out to be none."""
        if heads:
            style, value = found.readings[0]
            self._levels.head(style, mark=block.mark)
            return style, value
        if found.option:
            return self._levels.option(found, indent)
        if found.is_letter and found.first and not self._goes_on(found):
            return None
        self._levels.end_preamble(self._unlabelled)
        return self._levels.number(found, indent)

    def _goes_on(self, found: Label) -> bool:
        """Tell whether another line goes on with a list: the `A.` of a name has no `B.`."""
        return any((style, value + 1) in self._counted for style, value in found.readings)

    def _unmarked(self, block: Block, rest: str, at: int) -> None:
        """Enter a line, or what is left of one, that has no label."""
        text = FOOTNOTE.sub("", rest).strip()
        if not re.search(r"\w", text):
            return
        span = Span(block.span.start + at, block.span.end)
        if self._is_title(text):
            self._passages[-1].words = text
            self._passages[-1].span = Span(self._passages[-1].span.start, span.end)
            return
        if style := _heading_style(block, text):
            self._levels.head(style, mark=block.mark)
            passage = Passage(PointKind.HEADING, text, span, None, self._levels.innermost)
            self._add(passage, _short(text))
            index = len(self._passages) - 1
            self._levels.enter(Level(style, 1, block.indent, index, head=True, mark=block.mark))
            return
        goes_on = at > 0 or not block.apart
        parent = self._levels.innermost if goes_on else self._holder(block.indent)
        self._unlabelled[parent] += 1
        self._add(
            Passage(PointKind.PARAGRAPH, text, span, None, parent),
            f"¶{self._unlabelled[parent]}",
        )

    def _is_title(self, text: str) -> bool:
        """Tell whether a line is the title of the heading before it, which has a label alone."""
        last = self._passages[-1] if self._passages else None
        alone = last is not None and last.kind is PointKind.HEADING and not last.words
        return alone and _can_head(text) and not text[0].islower() and not text.endswith(":")

    def _holder(self, indent: int) -> int | None:
        """Give the passage in which a line without label stands.

        Among recitals an option is one of them, and what follows it is the next.
        """
        holder = self._levels.holder(indent)
        if holder is None or self._passages[holder].kind is not PointKind.OPTION:
            return holder
        option = self._passages[holder]
        return option.parent if option.words and self._unlabelled[option.parent] else holder

    def _add(self, passage: Passage, name: str) -> None:
        above = self._passages[passage.parent] if passage.parent is not None else None
        path = f"{above.path} / {name}" if above else name
        passage.path = path if len(path) <= LONGEST_PATH else "… " + path[-LONGEST_PATH:]
        is_option = passage.kind is PointKind.OPTION
        passage.option = passage.number if is_option else above.option if above else None
        self._passages.append(passage)

    def _cut_last(self, text: str) -> None:
        """Leave the last passage its label alone: the rest of its line has labels of its own."""
        last = self._passages[-1]
        last.words = "[" * text.count("[") if text.count("[") > text.count("]") else ""
        width = len(text.rstrip())
        last.span = Span(last.span.start, last.span.start + width)


def _words(rest: str, found: Label) -> str:
    """Give the words behind a label, with the brackets that open before it and close after it."""
    before = rest[: found.end]
    lonely = before.count("[") - before.count("]")
    text = FOOTNOTE.sub("", rest[found.end :]).strip()
    return "[" * lonely + text if lonely > 0 else text


def _heading_style(block: Block, text: str) -> str | None:
    """Give the style of a heading without number: marked, one of the names, or all in capitals."""
    if block.mark:
        return f"heading {block.mark}"
    if text.lower().rstrip(":") in words("named"):
        return "named"
    return "capitals" if _is_loud(text) and len(text) <= LONGEST_HEADING else None


def _is_section(block: Block, found: Label, text: str) -> bool:
    """Tell whether a numbered line heads a section: `## I. Security`, `II. MONEY`."""
    if found.option or not text or len(text) > LONGEST_HEADING:
        return False
    return bool(block.mark) or _is_loud(text)


def _can_head(text: str) -> bool:
    """Tell whether words can be a heading: few, and no sentence."""
    return (
        len(text) <= LONGEST_HEADING
        and not PARTS.search(text)
        and not text.endswith((".", ";", ","))
    )


def _is_loud(text: str) -> bool:
    letters = sum(each.isalpha() for each in text)
    return text.isupper() and letters > 3 and not text.endswith((".", ";", ","))


def _title(lines: tuple[Block, ...]) -> Block | None:
    """Give the line that is the title of the whole: it heads nothing that others do not head, too.

    It is the first heading without a label, if another heading comes before any point, or if no
    other heading is like it.
    """
    headings = [(at, style) for at, block in enumerate(lines) if (style := _unnumbered(block))]
    if not headings or headings[0][1] == "named":
        return None
    (at, first), *others = headings
    following = next((b for b in lines[at + 1 :] if _unnumbered(b) or label(b.words)), None)
    labelled = label(following.words) if following else None
    more = following is not None and (labelled is None or labelled.head)
    alone = all(style != first for _, style in others)
    early = all(label(block.words) is None for block in lines[:at])
    return lines[at] if early and (more or alone) else None


def _unnumbered(block: Block) -> str | None:
    """Give the style of a line that is a heading without a label."""
    return None if label(block.words) else _heading_style(block, block.words)


def _short(text: str) -> str:
    """Give a heading as a part of a path."""
    return text if len(text) <= 40 else text[:39].rstrip() + "…"
