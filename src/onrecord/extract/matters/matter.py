"""What a stretch of a document is about: a plan, a point of it, an issue, the talks, a meeting."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.extract.language import Parsed, Word
from onrecord.extract.matters.codebook import Codebook, Hit, Leaf, best_book
from onrecord.extract.matters.counts import plan_words
from onrecord.extract.matters.lineages import Lineages, PlanReference
from onrecord.extract.matters.plans import plan_mentions
from onrecord.extract.matters.points import listed_points, named_points
from onrecord.extract.matters.sponsors import Sponsors
from onrecord.extract.words import word_list
from onrecord.record import ObjectKind, Span, StanceObject, identify

LOOKED_AT = 30
"""Matters before a place that are looked at."""


NEAR = 120
"""Code points within which a counter-proposal and its points stand together."""


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that a stance can be about, with the words that name it, in clean offsets.

    `part` tells that only parts of a text are meant: `parts of the plan`, `all the provisions`.
    """

    span: Span
    object: StanceObject
    part: bool = False

    @property
    def kind(self) -> ObjectKind:
        """What kind of thing it is."""
        return self.object.kind

    @property
    def open_version(self) -> bool:
        """Tell whether the words leave open which draft is meant."""
        plan = self.kind in {ObjectKind.PROPOSAL, ObjectKind.PROVISION}
        return plan and self.object.version is None


@cache
def talk_words(kind: str) -> frozenset[str]:
    """Give one list of `words/talks.toml`."""
    return frozenset(word_list("talks")[kind])


