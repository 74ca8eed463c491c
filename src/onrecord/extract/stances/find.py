"""The stances of one document."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.extract.matters import Matter
from onrecord.extract.stances.acts import by_act
from onrecord.extract.stances.aspects import OBJECTIONS, aspect_of, cited, with_substance
from onrecord.extract.stances.clauses import Clause, clause_of
from onrecord.extract.stances.companions import Company, companies
from onrecord.extract.stances.ground import Ground, clean
from onrecord.extract.stances.holders import Held, Holders
from onrecord.extract.stances.objects import Objects
from onrecord.extract.stances.rules import Predicate, predicates
from onrecord.extract.stances.sayings import Said, Sayings
from onrecord.extract.stances.values import of_matter, value_of
from onrecord.record import (
    Span,
    Stance,
    StanceAspect,
    StanceBasis,
    StanceValue,
    identify,
)

AFTER = 300
"""Code points behind a predicate in which a condition of an acceptance is looked for."""
MOST = 5
"""Lists of companions of one sentence that are looked at."""
CLOSE = 12
"""Code points between a text and those who back it: `the plan, which is backed by`."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stance before it gets its anchors."""

    held: Held
    matter: Matter
    value: StanceValue
    evidence: Span
    said: Said | None
    denied: bool


class Stances:
    """Finds who stands where on what in one document."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._sayings = Sayings(ground.parsed, ground.statements)
        self._holders = Holders(ground)
        self._objects = Objects(ground)

    def find(self) -> tuple[Stance, ...]:
        """Give the stances in text order; the same one met again adds its words and statement."""
        made: dict[tuple[str, str, str], Stance] = {}
        for each in settled(list(self._all())):
            stance = self._stance(each)
            key = (stance.holder, stance.object.object_id, stance.value)
            made[key] = _joined(made[key], stance) if key in made else stance
        found = sorted(made.values(), key=lambda item: item.evidence[0].start)
        return tuple(with_substance(found))

    def _all(self) -> Iterator[Found]:
        company: dict[int, list[Company]] = {}
        for one in companies(self._ground.parsed):
            company.setdefault(one.sentence, []).append(one)
        read: set[str] = set()
        for predicate in predicates(self._ground.parsed):
            sentence = self._ground.parsed.words[predicate.at].sentence
            for found in self._read(predicate):
                read.update([found.said.statement.statement_id] if found.said else [])
                yield found
                yield from self._joining(found, company.get(sentence, ()))
        yield from self._backed(company)
        yield from self._by_acts(read)

    def _joining(self, main: Found, company: Sequence[Company]) -> Iterator[Found]:
        """Give the stances of those who go along with, or against, who says it."""
        for one in company[:MOST]:
            value = one.value(main.value) if one.span.start < main.evidence.start else None
            for name in one.names if value else ():
                holder = self._holders.named(name)
                if holder and holder != main.held.holder and value:
                    yield replace(main, held=replace(main.held, holder=holder), value=value)

    def _backed(self, company: Mapping[int, Sequence[Company]]) -> Iterator[Found]:
        """Give the stances of those who back a text: `the plan, backed by [Norway]`."""
        for one in (one for near in company.values() for one in near[:MOST]):
            matter = self._ground.matters.last_solid(one.span.start)
            close = matter and 0 <= one.span.start - matter.span.end <= CLOSE
            for name in one.names if matter and close else ():
                if matter and (holder := self._holders.named(name)):
                    value = StanceValue.OPPOSE if one.against else StanceValue.ACCEPT
                    held = Held(holder, StanceBasis.AUTHOR_INFERENCE)
                    said = self._sayings.at(one.span.start)
                    yield Found(held, matter, value, one.span, said, denied=False)

    def _by_acts(self, read: Collection[str]) -> Iterator[Found]:
        """Give the stances of statements in which no words decided, by what is done in them."""
        for statement in self._ground.statements:
            found = by_act(self._ground, statement) if statement.statement_id not in read else None
            held = self._holders.speaker(statement) if found else None
            words = clean(statement.cue or statement.content[0]) if found else None
            if found and held and words:
                said = Said(statement, words, by_cue=True)
                yield Found(held, found[1], found[0], words, said, denied=False)

    def _read(self, predicate: Predicate) -> Iterator[Found]:
        said = self._sayings.at(predicate.span.start)
        clause = clause_of(self._ground.parsed, predicate)
        value = value_of(clause, said, self._behind(clause))
        if value is None:
            return
        matters = self._objects.of(clause, said)
        held = self._holders.of(clause, said) if matters else None
        if held is None:
            return
        decided = predicate.rule.value is StanceValue.NO_POSITION or clause.opened is not None
        denied = clause.denied and not decided
        sentence = self._ground.text[slice(*clause.sentence)][:AFTER]
        if value in OBJECTIONS and said and said.by_cue:
            region = Span(predicate.span.end, max(clause.sentence.end, predicate.span.end))
            example = cited(self._ground.parsed, self._ground.matters, region)
            if example:
                objection = StanceValue.PARTIAL_OBJECTION
                yield Found(held, example, objection, predicate.span, said, denied)
        for matter in matters:
            yield Found(
                held,
                matter,
                of_matter(value, matter, sentence),
                predicate.span,
                said,
                denied,
            )

    def _behind(self, clause: Clause) -> str:
        """Give the text from a predicate to the end of its sentence."""
        start = clause.predicate.span.start
        return self._ground.text[start : min(clause.sentence.end, start + AFTER)]

    def _stance(self, found: Found) -> Stance:
        ground, statement = self._ground, found.said.statement if found.said else None
        evidence = ground.anchor(found.evidence)
        objects = found.matter.object
        basis = found.held.basis
        if found.value is StanceValue.NO_POSITION and basis is StanceBasis.EXPRESSED:
            basis = StanceBasis.SILENCE
        return Stance(
            stance_id=identify(
                "stn",
                ground.document.doc_id,
                found.held.holder,
                objects.object_id,
                found.value,
            ),
            doc_id=ground.document.doc_id,
            holder=found.held.holder,
            object=objects,
            value=found.value,
            basis=basis,
            evidence=(evidence,),
            provenance=ground.provenance("stance:" + found.value),
            object_words=ground.anchor(found.matter.span),
            aspect=self._aspect(found),
            as_of=statement.said_on if statement else ground.document.published_on,
            reported_on=ground.document.published_on,
            reported_by=found.held.reported_by,
            statements=(statement.statement_id,) if statement else (),
            version_ambiguous=found.matter.open_version,
        )

    def _aspect(self, found: Found) -> StanceAspect | None:
        parsed, evidence = self._ground.parsed, found.evidence
        sentence = parsed.sentences[parsed.word_at(evidence.start).sentence]
        places = (evidence, parsed.span(sentence))
        return aspect_of(parsed.text, found.matter, found.value, places)


def settled(found: Sequence[Found]) -> Iterator[Found]:
    """Give the stances, a denied refusal only beside a denied acceptance.

    `We cannot reject it and cannot accept it` is no position; `he did not reject it` tells nothing.
    """
    denied: dict[tuple[str, str], set[StanceValue]] = {}
    for item in found:
        if item.denied:
            denied.setdefault(_pair(item), set()).add(item.value)
    for item in found:
        both = denied.get(_pair(item), set()) >= UNDECIDED
        if item.denied and item.value is StanceValue.NO_POSITION and not both:
            continue
        if item.denied and item.value is StanceValue.REJECT and both:
            continue
        yield item


UNDECIDED = frozenset({StanceValue.NO_POSITION, StanceValue.REJECT})


def _pair(item: Found) -> tuple[str, str]:
    return item.held.holder, item.matter.object.object_id


def _joined(first: Stance, again: Stance) -> Stance:
    """Give a stance with the words and the statement of where it was met again."""
    evidence = tuple(dict.fromkeys((*first.evidence, *again.evidence)))
    statements = tuple(dict.fromkeys((*first.statements, *again.statements)))
    return replace(first, evidence=evidence, statements=statements)
