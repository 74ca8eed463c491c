"""In whose words a place stands: the statements of a document by place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.extract.language import Parsed
from onrecord.extract.stances.ground import clean
from onrecord.record import Span, Statement

LOOKED_AT = 40
"""Statements of one sentence that are looked at: hostile text may hold hundreds."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement at a place; `by_cue` where the cue itself stands there."""

    statement: Statement
    span: Span
    by_cue: bool


class Sayings:
    """The statements of one document by the sentences that their words stand in."""

    def __init__(self, parsed: Parsed, statements: Sequence[Statement]) -> None:
        self._parsed = parsed
        self._by_sentence: dict[int, list[Said]] = {}
        for statement in statements:
            for said in _parts(statement):
                first = parsed.word_at(said.span.start).sentence
                for sentence in range(first, parsed.word_at(said.span.end - 1).sentence + 1):
                    self._by_sentence.setdefault(sentence, []).append(said)

    def at(self, place: int) -> Said | None:
        """Give the statement whose cue stands at a place, else the smallest one said there."""
        sentence = self._parsed.word_at(place).sentence
        near = self._by_sentence.get(sentence, [])[:LOOKED_AT]
        here = [said for said in near if said.span.start <= place < said.span.end]
        return min(here, key=lambda s: (not s.by_cue, s.span.end - s.span.start), default=None)


def _parts(statement: Statement) -> Iterator[Said]:
    cue = clean(statement.cue) if statement.cue else None
    if cue:
        yield Said(statement, cue, by_cue=True)
    for part in statement.content:
        if span := clean(part):
            yield Said(statement, span, by_cue=False)
