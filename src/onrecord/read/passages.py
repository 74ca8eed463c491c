"""Passages: the paragraphs of a text, each put together from its lines."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.read.changes import LineMark
from onrecord.read.draft import Draft
from onrecord.record import Edit, Fix, Noise, NoiseKind, Span

WIDEST = 120
"""Characters of a line that was broken by hand or by a mail program; these use 65 to 100."""

NARROWEST = 40
"""Characters below which a text's lines are its own: verses, lists, addresses, credits."""

SHORTEST = 40
"""Characters of a passage that a page break can have cut; shorter ones are headings and credits."""

WORD = re.compile(r"\S+")
UNFINISHED = re.compile(r"(?:(?<![^\s\"'“‘(—–-])[a-z]{1,30}|,|[a-z]-)\Z")
"""How a line ends that a sentence goes on from: a word in small letters, a comma, half a word."""

FINISHED = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
"""How a sentence ends."""

LABELLED = re.compile(r"\(?[a-z0-9]{1,3}[.)]\s")
"""How the points of a list begin: `(a)`, `1.`."""

ADDRESS = re.compile(r"<?(?:https?://|www\.|[\w-]{1,60}\.[\w.-]{1,60}/)\S*\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blank space around it, and whether a blank line stands before it."""

    start: int
    end: int
    text: str
    mark: NoiseKind | None
    after_blank: bool

    @property
    def span(self) -> Span:
        """Its place."""
        return Span(self.start, self.end)


def lines(draft: Draft, marks: Sequence[LineMark]) -> list[Line]:
    """Give the lines that hold words; offsets count in the draft's text."""
    kinds = {mark.start: mark.kind for mark in marks}
    found: list[Line] = []
    for match in re.finditer(r"[^\n]+", draft.text):
        words = match[0].strip()
        if words:
            start = match.start() + match[0].index(words)
            place = draft.whole(Span(start, start + 1)).start
            blank = not found or draft.text.count("\n", found[-1].end, start) > 1
            found.append(Line(start, start + len(words), words, kinds.get(place), blank))
    return found


def joined(
    draft: Draft, marks: Sequence[LineMark], begins: Callable[[str], object] | None = None
) -> tuple[Draft, tuple[Noise, ...]]:
    """Give the draft with one line a passage, and the noise: lines broken by width or by a page.

    In a text of lists `begins` tells which lines begin an item; there a comma before a blank line
    ends one, as recitals do.
    """
    found = lines(draft, marks)
    width = max((len(line.text) for line in found if " " in line.text), default=0)
    edits, noise = [], []
    for line, following in pairwise(found):
        if begins and (begins(following.text) or (following.after_blank and line.text[-1] == ",")):
            continue
        page_break = following.after_blank and _is_page_break(line, following)
        wrapped = _is_wrapped(line, following, width) or (begins and _runs_on(line, following))
        if page_break or (not following.after_blank and wrapped):
            hyphenated = re.search(r"[a-z]-\Z", line.text) and following.text[0].islower()
            edits.append(Edit(line.end, following.start, "" if hyphenated else " "))
            noise.append(_noise(draft, line, following, page_break=page_break))
    return draft.edited(edits), tuple(noise)


def _noise(draft: Draft, line: Line, following: Line, *, page_break: bool) -> Noise:
    """Tell of a break, with the words on either side."""
    before, after = line.text.rsplit(None, 1)[-1], following.text.split(None, 1)[0]
    kind = NoiseKind.SENTENCE_SPLIT_BY_PAGE_BREAK if page_break else NoiseKind.LINE_ENDING
    span = draft.published(Span(line.end - len(before), following.start + len(after)))
    return Noise(kind, span, Fix.REPLACE, f"{before} {after}")


def _is_wrapped(line: Line, following: Line, width: int) -> bool:
    """Tell whether the next line's first word had no room left, or goes on in mid-sentence."""
    if following.mark is not line.mark and following.mark is not None:
        return False
    if line.mark is NoiseKind.HEADING_MARKUP or following.mark is NoiseKind.LIST_MARKUP:
        return False
    if LABELLED.match(following.text) or ADDRESS.match(line.text) or ADDRESS.match(following.text):
        return False
    word = WORD.match(following.text)
    room = width - len(line.text) - 1
    full = NARROWEST <= width <= WIDEST and word is not None and len(word[0]) > room
    return full or _goes_on(line, following)


def _runs_on(line: Line, following: Line) -> bool:
    """Tell whether a line without label goes on in small letters what the last one left open."""
    open_ = not line.text.endswith((".", ";", ":", ",")) and line.mark is None
    small = following.text[0].islower() and not LABELLED.match(following.text)
    return open_ and small and following.mark is None


def _is_page_break(line: Line, following: Line) -> bool:
    """Tell whether a blank line stands in the middle of a sentence.

    A passage of a few words that does not end a sentence is a heading or a credit.
    """
    whole = len(following.text) >= SHORTEST or FINISHED.search(following.text)
    marked = line.mark or following.mark
    return bool(whole) and not marked and _goes_on(line, following)


def _goes_on(line: Line, following: Line) -> bool:
    return (
        len(line.text) >= SHORTEST
        and UNFINISHED.search(line.text) is not None
        and following.text[0].islower()
        and not LABELLED.match(following.text)
        and not ADDRESS.match(following.text)
    )
