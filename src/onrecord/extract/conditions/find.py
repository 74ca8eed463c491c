"""The conditions of one document."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from onrecord.extract.conditions.kinds import type_of
from onrecord.extract.conditions.parts import Parts, demanded, demands, opened, otherwise, within
from onrecord.extract.conditions.stated import stated, stated_type
from onrecord.extract.language import Parsed, Sentence
from onrecord.extract.matters import Matter
from onrecord.extract.phrases import Met, Phrases
from onrecord.extract.stances import Ground, Said, Sayings, clean
from onrecord.extract.words import word_list
from onrecord.record import (
    Anchor,
    Condition,
    ObjectKind,
    Span,
    SpeechAct,
    Statement,
    identify,
)

NEVER, TIMED, OPENING = "never", "timed", "opening"
NEAR = 400
"""Code points before a condition within which something tells of a negotiation."""
DEALS = frozenset({ObjectKind.PROPOSAL, ObjectKind.PROCESS, ObjectKind.MEETING})
EDGES = " ,;.“”\"'\n"
PROVIDING = frozenset({"provided", "providing"})
CLAUSE = frozenset({"VBZ", "VBP", "VBD", "MD", "WDT", "WP"})
"""Tags of which the first behind `provided` tells a clause from a noun phrase."""
SHORT = 7
"""Words of `If they don't`, which opens an else: longer ones are conditions of their own."""


@cache
def _openers() -> Phrases[str]:
    """Give the words that open a condition; of two that meet the longer one wins."""
    found = Phrases[str]()
    rows = word_list("conditions")
    for kind in (NEVER, TIMED, OPENING):
        for words in rows[kind]:
            found.enter(words, kind)
    return found


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a condition stands: its sentence, and in whose words."""

    sentence: Sentence
    said: Said | None


