"""Words that make a deadline fast or soft, and those that play with it: they move nothing."""

from collections.abc import Iterable
from dataclasses import replace

from onrecord.extract.deadlines.told import Told
from onrecord.extract.deadlines.vocabulary import first_with, phrase_in
from onrecord.extract.language import Parsed, Sentence
from onrecord.extract.parties import Parties
from onrecord.record import DeadlineStep, Firmness, Span

NEAR = 8
"""Words beside a deadline in which `could`, `if` or a question play with it."""


class Remarks:
    """Finds the remarks on the deadlines of one document."""

    def __init__(self, parsed: Parsed, parties: Parties) -> None:
        self._parsed = parsed
        self._parties = parties

    def added(self, told: Iterable[Told]) -> list[Told]:
        """Give the deadlines with what is remarked on them; of several on the one named last."""
        found = list(told)
        for sentence in self._parsed.sentences if found else ():
            span = self._parsed.span(sentence)
            soft, firm = self._marked(sentence, "soft"), self._marked(sentence, "firm")
            plays = self._plays(sentence)
            if not (soft or firm or plays):
                continue
            place = _place(found, span)
            if soft:
                found[place] = _with(found[place], soft, Firmness.SOFT)
            elif firm:
                found[place] = _with(found[place], firm, Firmness.FIRM)
            if plays and not _holds(found, span):
                found[place] = replace(found[place], remarks=(*found[place].remarks, span))
        return found

    def _marked(self, sentence: Sentence, name: str) -> Span | None:
        if first_with(self._parsed.of(sentence), "words", "asked"):
            return None
        span = self._parsed.span(sentence)
        met = phrase_in(self._parsed.text[span.start : span.end], name)
        return Span(span.start + met[0], span.start + met[1]) if met else None

    def _plays(self, sentence: Sentence) -> bool:
        """Tell a question, a condition or a general word about deadlines from a report."""
        words = self._parsed.of(sentence)
        noun = first_with(words, "nouns", "deadline")
        if noun is None:
            return False
        first = max(sentence.first, noun.at - NEAR)
        near = self._parsed.words[first : min(sentence.last, noun.at + NEAR)]
        moved = first_with(near, "verbs", "extend") or first_with(near, "words", "holds")
        return moved is not None and first_with(near, "words", "unsure") is not None


def _place(found: list[Told], span: Span) -> int:
    """Give the deadline told of last before a place, else the first."""
    before = [i for i, told in enumerate(found) if told.evidence.start < span.end]
    return max(before, key=lambda i: found[i].evidence.start, default=0)


def _holds(found: list[Told], span: Span) -> bool:
    """Tell whether a sentence is one that a deadline was read from, but for its mere name."""
    return any(
        span.holds(place)
        for told in found
        if told.step is not DeadlineStep.NAMED
        for place in (told.evidence, *told.more)
    )


def _with(told: Told, span: Span, firmness: Firmness) -> Told:
    """Give a deadline with words that decide how fast it is; the first to decide stands."""
    return replace(
        told,
        firmness=told.firmness or firmness,
        firmness_spans=(*told.firmness_spans, span),
    )
