"""A document as the reader shows it: paragraphs, the places of statements in them, their cards.

Places in the page are counted in UTF-16 units inside a paragraph, as browsers count; everywhere
else offsets are Unicode code points.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.record import (
    Anchor,
    Condition,
    Document,
    Paragraph,
    ParagraphKind,
    Reading,
    Span,
    Stance,
    Statement,
)
from onrecord.show.signs import PEN
from onrecord.spans import OffsetMap
from onrecord.store import EntryFilter, ReadingNote, StanceFilter, StatementFilter, Store


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph; `numbers` are those of the statements that end after it."""

    text: str
    marked: bool = False
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph with its number (from 1), cut where statements end and a stretch is marked.

    `start` is where it begins in the clean text, in code points.
    """

    number: int
    kind: ParagraphKind
    pieces: tuple[Piece, ...]
    start: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """A statement beside its words; places are `3:10-42`, paragraph and UTF-16 units in it."""

    number: int
    statement: Statement
    pen: str
    content: str
    who: str
    cue: str
    stances: tuple[Stance, ...]
    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class Page:
    """A document to be read, with its cards in text order.

    `found` is false where a stretch was asked for that the article's own text does not hold.
    """

    document: Document
    reading: Reading
    notes: tuple[ReadingNote, ...]
    paragraphs: tuple[Shown, ...]
    cards: tuple[Card, ...]
    found: bool


def reader_page(store: Store, doc_id: str, stretch: tuple[int, int] | None = None) -> Page:
    """Give a document to be read, a stretch of its published text marked where one is asked for.

    Raises:
        NoSuchEntry: there is no such document.
    """
    document, reading = store.document(doc_id), store.reading(doc_id)
    places = Places(document)
    cards = tuple(_cards(_decided(store, document, reading), places))
    wanted = _clean(document, stretch) if stretch else None
    return Page(
        document=document,
        reading=reading,
        notes=store.readings(doc_id),
        paragraphs=tuple(places.shown(cards, wanted)),
        cards=cards,
        found=stretch is None or wanted is not None,
    )


def _clean(document: Document, stretch: tuple[int, int]) -> Span | None:
    """Give the clean stretch of a published one, None where it lies outside."""
    span = Span(*stretch)
    if not 0 <= span.start < span.end <= len(document.raw_text):
        return None
    return OffsetMap(document.raw_text, document.edits).to_clean(span)


def _decided(store: Store, document: Document, reading: Reading) -> Reading:
    """Give a reading with what people made of it; that of an earlier text stays as it was."""
    known, doc_id = store.known(document.sha256), document.doc_id
    if known is None or known.doc_id != doc_id:
        return reading
    return replace(
        reading,
        statements=tuple(store.statements(StatementFilter(doc_id=doc_id))),
        stances=tuple(store.stances(StanceFilter(doc_id=doc_id))),
        conditions=tuple(store.conditions(EntryFilter(doc_id=doc_id))),
    )


def _cards(reading: Reading, places: "Places") -> Iterator[Card]:
    ordered = sorted(reading.statements, key=lambda each: (each.first, each.statement_id))
    for number, statement in enumerate(ordered, 1):
        own = statement.statement_id
        yield Card(
            number=number,
            statement=statement,
            pen=PEN[statement.sourcing_level],
            content=places.of(statement.content),
            who=places.of([statement.source.anchor] if statement.source else []),
            cue=places.of([statement.cue] if statement.cue else []),
            stances=tuple(each for each in reading.stances if own in each.statements),
            conditions=tuple(each for each in reading.conditions if each.statement_id == own),
        )


class Places:
    """The paragraphs of a document, and where words stand in them."""

    def __init__(self, document: Document) -> None:
        self._text = document.clean_text
        self.paragraphs = tuple(self._whole(document.paragraphs))
        self._starts = [paragraph.start for paragraph in self.paragraphs]

    def _whole(self, known: Iterable[Paragraph]) -> Iterator[Paragraph]:
        """Give the paragraphs, and between them what text none of them holds."""
        end = Paragraph(ParagraphKind.BODY, len(self._text), len(self._text))
        at = 0
        for paragraph in (*known, end):
            if self._text[at : paragraph.start].strip():
                yield Paragraph(ParagraphKind.BODY, at, paragraph.start)
            if paragraph is not end:
                yield paragraph
            at = max(at, paragraph.end)

    def of(self, anchors: Iterable[Anchor]) -> str:
        """Give the places of words, parted where a paragraph ends."""
        spans = (
            Span(anchor.clean_start, anchor.clean_end)
            for anchor in anchors
            if anchor.clean_start is not None and anchor.clean_end is not None
        )
        return " ".join(place for span in spans for place in self._places(span))

    def _places(self, span: Span) -> Iterator[str]:
        for index in range(max(0, bisect_right(self._starts, span.start) - 1), len(self._starts)):
            paragraph = self.paragraphs[index]
            if paragraph.start >= span.end:
                return
            start, end = max(span.start, paragraph.start), min(span.end, paragraph.end)
            if start < end:
                first = units(self._text[paragraph.start : start])
                yield f"{index}:{first}-{first + units(self._text[start:end])}"

    def shown(self, cards: Sequence[Card], wanted: Span | None) -> Iterator[Shown]:
        """Give the paragraphs, cut where statements end and where a stretch is marked."""
        ends: dict[int, list[int]] = {}
        for card in cards:
            last = [a.clean_end for a in card.statement.content if a.clean_end is not None]
            if last:
                ends.setdefault(max(last), []).append(card.number)
        cuts = sorted({*ends, *((wanted.start, wanted.end) if wanted else ())})
        for index, paragraph in enumerate(self.paragraphs):
            inner = cuts[bisect_right(cuts, paragraph.start) : bisect_right(cuts, paragraph.end)]
            edges = [paragraph.start, *inner, paragraph.end]
            pieces = (
                Piece(
                    text=self._text[start:end],
                    marked=bool(wanted and wanted.start <= start < wanted.end),
                    numbers=tuple(ends.get(end, ())),
                )
                for start, end in pairwise(edges)
                if start < end
            )
            yield Shown(index + 1, paragraph.kind, tuple(pieces), paragraph.start)


def units(text: str) -> int:
    """Give the length of a text in UTF-16 units, as browsers count it.

    >>> units("naïve"), units("😀")
    (5, 2)
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
