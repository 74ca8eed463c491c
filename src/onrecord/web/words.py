"""The words of templates: dates, chips and badges, all of them from the record's own codes."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from markupsafe import Markup, escape

from onrecord.record import (
    CONTEXT,
    Anchor,
    Provenance,
    SourcingLevel,
    Span,
    Stance,
    StanceBasis,
    StanceValue,
    Stand,
    Statement,
)
from onrecord.show.cells import HIDDEN
from onrecord.show.days import KEPT, in_words
from onrecord.show.room.voices import Piece
from onrecord.show.signs import BADGES, STANCE_SIGNS, WHOSE
from onrecord.store.search import PHRASES

WORD = re.compile(r"\w+")
MACHINES = Markup('<span class="read"><span class="sr">read by the machine alone</span></span>')


def shown(text: object) -> Markup:
    """Give a text for a page: escaped, character for character, with nothing hidden in it.

    The number of code points stays, so that offsets in the page are offsets in the text: a carriage
    return, which a browser would swallow, becomes a blank.
    """
    plain = HIDDEN.sub("\N{REPLACEMENT CHARACTER}", str(text)).replace("\r", " ")
    return escape(plain)


def one_line(text: object) -> Markup:
    """Give a text on one line."""
    return shown(" ".join(str(text).split()))


@lru_cache(KEPT)
def date(edtf: str | None) -> Markup:
    """Give a date in words, its raw value in the tooltip."""
    words = in_words(edtf)
    if edtf is None:
        return Markup('<span class="none">{}</span>').format(words)
    kind = "day" if len(words) <= 12 else "wrap"
    return Markup('<time class="{}" title="EDTF {}">{}</time>').format(kind, edtf, words)


@cache
def badge(level: SourcingLevel, *, word: bool = True) -> Markup:
    """Give the badge of a sourcing level: code and word, for screen readers its sentence."""
    code, short, sentence = BADGES[level]
    tail = Markup('<span aria-hidden="true">{}</span>').format(short) if word else Markup("")
    return Markup(
        '<span class="src s{0}" title="{2}"><b aria-hidden="true">{0}</b>{1}'
        '<span class="sr">{2}</span></span>'
    ).format(code, tail, sentence)


def chip(value: StanceValue, basis: StanceBasis = StanceBasis.EXPRESSED, who: str = "") -> Markup:
    """Give a stance as sign and word; dashed, with whose word it is, where it is not his own."""
    sign, word, name = STANCE_SIGNS[value]
    whose = "" if basis is StanceBasis.EXPRESSED else WHOSE[basis]
    own = f"st {name}" if not whose else "st by"
    tail = Markup('<em>{}</em><span class="sr">, not in the holder’s words</span>').format(whose)
    return Markup('<span class="{}"><b aria-hidden="true">{}</b>{}{}</span>').format(
        own, sign, f"{who} {word}" if who else word, tail if whose else ""
    )


def stance_chip(stance: Stance | Stand) -> Markup:
    """Give the chip of a stance."""
    return chip(stance.value, stance.basis)


def chip_of(code: str) -> Markup:
    """Give the chip of a stance's code, as its holder would have expressed it."""
    return chip(StanceValue(code))


def whose(provenance: Provenance) -> Markup:
    """Give whose word an entry is: `confirmed by Ann Lee`, or that the machine alone read it."""
    review = provenance.review
    if review is None:
        return MACHINES
    words = f"{review.state} by {one_line(review.by).unescape()}"
    return Markup('<span class="read person" title="{}">{}</span>').format(
        f"on {in_words(review.at[:10])}", shown(words)
    )


def marked(text: object, query: str | None) -> Markup:
    """Give a text on one line with the words searched for marked."""
    line = " ".join(str(text).split())
    wanted = list(_wanted(query or ""))
    if not wanted:
        return shown(line)
    parts: list[Markup] = []
    last = 0
    for found in WORD.finditer(line):
        word = found[0].casefold()
        if any(word.startswith(it) if begins else word == it for it, begins in wanted):
            parts += [shown(line[last : found.start()]), _mark(found[0])]
            last = found.end()
    return Markup("").join([*parts, shown(line[last:])])


def _mark(word: str) -> Markup:
    return Markup("<mark>{}</mark>").format(shown(word))


def _wanted(query: str) -> Iterable[tuple[str, bool]]:
    """Give the words of a question and whether each is only a beginning."""
    for phrase, star, word in PHRASES.findall(query):
        found = WORD.findall((phrase or word).casefold())
        begins = bool(star) or word.endswith("*")
        yield from ((it, begins and it is found[-1]) for it in found)


ISO_DAY = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
LINK = re.compile(r"\[([^\[\]]{1,400})\]\([^()\s<>]{0,400}\)")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
BOLD = re.compile(r"(?<!\w)\*\*(?=\S)|(?<=\S)\*\*(?!\w)")
"""Markdown in the words of a document as it was published."""


def joined(anchors: Iterable[Anchor]) -> str:
    """Give words at several places on one line, an ellipsis between them, without Markdown."""
    return unmarked(exact(anchors))


