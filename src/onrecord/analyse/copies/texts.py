"""Texts made ready to be compared: sentences, their words, and what the words are about."""

import re
import tomllib
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from onrecord.analyse.copies.limits import RUN
from onrecord.record import Document, Paragraph, ParagraphKind, Span

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]{0,3}\s+(?=[\"“‘'(\[]{0,2}[^\W_])")
POSSESSIVE = re.compile(r"['’]s?\Z")
BEFORE_END = re.compile(r"[^\W\d_]+\Z")
MARKS = re.compile('[“”„«»"]')
CLOSING = re.compile(r"[.!?…,;:]{0,3}[\"”’')\]]{0,3}")
OPENING_MARKS = frozenset("\"“‘'([")
OPENING, STRAIGHT = frozenset("“„«"), '"'
STEM = 5
"""Letters that stand for a word and its kin: `withdraw`, `withdrew`; as good as a stemmer for
finding what is about the same, in many languages (McNamee and Mayfield 2004)."""


@cache
def words_of(kind: str) -> frozenset[str]:
    """Give one list of `words.toml`."""
    return frozenset(_lists()[kind].split())


@cache
def _lists() -> dict[str, Any]:
    content = files("onrecord.analyse.copies").joinpath("words.toml").read_text("utf-8")
    return tomllib.loads(content)


class Word(NamedTuple):
    """A word: its place in the clean text, its plain form, and what it is about.

    `stem` is a number, or the first letters of a word, None for words without weight.
    """

    start: int
    end: int
    plain: str
    stem: str | None
    quoted: bool
    named: bool


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str | None:
    """Give what a plain word is about, None where it has no weight.

    >>> stem("withdrawal"), stem("seventy"), stem("although")
    ('withd', '70', None)
    """
    if word[0].isdigit():
        return word
    if word in words_of("small") or len(word) < 3:
        return None
    number = _lists()["numbers"].get(word)
    return str(number) if number else word[:STEM]


@lru_cache(maxsize=1 << 16)
def plain(word: str) -> str:
    """Give a word without case, accents and possessive; a number without separators.

    >>> plain("Élysée’s"), plain("1,500"), plain("4.8")
    ('elysee', '1500', '4.8')
    """
    bare = POSSESSIVE.sub("", word.casefold())
    if bare[0].isdigit():
        return bare.replace(",", "")
    if bare.isascii():
        return bare
    letters = unicodedata.normalize("NFKD", bare)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text: where its words begin and end among the text's, and its place."""

    span: Span
    words: tuple[Word, ...]
    first: int

    @cached_property
    def told(self) -> frozenset[str]:
        """What it is about in the reporter's own words."""
        return frozenset(w.stem for w in self.words if w.stem and not w.quoted)

    @cached_property
    def facts(self) -> frozenset[str]:
        """The names and numbers that it tells in the reporter's own words.

        A capital at its beginning names nobody for sure and does not count.
        """
        return frozenset(
            word.stem
            for place, word in enumerate(self.words)
            if word.stem and not word.quoted and (word.stem[0].isdigit() or (word.named and place))
        )


class Text:
    """A document's own text in sentences; the headline is none of them."""

    def __init__(self, document: Document) -> None:
        self.doc_id = document.doc_id
        self.sentences = tuple(_sentences(document))
        self.words = tuple(word for sentence in self.sentences for word in sentence.words)
        self.plain = tuple(word.plain for word in self.words)

    @cached_property
    def facts(self) -> frozenset[str]:
        """The names and numbers that it tells in the reporter's own words."""
        return frozenset().union(*(sentence.facts for sentence in self.sentences))

    @cached_property
    def runs(self) -> tuple[tuple[str, ...], ...]:
        """Its runs of `RUN` words, in order."""
        return tuple(zip(*(self.plain[start:] for start in range(RUN)), strict=False))

    @cached_property
    def sentence_of(self) -> dict[tuple[str, ...], int]:
        """The number of the sentence in which each run begins first."""
        places = [place for place, each in enumerate(self.sentences) for _ in each.words]
        pairs = zip(self.runs, places, strict=False)
        return dict(reversed(list(pairs)))

    @cached_property
    def different_runs(self) -> frozenset[tuple[str, ...]]:
        """Its runs, each once."""
        return frozenset(self.runs)


def _sentences(document: Document) -> Iterator[Sentence]:
    whole = Paragraph(ParagraphKind.BODY, 0, len(document.clean_text))
    first = 0
    for paragraph in document.paragraphs or (whole,):
        if paragraph.kind is not ParagraphKind.HEADLINE:
            words = list(_words(document.clean_text, paragraph.span))
            for own in _cut(words, _ends(document.clean_text, paragraph.span)):
                yield Sentence(_with_marks(document.clean_text, own), own, first)
                first += len(own)


def _with_marks(text: str, words: Sequence[Word]) -> Span:
    """Give the place of words with the mark that opens them and those that close them."""
    start, end = words[0].start, words[-1].end
    opened = start > 0 and text[start - 1] in OPENING_MARKS
    closed = CLOSING.match(text, end)
    return Span(start - opened, closed.end() if closed else end)


def _cut(words: Sequence[Word], ends: Sequence[int]) -> Iterator[tuple[Word, ...]]:
    """Give the words between the ends of sentences."""
    start = 0
    for end in ends:
        stop = bisect_left(words, end, start, key=lambda word: word.start)
        if stop > start:
            yield tuple(words[start:stop])
        start = stop


def _ends(text: str, paragraph: Span) -> list[int]:
    """Give where sentences of a paragraph end: not after `Mr.`, `Nov.` or an initial."""
    found = []
    for match in SENTENCE_END.finditer(text, *paragraph):
        before = BEFORE_END.search(text, max(paragraph.start, match.start() - 8), match.start())
        word = before[0].casefold() if before and match[0][0] == "." else ""
        if len(word) != 1 and word not in words_of("abbreviations"):
            found.append(match.end())
    return [*found, paragraph.end]


def _words(text: str, paragraph: Span) -> Iterator[Word]:
    """Give the words of a paragraph; a quotation that nothing closes ends with it."""
    quoted = False
    at = paragraph.start
    for match in WORD.finditer(text, *paragraph):
        for mark in MARKS.findall(text, at, match.start()):
            quoted = mark in OPENING or (mark == STRAIGHT and not quoted)
        at = match.end()
        word = plain(match[0])
        yield Word(*match.span(), word, stem(word), quoted, match[0][0].isupper())