class Conditions:
    """Finds what is made to depend on what in one document."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._parsed: Parsed = ground.parsed
        self._sayings = Sayings(ground.parsed, ground.statements)
        self._openers = {met.first: met for met in _openers().met(ground.parsed.lowers)}

    def find(self) -> tuple[Condition, ...]:
        """Give the conditions in text order; an else is joined with the condition before it."""
        found: list[Condition] = []
        last: Parts | None = None
        for setting, parts in self._all():
            if self._is_else(parts):
                near = last and parts.first_sentence == last.first_sentence + 1
                before = found.pop() if near and found else self._demanded_before(setting, parts)
                if before:
                    found.append(replace(before, otherwise=self._else_words(setting, parts)))
                if before or near or parts.rule == "else":
                    last = None
                    continue
            if made := self._condition(setting, parts):
                found.append(made)
                last = parts
        unique = {item.condition_id: item for item in found}
        return tuple(sorted(unique.values(), key=lambda item: item.demand.start))

    def _else_words(self, setting: Setting, parts: Parts) -> Anchor | None:
        statement = setting.said.statement if setting.said else None
        told = within(parts, statement) if statement else parts
        return self._anchor(told.consequence) if told.consequence else None

    def _demanded_before(self, setting: Setting, parts: Parts) -> Condition | None:
        """Give the demand in the sentence before an else, in the same speaker's words."""
        at = parts.first_sentence - 1
        if at < 0 or not setting.said or parts.consequence is None:
            return None
        sentence = self._parsed.sentences[at]
        words = self._parsed.of(sentence)
        if not demands(words):
            return None
        first = next((w for w in words if w.pos not in {"SPACE", "PUNCT"}), words[0])
        before = Parts(Span(first.start, words[-1].end), None, at, "else")
        saying = self._setting(sentence, before)
        if not saying.said or saying.said.statement != setting.said.statement:
            return None
        made = self._condition(saying, before)
        harm = type_of("", self._ground.text[slice(*parts.consequence)])
        return replace(made, type=harm) if made else None

    def _all(self) -> Iterator[tuple[Setting, Parts]]:
        for sentence in self._parsed.sentences:
            words = self._parsed.of(sentence)
            for whole in (demanded(words, sentence.at), otherwise(words, sentence.at)):
                if whole:
                    yield self._setting(sentence, whole), whole
            yield from self._stated(sentence)
            end = 0
            for met in self._met(sentence):
                if self._parsed.words[met.first].start < end:
                    continue  # `if they leave, [or if] others come` is one
                if parts := opened(words, met.first - sentence.first, sentence.at):
                    end = parts.demand.end
                    yield self._setting(sentence, parts), parts

    def _stated(self, sentence: Sentence) -> Iterator[tuple[Setting, Parts]]:
        """Give what somebody states of who may sign and of recognition, near a deal or talks."""
        for parts in stated(self._parsed, sentence):
            setting = self._setting(sentence, parts)
            said = setting.said and not setting.said.by_cue and setting.said.statement.actor_id
            near = Span(max(0, parts.demand.start - NEAR), self._parsed.span(sentence).end)
            if said and any(map(self._is_deal, self._ground.matters.within(near))):
                yield setting, parts

    def _is_deal(self, matter: Matter) -> bool:
        """Tell whether a matter is a text, talks, a meeting, or the signing of something."""
        leaf = self._ground.matters.book.leaves.get(matter.object.category or "")
        return matter.kind in DEALS or bool(leaf and leaf.apart)

    def _met(self, sentence: Sentence) -> Iterator[Met[str]]:
        """Give the openers of a sentence; a clock's `before` is one only behind a denial."""
        at = sentence.first
        for first in range(sentence.first, sentence.last):
            met = self._openers.get(first) if first >= at else None
            if met is None:
                continue
            at = met.last
            if met.row.words[0] in PROVIDING and not self._is_proviso(sentence, met):
                continue
            if met.row.meaning == OPENING or (
                met.row.meaning == TIMED and self._hangs(sentence, met)
            ):
                yield met
                at = sentence.last if met.first == sentence.first else met.last + 2

    def _is_proviso(self, sentence: Sentence, met: Met[str]) -> bool:
        """Tell `provided that they leave` and `, provided they leave` from `provided comments`."""
        words = self._parsed.words
        behind = words[met.last : min(sentence.last, met.last + 10)]
        if behind and behind[0].lower == "that":
            return True
        before = words[met.first - 1] if met.first > sentence.first else None
        opens = before is None or before.text in {",", "“", "—"} or before.lower in {"only", "but"}
        clause = next((w.tag for w in behind if w.tag in CLAUSE or w.text == ","), "")
        return clause in {"VBZ", "VBP", "MD"} or (opens and clause == "VBD")

    def _hangs(self, sentence: Sentence, met: Met[str]) -> bool:
        """Tell `will not leave before they come` from `left before noon`."""
        before = self._parsed.words[max(sentence.first, met.first - 14) : met.first]
        behind = self._parsed.words[met.last : min(sentence.last, met.last + 10)]
        acts = len(met.row.words) > 1 or any(
            w.pos in {"VERB", "AUX"} and w.tag != "VB" for w in behind
        )
        return acts and any(
            word.tag == "MD" or word.lower in {"oppose", "opposes", "refuse", "refuses", "any"}
            for word in before
        )

    def _setting(self, sentence: Sentence, parts: Parts) -> Setting:
        """Give whose words a condition is: `If they come, she warned that the ports will close`."""
        said = self._sayings.at(parts.demand.start)
        then = parts.consequence
        if then and (said is None or said.by_cue):
            told = self._sayings.at(then.end - 1)
            outer = told is not None and not told.by_cue and _is_told_in(told.statement, then)
            said = told if outer else said
        return Setting(sentence, said)

    def _is_else(self, parts: Parts) -> bool:
        """Tell `If they don't, …` and `Otherwise …`: they take up what was demanded before."""
        if parts.rule == "else":
            return True
        words = [w.lower for w in self._parsed.within(parts.demand)]
        return len(words) <= SHORT and any(word in {"not", "n't", "n’t"} for word in words)

    def _condition(self, setting: Setting, parts: Parts) -> Condition | None:
        ground, said = self._ground, setting.said
        statement = said.statement if said else None
        parts = within(parts, statement) if statement else parts
        by = statement.actor_id if statement else None
        if not self._is_of_talks(setting, by):
            return None
        demand = self._anchor(parts.demand)
        consequence = self._anchor(parts.consequence) if parts.consequence else None
        return Condition(
            condition_id=identify("cnd", ground.document.doc_id, demand.start, demand.end),
            doc_id=ground.document.doc_id,
            type=stated_type(parts) or type_of(demand.exact, self._promised(parts, statement)),
            demand=demand,
            provenance=ground.provenance("condition:" + parts.rule),
            by=by,
            consequence=consequence,
            statement_id=statement.statement_id if statement else None,
        )

    def _anchor(self, span: Span) -> Anchor:
        """Give the anchor of a part without the marks at its ends."""
        text = self._ground.text[span.start : span.end]
        start = span.start + len(text) - len(text.lstrip(EDGES))
        end = span.end - (len(text) - len(text.rstrip(EDGES)))
        return self._ground.anchor(Span(start, end) if start < end else span)

    def _promised(self, parts: Parts, statement: Statement | None) -> str:
        """Give the words of the then; those of a threat tell of harm, whatever they are."""
        act = statement.speech_act if statement else None
        words = self._ground.text[slice(*parts.consequence)] if parts.consequence else ""
        return f"{words} war" if act is SpeechAct.THREATEN else words

    def _is_of_talks(self, setting: Setting, by: str | None) -> bool:
        """Tell whether a condition belongs to a negotiation: what is near it tells of one."""
        span = self._parsed.span(setting.sentence)
        near = Span(max(0, span.start - NEAR), span.end)
        if by is None:
            return bool(self._ground.matters.within(span))
        return bool(self._ground.matters.within(near))


def _is_told_in(statement: Statement, then: Span) -> bool:
    """Tell whether the words that tell a statement stand in what hangs on the condition."""
    cue = clean(statement.cue) if statement.cue else None
    return cue is not None and then.start <= cue.start and cue.end <= then.end
