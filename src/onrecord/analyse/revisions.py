"""Revisions: what became of each statement, and of each passage, from one version to another.

The words are compared, never their meaning. A statement of the earlier version is

- `kept`: the later one has the same words by the same source, said in the same way;
- `reattributed`: it has the same words by another source;
- `reworded`: it has most of the words, by the same or another source;
- `vanished`: it has none of this; `printed` then says whether the words are in the text all the
  same, so that only their reading is gone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from onrecord.record import ONLY_HERE, Anchor, Document, Reading, Span, Statement, own_actor
from onrecord.spans import Anchors

ALIKE = 0.6
"""Share of words, in order, from which two statements count as one said anew: with less than half
of the words in common, two statements of one speaker in one article are taken for one."""

SHINGLE = 4
SAME_ARTICLE = 0.3
"""Share of runs of four words that two texts must have in common to be versions of one article. A
rewritten wire story keeps half of them; two stories that only share an address, boilerplate."""

FEW_WORDS = 5000
"""Words of two passages within which single words are compared; longer ones are shown whole."""


class Fate(StrEnum):
    """What became of a statement in a later version; `added` is one that only the later has."""

    KEPT = "kept"
    REWORDED = "reworded"
    REATTRIBUTED = "reattributed"
    VANISHED = "vanished"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Edition:
    """A version of an article with what was read from it."""

    document: Document
    reading: Reading


@dataclass(frozen=True, slots=True)
class Change:
    """A statement of the earlier version and of the later one, one of them None where it has none.

    `printed` tells whether the words of a vanished statement are in the later text all the same.
    """

    fate: Fate
    before: Statement | None
    after: Statement | None
    printed: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that changed from one text to another, with the anchors of both; None is nothing."""

    before: Anchor | None
    after: Anchor | None


def same_article(one: Document, other: Document) -> bool:
    """Tell whether two texts at one address are versions of one article."""
    first, second = (_shingles(each.clean_text) for each in (one, other))
    smaller = min(len(first), len(second))
    titles = [each.metadata.title.value for each in (one, other) if each.metadata.title]
    if len(titles) == 2 and _plain(titles[0]) == _plain(titles[1]):
        return True
    return smaller > 0 and len(first & second) >= SAME_ARTICLE * smaller


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = text.casefold().split()
    return set(zip(*(words[start:] for start in range(SHINGLE)), strict=False))


def changes(before: Edition, after: Edition) -> list[Change]:
    """Give what became of every statement, in the order of the earlier text, added ones last."""
    left = list(after.reading.statements)
    pairs: dict[str, Change] = {}
    sources = Sources(before.reading, after.reading)
    for key in (sources.signature, _content):
        known: dict[object, list[Statement]] = defaultdict(list)
        for statement in left:
            known[key(statement)].append(statement)
        for statement in before.reading.statements:
            same = known.get(key(statement))
            if statement.statement_id not in pairs and same:
                found = same.pop(0)
                left.remove(found)
                fate = sources.fate(statement, found)
                pairs[statement.statement_id] = Change(fate, statement, found)
    rest = [each for each in before.reading.statements if each.statement_id not in pairs]
    for statement in rest:
        pairs[statement.statement_id] = _reworded(statement, left, after.document)
    told = [pairs[each.statement_id] for each in before.reading.statements]
    return [*told, *(Change(Fate.ADDED, None, each) for each in left)]


class Sources:
    """Who is meant in two readings: an actor by his id, one document's own by the words for him."""

    def __init__(self, *readings: Reading) -> None:
        self._own_ids = {
            actor.actor_id
            for reading in readings
            for actor in reading.actors
            if actor.schema in ONLY_HERE
            or actor.actor_id == own_actor(reading.doc_id, actor.schema, actor.name)
        }

    def source(self, statement: Statement) -> str | None:
        """Give who says it, comparable between the two."""
        if statement.actor_id and statement.actor_id not in self._own_ids:
            return statement.actor_id
        return statement.source.surface if statement.source else None

    def signature(self, statement: Statement) -> object:
        """Give what makes a statement of one version the same as one of the other."""
        cue = statement.cue.exact if statement.cue else ""
        return _content(statement), cue, self.source(statement), statement.speech_act

    def fate(self, before: Statement, after: Statement) -> Fate:
        """Tell what became of a statement whose content is in the later version, too."""
        if self.signature(before) == self.signature(after):
            return Fate.KEPT
        same = self.source(before) == self.source(after)
        return Fate.REWORDED if same else Fate.REATTRIBUTED


def _reworded(statement: Statement, left: list[Statement], later: Document) -> Change:
    """Find the statement that has most of the words, and take it out of those left."""
    scored = [(_likeness(statement, each), -place) for place, each in enumerate(left)]
    score, place = max(scored, default=(0.0, 0))
    if score >= ALIKE:
        return Change(Fate.REWORDED, statement, left.pop(-place))
    words = _flat(later.clean_text)
    printed = all(_flat(part.exact) in words for part in statement.content)
    return Change(Fate.VANISHED, statement, None, printed and bool(statement.content))


def _likeness(one: Statement, other: Statement) -> float:
    first, second = (_plain(each.gist).split() for each in (one, other))
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE else 0.0


def _content(statement: Statement) -> object:
    return tuple(part.exact for part in statement.content)


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def _flat(text: str) -> str:
    return " ".join(text.split())


def passages(before: Document, after: Document) -> list[Passage]:
    """Give the words that changed, in text order: within changed paragraphs only the words."""
    return [
        passage
        for one, other in _changed(_paragraphs(before), _paragraphs(after))
        for passage in _words(Side(before, one), Side(after, other))
    ]


@dataclass(frozen=True, slots=True)
class Side:
    """Paragraphs of one text."""

    document: Document
    spans: Sequence[tuple[str, Span]]


def _paragraphs(document: Document) -> list[tuple[str, Span]]:
    text = document.clean_text
    return [(text[each.start : each.end], each.span) for each in document.paragraphs]


def _changed(
    one: Sequence[tuple[str, Span]], other: Sequence[tuple[str, Span]]
) -> Iterator[tuple[Sequence[tuple[str, Span]], Sequence[tuple[str, Span]]]]:
    matcher = SequenceMatcher(None, [each[0] for each in one], [each[0] for each in other])
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag != "equal":
            yield one[first:last], other[start:end]


def _words(before: Side, after: Side) -> Iterator[Passage]:
    """Give the words that differ in some paragraphs, or the paragraphs where they are long."""
    one, other = list(_tokens(before)), list(_tokens(after))
    anchors = Anchors(before.document), Anchors(after.document)
    if not (one and other) or len(one) + len(other) > FEW_WORDS:
        yield Passage(_anchor(anchors[0], one), _anchor(anchors[1], other))
        return
    words = [each[0] for each in one], [each[0] for each in other]
    for tag, first, last, start, end in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Passage(
                _anchor(anchors[0], one[first:last]), _anchor(anchors[1], other[start:end])
            )


def _tokens(side: Side) -> Iterator[tuple[str, Span]]:
    for text, span in side.spans:
        at = 0
        for word in text.split():
            at = text.index(word, at)
            yield word, Span(span.start + at, span.start + at + len(word))
            at += len(word)


def _anchor(anchors: Anchors, words: Iterable[tuple[str, Span]]) -> Anchor | None:
    spans = [span for _, span in words]
    return anchors.at_clean(Span(spans[0].start, spans[-1].end)) if spans else None
