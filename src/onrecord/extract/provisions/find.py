"""The provisions of one document."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from onrecord.extract.matters import point_id
from onrecord.extract.provisions.categories import Categories, categories
from onrecord.extract.provisions.confidence import confidence
from onrecord.extract.provisions.demands import demanded
from onrecord.extract.provisions.foreseen import foreseen
from onrecord.extract.provisions.frames import framed
from onrecord.extract.provisions.heads import Head, heads
from onrecord.extract.provisions.including import included
from onrecord.extract.provisions.openings import going_on, opened
from onrecord.extract.provisions.parts import parts_of
from onrecord.extract.provisions.printed import printed
from onrecord.extract.provisions.residue import residue
from onrecord.extract.provisions.roles import Roles
from onrecord.extract.provisions.scopes import Part, Scope, Shape
from onrecord.extract.provisions.spoken import spoken
from onrecord.extract.provisions.surroundings import Surroundings, clean_span, names_purpose
from onrecord.extract.provisions.wording import modality_of, state_of
from onrecord.extract.stances import Ground, Sayings
from onrecord.record import (
    UNSPECIFIED,
    Provenance,
    Provision,
    Reading,
    SourcingLevel,
    Span,
    Statement,
    identify,
)

RULES = ("provisions", "1")
"""Name and version of these rules, as the provenance of what they find tells it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A provision before it gets its anchors and actors."""

    scope: Scope
    part: Part
    span: Span
    told: Categories
    confidence: float


class Provisions:
    """Finds what a document says that a plan says."""

    def __init__(self, ground: Ground, reading: Reading) -> None:
        self._around = Surroundings(ground, reading)
        self._ground = ground
        self._parsed = ground.parsed
        self._matters = ground.matters

    def find(self) -> tuple[Provision, ...]:
        """Give the provisions in text order; of two in the same words the surer one stays."""
        if not self._matters.plans.references:
            return ()
        self._sayings = Sayings(self._parsed, self._ground.statements)
        self._roles = Roles(self._ground)
        return tuple(self._provision(found) for found in settled(self._all()))

    def _all(self) -> Iterator[Found]:
        """Give all that is found; what stands `among` others only beside one of them."""
        described = list(self._described())
        beside = {self._sentence(found.part) for found in described}
        for scope in residue(self._parsed, self._matters):
            part = Part(scope.first, scope.last)
            told = Categories(None, ())
            among = self._parsed.words[scope.first].lower == "among"
            if not among or self._sentence(part) in beside:
                span = self._span(part)
                yield Found(scope, part, span, told, confidence(scope, part, told))
        yield from described

    def _sentence(self, part: Part) -> int:
        return self._parsed.words[part.first].sentence

    def _described(self) -> Iterator[Found]:
        for scope in self._scopes():
            parts = list(parts_of(self._parsed.words, scope))
            known = [self._found(scope, part) for part in parts]
            yield from (found for found in known if found)
            if scope.shape is Shape.NOUNS and 2 * sum(map(bool, known)) >= len(parts) > 1:
                yield from self._beside(scope, parts, known)

    def _beside(
        self, scope: Scope, parts: Sequence[Part], known: Sequence[Found | None]
    ) -> Iterator[Found]:
        """Give what stands in a row with provisions, though no codebook knows what it is about."""
        for part, found in zip(parts, known, strict=True):
            if found is None:
                span = self._span(part)
                told = self._told(part, span)
                yield Found(scope, part, span, told, confidence(scope, part, told))

    def _scopes(self) -> Iterator[Scope]:
        for head in heads(self._parsed, self._matters):
            yield from self._of_head(head)
        yield from spoken(self._ground)
        yield from included(self._parsed, self._matters)
        for scope in foreseen(self._parsed, self._matters):
            if _speaker(self._statement_at(scope.first)) is None:
                yield scope
        yield from printed(self._ground)

    def _of_head(self, head: Head) -> Iterator[Scope]:
        words = self._parsed.words
        for scope in chain(framed(words, head), opened(words, head)):
            if scope.first >= scope.last:
                continue  # the text breaks off
            yield scope
            yield from self._same_voice(scope, going_on(self._parsed, scope))
        yield from demanded(self._parsed, head)

    def _same_voice(self, scope: Scope, following: Iterable[Scope]) -> Iterator[Scope]:
        """Give the sentences that go on with a scope as long as nobody else begins to speak."""
        first = _speaker(self._statement_at(scope.first))
        for other in following:
            by = _speaker(self._statement_at(other.first))
            if by not in {None, first}:
                return
            yield other

    def _found(self, scope: Scope, part: Part) -> Found | None:
        span = self._span(part)
        told = self._told(part, span)
        if not told.sure and not (scope.sure and part.sure and self._somebody(scope, part)):
            return None
        return Found(scope, part, span, told, confidence(scope, part, told))

    def _span(self, part: Part) -> Span:
        words = self._parsed.words
        return Span(words[part.first].start, words[part.last - 1].end)

    def _somebody(self, scope: Scope, part: Part) -> bool:
        """Tell whether somebody acts in a clause of which no codebook knows what it is about."""
        return scope.shape is not Shape.CLAUSES or bool(self._roles.acting(part))

    def _told(self, part: Part, span: Span) -> Categories:
        words = self._parsed.words
        acting = words[slice(*part.subject)] if part.subject else ()
        hits = [hit for hit in self._matters.hits_in(span) if hit.span.end <= span.end]
        kept = [hit for hit in hits if not self._matters.plans.covers(hit.span)]
        return categories(kept, [word.lemma for word in acting])

    def _provision(self, found: Found) -> Provision:
        ground, scope, part = self._ground, found.scope, found.part
        words = self._parsed.words
        anchor = ground.anchor(found.span)
        plan = self._matters.of_plan(scope.plan)
        modality = modality_of(words, scope, part)
        obligors, beneficiaries = self._roles.of(scope, part, modality)
        place = self._roles.place(part)
        statement = self._statement_at(part.first)
        category = found.told.main.code if found.told.main else None
        category = UNSPECIFIED if scope.rule == "residue" else category
        sentence = self._parsed.sentences[words[part.first].sentence]
        return Provision(
            provision_id=identify("prv", ground.document.doc_id, anchor.start, anchor.end),
            doc_id=ground.document.doc_id,
            anchor=anchor,
            plan=plan.object,
            modality=modality,
            provenance=Provenance(
                *RULES, rule_id="provision:" + scope.rule, confidence=found.confidence
            ),
            plan_words=ground.anchor(scope.plan.span),
            object_id=self._object_id(scope, category),
            version_ambiguous=plan.open_version,
            number=scope.number,
            category=category,
            also=tuple(leaf.code for leaf in found.told.also),
            obligors=obligors,
            beneficiaries=beneficiaries,
            quantities=tuple(q.quantity_id for q in self._around.numbers(found.span)),
            money=tuple(self._sums(found)),
            region=ground.anchor(place) if place else None,
            condition=self._around.condition(found.span),
            text_state=state_of(words, scope, sentence.last),
            statement_id=statement.statement_id if statement else None,
            reported_by=_speaker(statement),
            reported_on=ground.document.published_on,
        )

    def _object_id(self, scope: Scope, category: str | None) -> str | None:
        name = category or (f"point {scope.number}" if scope.number else None)
        return point_id(scope.plan, name) if name else None

    def _sums(self, found: Found) -> Iterator[str]:
        words = self._parsed.words[found.part.first : found.part.last]
        for sum_ in self._around.sums(found.span):
            if names_purpose(words, clean_span(sum_.anchor), category=found.told.sure):
                yield sum_.money_id

    def _statement_at(self, at: int) -> Statement | None:
        said = self._sayings.at(self._parsed.words[at].start)
        return said.statement if said else None


def _speaker(statement: Statement | None) -> str | None:
    """Give on whose word it is, None for the author's."""
    if statement is None or statement.sourcing_level is SourcingLevel.AUTHORIAL:
        return None
    return statement.actor_id


def _rank(found: Found) -> tuple[float, int, bool, int]:
    span = found.span
    return -found.confidence, span.start - span.end, found.scope.number is None, span.start


def settled(all_found: Iterable[Found]) -> list[Found]:
    """Give what is found in text order; of those that share words the surest, the longest one."""
    ranked = sorted(all_found, key=_rank)
    kept: list[Found] = []
    places: list[tuple[int, int]] = []
    for found in ranked:
        at = bisect_right(places, (found.span.start, 0))
        near = places[max(0, at - 1) : at + 1]
        if not any(start < found.span.end and found.span.start < end for start, end in near):
            places.insert(at, (found.span.start, found.span.end))
            kept.append(found)
    return sorted(kept, key=lambda found: found.span.start)