class Matters:
    """What the stretches of one document are about."""

    def __init__(self, parsed: Parsed, sponsors: Sponsors, book: Codebook | None = None) -> None:
        self.parsed = parsed
        self.plans = Lineages(plan_mentions(parsed), sponsors)
        self.book, self._hits = best_book(parsed, book)
        self._starts = [hit.span.start for hit in self._hits]
        self._outside = set(self._on_makers())
        self._points = listed_points(parsed.text)
        self._all = sorted(self._found(), key=lambda matter: (matter.span.start, -matter.span.end))
        self._places = [matter.span.start for matter in self._all]

    def within(self, span: Span) -> Sequence[Matter]:
        """Give what begins inside a stretch, in text order."""
        first = bisect_left(self._places, span.start)
        return self._all[first : bisect_left(self._places, span.end)]

    def focus(self, place: int) -> Matter | None:
        """Give the text last spoken of before a place: what `it` and `the provisions` mean."""
        found = self.plans.before(place) or self.plans.after(place)
        return self.of_plan(found) if found else None

    def last_solid(self, place: int) -> Matter | None:
        """Give what was last named before a place: a text, a point of it or an issue."""
        return self._back(place, frozenset(ObjectKind) - {ObjectKind.PROCESS, ObjectKind.MEETING})

    def occasion(self, place: int) -> Sequence[Matter]:
        """Give the meeting that was last named before a place."""
        found = self._back(place, frozenset({ObjectKind.MEETING}))
        return [found] if found else []

    def _back(self, place: int, kinds: frozenset[ObjectKind]) -> Matter | None:
        index = bisect_left(self._places, place)
        near = self._all[max(0, index - LOOKED_AT) : index]
        return next((matter for matter in reversed(near) if matter.kind in kinds), None)

    def talks(self, span: Span) -> Matter:
        """Give the talks as a matter, named by these words."""
        return Matter(span, _occasion(ObjectKind.PROCESS, "talks"))

    def of_plan(self, reference: PlanReference, *, part: bool = False) -> Matter:
        """Give a plan as a matter."""
        lineage, version = reference.lineage, reference.version
        made = StanceObject(
            object_id=identify("obj", *lineage.parts, version),
            kind=ObjectKind.PROPOSAL,
            label=f"{lineage.label} ({version})" if version else lineage.label,
            lineage=lineage.object_id,
            version=version,
        )
        return Matter(reference.span, made, part)

    def as_issue(self, matter: Matter) -> Matter:
        """Give a provision's subject outside any plan: what one refuses even to discuss."""
        leaf = self.book.leaves.get(matter.object.category or "")
        return Matter(matter.span, _issue(leaf)) if leaf else matter

    def _on_makers(self) -> Iterator[int]:
        """Give the sentences about who may make a deal: `legally impossible to sign`."""
        for hit in self._hits:
            if hit.leaf.apart:
                at = self.parsed.word_at(hit.span.start).sentence
                near = self.parsed.of(self.parsed.sentences[at])
                if any(word.lower in hit.leaf.apart for word in near):
                    yield at

    def _found(self) -> Iterator[Matter]:
        yield from self._of_plans()
        for hit in self._hits:
            if not self.plans.covers(hit.span):  # `a leaked plan` tells of no clause on leaks
                yield self._of_hit(hit.leaf, hit.span)
        for noun, number, span in named_points(self.parsed.text):
            if point := self._point(number, span, f"{noun} {number}"):
                yield point
        yield from self._occasions()

    def _occasions(self) -> Iterator[Matter]:
        """Give the talks and the meetings."""
        process, meeting = talk_words("process"), talk_words("meeting")
        for word in self.parsed.words:
            lemma, span = word.lemma, Span(word.start, word.end)
            if lemma in process and word.pos in {"NOUN", "PROPN"}:
                yield Matter(span, _occasion(ObjectKind.PROCESS, "talks"))
            elif lemma in meeting and word.pos in {"NOUN", "PROPN", "ADJ"}:
                yield Matter(span, _occasion(ObjectKind.MEETING, lemma))
            elif lemma == "invite" and word.pos == "VERB":
                yield Matter(span, _occasion(ObjectKind.MEETING, "meeting"))

    def _of_plans(self) -> Iterator[Matter]:
        taken: set[int] = set()
        for reference in self.plans.references:
            taken.add(reference.mention.head)
            yield self.of_plan(reference, part=_is_part(self.parsed, reference))
        parts, changes = plan_words("parts"), plan_words("changes")
        for word in self.parsed.words:
            found = None
            if word.lemma in parts and word.at not in taken and self._stands_for_all(word):
                found = self.focus(word.start)
            elif word.lemma in changes and word.tag == "NNS" and self._definite(word.at):
                found = self._changed(word.start)
            if found:
                yield Matter(Span(word.start, word.end), found.object, word.lemma in parts)

    def _stands_for_all(self, word: Word) -> bool:
        """Tell `the provisions`, `every chapter`, which mean the text in focus."""
        return self._definite(word.at) if word.tag == "NNS" else self._every(word.at)

    def _definite(self, at: int) -> bool:
        near = self.parsed.words[max(0, at - 3) : at]
        return any(word.lower in {"the", "these", "those", "many", "all", "some"} for word in near)

    def _every(self, at: int) -> bool:
        return at > 0 and self.parsed.words[at - 1].lower in {"every", "each"}

    def _changed(self, place: int) -> Matter | None:
        """Give the later draft, which is what whoever backs `the changes` backs."""
        before = self.plans.before(place)
        if before is None:
            return None
        later = [r for r in self.plans.references if r.lineage is before.lineage and r.version]
        revised = [r for r in later if r.mention.mark == "revised" and r.span.start < place]
        return self.of_plan(revised[-1]) if revised else None

    def _point(self, number: int, span: Span, label: str) -> Matter | None:
        listed = self._points.get(number)
        hits = self.hits_in(listed) if listed else []
        leaf = hits[0].leaf if hits else None
        return self._of_hit(leaf, span, label) if leaf or self.plans.references else None

    def hits_in(self, span: Span) -> Sequence[Hit]:
        """Give the words of the codebook that begin inside a stretch, in text order."""
        first = bisect_left(self._starts, span.start)
        return self._hits[first : bisect_left(self._starts, span.end)]

    def _of_hit(self, leaf: Leaf | None, span: Span, label: str = "") -> Matter:
        """Give a provision of the plan that the document is about, an issue where it has none.

        Who may make a deal is no point of it, nor is what a sentence on this gives for a reason.
        """
        outside = self.parsed.word_at(span.start).sentence in self._outside
        plan = None if outside else self.plan_of(span)
        if plan is None:
            return (
                Matter(span, _issue(leaf))
                if leaf
                else Matter(span, _occasion(ObjectKind.ISSUE, label))
            )
        lineage, code = plan.lineage, leaf.code if leaf else None
        made = StanceObject(
            object_id=point_id(plan, code or label),
            kind=ObjectKind.PROVISION,
            label=f"{leaf.label if leaf else label}, {lineage.label}",
            lineage=lineage.object_id,
            version=plan.version,
            category=code,
        )
        return Matter(span, made)

    def plan_of(self, span: Span) -> PlanReference | None:
        """Give the plan of which something is a point: named close by, else the one under talks.

        A counter-proposal has its points named beside it.
        """
        last = self.plans.before(span.start)
        if last and (span.start - last.span.end < NEAR or not last.lineage.apart):
            return last
        return self.plans.under_talks(span.start) or last or self.plans.after(span.start)


def point_id(plan: PlanReference, point: str) -> str:
    """Give the id of a point of a plan, by its category or, without one, by its name."""
    lineage = plan.lineage
    key = (lineage.sponsor, lineage.instrument, plan.version, point)
    return identify("obj", "provision", *key)


def _issue(leaf: Leaf) -> StanceObject:
    object_id = identify("obj", "issue", leaf.code)
    return StanceObject(object_id, ObjectKind.ISSUE, leaf.label, category=leaf.code)


def _occasion(kind: ObjectKind, label: str) -> StanceObject:
    """Give the talks, which are one thing in a record, or an occasion by its noun."""
    name = "talks" if kind is ObjectKind.PROCESS else label
    return StanceObject(identify("obj", kind, name), kind, name)


def _is_part(parsed: Parsed, reference: PlanReference) -> bool:
    """Tell `parts of [the plan]`, `some elements of [the text]`."""
    at = parsed.word_at(reference.span.start).at
    before = parsed.words[max(0, at - 2) : at]
    return (
        len(before) == 2
        and before[1].lower in {"of", "in"}
        and before[0].lemma in plan_words("parts")
    )