def exact(anchors: Iterable[Anchor]) -> str:
    """Give words at several places on one line as they were published, an ellipsis between them."""
    return " ".join(" … ".join(anchor.exact for anchor in anchors).split())


def unmarked(text: str) -> str:
    r"""Give words without Markdown's escapes, links and marks for bold, as the reader shows them.

    >>> unmarked(r"**Lee:** pay \$4 million, [he said](#)")
    'Lee: pay $4 million, he said'
    """
    return ESCAPED.sub(r"\1", BOLD.sub("", LINK.sub(r"\1", text)))


def around(anchor: Anchor) -> Markup:
    """Give words with those around them, cut where words end."""
    before, after = anchor.prefix.partition(" ")[2], anchor.suffix.rpartition(" ")[0]
    parts = (_flat(before), _flat(anchor.exact), _flat(after))
    told = Markup("… {}<mark>{}</mark>{} …").format(*(shown(part) for part in parts))
    return Markup(LINK.sub(r"\1", str(told)))  # noqa: S704 - as in `told`


def told(stance: Stance, statement: Statement | None) -> Markup:
    """Give the words that a stance was read from, those that decided it marked.

    With a statement these are its source, cue and content; what lies between two of them is known
    as far as their context reaches. Without one they are the deciding words with those around them.
    """
    if statement is None:
        return Markup(" ").join(around(anchor) for anchor in stance.evidence)
    own = [*statement.content, *([statement.cue] if statement.cue else [])]
    own += [statement.source.anchor] if statement.source else []
    deciding = [anchor.span for anchor in stance.evidence]
    parts: list[Markup] = []
    before: Anchor | None = None
    for anchor in sorted({*own, *stance.evidence}, key=lambda it: (it.start, -it.end)):
        if before is not None and anchor.end <= before.end:
            continue
        gap = anchor.start - before.end if before else 0
        if before and gap > 0:
            parts.append(shown(_flat(before.suffix[:gap]) if gap <= CONTEXT else " … "))
        start = max(anchor.start, before.end) if before else anchor.start
        parts.append(_deciding(anchor, start, deciding))
        before = anchor
    whole = str(Markup("").join(parts))  # a link may begin in one part and end in another
    whole = BOLD.sub("", LINK.sub(r"\1", whole))
    return Markup(whole)  # noqa: S704 - escaped above; brackets and stars go, nothing comes


def passage(pieces: Iterable[Piece]) -> Markup:
    """Give words in the text around them."""
    parts = (_mark(it.text) if it.marked else shown(it.text) for it in pieces)
    return Markup("").join(parts)


def _deciding(anchor: Anchor, start: int, deciding: Sequence[Span]) -> Markup:
    """Give words from a place on, those inside the deciding stretches marked."""
    cuts = {start, anchor.end}
    cuts |= {cut for span in deciding for cut in span if start < cut < anchor.end}
    parts = []
    for first, last in pairwise(sorted(cuts)):
        text = _flat(anchor.exact[first - anchor.start : last - anchor.start])
        held = any(span.start <= first and last <= span.end for span in deciding)
        parts.append(_mark(text) if held else shown(text))
    return Markup("").join(parts)


def _flat(text: str) -> str:
    return unmarked(re.sub(r"\s", " ", text))


def coded(text: str) -> Markup:
    """Give a sentence on one line, what stands between backticks as code.

    >>> str(coded("Run `onrecord read FILES` first."))
    'Run <code>onrecord read FILES</code> first.'
    """
    parts = " ".join(text.split()).split("`")
    tag = Markup("<code>{}</code>")
    return Markup("").join(
        tag.format(shown(part)) if at % 2 and at + 1 < len(parts) else shown(part)
        for at, part in enumerate(parts)
    )


def dated(text: str) -> str:
    """Give a text with its days in words.

    >>> dated("the new last day: 2027-05-17, 2027-05-14")
    'the new last day: 17 May 2027, 14 May 2027'
    """
    return ISO_DAY.sub(lambda found: in_words(found[0]), text)


def web_address(url: str | None) -> str | None:
    """Give an address that is plainly one of the web, None for anything else."""
    return url if url and re.fullmatch(r"https?://[^\s<>\"'`\\]{1,2000}", url) else None


def paragraph(anchor: Anchor | None) -> str:
    """Give the paragraph of words as `¶3`, nothing where it is not known."""
    return "" if anchor is None or anchor.paragraph is None else f"¶{anchor.paragraph + 1}"


FILTERS: dict[str, Any] = {
    "shown": shown,
    "one_line": one_line,
    "date": date,
    "coded": coded,
    "dated": dated,
    "badge": badge,
    "chip": chip,
    "stance_chip": stance_chip,
    "chip_of": chip_of,
    "whose": whose,
    "marked": marked,
    "joined": joined,
    "around": around,
    "told": told,
    "passage": passage,
    "web_address": web_address,
    "paragraph": paragraph,
    "in_words": in_words,
}
