"""Words with all that stands beside them: who tells it, how well sourced, where and when."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.analyse.conflicts import Account
from onrecord.record import (
    Anchor,
    Deadline,
    Document,
    Imprint,
    Meeting,
    SourcingLevel,
    Span,
    Statement,
)
from onrecord.store import Store

UNKNOWN_OUTLET = "outlet unknown"
WIDE, NARROW = 180, 70
"""Code points before and after words that are shown with them, on a page of their own and in a
list; a paragraph's end cuts earlier."""
NEAR = 90
"""Code points between two words that are shown whole; what lies further apart has an ellipsis."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The words of one entry: `actor` tells them, None where the reporter does.

    `statement` is the one that holds the words, None where no statement does.
    """

    entry_id: str
    doc_id: str
    actor: str | None
    words: tuple[Anchor, ...]
    statement: Statement | None
    imprint: Imprint | None
    said_on: str | None
    reported_on: str | None

    @property
    def level(self) -> SourcingLevel:
        """How well sourced the words are; what no statement holds is in the reporter's voice."""
        return self.statement.sourcing_level if self.statement else SourcingLevel.AUTHORIAL

    @property
    def outlet(self) -> str:
        """The outlet, or that it is not known."""
        return (self.imprint.outlet if self.imprint else None) or UNKNOWN_OUTLET

    @property
    def first(self) -> Anchor:
        """The first words, where a link to them leads."""
        return self.words[0]


class Voices:
    """The voices of entries, read from a record together."""

    def __init__(self, store: Store, entries: Iterable[Meeting | Deadline | Account]) -> None:
        own = list(entries)
        ids = [statement for each in own for statement in _statements(each)]
        self._store = store
        self._statements = {it.statement_id: it for it in store.statements_with(ids)}
        self._imprints: Mapping[str, Imprint] = store.imprints_with(it.doc_id for it in own)

    def of(self, entry: Meeting | Deadline | Account) -> Voice:
        """Give the voice of one of the entries."""
        known = (self._statements.get(each) for each in _statements(entry))
        statement = next(filter(None, known), None)
        told = statement.said_on if statement else None
        if isinstance(entry, Account):
            actor, words, said_on = entry.actor, entry.words, entry.said_on or told
        else:
            actor, words, said_on = entry.told_by, entry.evidence, told
        return Voice(
            entry_id=_id(entry),
            doc_id=entry.doc_id,
            actor=actor,
            words=words,
            statement=statement,
            imprint=self._imprints.get(entry.doc_id),
            said_on=said_on,
            reported_on=entry.reported_on,
        )


def _id(entry: Meeting | Deadline | Account) -> str:
    if isinstance(entry, Meeting):
        return entry.meeting_id
    return entry.deadline_id if isinstance(entry, Deadline) else entry.entry_id


def _statements(entry: Meeting | Deadline | Account) -> Sequence[str]:
    return (entry.entry_id,) if isinstance(entry, Account) else entry.statements


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text, and whether it is among the words that are meant."""

    text: str
    marked: bool = False


class Passages:
    """Words in the text around them; `document` gives the document of an id."""

    def __init__(self, document: Callable[[str], Document]) -> None:
        self._document = document

    def of(self, words: Sequence[Anchor], around: int = WIDE) -> tuple[Piece, ...]:
        """Give words of one document with those around them, as the reader shows its text."""
        document = self._document(words[0].doc_id)
        spans = _clean(words)
        if not spans:
            return tuple(Piece(anchor.exact, marked=True) for anchor in words)
        parts = [part.span for part in document.paragraphs]
        return tuple(pieces(document.clean_text, spans, Windows(spans, parts, around)))

    def told(self, voice: Voice) -> tuple[Piece, ...]:
        """Give what a statement tells with its source and cue, the words that decided marked.

        Where they are all that was said, nothing is marked. Words that no statement holds have a
        few of those around them.
        """
        said = voice.statement
        if said is None:
            return self.of(voice.words, NARROW)
        whole = set(voice.words) >= set(said.content)
        marked = [] if whole else _clean(voice.words)
        beside = [*([said.cue] if said.cue else []), *([said.source.anchor] if said.source else [])]
        shown = _clean([*said.content, *beside, *voice.words])
        if not shown:
            return tuple(Piece(anchor.exact) for anchor in voice.words)
        document = self._document(voice.doc_id)
        parts = [part.span for part in document.paragraphs]
        return tuple(pieces(document.clean_text, marked, Windows(shown, parts, 0)))


def _clean(anchors: Iterable[Anchor]) -> list[Span]:
    """Give the places of words in the clean text, in order; what was moved out of it has none."""
    found = {
        Span(anchor.clean_start, anchor.clean_end)
        for anchor in anchors
        if anchor.clean_start is not None and anchor.clean_end is not None
    }
    return sorted(found)


@dataclass(frozen=True, slots=True)
class Windows:
    """What is to be seen of a text: spans, so many code points `around`, inside paragraphs."""

    spans: Sequence[Span]
    parts: Sequence[Span]
    around: int


def pieces(text: str, spans: Sequence[Span], seen: Windows) -> Iterator[Piece]:
    """Give what is to be seen of a text, spans in order marked in it, an ellipsis where it is cut.

    >>> seen = Windows([Span(16, 19)], [Span(0, 10), Span(11, 28)], around=20)
    >>> [piece.text for piece in pieces("It rained. They met in Oslo.", [Span(16, 19)], seen)]
    ['They ', 'met', ' in Oslo.']
    """
    end = -1
    for window, edges in _windows(text, seen):
        if end >= 0 or (seen.around and window.start > edges.start):
            yield Piece(" … " if end >= 0 else "… ")
        at = window.start
        for span in spans:
            if span.end > at and span.start < window.end:
                yield from ([Piece(text[at : span.start])] if span.start > at else [])
                yield Piece(text[max(at, span.start) : span.end], marked=True)
                at = span.end
        yield from ([Piece(text[at : window.end])] if window.end > at else [])
        end = window.end if window.end < edges.end else 0
    yield from ([Piece(" …")] if end and seen.around else [])


def _windows(text: str, seen: Windows) -> Iterator[tuple[Span, Span]]:
    """Give the stretches that are shown, each with the paragraphs that bound it."""
    now: tuple[Span, Span] | None = None
    for span in seen.spans:
        first = next((part for part in seen.parts if part.start <= span.start < part.end), span)
        last = next((part for part in seen.parts if part.start < span.end <= part.end), span)
        edges = Span(first.start, last.end)
        start = _back(text, span.start, edges.start, seen.around)
        window = Span(start, _on(text, span.end, edges.end, seen.around))
        if now and window.start <= now[0].end + NEAR and edges.start < now[1].end:
            window = Span(now[0].start, max(now[0].end, window.end))
            edges = Span(now[1].start, max(now[1].end, edges.end))
        elif now:
            yield now
        now = window, edges
    yield from ([now] if now else [])


def _back(text: str, first: int, least: int, around: int) -> int:
    """Give where to begin: where the paragraph does, else at a word so far before."""
    if first - least <= around or not around:
        return max(least, first - around)
    blank = text.find(" ", first - around, first)
    return blank + 1 if blank >= 0 else first - around


def _on(text: str, last: int, most: int, around: int) -> int:
    """Give where to end: where the paragraph does, else at a word so far after."""
    if most - last <= around or not around:
        return min(most, last + around)
    blank = text.rfind(" ", last, last + around)
    return blank if blank > last else last + around
