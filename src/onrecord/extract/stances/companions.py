"""Those who go along with somebody: `Norway, supported by Chile, rejected it`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.extract.language import Parsed, Word
from onrecord.extract.stances.rules import listed
from onrecord.record import Span, StanceValue

LONGEST = 24
"""Words behind `by` that are looked at: longer lists are cut, the text may be hostile."""
NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM"})
OPPOSITE = {
    StanceValue.ACCEPT: StanceValue.OPPOSE,
    StanceValue.OPPOSE: StanceValue.ACCEPT,
    StanceValue.REJECT: StanceValue.ACCEPT,
}


@dataclass(frozen=True, slots=True)
class Company:
    """Who goes along, or against where `against`, with what a sentence says around a place."""

    span: Span
    sentence: int
    names: tuple[Span, ...]
    against: bool

    def value(self, of_main: StanceValue) -> StanceValue | None:
        """Give the value for those named, by that of the main clause."""
        return OPPOSITE.get(of_main) if self.against else of_main


def companies(parsed: Parsed) -> Iterator[Company]:
    """Give those who go along with or against somebody, in text order."""
    words, joining, against = parsed.words, listed("joining", "with"), listed("joining", "against")
    for word in words:
        if word.at + 1 >= len(words) or words[word.at + 1].lower != "by":
            continue
        if word.lower not in joining | against:
            continue
        names = tuple(_names(words[word.at + 2 : word.at + 2 + LONGEST]))
        if names:
            span = Span(word.start, words[word.at + 1].end)
            yield Company(span, word.sentence, names, word.lower in against)


def _names(words: Sequence[Word]) -> Iterator[Span]:
    """Give the noun phrases of a list, to its end."""
    first: Word | None = None
    last: Word | None = None
    for word in words:
        inside = word.pos in NAMING or word.text in {"-", "/", "&"} or word.tag in {"POS", "HYPH"}
        if inside and word.sentence == words[0].sentence:
            first, last = first or word, word
            continue
        if first and last:
            yield Span(first.start, last.end)
        first = last = None
        if word.text != "," and word.lower != "and":
            return
    if first and last:
        yield Span(first.start, last.end)
